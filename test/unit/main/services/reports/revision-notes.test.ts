import { expect, test } from 'vitest';
import { documentOf, planForYear } from '../../../../../shared/domain/plan/years/plan-for-year.ts';
import type { TargetRevision } from '../../../../../shared/domain/plan/years/plan-document.ts';
import { revisionNotes } from '../../../../../main/services/reports/revision-notes.ts';
import { readReportWording } from '../../../../../main/services/reports/wording.ts';
import { TEMPLATES } from '../../../../support/core.ts';
import { loadTestPlan } from '../../../../support/plan.ts';

const hechuan = loadTestPlan();

const wording = readReportWording(TEMPLATES);

const adjustment = (id: number, effectiveOn: string, reason: string, targets: readonly TargetRevision[]) => ({
  id,
  kind: 'adjustment' as const,
  number: `渝环〔2024〕${id}号`,
  title: '',
  issuedOn: effectiveOn,
  effectiveOn,
  version: '',
  actor: '张三',
  reason,
  storedAt: '',
  content: { targets: [...targets] },
});

const PENDING = { kind: 'pending', printed: '待定' } as const;
const LESS = { kind: 'number', printed: '≤37', operator: 'le', value: '37' } as const;

test('every revision of the assessed year is noted with date, person, document and reason, also one that leaves the target open', () => {
  const documents = [
    documentOf(hechuan),
    adjustment(2, '2024-10-01', '上级下达。', [
      { measure: 'A1-01', year: 2024, target: LESS },
      { measure: 'A1-01', year: 2025, target: LESS },
    ]),
    adjustment(3, '2024-11-05', '另行下达', [{ measure: 'A1-01', year: 2024, target: PENDING }]),
  ];
  expect(revisionNotes({ plan: planForYear(documents, 2024, null), wording })).toEqual([
    '目标调整：细颗粒物（PM2.5）浓度2024年目标按渝环〔2024〕2号（2024年10月1日起执行）由≤39调整为≤37（张三录入，理由：上级下达）。',
    '目标调整：细颗粒物（PM2.5）浓度2024年目标按渝环〔2024〕3号（2024年11月5日起执行）由≤37调整为待定（张三录入，理由：另行下达）。',
  ]);
  expect(revisionNotes({ plan: planForYear(documents, 2025, null), wording })).toHaveLength(1);
  expect(revisionNotes({ plan: planForYear([documentOf(hechuan)], 2024, null), wording })).toEqual([]);
});

test('a target of a year that the annex prints none for is set, not changed', () => {
  const documents = [documentOf(hechuan), adjustment(2, '2026-03-01', '下达', [{ measure: 'A1-01', year: 2026, target: LESS }])];
  expect(revisionNotes({ plan: planForYear(documents, 2026, null), wording })).toEqual([
    '目标调整：细颗粒物（PM2.5）浓度2026年目标按渝环〔2024〕2号（2026年3月1日起执行）定为≤37（张三录入，理由：下达）。',
  ]);
});
