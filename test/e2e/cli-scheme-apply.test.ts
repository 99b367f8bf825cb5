import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { AIR_HEAD, airMonth } from '../support/applied-scheme.ts';
import { temporaryFolder } from '../support/folder.ts';
import { csvFile } from '../support/monitoring-files.ts';
import { jsonValue, runCli } from '../support/run-cli.ts';

const folder = temporaryFolder();
const work = join(folder, 'work.sqlite');

async function done(...args: string[]): Promise<string> {
  const result = await runCli([...args, '--by', '张三'], folder);
  expect(result, result.stderr).toMatchObject({ code: 0 });
  return result.stdout;
}

test('a clerk stores a scheme, enters what it needs, and reads what it gives and what is lacking', async () => {
  await done('init', work, '--plan', 'hechuan-2024');
  const days = [...airMonth('清平镇', '2024-07', { pm25: 30 }), ...airMonth('土场镇', '2024-07', { pm25: 36 })];
  await done('air', 'import', work, csvFile(folder, '日均值.csv', [AIR_HEAD, ...days]));
  const scheme = join(folder, '办法.yml');
  const rules = 'rules: { out: 万元, per: month, clear: year, sum: [{ of: pm25, vs: target, rate: 2 }, { manual: 巡查 }] }';
  writeFileSync(scheme, `id: own\ntitle: 镇街奖惩\nfrom: 2024\nsubjects: { units: [清平, 土场] }\n${rules}\n`);
  await done('schemes', 'add', work, scheme);
  const entry = ['--period', '2024年7月', '--kind', 'manual', '--name', '巡查', '--document', '巡查记录'];
  expect(await done('schemes', 'enter', work, '--scheme', 'own', '--unit', '清平镇', '--value', '3', ...entry)).toContain(
    '✓ 已录入 own 2024-07 清平镇 评审分“巡查”：3',
  );
  expect(await done('schemes', 'inputs', work)).toMatch(/own +2024-07 +清平镇 +评审分 +巡查 +3 +巡查记录 +张三/u);

  const table = await done('schemes', 'apply', work, '--scheme', 'own', '--period', '2024-07');
  // 9 µg under 39: 18, and 3 for the patrol.
  expect(table).toMatch(/清平镇 {2,}21$/mu);
  expect(table).toMatch(/土场镇 {2,}没有录入评审分“巡查”（2024-07）$/mu);
  expect(table).toContain(
    '土场镇：没有录入评审分“巡查”（2024-07）。请评审单位打分后用 schemes enter --period 2024-07 --kind manual --name 巡查 录入。',
  );
  expect(await done('schemes', 'inputs', work, '--scheme', 'own')).toContain('本办法要录入的评审分（--kind manual）：巡查。');
  const explained = await done('schemes', 'apply', work, '--scheme', 'own', '--period', '2024-07', '--unit', '清平', '--explain');
  expect(explained).toMatch(/日均值\.csv 日均值 C2…C32“31个监测日”/u);
  expect(explained).toContain('巡查记录“3”');

  const account = await done('schemes', 'account', work, '--scheme', 'own', '--year', '2024');
  expect(account).toMatch(/清平镇.* 21 .*11 期/u);
  const notices = join(folder, '排名.yml');
  writeFileSync(notices, 'id: places\ntitle: 镇街排名\nfrom: 2024\nrules: { out: notice, per: month, rank: { of: pm25 } }\n');
  const refused = await runCli(['schemes', 'account', work, '--scheme', notices, '--year', '2024'], folder);
  expect(refused).toMatchObject({ code: 1, stdout: '' });
  expect(refused.stderr).toContain('办法“镇街排名”只排名、告知，不结算资金，也不计分，没有年度账。（名次和告知：schemes apply）');
  const points = await done('schemes', 'apply', work, '--scheme', 'default-2024', '--year', '2024');
  expect(points).toMatch(/区生态环境局 +部门 /u);
  expect(points).toMatch(/清平镇 +镇街 /u);
  expect(points).not.toMatch(/district|department|town/u);
  const json = await runCli(['schemes', 'apply', work, '--scheme', scheme, '--period', '2024-07', '--json'], folder);
  expect(jsonValue(json)).toMatchObject({
    scheme: { id: 'own', number: null },
    rows: [{ subject: '清平镇', money: '21' }, { money: null }],
  });
  expect((await runCli(['schemes', 'apply', work, '--scheme', 'own'], folder)).stderr).toContain('--period <时段> 或 --year <年度>');
});
