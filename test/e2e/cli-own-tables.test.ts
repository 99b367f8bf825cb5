import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { temporaryFolder } from '../support/folder.ts';
import { emptyWork } from '../support/monitoring-files.ts';
import { runCli } from '../support/run-cli.ts';

const folder = temporaryFolder();
const W = 'work.sqlite';

/** A list of the office’s own, whose second row is none of the form. */
const list = (year: number, scrapped: number): string =>
  `合川区公安局${year}年任务完成情况\n填报时间：${year + 1}年1月8日\n序号,工作任务,计量单位,完成情况\n1,淘汰老旧车辆,辆,${scrapped}\n2,酒驾查处,起,512\n`;

beforeAll(async () => {
  const made = await emptyWork(folder, W);
  made.core.close();
  writeFileSync(join(folder, '甲.csv'), list(2024, 1380));
  writeFileSync(join(folder, '乙.csv'), list(2024, 1390));
});

const takeIn = (name: string, ...more: string[]) => runCli(['import', W, name, '--year', '2024', '--all', ...more], folder);

test('import says of a row that is none how it is told, and takes it so', async () => {
  const before = await takeIn('甲.csv', '--unit', '区公安局', '--dry-run');
  expect(before.stdout).toContain("命令行加 --row '酒驾查处=编号'，不要的写 =不取");
  const { code, stdout } = await takeIn('甲.csv', '--unit', '区公安局', '--row', '淘汰老旧车辆=A3-3.4-a', '--row', '酒驾查处=不取');
  expect(code).toBe(0);
  expect(stdout).toContain('“淘汰老旧车辆”按选定的对应关系读作 A3-3.4-a');
  expect(stdout).toContain('“酒驾查处”选定为不取');
});

test('the next table of the unit is read by it, and check finds each as it was read', async () => {
  const { code, stdout } = await takeIn('乙.csv', '--adopt-all');
  expect(code).toBe(0);
  expect(stdout).toContain('“淘汰老旧车辆”按选定的对应关系读作 A3-3.4-a');
  const check = await runCli(['check', W], folder);
  expect([check.code, check.stdout.includes('核验通过')]).toEqual([0, true]);
});

test('what is no name with an id, and a row that is not there, are refused with the way to say it', async () => {
  const unsaid = await takeIn('甲.csv', '--row', '淘汰老旧车辆');
  expect([unsaid.code, unsaid.stderr.includes('请写成“名称=编号”或“名称=不取”')]).toEqual([1, true]);
  const absent = await takeIn('甲.csv', '--unit', '区公安局', '--row', '查处黑烟车=A3-3.4-a');
  expect([absent.code, absent.stderr.includes('没有可选定对应关系的“查处黑烟车”这一行')]).toEqual([1, true]);
});
