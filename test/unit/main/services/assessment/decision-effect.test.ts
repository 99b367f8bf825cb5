import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { blockerText } from '../../../../../shared/text/year-text.ts';
import { importedWork, type TestCore } from '../../../../support/core.ts';
import { temporaryFolder } from '../../../../support/folder.ts';

const folder = temporaryFolder();
let made: TestCore & { readonly returns: string };

beforeAll(async () => {
  made = await importedWork(folder);
  await made.call('year.open', { year: 2026, targets: 'carry', reason: '开启' });
});

const totals = async (): Promise<ReadonlyMap<string, string>> => {
  const { result } = await made.call('assessment.score', { year: 2024 });
  return new Map([result.district, ...result.units].map(({ name, total }) => [name, total]));
};

describe('what can be chosen for a year', () => {
  it('asks for the targets that nothing printed sets, with what 沿用 and 插值 would give', async () => {
    const choices = await made.call('year.choices', { year: 2026 });
    expect(choices.targets).toHaveLength(21);
    expect(choices.targets.find(({ measure }) => measure === 'A1-05')).toMatchObject({
      carry: { printed: '≥23', fromYears: [2025] },
      interpolate: { printed: '≥24.0', fromYears: [2025, 2027] },
    });
    expect(choices.lists).toEqual([]);
    expect(choices.units.map(({ names }) => names.length)).toEqual([20, 31]);
  });

  it('names the list of the year and the schemes that hold for it, marked where nobody has approved them', async () => {
    const choices = await made.call('year.choices', { year: 2024 });
    expect(choices.lists).toMatchObject([{ id: 1, document: '合川府办发〔2024〕52号' }]);
    expect(choices.schemes).toMatchObject([{ fromYear: 2024, demonstration: true }]);
    expect((await made.call('year.choices', { year: 2023 })).schemes).toEqual([]);
  });
});

describe('the plan of one year', () => {
  it('has the list of that year and no other', async () => {
    expect((await made.call('plan.show', { year: 2024 })).plan.annex3?.year).toBe(2024);
    expect((await made.call('plan.show', { year: 2026 })).plan.annex3).toBeNull();
    expect((await made.call('plan.show', {})).plan.annex3?.year).toBe(2024);
  });
});

describe('what a decision does before it is stored', () => {
  it('of a change of the year: targets and the very totals that come of it', async () => {
    const change = { targets: { 'A1-01': '≤31', 'A1-07': 'none' } };
    const effect = await made.call('year.preview', { year: 2026, change });
    expect(effect.targets).toMatchObject([
      { measure: 'A1-01', before: '≤32', after: '≤31' },
      { measure: 'A1-07', after: null },
    ]);
    expect((await made.call('targets.show', { year: 2026 })).targets[0]?.adopted).toBe('≤32');
    await made.call('year.change', { year: 2026, change, reason: '调整' });
    expect((await made.call('year.preview', { year: 2026, change })).targets).toEqual([]);
  });

  it('of a revision: totals before and after are those of the scores before and after', async () => {
    const before = await totals();
    const revision = { revisions: [{ measure: 'A1-03', year: 2024, value: '≥99' }], from: '2024-10-01' };
    const { scores } = await made.call('targets.preview', revision);
    expect(scores.length).toBeGreaterThan(1);
    for (const score of scores) expect(score.before).toBe(before.get(score.subject));
    await made.call('targets.revise', { ...revision, document: '渝环〔2024〕9号', reason: '下达' });
    const after = await totals();
    const changed = [...before].filter(([name, total]) => after.get(name) !== total).map(([name]) => name);
    expect(scores.map(({ subject }) => subject).toSorted()).toEqual(changed.toSorted());
    for (const score of scores) expect(score.after).toBe(after.get(score.subject));
  });

  it('of a settled figure, which counts in place of what was reported', async () => {
    const before = await totals();
    const figures = [{ measure: 'A1-01', year: 2024, value: '60' }];
    const { targets, scores } = await made.call('figures.preview', { figures });
    expect(targets).toEqual([]);
    await made.call('figures.set', { figures, document: '市通报', reason: '认定' });
    const after = await totals();
    expect(scores.map(({ subject, after: total }) => [subject, total]).toSorted()).toEqual(
      [...after].filter(([name, total]) => before.get(name) !== total).toSorted(),
    );
  });

  it('of another statement of a contradiction', async () => {
    const { conflicts } = await made.call('plan.conflicts', { year: 2024 });
    const conflict = conflicts.find(({ adopted }) => (adopted?.losing.length ?? 0) > 0);
    const choice = { year: 2024, subject: conflict?.id ?? '', statement: conflict?.adopted?.losing[0] ?? '' };
    const { targets } = await made.call('plan.preview', choice);
    expect(targets.length).toBeGreaterThan(0);
    await made.call('plan.decide', { ...choice, reason: '会议纪要' });
    expect((await made.call('plan.preview', choice)).targets).toEqual([]);
  });
});

describe('what stands against signing', () => {
  it('is listed with the hash of the run that could be signed', async () => {
    const { inputHash, blockers } = await made.call('year.blockers', { year: 2024 });
    expect(blockers.map(({ code }) => code)).toEqual(['missing', 'errors', 'missingRows', 'consents', 'demonstration']);
    expect((await made.call('run.make', { year: 2024 })).run.inputHash).toBe(inputHash);
  });

  it('counts 不涉及 that waits for an answer, by unit, until each is answered', async () => {
    const consents = async () => (await made.call('year.blockers', { year: 2024 })).blockers.find(({ code }) => code === 'consents');
    const { rows } = await made.call('consents.list', { year: 2024 });
    const waiting = rows.filter(({ asked, consent }) => asked !== null && consent === null);
    const units = [...new Set(waiting.map(({ unitName }) => unitName))];
    expect((await consents())?.params).toEqual({ count: String(waiting.length), units: units.join('、') });
    for (const { rowId, unitName } of waiting)
      await made.call('consents.give', { year: 2024, unit: unitName, row: rowId, by: '考核办', reason: '同意' });
    expect(await consents()).toBeUndefined();
  });

  it('counts rows without data of the units that reported, not those that only wait for an answer', async () => {
    const { blockers } = await made.call('year.blockers', { year: 2024 });
    const params = blockers.find(({ code }) => code === 'missingRows')?.params ?? {};
    const { result } = await made.call('assessment.score', { year: 2024 });
    const missing = result.units
      .filter(({ reported }) => reported)
      .map(({ name, parts }) => [name, parts.flatMap((part) => part.rows).filter(({ state }) => state === 'missing').length] as const)
      .filter(([, count]) => count > 0);
    expect(params['units']).toBe(missing.map(([name, count]) => `${name}${count}项`).join('、'));
    expect(params['count']).toBe(String(missing.reduce((sum, [, count]) => sum + count, 0)));
    expect(blockerText('missingRows', params)).toContain(`${params['count']} 项缺数据，按缺项计分：`);
  });

  it('names the rounds whose last day has not passed', async () => {
    await made.call('year.change', {
      year: 2026,
      change: { due: '2027-01-20', rounds: ['year', 'quarter'], roundsDue: { '2026-Q1': '2026-04-15' } },
      reason: '定期',
    });
    const ahead = async (): Promise<string | null> => {
      const found = (await made.call('year.blockers', { year: 2026 })).blockers.find(({ code }) => code === 'dueAhead');
      return found === undefined ? null : blockerText(found.code, found.params);
    };
    made.setNow('2026-04-15T09:00:00+08:00');
    expect(await ahead()).toBe('报送截止日未到：年报 2027-01-20');
    made.setNow('2026-04-14T09:00:00+08:00');
    expect(await ahead()).toBe('报送截止日未到：年报 2027-01-20、第1季度 2026-04-15');
    made.setNow('2027-01-21T09:00:00+08:00');
    expect(await ahead()).toBeNull();
  });

  it('names measures, not their numbers, where a target is still to be set', async () => {
    await made.call('year.change', { year: 2026, change: { targets: { 'A1-01': '待定' } }, reason: '待下达' });
    const { blockers } = await made.call('year.blockers', { year: 2026 });
    expect(blockers.find(({ code }) => code === 'pending')?.params['measures']).toBe('细颗粒物（PM2.5）浓度');
  });
});

describe('a work', () => {
  it('keeps what tells it from others while its documents grow, and says under which name decisions are kept', async () => {
    const current = await made.call('work.current', {});
    await made.call('targets.revise', {
      revisions: [{ measure: 'A1-01', year: 2027, value: '≤30' }],
      document: '渝环〔2026〕1号',
      from: '2026-03-01',
      reason: '下达',
    });
    const later = await made.call('work.current', {});
    expect(later?.madeAt).toBe(current?.madeAt);
    expect(later?.planVersion).not.toBe(current?.planVersion);
    expect(await made.call('work.actor', {})).toEqual({ name: '测试员' });
    expect((await made.call('work.create', { file: made.grant(join(folder, 'other.sqlite')), planId: 'hechuan-2024' })).name).not.toBe(
      current?.name,
    );
  });
});
