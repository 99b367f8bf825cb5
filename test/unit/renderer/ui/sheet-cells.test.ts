import { describe, expect, it } from 'vitest';
import { cellPlace, columnLetters, sheetWindow, wholeSheet } from '../../../../renderer/ui/sheet-cells.ts';

const sheet = {
  file: '填报表.xlsx',
  sheets: ['指标填报'],
  sheet: '指标填报',
  columns: 3,
  merges: ['A1:C1', 'A2:A4'],
  rows: [
    { row: 1, cells: [{ column: 1, address: 'A1', text: '标题' }] },
    {
      row: 2,
      cells: [
        { column: 1, address: 'A2', text: '类别' },
        { column: 2, address: 'B2', text: '1' },
      ],
    },
    { row: 4, cells: [{ column: 3, address: 'C4', text: '88' }] },
  ],
};

describe('addresses of cells', () => {
  it('are read and written', () => {
    expect(cellPlace('H17')).toEqual({ column: 8, row: 17 });
    expect(cellPlace('$AA$3')).toEqual({ column: 27, row: 3 });
    expect(cellPlace('第3行')).toBeNull();
    for (const column of [1, 26, 27, 52, 53, 702, 703]) expect(cellPlace(`${columnLetters(column)}1`)?.column).toBe(column);
  });
});

describe('the drawn part of a sheet', () => {
  it('has a cell for every place, merged ones put together', () => {
    const { rows } = sheetWindow(sheet, wholeSheet(sheet, null));
    expect(rows.map((row) => row.cells.map((cell) => `${cell.address}:${cell.columnSpan}×${cell.rowSpan}:${cell.text}`))).toEqual([
      ['A1:3×1:标题'],
      ['A2:1×3:类别', 'B2:1×1:1', 'C2:1×1:'],
      ['B3:1×1:', 'C3:1×1:'],
      ['B4:1×1:', 'C4:1×1:88'],
    ]);
  });

  it('keeps to the rows and columns that are picked and cuts merges there', () => {
    const { rows } = sheetWindow(sheet, { rows: [1, 3, 4], columns: [1, 3] });
    expect(rows.map((row) => row.cells.map((cell) => `${cell.address}:${cell.columnSpan}×${cell.rowSpan}:${cell.text}`))).toEqual([
      ['A1:2×1:标题'],
      ['A2:1×2:类别', 'C3:1×1:'],
      ['C4:1×1:88'],
    ]);
  });

  it('reaches a focus outside of the sheet', () => {
    const { rows, columns } = sheetWindow(sheet, wholeSheet(sheet, { column: 5, row: 6 }));
    expect(columns).toHaveLength(5);
    expect(rows.at(-1)?.cells.some((cell) => cell.address === 'E6')).toBe(true);
  });
});
