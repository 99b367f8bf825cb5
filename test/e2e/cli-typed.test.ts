import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { typedReturnsMethods } from '../../shared/contract/typed-returns.ts';
import { sampleWork } from '../support/core.ts';
import { temporaryFolder } from '../support/folder.ts';
import { jsonValue, runCli } from '../support/run-cli.ts';

const folder = temporaryFolder();
const W = 'work.sqlite';
const UNIT = '区公安局';
const TYPED = ['import', W, '录入.csv', '--typed', '--year', '2024', '--unit', UNIT];
const PAPER = ['--way', '纸质', '--received', '2025-01-10', '--by', '李四'];

const call = (...line: readonly string[]) => runCli(line, folder);
const write = (...lines: readonly string[]): void =>
  writeFileSync(join(folder, '录入.csv'), ['编号,填报项,填报值,备注', ...lines].join('\n'));

beforeAll(async () => {
  const made = await sampleWork(folder);
  made.core.close();
  writeFileSync(join(folder, '来件.pdf'), '%PDF-1.4\n% 一页');
});

test('a wrong line is named with what to do about it, ends with 1, and nothing is stored', async () => {
  write('A3-3.3,,已完成,', 'A3-3.33,,1400,', 'A1-08,完成值,3,', 'A3-3.3,完成状态,未启动,');
  const refused = await call(...TYPED, ...PAPER);
  expect(refused.code).toBe(1);
  expect(refused.stdout).toContain('录入!A3　“区公安局”的填报表没有“A3-3.33”这一项');
  expect(refused.stdout).toContain('录入!A4　“A1-08”不由“区公安局”填报，由区经济信息委填报。');
  expect(refused.stdout).toContain('录入!C5　A3-3.3 的“完成状态”录入了两次（首次在 C2）');
  expect((await call('versions', W, '--unit', UNIT, '--year', '2024')).stdout).toContain('0 版');
});

test('what has to be said is asked for, and what is said in vain is refused', async () => {
  expect((await call(...TYPED, '--by', '李四')).stderr).toContain('缺少必填选项 --way');
  expect((await call(...TYPED, '--way', '电报', '--by', '李四')).stderr).toContain('可写纸质、照片、电话、其他。');
  expect((await call('import', W, '录入.csv', '--year', '2024', '--scan', '来件.pdf')).stderr).toContain('请加 --typed');
});

test('what came on paper is a version with its scan, and 手工录入 stands beside its values', async () => {
  const forms = await call('templates', W, '--year', '2024', '--typed', '--unit', UNIT, '--out', '录入表');
  expect(forms.stdout).toContain('区公安局-2024年录入表.xlsx');
  expect(existsSync(join(folder, '录入表', '区公安局-2024年录入表.xlsx'))).toBe(true);
  write('A3-3.3,,已完成,', 'A3-3.3-a,,1400,台账附后', '填报日期,,2025-01-09,');
  const taken = await call(...TYPED, ...PAPER, '--scan', '来件.pdf', '--json');
  const report = typedReturnsMethods['typed.import'].output.parse(jsonValue(taken));
  expect(report.files[0]).toMatchObject({ outcome: 'accepted', counts: true, reportedOn: '2025-01-09' });
  const versions = await call('versions', W, '--unit', UNIT, '--year', '2024');
  expect(versions.stdout).toContain('手工录入：来源 纸质，2025-01-10 收到，李四 录入，扫描件 来件.pdf');
  expect((await call('status', W, '--year', '2024')).stdout).toContain('〔手工录入（纸质）〕');
  expect((await call('explain', W, '--unit', UNIT, '--year', '2024')).stdout).toContain('“1400”　手工录入（纸质）');
  expect((await call('scan', W, '1', '--out', '取出')).stdout).toContain('✓ 已取出 来件.pdf');
  expect((await call('check', W)).code).toBe(0);
});
