import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createGrants } from '../../../../main/api/grants.ts';
import { Failure } from '../../../../shared/domain/failure.ts';
import { temporaryFolder } from '../../../support/folder.ts';

const folder = temporaryFolder();
const grants = createGrants();

test('a folder gives all files below it, in the order of a file manager, without system files', async () => {
  const root = join(folder, '收集');
  mkdirSync(join(root, '镇街'), { recursive: true });
  mkdirSync(join(root, '.cache'));
  for (const name of ['10.xlsx', '2.xlsx', 'Thumbs.db', '.DS_Store', 'desktop.ini', '镇街/1.xlsx', '.cache/hidden.xlsx'])
    writeFileSync(join(root, name), name);
  const sources = await grants.sources([grants.issue(root)]);
  expect(sources.map((source) => source.name)).toEqual(['2.xlsx', '10.xlsx', '1.xlsx']);
  expect(Buffer.from((await sources[2]?.read()) ?? []).toString()).toBe('镇街/1.xlsx');
});

test('a folder that links back to itself ends', async () => {
  const root = join(folder, '循环');
  mkdirSync(root);
  writeFileSync(join(root, 'one.xlsx'), '');
  symlinkSync(root, join(root, 'again'));
  expect((await grants.sources([grants.issue(root)])).length).toBeLessThan(20);
});

test('what is not there is a file that cannot be read, and ends nothing', async () => {
  const [source] = await grants.sources([grants.issue(join(folder, 'nowhere.xlsx'))]);
  await expect(source?.read()).rejects.toThrow(/ENOENT/);
});

test('a failed write leaves neither the target nor a part of it', async () => {
  const target = join(folder, 'taken');
  mkdirSync(target);
  await expect(grants.outputFile(grants.issue(target)).write(new Uint8Array([1]))).rejects.toThrow(Failure);
  expect(readdirSync(folder).filter((name) => name.includes('.part'))).toEqual([]);
  const below = join(folder, 'file.txt');
  writeFileSync(below, 'kept');
  await expect(grants.outputFolder(grants.issue(below)).write('x.pdf', new Uint8Array([1]))).rejects.toMatchObject({
    code: 'FILE_UNWRITABLE',
  });
  expect(readFileSync(below, 'utf8')).toBe('kept');
});

test('a write replaces the file as a whole', async () => {
  const path = join(folder, 'report.pdf');
  writeFileSync(path, 'old and longer');
  await grants.outputFile(grants.issue(path)).write(new TextEncoder().encode('new'));
  expect(readFileSync(path, 'utf8')).toBe('new');
  expect(existsSync(path)).toBe(true);
});

test('a grant that was never issued names no path', () => {
  expect(() => grants.pathOf('../../etc/passwd')).toThrow(Failure);
});
