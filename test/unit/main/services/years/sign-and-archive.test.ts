import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { testCore, type TestCore } from '../../../../support/core.ts';
import { temporaryFolder } from '../../../../support/folder.ts';
import { tamper } from '../../../../support/tamper.ts';

const folder = temporaryFolder();
let works = 0;
let made: TestCore;

beforeEach(async () => {
  made = testCore(folder);
  await made.call('work.create', { file: made.grant(join(folder, `work-${(works += 1)}.sqlite`)), planId: 'hechuan-2024' });
});

describe('定稿', () => {
  it('is told of rows that were changed behind the program, before anything else that stands against it', async () => {
    const { run } = await made.call('run.make', { year: 2024 });
    expect((await made.call('year.blockers', { year: 2024 })).blockers.map(({ code }) => code)).toEqual(['missing', 'demonstration']);
    expect(tamper(join(folder, `work-${works}.sqlite`), "UPDATE year_decision SET actor = '旁人'")).toBe(1);
    const [first] = (await made.call('year.blockers', { year: 2024 })).blockers;
    expect(first).toMatchObject({ code: 'rows', params: { place: expect.stringContaining('2024') as unknown } });
    expect(await made.fail('year.final', { year: 2024, run: run.id, reason: '完成' })).toMatchObject({
      code: 'YEAR_BLOCKED',
      params: { blockers: expect.stringContaining('处数据与操作日志不符') as unknown },
    });
  });

  it('lists what stands against it, signs with it on record, and locks the year', async () => {
    const { run } = await made.call('run.make', { year: 2024 });
    const refused = await made.fail('year.final', { year: 2024, run: run.id, reason: '完成' });
    expect(refused).toMatchObject({ code: 'YEAR_BLOCKED', params: { count: 2 } });
    const view = await made.call('year.final', { year: 2024, run: run.id, reason: '完成', despite: '先行定稿' });
    expect(view).toMatchObject({
      state: 'final',
      final: { run: run.id, despite: '先行定稿', blockers: [{ code: 'missing' }, { code: 'demonstration' }] },
    });
    const revision = { revisions: [{ measure: 'A1-01', year: 2024, value: '30' }], document: 'x', from: '2024-01-01', reason: 'y' };
    expect((await made.fail('targets.revise', revision)).code).toBe('YEAR_FINAL');
    expect(
      (await made.fail('figures.set', { figures: [{ measure: 'A1-01', year: 2024, value: '30' }], document: 'x', reason: 'y' })).code,
    ).toBe('YEAR_FINAL');
    expect((await made.fail('year.change', { year: 2024, change: { due: '2025-03-01' }, reason: 'y' })).code).toBe('YEAR_FINAL');
    expect((await made.fail('returns.import', { year: 2024, sources: [made.grant(folder)] })).code).toBe('YEAR_FINAL');
    const decision = { year: 2024, subject: 'glass', statement: 'A3-4.2-a', reason: 'y' };
    expect((await made.fail('plan.decide', decision)).code).toBe('YEAR_FINAL');
    expect((await made.call('year.reopen', { year: 2024, reason: '更正' })).final).toBeNull();
    await made.call('targets.revise', revision);
  });

  it('signs no run of another year and none that is out of date', async () => {
    const { run } = await made.call('run.make', { year: 2024 });
    await made.call('year.open', { year: 2026, targets: 'carry', choices: {}, reason: '按计划开启' });
    expect((await made.fail('year.final', { year: 2026, run: run.id, reason: 'x' })).code).toBe('YEAR_RUN_OTHER');
    await made.call('figures.set', { figures: [{ measure: 'A1-01', year: 2024, value: '36' }], document: '市通报', reason: '认定' });
    expect((await made.fail('year.final', { year: 2024, run: run.id, reason: 'x', despite: 'x' })).code).toBe('YEAR_RUN_STALE');
  });
});

describe('归档', () => {
  const sign = async (): Promise<void> => {
    const { run } = await made.call('run.make', { year: 2024 });
    await made.call('year.final', { year: 2024, run: run.id, reason: '完成', despite: '先行定稿' });
  };

  it('marks a signed year, once, and says so in list, view and history', async () => {
    expect((await made.fail('year.archive', { year: 2024, reason: '办结' })).code).toBe('YEAR_NOT_SIGNED');
    expect((await made.fail('year.archive', { year: 2026, reason: '办结' })).code).toBe('YEAR_NOT_OPEN');
    await sign();
    const view = await made.call('year.archive', { year: 2024, reason: '办结' });
    expect(view).toMatchObject({ state: 'archived', archive: { reopenedAt: null }, final: { despite: '先行定稿' } });
    expect(view.history.at(-1)).toMatchObject({ act: 'archive', reason: '办结' });
    const { years } = await made.call('year.list', {});
    expect(years[0]).toMatchObject({ year: 2024, state: 'archived', archive: { at: view.archive?.at } });
    expect((await made.fail('year.archive', { year: 2024, reason: '再' })).code).toBe('YEAR_ARCHIVED');
  });

  it('locks the year, and the refusal says that it is archived', async () => {
    await sign();
    const change = { year: 2024, change: { due: '2025-03-01' }, reason: 'y' };
    expect(await made.fail('year.change', change)).toMatchObject({ code: 'YEAR_FINAL', params: { archived: '' } });
    const { archive } = await made.call('year.archive', { year: 2024, reason: '办结' });
    expect(await made.fail('year.change', change)).toMatchObject({ code: 'YEAR_FINAL', params: { archived: archive?.at.slice(0, 10) } });
  });

  it('no longer matches once the year is reopened, until it is signed and archived again', async () => {
    await sign();
    await made.call('year.archive', { year: 2024, reason: '办结' });
    const reopened = await made.call('year.reopen', { year: 2024, reason: '更正' });
    expect(reopened.final).toBeNull();
    expect(reopened.archive?.reopenedAt).toBe(reopened.history.at(-1)?.at);
    expect((await made.fail('year.archive', { year: 2024, reason: '办结' })).code).toBe('YEAR_NOT_SIGNED');
    await sign();
    expect((await made.call('year.show', { year: 2024 })).archive?.reopenedAt).not.toBeNull();
    expect((await made.call('year.archive', { year: 2024, reason: '重新办结' })).archive?.reopenedAt).toBeNull();
  });
});
