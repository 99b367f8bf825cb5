import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { encryptedCopy } from '../support/encrypted.ts';
import { temporaryFolder } from '../support/folder.ts';
import { emptyWork } from '../support/monitoring-files.ts';
import { runCli } from '../support/run-cli.ts';
import { writeSampleReturn } from '../support/sample-return.ts';

const folder = temporaryFolder();
const W = 'work.sqlite';

beforeAll(async () => {
  const made = await emptyWork(folder, W);
  const locked = async (unitName: string, name: string, password: string): Promise<string> =>
    encryptedCopy(await writeSampleReturn(made, folder, `${unitName}.xlsx`, { unitName }), join(folder, name), password);
  await locked('区城市管理局', '城管.xlsx', '甲1');
  await locked('清平镇', '清平.xlsx', '乙2');
  made.core.close();
});

const takeIn = (...more: string[]) => runCli(['import', W, '城管.xlsx', '清平.xlsx', '--year', '2024', ...more], folder);

test('import names the files it could not open and how to give their passwords', async () => {
  const { code, stdout } = await takeIn();
  expect(code).toBe(1);
  expect(stdout).toMatch(/不能入库　城管\.xlsx *\n.*文件设有打开密码，没有读取。请给出密码，或由填报单位取消密码后重新报送。/);
  expect(stdout).toContain('加 --password 密码 重做一次');
});

test('one password of two takes in one file; both take in the other, and the check asks for none', async () => {
  const half = await takeIn('--password', '乙2');
  expect(half.code).toBe(0);
  expect(half.stdout).toMatch(/不能入库　城管\.xlsx *\n.*所给密码不对/);
  const whole = await takeIn('--password', '错', '--password', '乙2', '--password', '甲1');
  expect(whole.stdout).toMatch(/✓ 文件 2 个：入库 1、重复 1、不能入库 0/);
  expect(whole.stdout).not.toContain('--password');
  const checked = await runCli(['check', W], folder);
  expect([checked.code, checked.stdout]).toEqual([0, expect.stringContaining('✓')]);
});

test('an empty password is refused as a mistake of the line', async () => {
  const { code, stderr } = await takeIn('--password', '');
  expect(code).toBe(1);
  expect(stderr).toContain('密码不能为空');
});
