import { expect, test } from 'vitest';
import type { ScoreFigure, ScoreRow } from '../../../../../shared/domain/assessment/types.ts';
import { adoptTargets } from '../../../../../shared/domain/plan/conflicts.ts';
import type { Indicator } from '../../../../../shared/domain/plan/schema.ts';
import type { TargetRevision } from '../../../../../shared/domain/plan/years/plan-document.ts';
import { documentOf, planForYear } from '../../../../../shared/domain/plan/years/plan-for-year.ts';
import { readTarget } from '../../../../../shared/domain/plan/target.ts';
import { targetCell } from '../../../../../main/services/reports/annex1-targets.ts';
import { readReportWording } from '../../../../../main/services/reports/wording.ts';
import { TEMPLATES } from '../../../../support/core.ts';
import { loadTestPlan } from '../../../../support/plan.ts';

const hechuan = loadTestPlan();
const wording = readReportWording(TEMPLATES);
const YEAR = 2024;

const revised = (measure: string, printed: string): TargetRevision => ({ measure, year: YEAR, target: readTarget(printed, 'le') });

function input(targets: readonly TargetRevision[]) {
  const document = { kind: 'adjustment' as const, number: '渝环〔2024〕2号', title: '', issuedOn: '2024-10-01', effectiveOn: '2024-10-01' };
  const adjustment = { ...document, id: 2, version: '', actor: '张三', reason: '下达', storedAt: '', content: { targets: [...targets] } };
  const plan = planForYear([documentOf(hechuan), adjustment], YEAR, null);
  return { plan, year: YEAR, targets: adoptTargets(plan), wording };
}

const indicator = (change: Partial<Indicator> = {}): Indicator => {
  const [first] = hechuan.annex1.rows;
  if (first === undefined) throw new Error('the plan has no indicator');
  return { ...first, ...change };
};

/** The row as a run scored it; of each figure the target and the one it took the place of. */
function scored(...figures: readonly (readonly [string, string | null, string | null])[]): ScoreRow {
  const rule: ScoreFigure['rule'] = { code: 'notApplicable', params: {} };
  const rest = {
    name: '',
    unit: '',
    targetFrom: null,
    exactValue: null,
    judgedValue: null,
    state: 'notApplicable',
    rule,
    share: '0',
  } as const;
  const made = figures.map(([id, target, targetDisplaced]): ScoreFigure => ({ ...rest, id, target, targetDisplaced, sources: [] }));
  return { rowId: 'A1-01', title: '', max: '1', points: null, state: 'notApplicable', figures: made };
}

test('a target that nothing took the place of stands as the annex prints it, in every year', () => {
  const score = scored(['A1-01', '≤39', null]);
  expect([2024, 2025].map((of) => targetCell(input([]), indicator(), score, of))).toEqual(
    ['2024', '2025'].map((of) => indicator().printedTargets[of]),
  );
});

test('a revised target of the assessed year stands with what the annex prints behind it', () => {
  const given = input([revised('A1-01', '≤37')]);
  const printed = indicator().printedTargets['2024'];
  expect(targetCell(given, indicator(), scored(['A1-01', '≤37', '39']), 2024)).toBe(`≤37\n原${printed}`);
  expect(targetCell(given, indicator(), scored(['A1-01', '≤37', '39']), 2025)).toBe(indicator().printedTargets['2025']);
});

test('the target by which the printed scores were judged goes before the one that holds now', () => {
  const printed = indicator().printedTargets['2024'];
  expect(targetCell(input([]), indicator(), scored(['A1-01', '≤36', '39']), 2024)).toBe(`≤36\n原${printed}`);
});

test('a target that was left open is 待定, and one that was not judged is what holds', () => {
  const printed = indicator().printedTargets['2024'];
  expect(targetCell(input([revised('A1-01', '待定')]), indicator(), scored(), 2024)).toBe(`待定\n原${printed}`);
  expect(targetCell(input([revised('A1-01', '≤37')]), indicator(), scored(['A1-01', null, null]), 2024)).toBe(`≤37\n原${printed}`);
});

test('of two measures in one cell both stand, and brackets of the print become inner ones', () => {
  const [own] = indicator().measures;
  if (own === undefined) throw new Error('the indicator has no measure');
  const pair = indicator({ measures: [own, { ...own, id: 'other' }], printedTargets: { '2024': '39（100）' } });
  const score = scored(['A1-01', '≤37', '39'], ['other', '≥100', null]);
  expect(targetCell(input([]), pair, score, 2024)).toBe('≤37（≥100）\n原39（100）');
});

test('what is striven for stands behind the revised target, also where the print had it beside the former one', () => {
  const [own] = indicator().measures;
  if (own === undefined) throw new Error('the indicator has no measure');
  const row = indicator({
    measures: [{ ...own, stretch: { '2024': readTarget('≤34', 'le') } }],
    printedTargets: { '2024': '≤39（力争≤34）' },
  });
  expect(targetCell(input([]), row, scored(['A1-01', '≤39', null]), 2024)).toBe('≤39（力争≤34）');
  expect(targetCell(input([]), row, scored(['A1-01', '≤37', '≤39']), 2024)).toBe('≤37\n（力争≤34）\n原≤39（力争≤34）');
});
