import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { secondDistrict, strangeWords } from '../support/second-district.ts';
import { SECOND_PLAN } from '../support/templates.ts';

const district = secondDistrict();
const { cli, said, work, folder } = district;
const WHO = ['--by', '李四'];

const write = (name: string, ...lines: readonly string[]): string => {
  const path = join(folder, name);
  writeFileSync(path, lines.join('\n'));
  return path;
};

beforeAll(() => said('init', work, '--plan', SECOND_PLAN));

test('a station is registered with code, weights and items from a day on, and listed', async () => {
  const set = (...args: string[]) => said('stations', work, 'set', '--name', '河口站', ...args, ...WHO);
  expect(await set('--code', '1432A', '--town', '竹溪乡=0.5', '--kind', '国控', '--items', 'PM2.5,PM10', '--reason', '登记')).toContain(
    '✓ 站点“河口站”已登记。',
  );
  await set('--items', 'PM2.5,PM10,SO2', '--from', '2026-01-01', '--to', '2026-12-31', '--reason', '增项');
  const list = await said('stations', work, 'list');
  expect(list).toMatch(/河口站 +竹溪乡 0\.5 +国控 +PM2\.5、PM10（2项） +～2025-12-31 +1432A/);
  expect(list).toMatch(/PM2\.5、PM10、SO2（3项） +2026-01-01～2026-12-31/);
});

test('a file with names and codes is read by it; what nothing knows is assigned on the line, and remembered', async () => {
  const file = write('监测.csv', '站点名称,日期,PM2.5,PM10', '1432A,2025-03-01,30,50', '桥头监控点,2025-03-01,40,60');
  const unknown = await said('air', 'import', work, file, '--dry-run', '--all', ...WHO);
  expect(unknown).toContain('“桥头监控点”不在监测空气的单位名单中，所涉 1 行（处）未读取');
  await said('air', 'import', work, file, '--assign', '桥头监控点=竹溪乡', ...WHO);
  const again = write('四月.csv', '站点名称,日期,PM2.5,PM10', '桥头监控点,2025-04-01,41,61');
  expect(await said('air', 'import', work, again, '--all', ...WHO)).toContain('“桥头监控点”按站点登记读取，共 1 行。');
  // (0.5 × 30 + 40) ÷ 1.5
  expect(await said('air', 'day', work, '--place', '竹溪乡', '--date', '2025-03-01')).toContain('36.667');
  expect(await said('stations', work, 'assign', '桥头监控点', '--to', '河口站', '--reason', '同一台', ...WHO)).toContain('归入“河口站”');
  expect(await said('check', work)).toContain('✓ 核验通过');
});

test('what cannot be is refused with what to do', async () => {
  const refused = async (...args: string[]) => (await cli('stations', work, ...args, '--reason', 'x', ...WHO)).stderr;
  expect(await refused('set', '--name', '新站')).toContain('没有写明站点“新站”代表哪个单位');
  expect(await refused('set', '--name', '新站', '--town', '不存在镇')).toContain('方案中没有“不存在镇”这个单位');
  expect(await refused('set', '--name', '新站', '--town', '竹溪乡', '--code', '1432A')).toContain('已属于站点“河口站”');
  expect(await refused('set', '--name', '新站', '--town', '竹溪乡', '--kind', '气象站')).toContain('类型请写');
  expect(await refused('assign', '甲点', '--to', '没有的站')).toContain('“没有的站”不是站点');
  expect(await refused('move', '甲点')).toContain('第二个参数请写 list、set、assign 或 import');
});

test('nothing of it speaks of another district', () => expect(strangeWords(district.outputs)).toEqual([]));
