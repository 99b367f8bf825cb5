import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { testCore } from '../../../../support/core.ts';
import { temporaryFolder } from '../../../../support/folder.ts';
import { SECOND_PLAN, templatesWithSecondDistrict } from '../../../../support/templates.ts';

/** Points of reviewers, grades, and an event that bars the best of them. */
const SCHEME = `id: own-2025
title: 自订办法
kind: scoring
from: 2025
source: 县府办
text: [{ id: 一, text: 评审分 }]
rules:
  out: points/100
  sum: [{ manual: review, cap: 100 }]
  round: 1
  grades: { 优秀: 90, 良好: 70, 合格: 0 }
  veto: [{ if: { event: 重大事件 }, bar: 优秀 }]
`;

it('another district opens its year with a scheme of its own, runs it, compares and signs it', async () => {
  const folder = temporaryFolder();
  const made = testCore(folder, templatesWithSecondDistrict(folder));
  made.setNow('2026-02-10T09:00:00+08:00');
  await made.call('work.create', { file: made.grant(join(folder, 'work.sqlite')), planId: SECOND_PLAN });
  const path = join(folder, 'own.yml');
  writeFileSync(path, SCHEME);
  await made.call('schemes.add', { file: made.grant(path) });
  const opened = await made.call('year.open', {
    year: 2026,
    targets: 'carry',
    choices: { K7: '待定' },
    scheme: 'own-2025',
    reason: '开启',
  });
  expect(opened.scheme).toMatchObject({ id: 'own-2025', shape: 'rules' });
  const units = opened.units.flatMap(({ names }) => names);
  const enter = (unit: string, kind: 'manual' | 'event', name: string, value: string) =>
    made.call('schemes.enter', { id: 'own-2025', period: '2026', unit, kind, name, value, document: '评审会纪要' });
  for (const [index, unit] of units.entries()) await enter(unit, 'manual', 'review', String(95.55 - index));
  const first = await made.call('run.make', { year: 2026 });
  const [best = ''] = units;
  await enter(best, 'event', '重大事件', '是');
  const second = await made.call('run.make', { year: 2026 });
  const { difference } = await made.call('run.diff', { before: first.run.id, after: second.run.id });
  expect(difference.subjects.map(({ name, grade }) => [name, grade])).toEqual([[best, { before: '优秀', after: '良好' }]]);
  await made.call('schemes.approve', { id: 'own-2025', document: '县政办〔2026〕1号' });
  const { blockers } = await made.call('year.blockers', { year: 2026 });
  expect(blockers.map(({ code }) => code)).not.toContain('demonstration');
  const third = await made.call('run.make', { year: 2026 });
  const final = await made.call('year.final', { year: 2026, run: third.run.id, reason: '定稿', despite: '先行定稿' });
  expect(final.state).toBe('final');
  expect((await made.call('work.check', {})).problems).toEqual([]);
  made.core.close();
});
