import type { Workbook } from 'exceljs';
import type { BookSheet } from '../../../../shared/domain/plan/book/types.ts';
import { bookHeadTitles } from '../../../../shared/text/plan-book-text.ts';
import { ALIGN, BORDER, FILLS, FONTS, rowHeight } from '../return-workbook-styles.ts';

const WIDTHS = [26, 64, 44] as const;

/** 方案: a line for each thing that a plan has once. */
export function writeHeadSheet(workbook: Workbook, { name, lines }: BookSheet): void {
  const sheet = workbook.addWorksheet(name, {
    properties: { defaultRowHeight: 18 },
    pageSetup: { paperSize: 9, orientation: 'portrait', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    views: [{ state: 'frozen', ySplit: 1, showGridLines: false }],
  });
  WIDTHS.forEach((width, index) => void (sheet.getColumn(index + 1).width = width));
  const rows = [Object.values(bookHeadTitles), ...lines.map((line) => [line.title, line.value, line.hint ?? ''])];
  rows.forEach((texts, index) => {
    texts.forEach((text, column) => {
      const cell = sheet.getCell(index + 1, column + 1);
      if (text !== '') cell.value = text;
      cell.numFmt = '@';
      cell.border = BORDER;
      cell.font = index === 0 ? FONTS.header : column === 2 ? FONTS.note : column === 0 ? FONTS.label : FONTS.body;
      cell.alignment = index === 0 ? ALIGN.center : ALIGN.left;
      if (index === 0 || column === 0) cell.fill = FILLS.header;
      cell.protection = { locked: index === 0 || column !== 1 };
    });
    sheet.getRow(index + 1).height = rowHeight(
      texts.map((text, column) => ({ text, width: WIDTHS[column] ?? 10 })),
      24,
    );
  });
}
