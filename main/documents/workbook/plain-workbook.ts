import ExcelJS from 'exceljs';
import { stampPackage } from './package-time.ts';

/** A sheet of plain rows, as a monitoring platform exports them. */
export interface PlainSheet {
  readonly name: string;
  readonly rows: readonly (readonly (string | number | null)[])[];
  /** Rows of title and head that stay in sight. */
  readonly frozenRows: number;
  /** In Excel characters; one width for all columns where they are not given. */
  readonly widths?: readonly number[];
}

export async function writePlainWorkbook(sheets: readonly PlainSheet[], createdAt: string): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const created = new Date(createdAt);
  workbook.creator = '治气考核';
  workbook.lastModifiedBy = '治气考核';
  workbook.created = created;
  workbook.modified = created;
  for (const { name, rows, frozenRows, widths = [] } of sheets) {
    const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: frozenRows }] });
    sheet.addRows(rows.map((row) => [...row]));
    sheet.columns.forEach((column, index) => {
      column.width = widths[index] ?? COLUMN_WIDTH;
    });
  }
  return stampPackage(new Uint8Array(await workbook.xlsx.writeBuffer()), created);
}

const COLUMN_WIDTH = 14;
