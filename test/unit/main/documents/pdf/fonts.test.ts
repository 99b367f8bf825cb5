import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fontkit from 'fontkit';
import { describe, expect, it } from 'vitest';
import { equalMetricsCopy, findFontFiles, mayBeEmbedded, withEqualMetrics } from '../../../../../main/documents/pdf/font-files.ts';
import { loadFonts } from '../../../../../main/documents/pdf/fonts.ts';
import { FONTS_FOLDER, printingFonts } from '../../../../support/printed-tables.ts';
import { temporaryFolder } from '../../../../support/folder.ts';

const folder = temporaryFolder();
const SANS = join(FONTS_FOLDER, 'NotoSansSC-500.ttf');

function installed(name: string, files: Readonly<Record<string, Uint8Array | null>>): string {
  const fonts = join(folder, name, 'truetype');
  mkdirSync(fonts, { recursive: true });
  for (const [file, bytes] of Object.entries(files)) {
    if (bytes === null) copyFileSync(SANS, join(fonts, file));
    else writeFileSync(join(fonts, file), bytes);
  }
  return join(folder, name);
}

const load = (installedFolder: string) =>
  loadFonts({ fontsFolder: FONTS_FOLDER, cacheFolder: join(folder, 'cache'), installedFolders: [installedFolder] });

/** Place of a table in a font file of one face. */
function tableAt(font: Buffer, tag: string): number {
  for (let entry = 12; entry < 12 + 16 * font.readUInt16BE(4); entry += 16)
    if (font.toString('latin1', entry, entry + 4) === tag) return font.readUInt32BE(entry + 8);
  throw new Error(tag);
}

function withUsage(fsType: number): Uint8Array {
  const font = readFileSync(SANS);
  font.writeUInt16BE(fsType, tableAt(font, 'OS/2') + 8);
  return font;
}

/** A collection of one face: a header before the font, and every table moved by its length. */
function collection(): Uint8Array {
  const font = readFileSync(SANS);
  const header = Buffer.alloc(16);
  header.write('ttcf', 0, 'latin1');
  header.writeUInt32BE(0x0001_0000, 4);
  header.writeUInt32BE(1, 8);
  header.writeUInt32BE(header.length, 12);
  for (let entry = 12; entry < 12 + 16 * font.readUInt16BE(4); entry += 16)
    font.writeUInt32BE(font.readUInt32BE(entry + 8) + header.length, entry + 8);
  return Buffer.concat([header, font]);
}

describe('fonts of official documents', () => {
  it('takes shipped fonts and names every substitution when none is installed', () => {
    const { chains, substitutions } = printingFonts();
    expect(chains.body.map((face) => face.name)).toEqual(['NotoSerifSC-400.ttf']);
    expect(chains.title.map((face) => face.name)).toEqual(['NotoSerifSC-700.ttf', 'NotoSerifSC-400.ttf']);
    expect(substitutions.map((item) => item.wanted)).toEqual(['小标宋', '黑体', '仿宋', '宋体']);
  });

  it('puts an installed font first, found by its file name in any letter case, and keeps the shipped ones behind it', () => {
    const { chains, substitutions } = load(installed('windows', { 'SimHei.TTF': null }));
    expect(chains.heading.map((face) => face.name)).toEqual(['SimHei.TTF', 'NotoSansSC-500.ttf', 'NotoSerifSC-400.ttf']);
    expect(substitutions.map((item) => item.wanted)).not.toContain('黑体');
  });

  it('takes the first face of a font collection', () => {
    const { chains } = load(installed('collection', { 'simsun.ttc': collection() }));
    const face = chains.pageNumber[0];
    expect(face?.name).toBe('simsun.ttc');
    const font = fontkit.openSync(face?.path ?? '') as fontkit.Font;
    expect(font.hasGlyphForCodePoint(0x77ad)).toBe(true);
    expect(font.ascent / font.unitsPerEm).toBeCloseTo(0.88, 3);
  });

  it.each([
    [0, true],
    [4, true],
    [8, true],
    [2, false],
    [0x01_00, false],
    [0x02_00, false],
  ])('fsType %i: may be embedded is %s', (fsType, expected) => {
    const path = join(folder, `usage-${fsType}.ttf`);
    writeFileSync(path, withUsage(fsType));
    expect(mayBeEmbedded(path)).toBe(expected);
  });

  it('passes over an installed font that may not be embedded and one that is damaged', () => {
    const { chains, substitutions } = load(installed('refused', { 'simhei.ttf': withUsage(2), 'simfang.ttf': new Uint8Array(50) }));
    expect(chains.heading[0]?.name).toBe('NotoSansSC-500.ttf');
    expect(chains.body[0]?.name).toBe('NotoSerifSC-400.ttf');
    expect(substitutions.map((item) => item.wanted)).toEqual(['小标宋', '黑体', '仿宋', '宋体']);
  });

  it('fails with FONT_MISSING when a shipped font is not there', () => {
    const fontsFolder = join(folder, 'incomplete');
    mkdirSync(fontsFolder, { recursive: true });
    copyFileSync(join(FONTS_FOLDER, 'fonts.yml'), join(fontsFolder, 'fonts.yml'));
    expect(() => loadFonts({ fontsFolder, cacheFolder: join(folder, 'cache'), installedFolders: [] })).toThrow(
      'FONT_MISSING {"file":"NotoSerifSC-700.ttf"}',
    );
  });

  it('passes over font folders that are not there', () => {
    expect(findFontFiles([join(folder, 'nowhere')]).size).toBe(0);
  });
});

describe('equal line metrics', () => {
  it('are 0.88 and -0.12 em, and nothing else of the font changes', () => {
    const original = readFileSync(SANS);
    const patched = Buffer.from(withEqualMetrics(original));
    const font = fontkit.create(patched) as fontkit.Font;
    expect([font.ascent / font.unitsPerEm, font.descent / font.unitsPerEm, font.lineGap]).toEqual([0.88, -0.12, 0]);
    const hhea = tableAt(original, 'hhea');
    original.copy(patched, hhea + 4, hhea + 4, hhea + 10);
    expect(patched.equals(original)).toBe(true);
  });

  it('are written to the cache folder once and leave the original alone', () => {
    const before = readFileSync(SANS);
    const first = equalMetricsCopy(SANS, join(folder, 'once'));
    expect(first.startsWith(join(folder, 'once'))).toBe(true);
    expect(equalMetricsCopy(SANS, join(folder, 'once'))).toBe(first);
    expect(readFileSync(SANS).equals(before)).toBe(true);
  });
});

describe('shipped fonts', () => {
  const gb2312 = Array.from({ length: 0xf7 - 0xb0 + 1 }, (_, high) =>
    Array.from({ length: 94 }, (_low, low) => new TextDecoder('gb2312').decode(Uint8Array.of(0xb0 + high, 0xa1 + low))),
  )
    .flat()
    .filter((character) => /^\p{Script=Han}$/u.test(character));

  it.each(['NotoSerifSC-400.ttf', 'NotoSerifSC-700.ttf', 'NotoSansSC-500.ttf'])(
    '%s has all of GB 2312, rare characters of names, and the signs of official tables',
    (file) => {
      const font = fontkit.openSync(join(FONTS_FOLDER, file)) as fontkit.Font;
      expect(gb2312.length).toBeGreaterThanOrEqual(6763);
      const wanted = [...gb2312, ...'喆昇堃珺赟玥垚燊镕瑄祎燚犇骉甯禤翀彧頔奡旻昉瞭〓—…“”‘’·〔〕《》（）＊≤≥±×℃‰％㎡²³μ①②㈠ⅠⅡ　０９ＡＺ'];
      expect(wanted.filter((character) => !font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0))).toEqual([]);
    },
  );

  it.each(['NotoSerifSC-700.ttf', 'NotoSansSC-500.ttf'])('%s is a subset', (file) => {
    expect(readFileSync(join(FONTS_FOLDER, file)).length).toBeLessThan(4_000_000);
  });
});
