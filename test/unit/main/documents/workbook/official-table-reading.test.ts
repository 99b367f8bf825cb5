import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeTableWorkbook } from '../../../../../main/documents/workbook/official-table-workbook.ts';
import { stampPackage } from '../../../../../main/documents/workbook/package-time.ts';
import { readTable } from '../../../../../main/documents/table-reader/read-table.ts';
import type { OfficialTable } from '../../../../../shared/domain/documents/official-table.ts';
import type { RawSheet } from '../../../../../shared/domain/tables/raw-workbook.ts';
import { annexOfManyPages, annexRow, annexSection, annexTable } from '../../../../support/printed-tables.ts';

/** The sheet as our own strict reader takes it in. */
async function readBack(table: OfficialTable): Promise<RawSheet> {
  const result = await readTable('附表.xlsx', await writeTableWorkbook(table));
  if (!result.ok) throw new Error(result.code);
  const [sheet] = result.workbook.sheets;
  if (sheet === undefined) throw new Error('no sheet');
  return sheet;
}

async function loaded(table: OfficialTable): Promise<ExcelJS.Worksheet> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load((await writeTableWorkbook(table)).buffer as ArrayBuffer);
  const [sheet] = workbook.worksheets;
  if (sheet === undefined) throw new Error('no sheet');
  return sheet;
}

function valueAt(sheet: RawSheet, address: string): string | undefined {
  const value = sheet.cells.find((cell) => cell.address === address)?.value;
  if (value?.type === 'number') return value.digits;
  return value?.type === 'text' ? value.text : undefined;
}

const one = annexRow('a', ['1', '类', '甲', '1', '1', '乙']);

describe('our own reader', () => {
  it('reads every cell of a long table as it was given, numbers exactly', async () => {
    const table = annexOfManyPages();
    const sheet = await readBack(table);
    const head = sheet.cells.find((cell) => cell.value.type === 'text' && cell.value.text === '序号')?.row ?? 0;
    table.rows.forEach((row, index) => {
      const at = head + 1 + index;
      if (row.kind === 'section') return expect(valueAt(sheet, `A${at}`)).toBe(row.text);
      return expect(['A', 'C', 'D', 'E', 'F'].map((column) => valueAt(sheet, `${column}${at}`))).toEqual(
        [0, 2, 3, 4, 5].map(
          (column) =>
            row.cells[column]?.number?.value.replace(/\.?0+$/u, (zeros) => (zeros.startsWith('.') ? '' : zeros)) ?? row.cells[column]?.text,
        ),
      );
    });
    expect(sheet.merges.length).toBeGreaterThan(20);
  });

  it('takes texts that look like escapes as texts, wherever they stand', async () => {
    const escape = '甲_x000D_乙_x0041_';
    const table = annexTable([annexSection('s', escape), annexRow('a', ['1', escape, escape, '1', '1', escape])], {
      label: escape,
      title: escape,
      subtitles: [escape],
      caption: { left: escape, right: escape },
      notes: [escape],
    });
    const sheet = await readBack({ ...table, columns: table.columns.map((column) => ({ ...column, title: escape })) });
    const texts = sheet.cells.flatMap((cell) => (cell.value.type === 'text' ? [cell.value.text] : []));
    expect(new Set(texts)).toEqual(new Set([escape]));
    expect(texts.length).toBe(1 + 1 + 1 + 2 + 6 + 1 + 3 + 1);
  });

  it('gets any text back that a person can type', async () => {
    const typed = fc
      .array(fc.constantFrom('区', '局', ' ', '　', '\n', '_x000D_', '=', '<', '&', '"', "'", '𪛖', '≥83.5%', '-', '@'), {
        minLength: 1,
        maxLength: 12,
      })
      .map((parts) => `治${parts.join('')}理`);
    await fc.assert(
      fc.asyncProperty(typed, async (text) => {
        const sheet = await readBack(annexTable([annexRow('a', ['1', '类', text, '1', '1', '乙'])], { caption: { left: '', right: '' } }));
        expect(valueAt(sheet, 'C4')).toBe(text);
      }),
      { numRuns: 25 },
    );
  });
});

describe('what a spreadsheet would cut off or hide', () => {
  it('shrinks a number that is wider than its column, instead of showing ####', async () => {
    const sheet = await loaded(annexTable([annexRow('a', ['1', '类', '甲', '1234567890.12', '1', '乙'])]));
    expect(sheet.getCell('D5').value).toBe(1_234_567_890.12);
    expect(sheet.getCell('D5').alignment).toMatchObject({ shrinkToFit: true, horizontal: 'center' });
    expect(sheet.getCell('D5').alignment.wrapText).not.toBe(true);
    expect(sheet.getCell('C5').alignment.wrapText).toBe(true);
  });

  it('gives long captions, subtitles, sections, titles and notes the height of their lines, and no row more than a spreadsheet shows', async () => {
    const long = '一段很长的说明文字，'.repeat(12);
    const table = annexTable([annexSection('s', long), one], {
      title: long,
      subtitles: [long],
      caption: { left: long, right: long },
      notes: [long, long.repeat(40)],
    });
    const sheet = await loaded(table);
    const plain = await loaded(
      annexTable([annexSection('s', '短'), one], {
        title: '短',
        subtitles: ['短'],
        caption: { left: '短', right: '短' },
        notes: ['短', '短'],
      }),
    );
    for (const row of [2, 3, 4, 6, 8, 9]) expect(sheet.getRow(row).height).toBeGreaterThan(plain.getRow(row).height * 1.9);
    for (let row = 1; row <= sheet.rowCount; row += 1) expect(sheet.getRow(row).height).toBeLessThanOrEqual(409.5);
  });
});

describe('small tables', () => {
  it('of one column merge no single cell, and keep both captions', async () => {
    const sheet = await readBack(
      annexTable([annexSection('s', '分段'), { kind: 'data', id: 'a', cells: [{ text: '甲' }] }], {
        columns: [{ key: 'name', title: '名称', widthMm: 156, align: 'left' }],
        caption: { left: '左', right: '右' },
      }),
    );
    expect(sheet.merges).toEqual([]);
    expect(sheet.cells.map((cell) => (cell.value.type === 'text' ? cell.value.text : ''))).toEqual([
      '附件1',
      '空气质量持续改善行动主要指标清单',
      '左　右',
      '名称',
      '分段',
      '甲',
      '备注：1．目标数据根据国家最新要求更新',
      '2．带“＊”的指标为累计数',
    ]);
  });

  it('without rows have their head and notes', async () => {
    const sheet = await readBack(annexTable([]));
    expect([valueAt(sheet, 'A4'), valueAt(sheet, 'A5')]).toEqual(['序号', '备注：1．目标数据根据国家最新要求更新']);
  });
});

describe('sheet names', () => {
  const nameOf = async (label: string | null, title = '题目'): Promise<string> => (await loaded(annexTable([one], { label, title }))).name;

  it('are the annex label, or the title of a table that is no annex, on one line', async () => {
    expect(await nameOf('附件1')).toBe('附件1');
    expect(await nameOf(null, '各镇街空气质量\n排名')).toBe('各镇街空气质量 排名');
  });

  it('hold none of the forbidden signs and at most 31 characters, never half a character', async () => {
    expect(await nameOf(null, "'a:b\\c/d?e*f[g]'")).toBe('a b c d e f g');
    expect(await nameOf(null, `${'区'.repeat(30)}𪛖${'县'.repeat(5)}`)).toBe('区'.repeat(30));
  });

  it('are never empty and never the one Excel keeps for itself', async () => {
    expect(await nameOf('//')).toBe('表');
    expect(await nameOf('History')).toBe('表 History');
  });
});

describe('the time of the package', () => {
  it('is the table’s own, not the clock’s', async () => {
    const bytes = Buffer.from(await writeTableWorkbook(annexTable([one])));
    // MS-DOS: 2025-01-20 01:30:00, the table's createdAt in UTC.
    expect([bytes.readUInt16LE(10), bytes.readUInt16LE(12)]).toEqual([(1 << 11) | (30 << 5), (45 << 9) | (1 << 5) | 20]);
  });

  it('before 1980 is the first a zip can hold', async () => {
    const bytes = Buffer.from(stampPackage(await writeTableWorkbook(annexTable([one])), new Date('1970-03-04T00:00:00Z')));
    expect(bytes.readUInt16LE(12)).toBe((3 << 5) | 4);
  });

  it('cannot be set on what is no package', () => {
    expect(() => stampPackage(new Uint8Array(100), new Date(0))).toThrow('not a zip package');
  });
});
