import BetterSqlite from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestCore } from '../../../../support/core.ts';
import { temporaryFolder } from '../../../../support/folder.ts';
import { AFTER_THE_FILES, csvFile, emptyWork } from '../../../../support/monitoring-files.ts';

const folder = temporaryFolder();
let made: TestCore & { readonly workPath: string };

beforeAll(async () => {
  made = await emptyWork(folder);
  const days = Array.from({ length: 30 }, (_, index) => `2024-06-${String(index + 1).padStart(2, '0')}`);
  const values = days.map((date, index) => ['清平镇', date, index < 3 ? 150 : 30, 50, 10, 30, 0.8, 100] as const);
  const head = ['镇街', '日期', 'PM2.5', 'PM10', 'SO2', 'NO2', 'CO', 'O3-8h'];
  const dust = [['日期', '镇街', '说明'], ...days.slice(0, 3).map((date) => [date, '清平镇', '沙尘'])];
  const sources = [csvFile(folder, '日均.csv', [head, ...values]), csvFile(folder, '扣沙日清单.csv', dust)].map((path) => made.grant(path));
  const report = await made.call('monitoring.import', { sources });
  expect(report.counts.accepted).toBe(2);
});
afterAll(() => made.core.close());

const june = async (settings = {}) => {
  const { rows } = await made.call('monitoring.evaluate', { period: '2024-06', places: ['清平镇'], settings });
  const evaluation = rows[0]?.evaluation;
  return [
    evaluation?.settings.dust,
    evaluation?.settings.index.rounding,
    evaluation?.concentrations.pm25?.mean.published,
    evaluation?.days.valid,
  ];
};
const set = (key: string, value: boolean | string, from: string) => made.call('settings.set', { key, value, from, reason: '按会议纪要' });

test('what the evaluation takes where nobody says otherwise is what the work has on the last day of the period', async () => {
  const preset = await june();
  expect(preset).toEqual([{ concentrations: true, days: 'without-pm' }, 'stages', '30.0', 30]);
  await set('dust.days', 'left-out', '2024-07-01');
  expect(await june()).toEqual(preset);
  await set('dust.concentrations', false, '2024-06-15');
  await set('index.rounding', 'each', '2024-01-01');
  expect(await june()).toEqual([{ concentrations: false, days: 'without-pm' }, 'each', '42.0', 30]);
  await set('dust.days', 'left-out', '2024-06-30');
  expect(await june()).toEqual([{ concentrations: false, days: 'left-out' }, 'each', '42.0', 27]);
  // What the call says goes before.
  const { rows } = await made.call('monitoring.evaluate', { period: '2024-06', places: ['清平镇'], settings: { dust: { days: 'kept' } } });
  expect(rows[0]?.evaluation.settings).toMatchObject({ dust: { concentrations: false, days: 'kept' }, index: { rounding: 'each' } });
  const { months } = await made.call('monitoring.months', { place: '清平镇', year: 2024 });
  expect(months.map(({ month, evaluation }) => [month, evaluation.settings.dust.days])).toEqual([['2024-06', 'left-out']]);
});

test('the list says what holds on a day, and how it came to be so', async () => {
  const holding = async (date: string) => {
    const { settings } = await made.call('settings.list', { date });
    // Rules for values of monitoring files and for events are tried where those are read.
    return Object.fromEntries(settings.filter(({ key }) => !/^(?:air|events)\./.test(key)).map(({ key, value }) => [key, value]));
  };
  expect(await holding('2023-12-31')).toEqual({
    'dust.concentrations': true,
    'dust.days': 'without-pm',
    'returns.status-words': '',
    'returns.yearly-from': '10-01',
    'index.rounding': 'stages',
    'index.weights': '',
    'index.pm25-decimals': '0',
  });
  expect(await holding('2024-06-20')).toEqual({
    'dust.concentrations': false,
    'dust.days': 'without-pm',
    'returns.status-words': '',
    'returns.yearly-from': '10-01',
    'index.rounding': 'each',
    'index.weights': '',
    'index.pm25-decimals': '0',
  });
  const { date, settings } = await made.call('settings.list', {});
  expect(date).toBe(AFTER_THE_FILES.slice(0, 10));
  expect(settings.find(({ key }) => key === 'dust.days')?.entries).toMatchObject([
    { value: 'left-out', from: '2024-07-01', reason: '按会议纪要', actor: '测试员', storedAt: AFTER_THE_FILES },
    { value: 'left-out', from: '2024-06-30' },
  ]);
});

test('an unknown setting names the known ones, and a value that cannot be says which can; nothing is stored', async () => {
  const entry = { from: '2024-01-01', reason: '试' };
  expect(await made.fail('settings.set', { ...entry, key: 'dust', value: true })).toEqual({
    code: 'SETTING_UNKNOWN',
    params: { key: 'dust', known: expect.stringContaining('dust.concentrations、dust.days、') },
  });
  expect(await made.fail('settings.set', { ...entry, key: 'index.rounding', value: 'floor' })).toEqual({
    code: 'SETTING_VALUE',
    params: { key: 'index.rounding', value: 'floor', allowed: 'stages、each、sum' },
  });
  expect(await made.fail('settings.set', { ...entry, key: 'dust.days', value: 'maybe' })).toMatchObject({
    params: { allowed: 'kept、without-pm、left-out' },
  });
  expect(await made.fail('settings.set', { ...entry, key: 'dust.days', value: 'left-out', from: '2024-02-30' })).toMatchObject({
    code: 'INPUT_INVALID',
    params: { path: 'from' },
  });
  expect(await made.fail('settings.set', { ...entry, key: 'dust.days', value: 'left-out', reason: ' ' })).toMatchObject({
    params: { path: 'reason' },
  });
  expect((await made.call('work.check', {})).problems).toEqual([]);
});

test('how the index is reckoned under HJ 663-2026 is not settled until somebody says so with a document; weights are a setting', async () => {
  const index = async (period: string) => {
    const { notes, rows } = await made.call('monitoring.evaluate', { period, places: ['清平镇'] });
    return {
      said: notes.filter((note) => note.includes('综合指数') && !note.startsWith('数值')),
      settings: rows[0]?.evaluation.settings.index,
    };
  };
  expect((await index('2024-06')).said).toHaveLength(1);
  expect((await index('2026-02')).said).toHaveLength(1);
  expect((await index('2026-03')).said.at(-1)).toContain('未定，沿用此前的做法');
  const entry = { key: 'index.weights', value: 'pm25=3，o3_8h=2', from: '2026-04-01', reason: '市局明确' };
  await made.call('settings.set', { ...entry, document: '某环〔2026〕5号' });
  await made.call('settings.set', { ...entry, key: 'index.pm25-decimals', value: '1' });
  expect((await index('2026-03')).said.at(-1)).toContain('未定');
  expect(await made.fail('settings.set', { ...entry, value: 'pm25=0' })).toMatchObject({ code: 'SETTING_VALUE' });
  const { said, settings } = await index('2026-04');
  expect(settings ?? { pm25Decimals: '1' }).toMatchObject({ pm25Decimals: '1' });
  expect(said.join('')).toContain('各单项指数加权之和');
  expect(said.at(-1)).toBe('综合指数的算法自2026年4月1日起按本单位的设置，依据某环〔2026〕5号。');
  expect((await made.call('work.check', {})).problems).toEqual([]);
});

test('a setting that no event speaks of is found by the check', async () => {
  const other = new BetterSqlite(made.workPath);
  other.exec("INSERT INTO setting VALUES (99, 'dust.days', 'false', '2024-01-01', NULL, '无', '某人', '2025')");
  other.close();
  expect((await made.call('work.check', {})).problems.map(({ kind }) => kind)).toEqual(['setting']);
});
