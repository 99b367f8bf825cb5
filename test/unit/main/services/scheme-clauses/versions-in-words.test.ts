import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { lineDifference } from '../../../../../shared/domain/schemes/base/line-difference.ts';
import { schemeLines } from '../../../../../shared/text/scheme/clause-lines.ts';
import { importedWork, type SampleWork } from '../../../../support/core.ts';
import { runCli } from '../../../../support/run-cli.ts';
import { schemeText } from '../../../../support/scheme-files.ts';
import { temporaryFolder } from '../../../../support/folder.ts';

const folder = temporaryFolder();
let made: SampleWork;

beforeAll(async () => {
  made = await importedWork(folder);
  const path = join(folder, '改后.yml');
  const text = schemeText('ranking-2024')
    .replace('incomplete: ranked', 'incomplete: unranked')
    .replace('pm25, decimals: 1', 'pm25, decimals: 0')
    .replace('缺少某项污染物的镇街按已有项目排名并注明', '缺少某项污染物的镇街不排名');
  writeFileSync(path, text);
  await made.call('schemes.add', { file: made.grant(path), reason: '调整' });
});
afterAll(() => made.core.close());

test('what two versions differ by is told in words, in the rules and in the text', async () => {
  const views = await Promise.all([1, 2].map((number) => made.call('schemes.clauses', { source: { id: 'ranking-2024', number } })));
  const [old = [], now = []] = views.map(schemeLines);
  const changed = lineDifference(old, now).filter(({ kind }) => kind !== 'kept');
  expect(changed.map(({ kind, text }) => `${kind} ${text.trim()}`)).toEqual([
    expect.stringContaining('removed 先比PM2.5（修约到1位小数）由低到高'),
    'removed 二　缺少某项污染物的镇街按已有项目排名并注明',
    'removed 缺少某项污染物的按已有项目排名',
    expect.stringContaining('added 先比PM2.5（修约到0位小数）由低到高'),
    'added 二　缺少某项污染物的镇街不排名',
    'added 缺少排名所需污染物的不排名',
  ]);
  expect(changed.map(({ text }) => text).join('')).not.toMatch(/decimals|incomplete|ranked|order|asc\b/);
});

test('the command tells the same of the last two versions, or of those that are named', async () => {
  const told = await runCli(['schemes', 'diff', made.workPath, 'ranking-2024']);
  expect(told.stdout).toContain('第 1 版与第 2 版的不同');
  expect(told.stdout).toContain('＋ 二　缺少某项污染物的镇街不排名');
  const same = await runCli(['schemes', 'diff', made.workPath, 'ranking-2024', '--before', '2']);
  expect(same.stdout).toContain('第 2 版与第 2 版的条文和规则相同');
});
