import ExcelJS from 'exceljs';
import { META_SHEET, metaRows } from '../../../shared/domain/returns/recognise.ts';
import type { ReturnLayout } from '../../../shared/domain/returns/types.ts';
import type { ReturnWorkbookOptions } from './return-workbook-input.ts';
import { writeReturnSheet } from './return-workbook-sheet.ts';
import { stampPackage } from './package-time.ts';

export type { ReturnWorkbookOptions, WorkbookInput } from './return-workbook-input.ts';

/** Writes the return workbook (填报表) of one unit from scratch. A workbook that came back is never rewritten: exceljs only writes. */
export async function writeReturnWorkbook(layout: ReturnLayout, options: ReturnWorkbookOptions): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const created = new Date(options.createdAt);
  workbook.creator = '治气考核';
  workbook.lastModifiedBy = '治气考核';
  workbook.created = created;
  workbook.modified = created;
  workbook.title = `${layout.unitName}${layout.year}年填报表`;
  if (options.typed !== undefined) workbook.description = options.typed.about;
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
