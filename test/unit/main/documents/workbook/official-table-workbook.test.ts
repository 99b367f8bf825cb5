import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { writeTableWorkbook } from '../../../../../main/documents/workbook/official-table-workbook.ts';
import type { OfficialTable } from '../../../../../shared/domain/documents/official-table.ts';
import { annexOfManyPages, annexRow, annexSection, annexTable, turned } from '../../../../support/printed-tables.ts';
import { unzip } from '../../../../support/unzip.ts';

const TABLE = annexTable([
  annexSection('s', '一、实施产业产品绿色转型升级行动，推动产业结构优化'),
  annexRow('a', ['1', '空气质量目标', '细颗粒物（PM2.5）浓度（微克/立方米）', '≤39', '12.00', '区生态环境局']),
  annexRow('b', ['2', '空气质量目标', '重污染天数比率（%）', '0', '0.50', '区生态环境局']),
  annexRow('c', ['3', '工业减排', '非化石能源消费比重（%）', '≥20', '2.00', '区发展改革委']),
]);

/** Label, title, caption, then the row of column titles. */
const HEAD = 4;

async function sheetOf(table: OfficialTable): Promise<ExcelJS.Worksheet> {
  const workbook = new ExcelJS.Workbook();
  const bytes = await writeTableWorkbook(table);
  await workbook.xlsx.load(bytes.buffer as ArrayBuffer);
  const [sheet] = workbook.worksheets;
  if (sheet === undefined || workbook.worksheets.length !== 1) throw new Error('not one sheet');
  return sheet;
}

const textAt = (sheet: ExcelJS.Worksheet, address: string): string => sheet.getCell(address).text;
const merges = (sheet: ExcelJS.Worksheet): string[] => [...sheet.model.merges].toSorted();
const lengthOf = (sheet: ExcelJS.Worksheet): number =>
  Array.from({ length: sheet.rowCount }, (_, index) => sheet.getRow(index + 1).height).reduce((sum, height) => sum + height, 0);

describe('the workbook of an official table', () => {
  it('holds label, title, caption, head, cells and notes where the annex has them', async () => {
    const sheet = await sheetOf(TABLE);
    expect([textAt(sheet, 'A1'), textAt(sheet, 'A2'), textAt(sheet, 'A3'), textAt(sheet, 'D3')]).toEqual([
      '附件1',
      TABLE.title,
      TABLE.caption.left,
      TABLE.caption.right,
    ]);
    expect(TABLE.columns.map((_, index) => sheet.getRow(HEAD).getCell(index + 1).text)).toEqual(
      TABLE.columns.map((column) => column.title),
    );
    expect(['A6', 'B6', 'C6', 'D6', 'F6'].map((address) => textAt(sheet, address))).toEqual([
      '1',
      '空气质量目标',
      '细颗粒物（PM2.5）浓度（微克/立方米）',
      '≤39',
      '区生态环境局',
    ]);
    expect([textAt(sheet, 'A9'), textAt(sheet, 'A10')]).toEqual(TABLE.notes);
  });

  it('merges equal neighbouring categories and section rows, and keeps their borders', async () => {
    const sheet = await sheetOf(TABLE);
    expect(merges(sheet)).toEqual(['A10:F10', 'A1:F1', 'A2:F2', 'A3:C3', 'A5:F5', 'A9:F9', 'B6:B7', 'D3:F3'].toSorted());
    for (const address of ['A5', 'F5', 'B6', 'B7', 'B8']) expect(sheet.getCell(address).border.bottom?.style).toBe('thin');
    expect(sheet.getCell('B6').alignment.vertical).toBe('middle');
  });

  it('writes numbers as numbers with their decimals, and ≤39 as text', async () => {
    const sheet = await sheetOf(TABLE);
    expect([sheet.getCell('E6').value, sheet.getCell('E6').numFmt]).toEqual([12, '0.00']);
    expect([sheet.getCell('D7').value, sheet.getCell('D7').numFmt]).toEqual([0, '0']);
    expect(sheet.getCell('D6').value).toBe('≤39');
  });

  it('keeps a number of more than 15 digits as text', async () => {
    const sheet = await sheetOf(annexTable([annexRow('a', ['1', '类', '甲', '12345678901234567', '0.000012345678901234', '乙'])]));
    expect([sheet.getCell('D5').value, sheet.getCell('E5').value]).toEqual(['12345678901234567', 0.000012345678901234]);
  });

  it("prints on A4 with the plan's margins, one page wide, the head on every page, page numbers odd right and even left", async () => {
    const sheet = await sheetOf(TABLE);
    expect(sheet.pageSetup).toMatchObject({
      paperSize: 9,
      orientation: 'portrait',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      printTitlesRow: `${HEAD}:${HEAD}`,
    });
    expect(sheet.pageSetup.margins).toMatchObject({ left: 1.1024, right: 1.0236, top: 1.3622, bottom: 1.2835 });
    expect(sheet.headerFooter).toMatchObject({
      differentOddEven: true,
      oddFooter: '&R&"宋体,常规"&14— &P —',
      evenFooter: '&L&"宋体,常规"&14— &P —',
    });
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: HEAD, showGridLines: false });
  });

  it('turns the margins with a landscape page', async () => {
    const sheet = await sheetOf(turned(TABLE));
    expect(sheet.pageSetup.orientation).toBe('landscape');
    expect(sheet.pageSetup.margins).toMatchObject({ left: 1.2835, right: 1.3622, top: 1.1024, bottom: 1.0236 });
  });

  it('writes the print area and the print titles as absolute references', async () => {
    const workbook =
      unzip(await writeTableWorkbook(TABLE))
        .get('xl/workbook.xml')
        ?.toString('utf8')
        .replaceAll('&apos;', "'") ?? '';
    expect(workbook).toContain(">'附件1'!$A$1:$F$10<");
    expect(workbook).toContain(`>'附件1'!$${HEAD}:$${HEAD}<`);
  });

  it('uses the fonts officials use, by name', async () => {
    const sheet = await sheetOf(TABLE);
    expect([
      sheet.getCell('A1').font.name,
      sheet.getCell('A2').font.name,
      sheet.getCell('A4').font.name,
      sheet.getCell('C6').font.name,
    ]).toEqual(['黑体', '方正小标宋简体', '黑体', '仿宋_GB2312']);
  });

  it('is the same to the byte when written again', async () => {
    const [first, second] = [await writeTableWorkbook(TABLE), await writeTableWorkbook(structuredClone(TABLE))];
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
  });

  it('says who made it and when', async () => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load((await writeTableWorkbook(TABLE)).buffer as ArrayBuffer);
    expect([workbook.creator, workbook.title, workbook.created.toISOString()]).toEqual([
      '治气考核',
      TABLE.meta.subject,
      '2025-01-20T01:30:00.000Z',
    ]);
  });
});

describe('row heights', () => {
  const heightOf = async (name: string): Promise<number> =>
    (await sheetOf(annexTable([annexRow('a', ['1', '类', name, '1', '1', '乙'])]))).getRow(5).height;

  it('grow with the text of the widest-wrapped cell', async () => {
    const [one, two, six] = [await heightOf('短'), await heightOf('字'.repeat(20)), await heightOf('字'.repeat(90))];
    expect(one).toBeLessThan(25);
    expect(two).toBeGreaterThan(one + 10);
    expect(six).toBeGreaterThan(two + 40);
  });

  it('count the lines a text has of its own', async () => {
    expect(await heightOf('甲\n乙\n丙')).toBeGreaterThan((await heightOf('甲乙丙')) + 25);
  });

  it('give room to a category whose text is higher than its row', async () => {
    const sheet = await sheetOf(annexTable([annexRow('a', ['1', '餐饮油烟、臭气异味等扰民投诉处置', '甲', '1', '1', '乙'])]));
    expect(sheet.getRow(5).height).toBeGreaterThan(40);
  });

  it('never go beyond what a spreadsheet shows: a longer row goes over several sheet rows, and its text stands once', async () => {
    const long = '落实责任，'.repeat(300);
    const sheet = await sheetOf(
      annexTable([
        annexRow('a', ['1', '类', '甲', '1', '1', '乙']),
        annexRow('b', ['2', '类', long, '1', '1', '乙']),
        annexRow('c', ['3', '类', '末行', '1', '1', '乙']),
      ]),
    );
    for (let row = 1; row <= sheet.rowCount; row += 1) expect(sheet.getRow(row).height).toBeLessThanOrEqual(409);
    const merged = merges(sheet).filter((range) => /^C6:C\d+$/.test(range));
    expect(merged).toHaveLength(1);
    const last = Number(merged[0]?.slice(4));
    expect(sheet.getCell('C6').text).toBe(long);
    expect(textAt(sheet, `C${last + 1}`)).toBe('末行');
    expect(merges(sheet)).toContain(`B5:B${last + 1}`);
    expect(lengthOf(sheet)).toBeGreaterThan(900);
  });
});

describe('a table of many pages', () => {
  it('keeps all rows in order, and every category with seven rows merges as its rows stand', async () => {
    const table = annexOfManyPages();
    const sheet = await sheetOf(table);
    table.rows.forEach((row, index) => {
      const at = HEAD + 1 + index;
      if (row.kind === 'section') expect(textAt(sheet, `A${at}`)).toBe(row.text);
      else expect([textAt(sheet, `A${at}`), textAt(sheet, `C${at}`)]).toEqual([row.cells[0]?.text, row.cells[2]?.text]);
    });
    expect(merges(sheet)).toContain('B6:B12');
  });

  it('breaks pages only above a category that is kept whole, and takes its section row along', async () => {
    const table = annexOfManyPages();
    const breaks = await breaksOf(table);
    expect(breaks.length).toBeGreaterThan(3);
    for (const row of breaks) {
      const [above, below, next] = [table.rows[row - HEAD - 1], table.rows[row - HEAD], table.rows[row - HEAD + 1]];
      const first = below?.kind === 'section' ? next : below;
      expect(above?.kind).toBe('data');
      if (above?.kind === 'data' && first?.kind === 'data' && below?.kind === 'data')
        expect(first.cells[1]?.text).not.toBe(above.cells[1]?.text);
    }
  });

  it('never leaves a section row alone at a page end', async () => {
    const rowsOf = (prefix: string, count: number) =>
      Array.from({ length: count }, (_, index) =>
        annexRow(`${prefix}${index}`, [String(index + 1), `${prefix}${index}`, '甲', '1', '1', '乙']),
      );
    const found: number[] = [];
    for (let count = 20; count < 40; count += 1) {
      const table = annexTable([...rowsOf('a', count), annexSection('s', '二、实施能源清洁低碳高效利用行动'), ...rowsOf('b', 3)]);
      for (const row of await breaksOf(table)) {
        expect(table.rows[row - HEAD]?.kind).toBe('section');
        found.push(count);
      }
    }
    expect(found.length).toBeGreaterThan(0);
  });
});

async function breaksOf(table: OfficialTable): Promise<number[]> {
  const xml =
    unzip(await writeTableWorkbook(table))
      .get('xl/worksheets/sheet1.xml')
      ?.toString('utf8') ?? '';
  return [...xml.matchAll(/<brk id="(\d+)"/g)].map((match) => Number(match[1]));
}

describe('sample data', () => {
  it('are marked in a line of the sheet and in the head of every printed page', async () => {
    const sheet = await sheetOf({ ...TABLE, sample: true });
    expect(textAt(sheet, 'A2')).toBe('示例数据');
    expect(sheet.headerFooter.oddHeader).toContain('示例数据');
    expect(sheet.headerFooter.evenHeader).toContain('示例数据');
  });

  it('leave no mark on real data', async () => {
    const sheet = await sheetOf(TABLE);
    expect(sheet.headerFooter.oddHeader ?? '').toBe('');
    expect(textAt(sheet, 'A2')).toBe(TABLE.title);
  });
});

describe('text in cells', () => {
  it('is not taken for a control character or a formula', async () => {
    const sheet = await sheetOf(annexTable([annexRow('a', ['1', '=1+1', '甲_x000D_乙', '@SUM', '1', '+86'])]));
    expect(['B5', 'C5', 'D5', 'F5'].map((address) => sheet.getCell(address).value)).toEqual(['=1+1', '甲_x000D_乙', '@SUM', '+86']);
  });

  it('names the sheet without the signs that damage a workbook', async () => {
    const sheet = await sheetOf(
      annexTable([annexRow('a', ['1', '类', '甲', '1', '1', '乙'])], {
        label: null,
        title: "区'县/镇街：排名[2024]*很长的题目很长的题目很长的题目很长的题目",
      }),
    );
    expect(sheet.name).toMatch(/^[^:\\/?*[\]']{1,31}$/);
  });
});
