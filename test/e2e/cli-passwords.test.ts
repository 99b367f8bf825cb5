import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { encryptedCopy } from '../support/encrypted.ts';
import { temporaryFolder } from '../support/folder.ts';
import { csvFile, emptyWork, workbookFile } from '../support/monitoring-files.ts';
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
  const head = ['镇街', '日期', 'PM2.5'];
  encryptedCopy(
    await workbookFile(folder, '日报.xlsx', { 日报: [head, ['清平镇', '2024-07-01', 30]] }),
    join(folder, '日报-密.xlsx'),
    '丙3',
  );
  csvFile(folder, '土场.csv', [head, ['土场镇', '2024-07-01', 20]]);
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

test('passwords of the environment are tried as those of the line are', async () => {
  const { code, stdout } = await runCli(['import', W, '城管.xlsx', '清平.xlsx', '--year', '2024', '--dry-run'], folder, '', {
    ZHIQI_PASSWORD: '错\n乙2\n甲1',
  });
  expect([code, stdout]).toEqual([0, expect.not.stringContaining('需要密码')]);
  expect(stdout).not.toContain('文件设有打开密码');
});

test('an empty password is refused as a mistake of the line', async () => {
  const { code, stderr } = await takeIn('--password', '');
  expect(code).toBe(1);
  expect(stderr).toContain('密码不能为空');
});

test('a wrong password is told of the monitoring file it does not open, and the others are taken in', async () => {
  const { code, stdout } = await runCli(['air', 'import', W, '日报-密.xlsx', '土场.csv', '--password', '错'], folder);
  expect(code).toBe(0);
  expect(stdout).toMatch(/日报-密\.xlsx[^]*所给密码不对，没有读取/);
  expect(stdout).toMatch(/入库 1、重复 0、无变动 0、不能入库 1/);
});

const REVISION = ['--document', '渝环〔2025〕9号', '--from', '2025-03-01', '--reason', '下达'];
const VALUE = ['--measure', 'A1-01', '--year', '2026', '--value', '31'];

test.each([
  ['init', ['init', 'new.sqlite', '--plan', 'hechuan-2024'], '--workbook <文件>'],
  ['year open', ['year', 'open', W, '2026', '--targets', 'carry', '--reason', '开启'], '--list <清单.xlsx>'],
  ['targets revise', ['targets', 'revise', W, ...REVISION, ...VALUE], '--workbook <FILE.xlsx>'],
  ['figures set', ['figures', 'set', W, '--document', '渝环〔2025〕9号', ...VALUE], '--workbook <FILE.xlsx>'],
])('%s refuses a password where no workbook is named, and says how to name one', async (_command, line, option) => {
  const { code, stdout, stderr } = await runCli([...line, '--password', '丁4'], folder);
  expect([code, stdout]).toEqual([1, '']);
  expect(stderr).toContain(`写了 --password，但没有写要用它打开的文件。请用 ${option} 写明文件，或去掉 --password。`);
  expect(stderr).not.toContain('丁4');
  expect(existsSync(join(folder, 'new.sqlite'))).toBe(false);
});
