import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestCore, testCore } from '../../support/core.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { tryReturns } from '../../support/return-case.ts';
import { type Typed, typedCase } from '../../support/typed-case.ts';

const folder = temporaryFolder();
let made: TestCore;

beforeAll(async () => {
  made = testCore(folder);
  await made.call('work.create', { file: made.grant(join(folder, 'work.sqlite')), planId: 'hechuan-2024' });
});
afterAll(() => made.core.close());

const POLICE = '00-基准-区公安局.xlsx';
const TRAFFIC = '00-基准-区交通运输委.xlsx';
const TOWN = 'A6-镇街值填在灰格.xlsx';
/** The cells of the tables of typings: quantity, status, date, a share. */
const CELLS = { Q: [POLICE, '任务填报!H9'], S: [POLICE, '任务填报!F8'], D: [POLICE, '任务填报!G8'], X: [TOWN, '任务填报!G16'] } as const;

const SEVERITY = { error: 'E', warning: 'W', info: 'N' } as const;

/** The value that the preview shows for the cell, and severity and code of what is found there. */
async function seen(file: string, place: string, cells: Readonly<Record<string, Typed | null>>): Promise<string> {
  const copy = await typedCase(folder, file, cells);
  const { files } = await made.call('returns.preview', { year: 2024, sources: [made.grant(copy)] });
  const [sheet, cell] = place.split('!');
  const value = files[0]?.values.find((one) => one.sheet === sheet && one.cell === cell)?.value;
  const found = files[0]?.findings.filter((one) => one.sheet === sheet && one.cell === cell) ?? [];
  return [value === undefined || value === '' ? 'none' : value, ...found.map(({ severity, code }) => `${SEVERITY[severity]} ${code}`)].join(
    ' ',
  );
}

const typedInto = (key: keyof typeof CELLS, typed: Typed): Promise<string> =>
  seen(CELLS[key][0], CELLS[key][1], { [CELLS[key][1]]: typed });

describe('clear texts are read', () => {
  test.each<[keyof typeof CELLS, Typed, string]>([
    ['Q', '1350（辆）', '1350'],
    ['Q', '1350 (辆)', '1350'],
    ['Q', '1350[辆]', '1350'],
    ['Q', '1350輛', '1350'],
    ['Q', '已完成1350辆', '1350 W NUMBER_OPERATOR'],
    ['Q', '超额完成1360', '1360 W NUMBER_OPERATOR'],
    ['Q', '1.35千辆', '1350 W NUMBER_UNIT_SCALED'],
    ['Q', '1350辆，详见附件', '1350 N NUMBER_REST'],
    ['Q', '1350（其中柴油1200）', '1350 N NUMBER_REST'],
    ['Q', '1350(1200)', 'none E NUMBER_UNREADABLE'],
    ['Q', '1350辆（2024年）', '1350'],
    ['Q', '1350辆（2022年）', 'none E NUMBER_OTHER_YEAR'],
    ['Q', '“1350”', '1350'],
    ['Q', '‘1350', '1350'],
    ['Q', '〇', '0'],
    ['Q', '无新增', '0 W NUMBER_NONE_ADDED'],
    ['Q', '三千', '3000 W NUMBER_IN_WORDS'],
    ['Q', '一千三百五十', '1350 W NUMBER_IN_WORDS'],
    ['Q', '1200+150', 'none E NUMBER_UNREADABLE'],
    ['Q', '2024年1350辆', '1350 W NUMBER_OPERATOR'],
    ['Q', '全部', 'none E NUMBER_UNREADABLE'],
    ['Q', '完成1350辆', '1350 W NUMBER_OPERATOR'],
    ['Q', '合计：1350', '1350 W NUMBER_OPERATOR'],
    ['X', '100%（全量）', '100 N NUMBER_REST'],
    ['X', '17/20', 'none E NUMBER_UNREADABLE'],
    ['X', '八成五', '85 W NUMBER_IN_WORDS'],
    ['X', '百分之八十五', '85 W NUMBER_IN_WORDS'],
    ['X', '9成', '90 W NUMBER_IN_WORDS'],
    ['S', '已完成（8月）', '已完成 N STATUS_REST'],
    ['S', '按序推进中', '按序推进'],
    ['S', '已按要求完成', '已完成'],
    ['S', '己完成', '已完成 W STATUS_TYPO'],
    ['S', '已完成1350辆', '已完成 N STATUS_REST'],
    ['S', '基本完成', 'none E STATUS_UNREADABLE'],
    ['S', '已完成（80%）', 'none E STATUS_UNREADABLE'],
    ['D', '2024、8、31', '2024-08-31'],
    ['D', '二〇二四年八月三十一日', '2024-08-31'],
    ['D', '31/8/2024', '2024-08-31'],
    ['D', '08/31/2024', '2024-08-31'],
    ['D', '8/9/2024', 'none E DATE_UNREADABLE'],
    ['D', '8/8/2024', '2024-08-08'],
    ['D', 20240831, '2024-08-31'],
    ['D', '2023-08-31', '2023-08-31 W DATE_OTHER_YEAR'],
    ['D', '2025-08-31', '2025-08-31 W DATE_OTHER_YEAR'],
  ])('%s %s: %s', async (key, typed, expected) => {
    expect(await typedInto(key, typed)).toBe(expected);
  });
});

describe('doubtful texts are not adopted', () => {
  test.each<[keyof typeof CELLS, Typed, string]>([
    ['Q', 1350.5, 'none E NUMBER_NOT_WHOLE'],
    ['Q', '1350.5', 'none E NUMBER_NOT_WHOLE'],
    ['Q', '1.350', 'none E NUMBER_POINT_UNCLEAR'],
    ['Q', 0.9, 'none E NUMBER_NOT_WHOLE'],
    ['Q', 1e21, 'none E NUMBER_TOO_LARGE'],
    ['Q', 135_000, '135000（待确认） W VALUE_MAGNITUDE'],
    ['Q', 135, '135（待确认） W VALUE_MAGNITUDE'],
    ['Q', 1.35, 'none E NUMBER_NOT_WHOLE'],
    ['Q', 700, '700'],
    ['Q', 0, '0'],
    ['Q', { formula: 'SUM(Z1:Z9)', result: 0 }, '0（待确认） W FORMULA_OF_BLANKS'],
    ['Q', '不少于3000', 'none E NUMBER_LIMIT'],
    ['Q', '≥1350', 'none E NUMBER_LIMIT'],
    ['Q', '大于1350', 'none E NUMBER_LIMIT'],
    ['Q', '>1350', 'none E NUMBER_LIMIT'],
    ['Q', '<1350', 'none E NUMBER_LIMIT'],
    ['Q', '≤1350', 'none E NUMBER_LIMIT'],
    ['Q', '累计1350辆', '1350（待确认） W NUMBER_CUMULATIVE'],
    ['Q', '达1350', '1350（待确认） W NUMBER_REACHED'],
    ['Q', '约1350', 'none E NUMBER_VAGUE'],
    ['Q', '1350台', 'none E NUMBER_UNIT_OTHER'],
    ['X', 0.85, '85 W PERCENT_SCALED'],
    ['X', '0.85', '85 W PERCENT_SCALED'],
    ['X', '0.85%', '0.85 W PERCENT_SCALE_UNCLEAR'],
    ['X', 0.95, '95 W PERCENT_SCALED'],
    ['X', 1, '1（待确认） W PERCENT_SCALE_HELD'],
    ['X', '1', '1（待确认） W PERCENT_SCALE_HELD'],
    ['X', '1%', '1 W PERCENT_SCALE_UNCLEAR'],
    ['X', 8500, 'none E PERCENT_OVER_100'],
    ['X', '850', 'none E PERCENT_OVER_100'],
    ['D', 8.31, 'none E DATE_UNREADABLE'],
    ['D', 2024.8, 'none E DATE_UNREADABLE'],
    ['D', 202408, 'none E DATE_UNREADABLE'],
    ['D', 831, 'none E DATE_UNREADABLE'],
    ['D', { formula: 'TODAY()', result: new Date('2024-08-31T00:00:00Z') }, 'none E FORMULA_CHANGES'],
    ['D', '2014-08-31', '2014-08-31（待确认） W DATE_OTHER_YEAR W DATE_BEFORE_PLAN'],
  ])('%s %j: %s', async (key, typed, expected) => {
    expect(await typedInto(key, typed)).toBe(expected);
  });

  test.each<[Record<string, Typed | null>, string, string]>([
    [{ '指标填报!H4': '无', '指标填报!I4': 1000 }, '指标填报!H4', 'none E NUMBER_NONE'],
    [{ '指标填报!H4': 320, '指标填报!I4': '无' }, '指标填报!I4', 'none E NUMBER_NONE'],
    [{ '指标填报!H4': 320.5, '指标填报!I4': 1000 }, '指标填报!H4', 'none E NUMBER_NOT_WHOLE'],
    [{ '指标填报!H4': '—', '指标填报!I4': '—', '指标填报!J4': 35 }, '指标填报!J4', '35 W RATE_WITHOUT_PARTS'],
    [{ '指标填报!H4': '320/1000', '指标填报!I4': null }, '指标填报!H4', 'none E NUMBER_UNREADABLE'],
  ])('the rate %j: %s %s', async (cells, place, expected) => {
    expect(await seen(TRAFFIC, place, cells)).toBe(expected);
  });
});

describe('what is held does not count until somebody confirms it', () => {
  test('it is stored with its reading, leaves the row unsettled, and the explanation names the cell', async () => {
    const own = testCore(folder);
    try {
      await own.call('work.create', { file: own.grant(join(folder, 'held.sqlite')), planId: 'hechuan-2024' });
      const copy = await typedCase(folder, POLICE, { '任务填报!H9': 135_000 });
      const { files } = await own.call('returns.import', { year: 2024, sources: [own.grant(copy)] });
      expect(files.map(({ outcome, answers }) => [outcome, answers])).toEqual([['accepted', 20]]);
      const { score } = await own.call('assessment.explain', { year: 2024, unit: '区公安局' });
      expect(JSON.stringify(score)).toContain('"reason":"held"');
      expect(JSON.stringify(score)).toContain('"cell":"H9"');
      expect((await own.call('work.check', {})).problems).toEqual([]);
    } finally {
      own.core.close();
    }
  });

  test.each([
    ['A3-分子填无.xlsx', '区生态环境局', 'E 指标填报!H5 NUMBER_NONE'],
    ['A5-日期1900.xlsx', '区生态环境局', 'E 任务填报!G43 DATE_UNREADABLE'],
    ['B-完成日期填斜杠.xlsx', '区生态环境局', 'W 任务填报!G43 DATE_MISSING'],
    ['B-状态填斜杠却有完成日期.xlsx', '区生态环境局', 'E 任务填报!F43 EXEMPTION_MIXED'],
    ['B-状态填斜杠却有完成日期.xlsx', '区生态环境局', 'E 任务填报!F44 EXEMPTION_MIXED'],
    ['B-状态填斜杠却有完成日期.xlsx', '区生态环境局', 'E 指标填报!K4 EXEMPTION_UNCLEAR'],
    ['B-不少于1350.xlsx', '区公安局', 'E 任务填报!H9 NUMBER_LIMIT'],
    ['B-小于等于1350.xlsx', '区公安局', 'E 任务填报!H9 NUMBER_LIMIT'],
    ['B-填报日期错年.xlsx', '区公安局', 'E 填报说明!B12 REPORT_DATE_IMPLAUSIBLE'],
  ])('%s of %s: %s', async (file, unit, found) => {
    expect((await tryReturns(folder, unit, [file])).findings).toContain(found);
  });

  test('a date typed as 8.31 is none: the task is judged as without a date', async () => {
    expect((await tryReturns(folder, '区生态环境局', ['A5-日期1900.xlsx'])).score).toBe('99.44');
  });
});

test('words of the office for 完成状态 are read from the day they were set, and returns read before stay as they were', async () => {
  const own = testCore(folder);
  try {
    await own.call('work.create', { file: own.grant(join(folder, 'words.sqlite')), planId: 'hechuan-2024' });
    const copy = await typedCase(folder, POLICE, { '任务填报!F8': '已交付' });
    const findings = async (): Promise<string[]> => {
      const { files } = await own.call('returns.preview', { year: 2024, sources: [own.grant(copy)] });
      return files.flatMap((file) => file.findings.filter(({ cell }) => cell === 'F8').map(({ cell, code }) => `${cell} ${code}`));
    };
    expect(await findings()).toEqual(['F8 STATUS_UNREADABLE']);
    await own.call('returns.import', { year: 2024, sources: [own.grant(copy)] });
    own.setNow('2025-02-11T09:00:00+08:00');
    const words = { key: 'returns.status-words', value: '已交付=已完成;筹备中=未启动', from: '2025-01-01', reason: '城市管理局用语' };
    await own.call('settings.set', words);
    expect(await findings()).toEqual([]);
    expect((await own.call('work.check', {})).problems).toEqual([]);
    expect((await own.fail('settings.set', { ...words, value: '已交付=好' })).code).toBe('SETTING_VALUE');
    expect((await own.fail('settings.set', { ...words, value: '已完成=未启动' })).code).toBe('SETTING_VALUE');
  } finally {
    own.core.close();
  }
});
