import ExcelJS from 'exceljs';
import { META_SHEET, metaRows } from '../../../shared/domain/returns/recognise.ts';
import type { ReturnLayout } from '../../../shared/domain/returns/types.ts';
import { writeReturnSheet } from './return-workbook-sheet.ts';
import { stampPackage } from './package-time.ts';

/** What is filled into an answer cell: `number` as it reads in the cell, so '85' in percent format shows 85%; `date` as 2024-08-31. */
export type WorkbookInput =
  | { readonly text: string }
  | { readonly number: string; readonly format?: 'percent' }
  | { readonly date: string };

export interface ReturnWorkbookOptions {
  /** 示例数据: said on every sheet, in every page header and in the very hidden sheet. */
  readonly sample: boolean;
  /** ISO moment that the file names as its creation; the same layout, answers and moment give the same bytes. */
  readonly createdAt: string;
  /** Answers to fill in, by `${rowId}|${field}`. */
  readonly answers?: ReadonlyMap<string, WorkbookInput>;
}

/** Writes the return workbook (填报表) of one unit from scratch. A workbook that came back is never rewritten: exceljs only writes. */
export async function writeReturnWorkbook(layout: ReturnLayout, options: ReturnWorkbookOptions): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const created = new Date(options.createdAt);
  workbook.creator = '治气考核';
  workbook.lastModifiedBy = '治气考核';
  workbook.created = created;
  workbook.modified = created;
  workbook.title = `${layout.unitName}${layout.year}年填报表`;
  workbook.views = [{ x: 0, y: 0, width: 24_000, height: 14_000, firstSheet: 0, activeTab: 0, visibility: 'visible' }];
  for (const sheet of layout.sheets) await writeReturnSheet(workbook, layout, sheet, options);
  await writeMeta(workbook, layout, options.sample);
  const bytes = new Uint8Array(await workbook.xlsx.writeBuffer());
  return stampPackage(bytes, created);
}

async function writeMeta(workbook: ExcelJS.Workbook, layout: ReturnLayout, sample: boolean): Promise<void> {
  const sheet = workbook.addWorksheet(META_SHEET, { state: 'veryHidden' });
  for (const row of metaRows({ ...layout, sample })) sheet.addRow([...row]);
  await sheet.protect('', { spinCount: 1000 });
}
