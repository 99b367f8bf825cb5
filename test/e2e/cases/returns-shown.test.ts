import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../support/folder.ts';
import { tryReturns } from '../../support/return-case.ts';

const folder = temporaryFolder();

describe('complete returns without a fault are read whole', () => {
  test.each([
    ['区公安局', 21, '100.00'],
    ['区交通运输委', 23, '99.25'],
  ])('%s', async (unit, values, score) => {
    expect(await tryReturns(folder, unit, [`00-基准-${unit}.xlsx`])).toEqual({ outcomes: ['accepted'], findings: [], values, score });
  });

  test('the two faults of a third are named', async () => {
    const { findings, values, score } = await tryReturns(folder, '区生态环境局', ['00-基准-区生态环境局.xlsx']);
    expect(findings.map((found) => found.split(' ').slice(0, 2).join(' '))).toEqual(['E 指标填报!K10', 'W 任务填报!F46']);
    expect([values, score]).toEqual([156, '96.67']);
  });
});

describe('what the page shows counts', () => {
  test.each([
    ['A7-划线改数.xlsx', ['W 任务填报!H9 CELL_STRUCK_PART'], 21, '100.00'],
    ['A8-格式万辆.xlsx', ['W 任务填报!H9 CELL_FORMAT_WORDS', 'W 任务填报!H9 NUMBER_UNIT_SCALED'], 21, '100.00'],
    ['B-公式缓存为0.xlsx', ['E 任务填报!H9 FORMULA_DISAGREES'], 20, '80.00'],
    ['B-引用外部文件.xlsx', ['W 任务填报!H9 FORMULA_EXTERNAL'], 21, '100.00'],
    ['C-尾部附加字节.xlsx', ['N FILE_TRAILING_BYTES'], 21, '100.00'],
    ['B-存为xls.xls', [], 21, '100.00'],
  ])('%s', async (file, findings, values, score) => {
    expect(await tryReturns(folder, '区公安局', [file])).toEqual({ outcomes: ['accepted'], findings, values, score });
  });

  test.each([
    ['坏-xls截断.xls', 'E FILE_DAMAGED'],
    ['坏-xls扇区链成环.xls', 'E FILE_DAMAGED'],
    ['坏-四十行各16384列.xlsx', 'E FILE_OVER_LIMIT'],
  ])('%s is refused for what it is', async (file, found) => {
    expect(await tryReturns(folder, '区公安局', [file])).toMatchObject({ outcomes: ['rejected'], findings: [found], values: 0 });
  });
});
