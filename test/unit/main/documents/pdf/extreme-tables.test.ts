import { describe, expect, it } from 'vitest';
import { mm } from '../../../../../main/documents/pdf/geometry.ts';
import { printTablePdf } from '../../../../../main/documents/pdf/print-table.ts';
import type { OfficialTable, TableRow } from '../../../../../shared/domain/documents/official-table.ts';
import { annexRow, annexSection, annexTable, printingFonts, turned } from '../../../../support/printed-tables.ts';
import { type PdfPage, readPdf, textOf } from '../../../../support/pdf-text.ts';

const fonts = printingFonts();

async function print(table: OfficialTable) {
  const printed = await printTablePdf(table, fonts);
  return { ...printed, read: readPdf(printed.bytes) };
}

const occurrences = (text: string, part: string): number => text.split(part).length - 1;
const last = annexRow('last', ['9', '末类', '末行', '1', '1', '各镇街']);
const row = (id: string, category: string, name: string): TableRow => annexRow(id, ['1', category, name, '1', '1', '区生态环境局']);
const withoutNotes = (rows: readonly TableRow[]): OfficialTable => annexTable(rows, { notes: [] });

/** Lowest baseline of the table's texts: portrait type area ends at 262 mm, the turned one 26 mm above the sheet's edge. */
const lowest = (page: PdfPage): number => Math.max(...page.texts.filter((piece) => piece.size < 14).map((piece) => piece.y));
const areaEnd = (page: PdfPage): number => (page.width > page.height ? page.height - mm(26) : mm(262));

describe('a text of any length', () => {
  // 文 stands in no other text of the table, so its number shows what was lost or printed twice. The lengths lie about where a text outgrows
  // the first page's room, another page's, and two pages.
  const lengths = [150, 400, 580, 650, 1100];
  const places: readonly (readonly [string, (text: string) => readonly TableRow[]])[] = [
    ['in the first row', (text) => [row('a', '类', text), last]],
    ['below a section row that begins the table', (text) => [annexSection('s', '一、分段'), row('a', '类', text), last]],
    ['below a section row further down', (text) => [row('z', '类', '甲'), annexSection('s', '一、分段'), row('a', '类', text), last]],
    ['in a merging column', (text) => [row('z', '类', '甲'), row('a', text, '乙'), last]],
    ['in a merging column of the first row', (text) => [row('a', text, '乙'), last]],
  ];

  it.each(places)('%s is printed whole, inside the type area, in either orientation', async (_place, rowsOf) => {
    for (const length of lengths) {
      for (const table of [withoutNotes(rowsOf('文'.repeat(length))), turned(withoutNotes(rowsOf('文'.repeat(length))))]) {
        const { read } = await print(table);
        expect(occurrences(textOf(read), '文')).toBe(length);
        expect(occurrences(textOf(read), '末行')).toBe(1);
        for (const page of read) expect(lowest(page)).toBeLessThan(areaEnd(page));
      }
    }
  });

  it('shared by the rows of a category is printed whole', async () => {
    const { read } = await print(withoutNotes([row('a', '文'.repeat(700), '甲'), row('b', '文'.repeat(700), '乙'), last]));
    const count = occurrences(textOf(read), '文');
    expect(count).toBeGreaterThanOrEqual(700);
    expect(count % 700).toBe(0);
  });

  it('in notes is printed whole over as many pages as it needs', async () => {
    const notes = Array.from({ length: 110 }, (_, index) => `${index + 1}．第${index}条说明本表数据的来源与口径。`);
    const { read, pages } = await print(annexTable([last], { notes }));
    expect(pages).toBeGreaterThan(2);
    for (const note of notes) expect(occurrences(textOf(read), note)).toBe(1);
    for (const page of read) expect(lowest(page)).toBeLessThan(areaEnd(page));
  });

  it('marks the further pieces of a divided row with 续', async () => {
    const { read } = await print(withoutNotes([row('a', '类', '文，'.repeat(900)), last]));
    const marks = read.map((page) => page.texts.filter((piece) => piece.size < 14 && piece.text === '续').length);
    expect(marks[0]).toBe(0);
    expect(marks.slice(1, -1).every((count) => count > 0)).toBe(true);
    expect(read.length).toBeGreaterThan(3);
  });
});

describe('a table that cannot be printed', () => {
  it('says so when its column titles are higher than a page', async () => {
    const table = annexTable([last]);
    await expect(
      print({ ...table, columns: table.columns.map((column) => ({ ...column, title: column.title.repeat(200) })) }),
    ).rejects.toThrow(/column titles .* higher than a page/);
  });

  it('says so when a section row is higher than a page', async () => {
    await expect(print(annexTable([annexSection('s', '很长的分段标题，'.repeat(400)), last]))).rejects.toThrow(
      /section row s .* higher than a page/,
    );
  });

  it('is refused rather than printed beside its plan when its title is longer than a page', async () => {
    await expect(print(annexTable([last], { title: '关于主要指标的完成情况'.repeat(60) }))).rejects.toThrow(/planned on page/);
  });
});

describe('a table of little content', () => {
  it('without rows is a head with its notes', async () => {
    const { read, pages } = await print(annexTable([]));
    expect(pages).toBe(1);
    expect(textOf(read)).toContain('序号类别指标名称2024年目标得分牵头单位备注：');
  });

  it('without label, caption and notes begins with its title', async () => {
    const { read } = await print(annexTable([last], { label: null, caption: { left: '', right: '' }, notes: [] }));
    expect(textOf(read)).toBe('空气质量持续改善行动主要指标清单序号类别指标名称2024年目标得分牵头单位9末类末行11各镇街—1—');
  });

  it('begins on the second page when its title leaves no room on the first', async () => {
    const { read, pages } = await print(
      annexTable([row('a', '类', '甲'), last], { title: Array.from({ length: 20 }, () => '主要指标完成情况').join('\n') }),
    );
    expect(pages).toBe(2);
    expect(textOf(read.slice(1))).toContain('序号类别指标名称2024年目标得分牵头单位1类甲');
  });

  it('keeps long unit names and long figures inside their columns', async () => {
    const figure = '1234567890.12';
    const unit = '重庆市合川区经济和信息化委员会（区中小企业发展服务中心）';
    const {
      read: [page],
    } = await print(withoutNotes([annexRow('a', ['10000', '类', 'PM2.5-PM10-O3-NO2-SO2-CO'.repeat(3), figure, figure, unit])]));
    if (page === undefined) throw new Error('no page');
    expect(occurrences(textOf([page]), figure)).toBe(2);
    expect(textOf([page])).toContain(unit);
    // Left edge of each column (widths of 12, 22, 62, 18, 14 and 28 mm): a text of one column reaches into no other.
    const rights = [40, 62, 124, 142, 156, 184].map(mm);
    const below = page.texts.filter((piece) => piece.size === 10.5 && piece.font.includes('Serif'));
    for (const piece of below) {
      const width = [...piece.text.trim()].reduce((sum, character) => sum + ((character.codePointAt(0) ?? 0) > 0x20_00 ? 10.5 : 4), 0);
      const right = rights.find((edge) => edge > piece.x) ?? 0;
      expect(piece.x + width).toBeLessThanOrEqual(right + 5);
    }
  });
});

describe('characters without a shape', () => {
  it('from a pasted text leave no gap mark: line ends are one, spaces are spaces, the rest goes', async () => {
    const { read, missingGlyphs } = await print(
      withoutNotes([row('a', '类', '治\r\n理\t河\u2009段\u200B与\uFEFF水\uFE0F体\u2028岸\u00ADA\u00A0B')]),
    );
    expect(missingGlyphs).toEqual([]);
    expect(textOf(read)).toContain('治理河段与水体岸AB');
  });

  it('that mean a damaged text are shown as 〓 and reported', async () => {
    const { read, missingGlyphs } = await print(withoutNotes([row('a', '类', '治\u0007理\uD800河')]));
    expect(textOf(read)).toContain('治〓理〓河');
    expect(missingGlyphs.map((item) => item.character)).toEqual(['\u0007', '\uD800']);
  });

  it('at the beginning of a cell keep their width when they are full-width: 　　其中', async () => {
    const {
      read: [page],
    } = await print(withoutNotes([row('a', '类', '甲乙'), row('b', '别', '\u3000\u3000其中')]));
    const x = (text: string): number => page?.texts.find((piece) => piece.text.replaceAll('\u3000', '') === text)?.x ?? Number.NaN;
    const indent = page?.texts.filter((piece) => /^\u3000+$/u.test(piece.text)).length ?? 0;
    expect(indent > 0 || page?.texts.some((piece) => piece.text.startsWith('\u3000')) === true).toBe(true);
    expect(x('其')).toBeCloseTo(x('甲') + 21, 0);
  });

  it('are reported wherever they stand: title, head, section, note', async () => {
    const table = annexTable([annexSection('s', '一、𪛖'), last], { title: '标题𪛖', notes: ['备注：1．𪛖'] });
    const { missingGlyphs, read } = await print({
      ...table,
      columns: table.columns.map((column, index) => (index === 0 ? { ...column, title: '𪛖' } : column)),
    });
    expect(missingGlyphs.map((item) => item.place).toSorted()).toEqual(['一、𪛖', '备注', '标题', '表头']);
    expect(occurrences(textOf(read), '〓')).toBe(4);
  });
});
