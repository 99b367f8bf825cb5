import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ConsentRow } from '../../../../../shared/contract/consents.ts';
import type { ScoreRow } from '../../../../../shared/domain/assessment/types.ts';
import { readSampleData } from '../../../../../main/services/samples/sample-data.ts';
import { sampleWork, TEMPLATES, type TestCore } from '../../../../support/core.ts';
import { temporaryFolder } from '../../../../support/folder.ts';
import { openYear } from '../../../../support/open-year.ts';
import { writeSampleReturn } from '../../../../support/sample-return.ts';

const folder = temporaryFolder();
const YEAR = 2024;
const POLICE = '区公安局';
let made: TestCore;
let workPath = '';

beforeAll(async () => {
  const work = await sampleWork(folder);
  made = work;
  workPath = work.workPath;
  await made.call('returns.import', { year: YEAR, sources: [made.grant(work.returns)] });
});

async function rowsOf(unitName: string): Promise<ConsentRow[]> {
  return (await made.call('consents.list', { year: YEAR })).rows.filter((row) => row.unitName === unitName);
}

async function scored(unit: string, rowId: string): Promise<ScoreRow | undefined> {
  const { score } = await made.call('assessment.explain', { year: YEAR, unit });
  return score.parts.flatMap((part) => part.rows).find((row) => row.rowId === rowId);
}

describe('the sample returns', () => {
  test('ask for exactly what the sample office consents to', async () => {
    const { rows } = await made.call('consents.list', { year: YEAR });
    const sample = readSampleData(TEMPLATES, 'hechuan-2024').consents;
    expect(rows.map((row) => `${row.unitName} ${row.rowId}`).toSorted()).toEqual(
      sample.map(({ unit, row }) => `${unit} ${row}`).toSorted(),
    );
    expect(rows.every((row) => row.asked !== null && row.consent === null)).toBe(true);
  });
});

describe('a request', () => {
  test('names the cell, is missing until the office consents, and counts again after the consent is withdrawn', async () => {
    const [asked] = await rowsOf('古楼镇');
    expect(asked).toMatchObject({ rowId: 'A3-5.9', asked: { sheet: '任务填报', cell: 'E17', raw: '不涉及' }, consent: null });
    expect(await scored('古楼镇', 'A3-5.9')).toMatchObject({ points: '0.00', state: 'missing' });

    const before = (await made.call('assessment.explain', { year: YEAR, unit: '古楼镇' })).score.total;
    const preview = await made.call('consents.preview', { year: YEAR, unit: '古楼镇', row: 'A3-5.9' });
    expect(preview.targets).toEqual([]);
    expect(preview.scores.map(({ subject }) => subject)).toContain('古楼镇');
    expect((await made.call('assessment.explain', { year: YEAR, unit: '古楼镇' })).score.total).toBe(before);

    made.setNow('2025-02-11T10:00:00+08:00');
    const given = await made.call('consents.give', { year: YEAR, unit: '古楼镇', row: 'A3-5.9', reason: '没有燃放点', by: '张三' });
    expect(given).toMatchObject({
      year: YEAR,
      rowId: 'A3-5.9',
      consent: { reason: '没有燃放点', by: '张三', at: '2025-02-11T10:00:00+08:00' },
    });
    expect(await rowsOf('古楼镇')).toMatchObject([{ rowId: 'A3-5.9', consent: { by: '张三', asBefore: false } }]);
    const exempt = await scored('古楼镇', 'A3-5.9');
    expect(exempt).toMatchObject({ points: null, state: 'notApplicable' });
    expect(exempt?.figures[0]?.rule.params).toMatchObject({ reason: 'consented', consentBy: '张三', consentReason: '没有燃放点' });

    const after = (await made.call('assessment.explain', { year: YEAR, unit: '古楼镇' })).score.total;
    expect(preview.scores.find(({ subject }) => subject === '古楼镇')).toMatchObject({ before, after });
    const back = await made.call('consents.preview', { year: YEAR, unit: '古楼镇', row: 'A3-5.9', withdraw: true });
    expect(back.scores.find(({ subject }) => subject === '古楼镇')).toMatchObject({ before: after, after: before });

    await made.call('consents.give', { year: YEAR, unit: '古楼镇', row: 'A3-5.9', reason: '补办了燃放点', by: '李四', withdraw: true });
    expect(await rowsOf('古楼镇')).toMatchObject([{ rowId: 'A3-5.9', consent: null }]);
    expect(await scored('古楼镇', 'A3-5.9')).toMatchObject({ points: '0.00', state: 'missing' });
  });

  test('that was consented to is not consented to again: the same word stores nothing, another one says what it replaces', async () => {
    const give = { year: YEAR, unit: '古楼镇', row: 'A3-5.9', reason: '没有燃放点', by: '张三' };
    expect(await made.call('consents.give', give)).toMatchObject({ before: null, unchanged: false });
    made.setNow('2025-02-12T10:00:00+08:00');
    const again = await made.call('consents.give', give);
    expect(again).toMatchObject({ unchanged: true, consent: { at: '2025-02-11T10:00:00+08:00' } });
    const other = await made.call('consents.give', { ...give, by: '李四' });
    expect(other).toMatchObject({ unchanged: false, before: { by: '张三' }, consent: { by: '李四', at: '2025-02-12T10:00:00+08:00' } });
    await made.call('consents.give', { ...give, reason: '补办了燃放点', withdraw: true });
  });

  test('is needed: a row that asks for nothing, one of another unit and one that is none are refused, and what was asked is named', async () => {
    const give = (unit: string, row: string, more: object = {}) =>
      made.fail('consents.give', { year: YEAR, unit, row, reason: '理由', by: '张三', ...more });
    expect(await give('三汇镇', 'A3-5.1')).toEqual({
      code: 'CONSENT_NOT_ASKED',
      params: { unit: '三汇镇', row: 'A3-5.1', year: YEAR, asked: 'A3-5.3（任务填报!E12）、A3-5.8（任务填报!E15）' },
    });
    expect(await give('三汇镇', 'A3-3.3')).toMatchObject({ code: 'CONSENT_ROW_UNKNOWN' });
    expect(await give('三汇镇', 'A9-9')).toMatchObject({ code: 'CONSENT_ROW_UNKNOWN', params: { row: 'A9-9' } });
    expect(await give(POLICE, 'A3-3.3-a')).toMatchObject({ code: 'CONSENT_NOT_ASKED', params: { asked: '' } });
    expect(await give('没有的镇', 'A3-5.1')).toMatchObject({ code: 'UNIT_UNKNOWN' });
    expect(await give('三汇镇', 'A3-5.3', { withdraw: true })).toMatchObject({ code: 'CONSENT_NONE', params: { given: '' } });
    expect(await give('三汇镇', 'A3-5.3', { reason: '  ' })).toMatchObject({ code: 'INPUT_INVALID' });
  });

  test('brings along the kind of its unit and what the unit wrote beside it', async () => {
    const changes = { 'A3-5.3|remark': { text: '辖区没有裸露地块' } };
    const path = await writeSampleReturn(made, folder, '三汇镇-备注.xlsx', { unitName: '三汇镇', changes });
    await made.call('returns.import', { year: YEAR, sources: [made.grant(path)], adoptAll: true });
    const rows = await rowsOf('三汇镇');
    expect(rows.find(({ rowId }) => rowId === 'A3-5.3')).toMatchObject({ kindName: '镇街', asked: { note: '辖区没有裸露地块' } });
  });

  test('that a later return no longer makes leaves the consent without effect', async () => {
    await made.call('consents.give', { year: YEAR, unit: '清平镇', row: 'A3-5.3', reason: '没有裸露地块', by: '张三' });
    expect(await scored('清平镇', 'A3-5.3')).toMatchObject({ points: null });
    const changes = { 'A3-5.3|status': { text: '已完成' }, 'A3-5.3|date': { date: '2024-09-01' } };
    const path = await writeSampleReturn(made, folder, '清平镇-改.xlsx', { unitName: '清平镇', changes });
    await made.call('returns.import', { year: YEAR, sources: [made.grant(path)], adoptAll: true });
    expect(await scored('清平镇', 'A3-5.3')).toMatchObject({ state: 'met' });
    expect(await rowsOf('清平镇')).toMatchObject([{ rowId: 'A3-5.3', asked: null, consent: { by: '张三' } }]);
  });

  test('for a task takes its blank figure with it, and is listed once', async () => {
    const changes = { 'A3-3.3|status': { text: '不涉及' }, 'A3-3.3-a|value': { text: '—' } };
    const path = await writeSampleReturn(made, folder, '公安-不涉及.xlsx', { unitName: POLICE, changes });
    await made.call('returns.import', { year: YEAR, sources: [made.grant(path)], adoptAll: true });
    expect((await rowsOf(POLICE)).map((row) => row.rowId)).toEqual(['A3-3.3']);
    expect(await scored('全区', 'A3-3.3')).toMatchObject({ points: '0.00', state: 'missing' });
    await made.call('consents.give', { year: YEAR, unit: POLICE, row: 'a3-3.3', reason: '由交通部门统一实施', by: '张三' });
    expect(await scored('全区', 'A3-3.3')).toMatchObject({ points: null, state: 'notApplicable' });
  });

  test('is part of what a score is computed from', async () => {
    const before = await made.call('assessment.score', { year: YEAR });
    await made.call('consents.give', { year: YEAR, unit: '狮滩镇', row: 'A3-9.1', reason: '统一开展', by: '张三' });
    const after = await made.call('assessment.score', { year: YEAR });
    expect(after.inputHash).not.toBe(before.inputHash);
    expect((await made.call('work.check', {})).problems).toEqual([]);
  });
});

describe('the year', () => {
  test('need not be said while only one is open, and has to be open', async () => {
    const give = { unit: '土场镇', row: 'A3-4.3', reason: '没有重点企业', by: '张三' };
    expect(await made.call('consents.give', give)).toMatchObject({ year: YEAR });
    expect(await made.fail('consents.give', { ...give, year: 2025 })).toMatchObject({ code: 'YEAR_NOT_OPEN' });
    openYear(join(workPath), 2025);
    await made.call('work.open', { file: made.grant(workPath) });
    expect(await made.fail('consents.give', give)).toEqual({ code: 'YEAR_UNSAID', params: { open: '2024、2025' } });
  });
});
