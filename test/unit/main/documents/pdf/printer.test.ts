import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { createPrinter } from '../../../../../main/documents/pdf/printer.ts';
import type { OfficialTable } from '../../../../../shared/domain/documents/official-table.ts';
import { Failure } from '../../../../../shared/domain/failure.ts';
import { TEMPLATES } from '../../../../support/core.ts';
import { temporaryFolder } from '../../../../support/folder.ts';

const folder = temporaryFolder();
const printer = createPrinter();
afterAll(() => printer.close());
const never = new AbortController().signal;
const fonts = { fontsFolder: join(TEMPLATES, 'fonts'), cacheFolder: join(folder, 'cache'), installedFolders: [] };

const table: OfficialTable = {
  label: null,
  title: '示例表',
  subtitles: [],
  caption: { left: '', right: '' },
  columns: [{ key: 'matter', title: '事项', widthMm: 100, align: 'left' }],
  rows: [{ kind: 'data', id: 'one', cells: [{ text: '道路清扫𠮷' }] }],
  notes: [],
  page: { orientation: 'portrait', marginsMm: { top: 34.6, bottom: 32.6, left: 28, right: 26 }, titlePitchPt: 27, bodyPitchPt: 30 },
  sample: true,
  meta: { subject: '示例', author: '示例', createdAt: '2025-01-02T08:00:00+08:00' },
};

test('the first documents of a machine, printed at once, make their fonts without disturbing each other', async () => {
  const [first, second] = await Promise.all([printer.print({ table, fonts }, never), printer.print({ table, fonts }, never)]);
  expect(first.pages).toBe(1);
  expect(Buffer.from(first.bytes).equals(Buffer.from(second.bytes))).toBe(true);
  expect(first.substitutions.length).toBeGreaterThan(0);
  expect(first.missingGlyphs.map((missing) => missing.character)).toEqual(['𠮷']);
});

test('a font that is missing is told by its code, as from this thread', async () => {
  const incomplete = join(folder, 'fonts');
  mkdirSync(incomplete);
  copyFileSync(join(TEMPLATES, 'fonts', 'fonts.yml'), join(incomplete, 'fonts.yml'));
  const failed = await printer.print({ table, fonts: { ...fonts, fontsFolder: incomplete } }, never).catch((error: unknown) => error);
  expect(failed).toBeInstanceOf(Failure);
  expect(failed).toMatchObject({ code: 'FONT_MISSING', params: { file: expect.stringMatching(/\.ttf$/) } });
});

test('any other fault arrives as an error', async () => {
  const failed = await printer
    .print({ table, fonts: { ...fonts, fontsFolder: join(folder, 'nowhere') } }, never)
    .catch((error: unknown) => error);
  expect(failed).toMatchObject({ code: 'ENOENT' });
});

test('a cancelled printing ends with the reason of its signal, before and while the thread runs', async () => {
  await expect(printer.print({ table, fonts }, AbortSignal.abort(new Error('before')))).rejects.toThrow('before');
  const abort = new AbortController();
  const printing = printer.print({ table, fonts }, abort.signal);
  abort.abort(new Error('meanwhile'));
  await expect(printing).rejects.toThrow('meanwhile');
});

test('after a cancelled and after a failed document the next one is printed as ever, and so is one after the other', async () => {
  const first = await printer.print({ table, fonts }, never);
  const second = await printer.print({ table, fonts }, never);
  expect(Buffer.from(first.bytes).equals(Buffer.from(second.bytes))).toBe(true);
});

test('a printer that is closed while it prints finishes the document and keeps no thread', async () => {
  const closing = createPrinter();
  const printing = closing.print({ table, fonts }, never);
  closing.close();
  expect((await printing).pages).toBe(1);
});
