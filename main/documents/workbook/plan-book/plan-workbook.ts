import ExcelJS from 'exceljs';
import { OTHER_SHEETS, SHEET_NAMES } from '../../../../shared/domain/plan/book/columns.ts';
import type { Book, SheetKey } from '../../../../shared/domain/plan/book/types.ts';
import { YES_NO } from '../../../../shared/domain/plan/book/words.ts';
import { bookNotes, type BookWords } from '../../../../shared/text/plan-book-text.ts';
import { stampPackage } from '../package-time.ts';
import { ALIGN, FONTS, rowHeight } from '../return-workbook-styles.ts';
import { writeHeadSheet } from './head-sheet.ts';
import { offersOf } from './offers.ts';
import { writeTableSheet } from './table-sheet.ts';

export interface PlanWorkbookOptions {
  /** ISO moment that the file names as its creation; the same book and moment give the same bytes. */
  readonly createdAt: string;
  /** For a district that has no plan yet: the notes say how to begin. */
  readonly empty: boolean;
}

/**
 * Writes the 方案工作簿. Sheets are not protected: under protection no row can be deleted and none sorted, which is what the workbook is sent
 * out for. Ids are guarded by a check that refuses typing, and are the only cells that a protection set by hand would lock.
 */
export async function writePlanWorkbook(book: Book, { createdAt, empty }: PlanWorkbookOptions): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const created = new Date(createdAt);
  workbook.creator = '治气考核';
  workbook.lastModifiedBy = '治气考核';
  workbook.created = created;
  workbook.modified = created;
  workbook.views = [{ x: 0, y: 0, width: 24_000, height: 14_000, firstSheet: 0, activeTab: 0, visibility: 'visible' }];
  writeNotes(workbook, bookNotes(empty, wordsOf(book)));
  const offers = offersOf(book);
  for (const sheet of book) {
    if (sheet.key === 'head') writeHeadSheet(workbook, sheet);
    else writeTableSheet(workbook, sheet, offers);
  }
  writeOffers(workbook, offers.listed);
  return stampPackage(new Uint8Array(await workbook.xlsx.writeBuffer()), created);
}

function wordsOf(book: Book): BookWords {
  const nameOf = (key: SheetKey): string => book.find((sheet) => sheet.key === key)?.name ?? SHEET_NAMES[key].name;
  const kinds = book.find((sheet) => sheet.key === 'unitKinds')?.rows ?? [];
  const asked = kinds.filter(({ cells }) => cells[0]?.['asked'] === YES_NO.textOf(true)).map(({ name }) => name);
  return { annex1: nameOf('annex1'), annex2: nameOf('annex2'), asked };
}

const NOTES_WIDTH = 110;

function writeNotes(workbook: ExcelJS.Workbook, notes: readonly string[]): void {
  const sheet = workbook.addWorksheet(OTHER_SHEETS.notes, {
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    views: [{ showGridLines: false }],
  });
  sheet.getColumn(1).width = NOTES_WIDTH;
  notes.forEach((text, index) => {
    const cell = sheet.getCell(index + 1, 1);
    cell.value = text;
    cell.font = index === 0 ? FONTS.title : FONTS.body;
    cell.alignment = index === 0 ? ALIGN.center : ALIGN.left;
    sheet.getRow(index + 1).height = index === 0 ? 36 : rowHeight([{ text, width: NOTES_WIDTH }], 24);
  });
}

/** Words of drop-down lists that stand in no other sheet. */
function writeOffers(workbook: ExcelJS.Workbook, columns: readonly (readonly string[])[]): void {
  if (columns.every((words) => words.length === 0)) return;
  const sheet = workbook.addWorksheet(OTHER_SHEETS.offers, { state: 'hidden' });
  columns.forEach((words, index) => words.forEach((word, row) => void (sheet.getCell(row + 1, index + 1).value = word)));
}
