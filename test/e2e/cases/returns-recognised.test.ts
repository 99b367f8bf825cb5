import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../support/folder.ts';
import { RETURN_CASES, tryChosen, tryReturns } from '../../support/return-case.ts';

const folder = temporaryFolder();
const POLICE = '区公安局';
const TRAFFIC = '区交通运输委';
const TOWN = '合阳城街道';

describe('what is typed where nobody asks for it is named by its cell', () => {
  test.each([
    ['A6-值填在任务行灰格.xlsx', POLICE, ['E 任务填报!H10 CELL_GREY'], 20, '80.00'],
    ['A6-合并单元格.xlsx', POLICE, ['E 任务填报!H10 CELL_MERGED'], 20, '80.00'],
    ['A6-值写在备注.xlsx', POLICE, ['W 任务填报!H11 VALUE_IN_REMARK'], 21, '80.00'],
    ['A6-插一行补充数.xlsx', POLICE, ['W 任务填报!B10 CELL_UNREAD'], 21, '100.00'],
    ['A6-更正数写在表右侧.xlsx', POLICE, ['E 任务填报!N9 CELL_UNREAD_ANSWER'], 21, '100.00'],
    ['A6-补充数写在表下方.xlsx', POLICE, ['E 任务填报!B16 CELL_UNREAD_ANSWER'], 21, '100.00'],
    ['A6-镇街值填在灰格.xlsx', TOWN, ['E 任务填报!G6 CELL_GREY'], 410, '100.00'],
  ])('%s', async (file, unit, findings, values, score) => {
    expect(await tryReturns(folder, unit, [file])).toEqual({ outcomes: ['accepted'], findings, values, score });
  });
});

describe('two readings are settled by no position', () => {
  test.each([
    ['A2-两个完成值列-无任何提示.xlsx', ['E 任务填报!H4 COLUMN_TWICE', 'E 任务填报!I4 COLUMN_TWICE'], 19, '60.00'],
    ['A2-两个完成值列.xlsx', ['E 任务填报!H4 COLUMN_TWICE', 'E 任务填报!I4 COLUMN_TWICE'], 19, '60.00'],
    ['A9-两行编号对调.xlsx', ['E 任务填报!A9 ROW_ID_DISAGREES', 'E 任务填报!A11 ROW_ID_DISAGREES'], 19, '60.00'],
    ['B-同表第二份更正版.xlsx', ['E 任务填报!H9 SHEETS_DISAGREE', 'E 任务填报 (2)!H9 SHEETS_DISAGREE'], 20, '80.00'],
    ['B-第二份同表有值原表空.xlsx', ['W 任务填报 (2) SHEET_FILLED_OTHER'], 21, '100.00'],
  ])('%s', async (file, findings, values, score) => {
    expect(await tryReturns(folder, POLICE, [file])).toEqual({ outcomes: ['accepted'], findings, values, score });
  });
});

describe('a form that was changed in its shape is read as a person reads it', () => {
  test.each([
    ['A1-表改名.xlsx', ['W 任务填报（公安局） SHEET_RENAMED'], 21, '100.00'],
    ['B-编号改序号.xlsx', ['W 任务填报!A4 HEADER_DIFFERS'], 21, '100.00'],
    ['B-表头带单位.xlsx', ['W 任务填报!H4 HEADER_UNIT'], 21, '100.00'],
    ['A8-单位列改万辆.xlsx', ['E 任务填报!H9 UNIT_CELL_CHANGED'], 20, '80.00'],
  ])('%s', async (file, findings, values, score) => {
    expect(await tryReturns(folder, POLICE, [file])).toEqual({ outcomes: ['accepted'], findings, values, score });
  });

  test('a pollutant without its unit', async () => {
    expect(await tryReturns(folder, TOWN, ['B-空气-表头PM2.5不带单位.xlsx'])).toEqual({
      outcomes: ['accepted'],
      findings: ['N 空气监测!B4 HEADER_UNIT_ASSUMED'],
      values: 411,
      score: '100.00',
    });
  });

  test('two pollutants under each other’s title are one finding, and neither is adopted', async () => {
    const { findings, score } = await tryReturns(folder, TOWN, ['B-空气-PM2.5与PM10表头对调.xlsx']);
    expect([findings, score]).toEqual([['E 空气监测!B4:C4 AIR_COLUMNS_SWAPPED'], '40.00']);
  });
});

describe('whose return it is, all that can be seen decides', () => {
  const borrowed = ['A9-借用交通委表改封面为城市管理局.xlsx', 'A9-借表-区城市管理局-2024年填报表.xlsx'];

  test.each(borrowed)('%s waits for a choice', async (file) => {
    expect(await tryReturns(folder, TRAFFIC, [file])).toMatchObject({
      outcomes: ['undecided'],
      findings: ['E 填报说明!B3 RETURN_UNIT_DISAGREES'],
      values: 0,
      score: '0.00',
    });
  });

  test('a borrowed form replaces no return', async () => {
    const { outcomes, score } = await tryReturns(folder, TRAFFIC, ['00-基准-区交通运输委.xlsx'], [borrowed[1] ?? '']);
    expect([outcomes, score]).toEqual([['undecided'], '99.25']);
  });

  test('the unit that is chosen among those it names is taken, and no other', async () => {
    const [file = ''] = borrowed;
    expect(await tryChosen(folder, TRAFFIC, { chosen: TRAFFIC }, [file])).toMatchObject({
      outcomes: ['accepted'],
      values: 23,
      score: '99.25',
    });
    expect(await tryChosen(folder, TRAFFIC, { chosen: POLICE }, [file])).toMatchObject({
      outcomes: ['rejected'],
      findings: ['E 填报说明!B3 RETURN_UNIT_NOT_NAMED'],
    });
  });

  test('a file name that alone differs is a warning, for the file’s own unit only', async () => {
    expect(await tryReturns(folder, TRAFFIC, ['B-文件名不符-部门-07-区公安局-2024年填报表.xlsx'])).toEqual({
      outcomes: ['accepted'],
      findings: ['W RETURN_NAME_DIFFERS'],
      values: 23,
      score: '99.25',
    });
    const other = join(folder, '区经济信息委-更正.xlsx');
    copyFileSync(join(RETURN_CASES, '00-基准-区公安局.xlsx'), other);
    expect((await tryReturns(folder, POLICE, [other])).findings).toEqual(['W RETURN_NAME_DIFFERS']);
  });

  test('without its hidden sheet it is recognised, and taken in once somebody has said whose it is', async () => {
    const file = 'B-复制到新工作簿.xlsx';
    expect(await tryReturns(folder, POLICE, [file])).toEqual({
      outcomes: ['undecided'],
      findings: ['W 填报说明!B3 RETURN_KEY_LOST'],
      values: 21,
      score: '0.00',
    });
    expect(await tryChosen(folder, POLICE, { chosen: POLICE }, [file])).toMatchObject({
      outcomes: ['accepted'],
      values: 21,
      score: '100.00',
    });
    expect((await tryChosen(folder, POLICE, { chosen: TRAFFIC }, [file])).outcomes).toEqual(['rejected']);
  });
});
