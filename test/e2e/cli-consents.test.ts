import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { consentsMethods } from '../../shared/contract/consents.ts';
import { temporaryFolder } from '../support/folder.ts';
import { jsonValue, runCli } from '../support/run-cli.ts';
import { testCore } from '../support/core.ts';
import { type SampleReturn, writeSampleReturn } from '../support/sample-return.ts';

const folder = temporaryFolder();
const work = join(folder, 'work.sqlite');
const ECO = '区生态环境局';

/** A new work with these returns, and what the import said of them. */
async function imported(name: string, ...returns: readonly SampleReturn[]): Promise<{ file: string; said: string }> {
  const made = testCore(folder);
  const file = join(folder, `${name}.sqlite`);
  await made.call('work.create', { file: made.grant(file), planId: 'hechuan-2024' });
  const paths: string[] = [];
  for (const [index, each] of returns.entries()) paths.push(await writeSampleReturn(made, folder, `${name}-${index}.xlsx`, each));
  made.core.close();
  const result = await runCli(['import', file, ...paths, '--year', '2024', '--all']);
  expect(result.stderr).toBe('');
  return { file, said: result.stdout };
}

const explained = async (file: string, unit: string): Promise<string> =>
  (await runCli(['explain', file, '--year', '2024', '--unit', unit])).stdout;

/** The lines of one row of an explanation. */
function rowOf(text: string, rowId: string): string {
  const lines = text.split('\n');
  const start = lines.findIndex((line) => line.startsWith(`  ${rowId} `));
  const end = lines.findIndex((line, index) => index > start && /^ {0,2}\S/u.test(line));
  return lines.slice(start, end === -1 ? undefined : end).join('\n');
}

beforeAll(async () => {
  const { said } = await imported('work', { unitName: '古楼镇' }, { unitName: '三汇镇' });
  expect(said).toContain('入库 2');
});

test('a number cell with 无, a status with / beside a date and a single — are errors at their cells, and their rows stay in the total', async () => {
  const { file, said } = await imported('errors', {
    unitName: ECO,
    changes: {
      'A1-02|numerator': { text: '无' },
      'A1-01|value': { text: '—' },
      'A3-5.7|status': { text: '/' },
      'A3-6.1|status': { text: '无' },
      'A3-6.1|date': { date: '2024-08-31' },
      'A3-6.2|status': { text: '已完成' },
      'A3-6.2|date': { text: '/' },
    },
  });
  const errors = said.split('\n').filter((line) => line.includes('错误　'));
  expect(errors.map((line) => /错误　(\S+?!\S+?)　/u.exec(line)?.[1])).toEqual([
    '指标填报!K4',
    '指标填报!H5',
    '任务填报!F43',
    '任务填报!F44',
  ]);
  expect(errors[1]).toContain('填的是“无”');
  expect(errors[1]).toContain('没有发生请填 0');
  const text = await explained(file, ECO);
  expect(rowOf(text, 'A1-02')).toMatch(/0\.00 \/ 6\.31[^]*指标填报!H5“无”有错误，本行未定/u);
  expect(rowOf(text, 'A1-01')).toMatch(/0\.00 \/ 18\.94[^]*申请不涉及（指标填报!K4“—”），待主管部门同意/u);
  expect(rowOf(text, 'A3-5.7')).toMatch(/0\.00 \/ 0\.97[^]*任务填报!F43“\/”有错误/u);
  expect(rowOf(text, 'A3-6.1')).toMatch(/0\.00 \/ 0\.97[^]*任务填报!F44“无”有错误/u);
  expect((await runCli(['check', file])).stdout).toContain('核验通过');
});

test('a typed rate does not stand in for parts of which one is in error', async () => {
  const { file } = await imported('weaker', {
    unitName: '区交通运输委',
    changes: { 'A1-12a|numerator': { text: '约320' }, 'A1-12a|denominator': { number: '1000' }, 'A1-12a|value': { number: '32' } },
  });
  expect(rowOf(await explained(file, '区交通运输委'), 'A1-12')).toMatch(/指标填报!H4“约320”有错误，本行未定/u);
});

test('half a car does not round into the target', async () => {
  const { file, said } = await imported('counts', { unitName: '区公安局', changes: { 'A3-3.3-a|value': { number: '1349.5' } } });
  expect(said).toContain('任务填报!H9　辆是整数，填的是 1349.5，未采用');
  expect(rowOf(await explained(file, '区公安局'), 'A3-3.3')).toMatch(/　0\.00 \/ [^]*任务填报!H9“1349\.5”有错误/u);
});

test("the first lead's 不涉及 does not hand the row to the next lead; with the office's consent the row does not count", async () => {
  const { file } = await imported(
    'leads',
    {
      unitName: ECO,
      changes: {
        'A1-03|numerator': { text: '不涉及' },
        'A1-03|denominator': null,
        'A1-03|value': null,
        'A3-3.4-a|value': { text: '不涉及' },
      },
    },
    { unitName: '区公安局', changes: { 'A3-3.4-a|value': { number: '3200' } } },
  );
  const waiting = await explained(file, '全区');
  expect(rowOf(waiting, 'A3-3.4')).toMatch(/0\.00 \/ [^]*区生态环境局申请不涉及（任务填报!\S+“不涉及”），待主管部门同意/u);
  const given = await runCli(['consent', file, '--unit', ECO, '--row', 'A3-3.4-a', '--reason', '由公安部门实施', '--by', '张三']);
  expect(given.stderr).toBe('');
  expect(given.stdout).toContain('主管部门（张三）已同意不涉及：由公安部门实施');
  expect(rowOf(await explained(file, '全区'), 'A3-3.4')).toMatch(/不计分[^]*主管部门（张三）已同意不涉及：由公安部门实施；不计入满分/u);
});

test('requests are listed, consented to, withdrawn, and refused where nothing was asked', async () => {
  const list = async () =>
    consentsMethods['consents.list'].output.parse(jsonValue(await runCli(['consents', work, '--year', '2024', '--json'])));
  expect((await list()).rows.map((row) => [row.unitName, row.rowId, row.asked?.cell, row.consent])).toEqual([
    ['古楼镇', 'A3-5.9', 'E17', null],
    ['三汇镇', 'A3-5.3', 'E12', null],
    ['三汇镇', 'A3-5.8', 'E15', null],
  ]);
  expect(rowOf(await explained(work, '古楼镇'), 'A3-5.9')).toContain('申请不涉及（任务填报!E17“不涉及”），待主管部门同意');

  const words = ['--reason', '没有燃放点', '--by', '张三'];
  const refused = await runCli(['consent', work, '--unit', '三汇镇', '--row', 'A3-5.9', ...words]);
  expect(refused.code).toBe(1);
  expect(refused.stderr).toContain('三汇镇没有对 A3-5.9 申请不涉及');
  expect(refused.stderr).toContain('A3-5.3（任务填报!E12）、A3-5.8（任务填报!E15）');
  const foreign = await runCli(['consent', work, '--unit', '古楼镇', '--row', 'A1-01', ...words]);
  expect(foreign.stderr).toContain('没有编号为“A1-01”的行');

  expect((await runCli(['consent', work, '--unit', '古楼镇', '--row', 'A3-5.9', ...words, '--year', '2024'])).code).toBe(0);
  const shown = await runCli(['consents', work, '--year', '2024']);
  expect(shown.stdout).toContain('申请待同意 2 项，已同意 1 项');
  expect(shown.stdout).toContain('主管部门（张三）已同意不涉及：没有燃放点');
  expect(rowOf(await explained(work, '古楼镇'), 'A3-5.9')).toContain('不计分');

  const withdrawn = await runCli(['consent', work, '--unit', '古楼镇', '--row', 'A3-5.9', ...words, '--withdraw']);
  expect(withdrawn.stdout).toContain('已撤回');
  expect((await list()).rows.every((row) => row.consent === null)).toBe(true);
});
