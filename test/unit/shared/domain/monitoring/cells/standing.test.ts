import { describe, expect, test } from 'vitest';
import type { RawSheet } from '../../../../../../shared/domain/tables/raw-workbook.ts';
import { bookOf, dayLines, places, readBook, sheetOf, townId, type Written } from '../tables.ts';

const TOWN = '合阳城街道';
const HE = townId(TOWN);

const DAYS: readonly (readonly Written[])[] = [
  ['镇街', '日期', 'PM2.5', 'PM10'],
  [TOWN, '2025-01-01', 30, 60],
  [TOWN, '2025-01-02', 31, 61],
];

const withFormula = (sheet: RawSheet, address: string, formula: string, held = true): RawSheet => ({
  ...sheet,
  cells: sheet.cells.map((cell) =>
    cell.address === address ? { ...cell, formula: true, look: { formula }, value: held ? cell.value : { type: 'blank' } } : cell,
  ),
});

/** C2 → row 2, column 3. */
const placeOf = (address: string) => ({ row: Number(address.slice(1)), column: address.charCodeAt(0) - 64 });

describe('comments of cells', () => {
  const commented = (address: string, text: string, edition?: number) =>
    readBook(
      bookOf({ ...sheetOf('Sheet1', DAYS), comments: [{ address, ...placeOf(address), text }] }),
      edition === undefined ? {} : { edition },
    );

  test.each(['此值无效', '作废', '仪器故障', '更正为 36', '88', '实为八十八', '约 40', '停电2小时', '数据存疑，待核'])(
    '%s on a value: it is not taken, and quoted',
    (text) => {
      const reading = commented('C2', text);
      expect(dayLines(reading)).toEqual([`${HE} 2025-01-01 pm10=60`, `${HE} 2025-01-02 pm10=61 pm25=31`]);
      expect(reading.findings.map(({ code, cell, params }) => [code, cell, params['text']])).toEqual([
        ['MONITOR_COMMENT_HELD', 'C2', text.replace('，', ',')],
      ]);
    },
  );

  test.each(['已核对', '数据有效，无异常', '2025-01-03 09:00 核对无误', 'PM2.5 与 PM10 已核对', '1月2日复核'])(
    '%s: taken, and quoted',
    (text) => {
      const reading = commented('C2', text);
      expect([dayLines(reading).length, places(reading, 'MONITOR_COMMENT'), places(reading, 'MONITOR_COMMENT_HELD')]).toEqual([
        2,
        ['C2'],
        [],
      ]);
      expect(dayLines(reading)[0]).toBe(`${HE} 2025-01-01 pm10=60 pm25=30`);
    },
  );

  test('on the day or the place of a row it speaks of all its values; elsewhere it is quoted', () => {
    expect(dayLines(commented('B3', '当日设备故障'))).toEqual([`${HE} 2025-01-01 pm10=60 pm25=30`]);
    const beside = commented('C1', '设备 1 月检修');
    expect([dayLines(beside).length, places(beside, 'MONITOR_COMMENT_BESIDE')]).toEqual([2, ['C1']]);
    expect(places(commented('F9', '1月3日无效'), 'MONITOR_COMMENT_BESIDE')).toEqual(['F9']);
  });

  test('files that were read before comments were keep their values', () =>
    expect([dayLines(commented('C2', '此值无效', 4)).length, commented('C2', '此值无效', 4).findings]).toEqual([2, []]));
});

describe('results of formulas', () => {
  const read = (address: string, formula: string, held = true) =>
    readBook(bookOf(withFormula(sheetOf('Sheet1', DAYS), address, formula, held)));
  const heldAt = (address: string, formula: string, held = true) => {
    const reading = read(address, formula, held);
    return reading.findings.map(({ code, cell, params }) => [code, cell, params['reason']]);
  };

  test('none, one that changes, one of blank cells, one that was not computed: none is a value', () => {
    expect(heldAt('C2', 'D9+1', false)).toEqual([['MONITOR_FORMULA_HELD', 'C2', 'empty']]);
    expect(heldAt('C2', 'RANDBETWEEN(20,40)')).toEqual([['MONITOR_FORMULA_HELD', 'C2', 'changes']]);
    expect(heldAt('C2', 'SUM(K1:K9)')).toEqual([['MONITOR_FORMULA_HELD', 'C2', 'blanks']]);
    expect(heldAt('C2', 'D2/3')).toEqual([['MONITOR_FORMULA_HELD', 'C2', 'differs']]);
    expect(dayLines(read('C2', 'D2/3'))).toEqual([`${HE} 2025-01-01 pm10=60`, `${HE} 2025-01-02 pm10=61 pm25=31`]);
  });

  test('a row of which nothing was computed is named, and its neighbours are read', () => {
    const sheet = withFormula(withFormula(sheetOf('Sheet1', DAYS), 'C3', 'E3', false), 'D3', 'F3', false);
    const reading = readBook(bookOf(sheet));
    expect([dayLines(reading), places(reading, 'MONITOR_FORMULA_HELD')]).toEqual([[`${HE} 2025-01-01 pm10=60 pm25=30`], ['C3', 'D3']]);
  });

  test('a sound one is taken; of another workbook, or of moved cells, with a word', () => {
    expect(heldAt('C2', 'D2/2')).toEqual([]);
    expect(heldAt('C2', "'[1]三月'!C2")).toEqual([['MONITOR_FORMULA_EXTERNAL', 'C2', undefined]]);
    expect(heldAt('C2', 'OFFSET(D2,0,0)/2')).toEqual([['MONITOR_FORMULA_VOLATILE', 'C2', undefined]]);
    expect(dayLines(read('C2', 'OFFSET(D2,0,0)/2'))).toHaveLength(2);
  });

  test('a day that is today whenever the file is opened is none, nor is one that was not computed', () => {
    const today = read('B3', 'TODAY()-1');
    expect([dayLines(today).length, places(today, 'MONITOR_FORMULA_HELD')]).toEqual([1, ['B3']]);
    const none = read('B3', 'B2+1', false);
    expect([dayLines(none).length, places(none, 'MONITOR_ROWS_WITHOUT_KEY').length]).toEqual([1, 1]);
  });

  test('a title that says today says no day', () => {
    const titled = sheetOf('Sheet1', [['2025-01-05空气质量日报'], ['镇街', 'PM2.5'], [TOWN, 30]]);
    expect(dayLines(readBook(bookOf(titled)))).toEqual([`${HE} 2025-01-05 pm25=30`]);
    const changing = readBook(bookOf(withFormula(titled, 'A1', 'TEXT(TODAY(),"yyyy-mm-dd")&"空气质量日报"')));
    expect([dayLines(changing), places(changing, 'MONITOR_TABLE_LACKS').length]).toEqual([[], 1]);
  });
});
