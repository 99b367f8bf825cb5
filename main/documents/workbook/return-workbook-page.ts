import type { Workbook, Worksheet } from 'exceljs';
import type { LayoutSheet, ReturnLayout } from '../../../shared/domain/returns/types.ts';
import { ALIGN, FONTS, rowHeight } from './return-workbook-styles.ts';

/** 示例数据 stands on every sheet and every printed page of a sample, so that none is taken for a report. */
export const SAMPLE_MARK = '示例数据';

const PAPER_A4 = 9;

export const lastColumn = (content: LayoutSheet): number => content.columns.length;

/** The empty sheet with its page: A4, one page wide, header rows on every page, page numbers; `mark` at the right of every page header. */
export function addSheetOf(workbook: Workbook, layout: ReturnLayout, content: LayoutSheet, mark: string | undefined): Worksheet {
  const portrait = content.kind === 'cover' || content.kind === 'air';
  const title = `${layout.unitName}　${layout.year}年${content.name}`;
  const sheet = workbook.addWorksheet(content.name, {
    properties: { defaultRowHeight: 18 },
    pageSetup: {
      paperSize: PAPER_A4,
      orientation: portrait ? 'portrait' : 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      margins: { left: 0.5, right: 0.5, top: 0.7, bottom: 0.7, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddHeader: `&L${title}${mark === undefined ? '' : `&R&"黑体,常规"${mark}`}`, oddFooter: '&C第 &P 页 共 &N 页' },
  });
  return sheet;
}

/** Title over the whole width and, where the table follows, the notes under it. */
export function titleRows(sheet: Worksheet, content: LayoutSheet, sample: boolean, notes: boolean): void {
  const width = content.columns.reduce((sum, column) => sum + column.width, 0);
  sheet.mergeCells(1, 1, 1, lastColumn(content));
  const title = sheet.getCell(1, 1);
  title.value = sample
    ? {
        richText: [
          { text: content.title, font: FONTS.title },
          { text: `　【${SAMPLE_MARK}】`, font: FONTS.sample },
        ],
      }
    : content.title;
  title.font = FONTS.title;
  title.alignment = ALIGN.center;
  sheet.getRow(1).height = 36;
  if (!notes) return;
  for (const text of content.notes) {
    const number = sheet.rowCount + 1;
    sheet.mergeCells(number, 1, number, lastColumn(content));
    const cell = sheet.getCell(number, 1);
    cell.value = text;
    cell.font = FONTS.note;
    cell.alignment = ALIGN.left;
    sheet.getRow(number).height = rowHeight([{ text, width }], 19);
  }
}

/** Widest frozen part, in Excel characters, that leaves room to work in on a small screen. */
const WIDEST_FROZEN = 60;

/** Header rows stay in view and are repeated on paper; so do the columns that say which row it is. */
export function freeze(sheet: Worksheet, content: LayoutSheet, headerRow: number): void {
  const names = content.columns.findIndex((column) => column.key === 'name') + 1;
  const width = content.columns.slice(0, names).reduce((sum, column) => sum + column.width, 0);
  const xSplit = content.kind === 'cover' ? 0 : names > 0 && width <= WIDEST_FROZEN ? names : 1;
  sheet.views =
    content.kind === 'cover'
      ? [{ showGridLines: false }]
      : [{ state: 'frozen', xSplit, ySplit: headerRow, showGridLines: false, zoomScale: 100 }];
  if (content.kind !== 'cover') sheet.pageSetup.printTitlesRow = `${headerRow}:${headerRow}`;
}

/** Everything but the answers is locked, against slips and not against malice; sizes and looks may be changed. */
export async function protectSheet(sheet: Worksheet): Promise<void> {
  await sheet.protect('', {
    spinCount: 1000,
    selectLockedCells: true,
    selectUnlockedCells: true,
    formatCells: true,
    formatColumns: true,
    formatRows: true,
  });
}
