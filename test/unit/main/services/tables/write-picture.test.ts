import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { testCore } from '../../../../support/core.ts';
import { temporaryFolder } from '../../../../support/folder.ts';

const folder = temporaryFolder();
const made = testCore(folder);
const base64 = (text: string): string => Buffer.from(text).toString('base64');
const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><text>三月</text></svg>';
const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex').toString('base64');

const write = (name: string, content: string) => made.call('pictures.write', { file: made.grant(join(folder, name)), content });
const refused = (name: string, content: string) => made.fail('pictures.write', { file: made.grant(join(folder, name)), content });

test('a picture is written as it is', async () => {
  expect(await write('图.svg', base64(SVG))).toEqual({ file: '图.svg', bytes: Buffer.byteLength(SVG) });
  expect(readFileSync(join(folder, '图.svg'), 'utf8')).toBe(SVG);
  expect(await write('图.PNG', PNG)).toMatchObject({ bytes: 16 });
});

test.each([
  ['what is no picture', 'a.png', base64('text')],
  ['one of another kind', 'b.png', base64(SVG)],
  ['a script', 'c.svg', base64('<svg><script>alert(1)</script></svg>')],
  ['what is called by an event', 'd.svg', base64('<svg onload="alert(1)"/>')],
  ['what is fetched from elsewhere', 'e.svg', base64('<svg><image href="http://example.org/a.png"/></svg>')],
])('%s is not written', async (_what, name, content) => {
  expect(await refused(name, content)).toMatchObject({ code: 'PICTURE_INVALID' });
  expect(existsSync(join(folder, name))).toBe(false);
});

test('the ending says which kind, and another one is refused', async () => {
  expect(await refused('图.gif', PNG)).toMatchObject({ code: 'REPORT_EXTENSION' });
});

test('nothing is written over the open work', async () => {
  const path = join(folder, 'work.svg');
  await made.call('work.create', { file: made.grant(path), planId: 'hechuan-2024' });
  expect(await refused('work.svg', base64(SVG))).toMatchObject({ code: 'FILE_IS_WORK' });
});
