import { describe, expect, test } from 'vitest';
import { builtInFormat, classifyFormatCode } from '../../../../../main/documents/workbook-reader/number-format.ts';

const idsOf = (wanted: string): number[] => Array.from({ length: 60 }, (_, id) => id).filter((id) => builtInFormat(id) === wanted);

describe('number formats', () => {
  test.each([
    ['General', 'general'],
    ['GENERAL', 'general'],
    ['General"家"', 'general'],
    ['G/通用格式', 'general'],
    ['G/通用格式"辆"', 'general'],
    ['[DBNum1][$-804]General', 'general'],
    ['0.00', 'general'],
    ['0_);[Red]\\(0\\)', 'general'],
    ['#,##0.00_ ', 'general'],
    ['_ ￥* #,##0.00_ ;_ ￥* \\-#,##0.00_ ;_ ￥* "-"??_ ;_ @_ ', 'general'],
    ['0.00E+00', 'general'],
    ['##0.0E-0', 'general'],
    ['@', 'general'],
    ['0"%"', 'general'],
    ['0\\%', 'general'],
    ['0_%', 'general'],
    ['"day "0', 'general'],
    ['[Red]0;[Blue]-0', 'general'],
    ['[$¥-804]#,##0', 'general'],
    ['[=1]"是";[=0]"否";General', 'general'],
    ['', 'general'],
    ['0%', 'percent'],
    ['0.00%', 'percent'],
    ['0.00%;[Red]-0.00%', 'percent'],
    ['[=0]"-";0.0%', 'percent'],
    ['#,##0.0\\ %', 'percent'],
    ['yyyy-mm-dd', 'date'],
    ['yyyy/m/d;@', 'date'],
    ['yyyy"年"m"月"d"日"', 'date'],
    ['yyyy年m月d日', 'date'],
    ['[$-804]yyyy"年"m"月";@', 'date'],
    ['[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy', 'date'],
    ['[DBNum1][$-804]m"月"d"日"', 'date'],
    ['[$-804]aaaa', 'date'],
    ['h:mm', 'date'],
    ['[h]:mm', 'date'],
    ['[mm]', 'date'],
    ['[ss].00', 'date'],
    ['[$-409]h:mm AM/PM', 'date'],
    ['ge.m.d', 'date'],
  ])('%j is %s', (code, expected) => {
    expect(classifyFormatCode(code)).toBe(expected);
  });

  test('built-in formats follow their numbers', () => {
    expect(idsOf('percent')).toEqual([9, 10]);
    expect(idsOf('date')).toEqual([
      14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47, 50, 51, 52, 53, 54, 55, 56, 57, 58,
    ]);
    expect(builtInFormat(Number.NaN)).toBe('general');
  });
});
