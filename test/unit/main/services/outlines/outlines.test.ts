import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { temporaryFolder } from '../../../../support/folder.ts';
import { emptyWork } from '../../../../support/monitoring-files.ts';
import { runCli } from '../../../../support/run-cli.ts';
import { tamper } from '../../../../support/tamper.ts';

const folder = temporaryFolder();
let made: Awaited<ReturnType<typeof emptyWork>>;
beforeAll(async () => {
  made = await emptyWork(folder);
});
afterAll(() => made.core.close());

const square = (x: number) => [
  [x, 30],
  [x + 0.1, 30],
  [x + 0.1, 30.1],
  [x, 30.1],
  [x, 30],
];
function outlineFile(name: string, names: readonly string[]): string {
  const features = names.map((unit, index) => ({
    type: 'Feature',
    properties: { 名称: unit },
    geometry: { type: 'Polygon', coordinates: [square(106 + index / 10)] },
  }));
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify({ type: 'FeatureCollection', features }));
  return path;
}

test('a work has no outlines; a file brings them, with what does not fit and its remedy', async () => {
  expect(await made.call('outlines.show', {})).toMatchObject({ file: null, outlines: [], problems: [] });
  const file = made.grant(outlineFile('轮廓.geojson', ['清平镇', '邻区某镇']));
  const shown = await made.call('outlines.import', { file, source: '自画', sketch: true });
  expect(shown.outlines.map(({ name }) => name)).toEqual(['清平镇']);
  expect(shown.file).toMatchObject({ name: '轮廓.geojson', source: '自画', sketch: true });
  expect(shown.problems[0]).toBe(
    '第2个图形“邻区某镇”：不是本方案中参加排名的单位，没有画出。是本区的，请把名称改为方案中的全名或别名；是邻区的，不用管。',
  );
  expect(shown.without).toHaveLength(30);
  expect(await made.call('outlines.show', {})).toEqual(shown);
  expect((await made.call('work.check', {})).problems).toEqual([]);
});

test('a file of which nothing can be drawn is refused and changes nothing', async () => {
  const before = await made.call('outlines.show', {});
  const path = join(folder, '坏.geojson');
  for (const text of ['{', JSON.stringify({ type: 'FeatureCollection', features: [] })]) {
    writeFileSync(path, text);
    await expect(made.call('outlines.import', { file: made.grant(path), source: 'x' })).rejects.toThrow('OUTLINES_INVALID');
  }
  expect(await made.call('outlines.show', {})).toEqual(before);
});

test('the newest file is drawn, and none after it was taken away; both are told of by the check', async () => {
  await made.call('outlines.import', { file: made.grant(outlineFile('新.geojson', ['清平镇', '太和镇'])), source: '区规划自然资源局' });
  expect((await made.call('outlines.show', {})).outlines).toHaveLength(2);
  await made.call('outlines.remove', { reason: '有误' });
  expect(await made.call('outlines.show', {})).toMatchObject({ file: null, outlines: [] });
  await expect(made.call('outlines.remove', { reason: '有误' })).rejects.toThrow('OUTLINES_NONE');
  expect((await made.call('work.check', {})).problems).toEqual([]);
});

test('the command shows, takes in and takes away', async () => {
  const path = outlineFile('命令.geojson', ['清平镇']);
  const refused = await runCli(['plan', 'outlines', made.workPath, path, '--by', '张三']);
  expect(refused.stderr).toContain('--source');
  const taken = await runCli(['plan', 'outlines', made.workPath, path, '--source', '自画', '--sketch', '--by', '张三']);
  expect(taken.stdout).toContain('31个单位中画出1个');
  expect(taken.stdout).toContain('示意轮廓，不是真实边界；来源：自画');
  expect((await runCli(['plan', 'outlines', made.workPath])).stdout).toContain('命令.geojson');
});

test('what was changed behind the program is noticed', async () => {
  tamper(made.workPath, "UPDATE outline_file SET source = '改过' WHERE id = 1");
  const { problems } = await made.call('work.check', {});
  expect(problems.filter(({ kind }) => kind === 'outline').length).toBeGreaterThan(0);
});
