import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { runsMethods } from '../../shared/contract/runs.ts';
import { settingsMethods } from '../../shared/contract/settings.ts';
import { temporaryFolder } from '../support/folder.ts';
import { jsonValue, runCli } from '../support/run-cli.ts';

const folder = temporaryFolder();
const config = join(folder, 'config');
const work = join(folder, '工作库.sqlite');

beforeAll(async () => {
  expect((await runCli(['init', work, '--plan', 'hechuan-2024', '--by', '王五'])).code).toBe(0);
});

describe('runs', () => {
  test('are kept by command only, once for the same input, and listed with who made them', async () => {
    expect((await runCli(['score', work, '--year', '2024'])).code).toBe(0);
    expect((await runCli(['rank', work, '--period', '2024-07'])).code).toBe(0);
    expect((await runCli(['run', 'list', work])).stdout).toContain('还没有计算记录');
    expect((await runCli(['run', 'make', work, '--year', '2024', '--by', '张三'])).stdout).toContain('已存为第 1 号计算记录（年度得分）');
    expect((await runCli(['run', 'make', work, '--year', '2024', '--by', '李四'])).stdout).toContain('与第 1 号计算记录（年度得分）相同');
    expect((await runCli(['run', 'make', work, '--ranking', '2024-H1', '--scheme', 'ranking-2024', '--by=李四'])).code).toBe(0);
    const listed = runsMethods['run.list'].output.parse(jsonValue(await runCli(['run', 'list', work, '--json'])));
    expect(listed.runs.map(({ id, kind, period, actor, scheme }) => [id, kind, period, actor, scheme])).toEqual([
      [2, 'ranking', '2024-H1', '李四', 'ranking-2024'],
      [1, 'assessment', '2024', '张三', 'default-2024'],
    ]);
    const table = (await runCli(['run', 'list', work])).stdout;
    expect(table).toMatch(/编号.*类别.*时段.*时间.*操作人.*方案/u);
    expect(table).toContain('2024年上半年');
    expect((await runCli(['run', 'show', work, '1'])).stdout).toMatch(/第 1 号计算记录.*张三[\s\S]*2024 年度考核得分/u);
    expect((await runCli(['run', 'show', work, '2'])).stdout).toContain('各镇街空气质量排名（2024年上半年）');
  });

  test.each([
    [['run', 'make', work], /--year 年度 或 --ranking 时段/u],
    [['run', 'make', work, '--year', '2024', '--ranking', '2024'], /两者选一/u],
    [['run', 'show', work, 'eins'], /编号/u],
    [['run', 'show', work, '99'], /没有第 99 号计算记录/u],
    [['run', 'make', work, '--ranking', '2024-13'], /时段“2024-13”不正确/u],
    [['settings', work, 'burn'], /list 或 set/u],
    [['settings', work, 'set', 'dust.days'], /请写全/u],
    [['settings', work, 'set', 'dust', '1', '--from', '2024-01-01', '--reason', '试'], /没有“dust”这个设置项。可用：dust\.concentrations/u],
    [
      ['settings', work, 'set', 'index.rounding', 'floor', '--from', '2024-01-01', '--reason', '试'],
      /不能是“floor”。可用：stages（浓度先修约，各单项指数再修约到2位小数后相加）、each（.+）、sum（只对总和修约）/u,
    ],
    [['run', 'make', work, '--year', '2024', '--by', ''], /没有写明操作人/u],
  ] as const)('%j: one Chinese sentence', async (args, sentence) => {
    const { code, stderr } = await runCli(args);
    expect([code, stderr.trim().split('\n').length]).toEqual([1, 1]);
    expect(stderr).toMatch(sentence);
  });
});

describe('settings', () => {
  test('are listed with their presets, changed from a day on, and said by whom and why', async () => {
    expect((await runCli(['settings', work, 'list'])).stdout).toMatch(/dust\.concentrations.*是.*程序预设/u);
    const args = [
      'settings',
      work,
      'set',
      'dust.days',
      'left-out',
      '--from',
      '2024-03-01',
      '--reason',
      '市局要求',
      '--document',
      '渝环〔2024〕7号',
    ];
    const set = await runCli([...args, '--by', '张三', '--json']);
    expect(settingsMethods['settings.set'].output.parse(jsonValue(set))).toMatchObject({
      value: 'left-out',
      actor: '张三',
      document: '渝环〔2024〕7号',
    });
    const listed = (await runCli(['settings', work, 'list', '--date', '2024-03-01'])).stdout;
    expect(listed).toMatch(/dust\.days.*整日不计.*2024-03-01.*市局要求.*渝环〔2024〕7号.*张三/u);
    expect((await runCli(['settings', work, 'list', '--date', '2024-02-29'])).stdout).not.toContain('市局要求');
    expect((await runCli(['check', work])).stdout).toMatch(/操作记录 \d+ 条/u);
  });
});

describe('the machine', () => {
  test('keeps the name that events carry; --by goes before it', async () => {
    const env = { ZHIQI_CONFIG: config };
    mkdirSync(config);
    expect((await runCli(['machine', '--user-name', '赵六', '--fonts', folder], undefined, '', env)).stdout).toContain('赵六');
    expect(JSON.parse(readFileSync(join(config, 'settings.json'), 'utf8'))).toMatchObject({ userName: '赵六', fontsFolder: folder });
    await runCli(['run', 'make', work, '--ranking', '2024-01'], undefined, '', env);
    await runCli(['run', 'make', work, '--ranking', '2024-02', '--by', '钱七'], undefined, '', env);
    const { runs } = runsMethods['run.list'].output.parse(jsonValue(await runCli(['run', 'list', work, '--json'])));
    expect(runs.slice(0, 2).map(({ actor }) => actor)).toEqual(['钱七', '赵六']);
    expect((await runCli(['machine', '--user-name', ''], undefined, '', env)).stdout).not.toContain('赵六');
    expect(existsSync(join(folder, 'work.sqlite-wal'))).toBe(false);
  });
});
