import { typedText } from '../../../../shared/domain/returns/cell-text.ts';
import type { CellWorkbook } from '../../../../shared/domain/tables/packed-cells.ts';

/** Rows in which titles and marks stand. */
const TITLE_ROWS = 5;

/** Names of the sheets and texts of their first rows: what a file says about itself. */
export function firstTexts({ sheets, date1904 }: CellWorkbook): string[] {
  const texts: string[] = [];
  for (const sheet of sheets) {
    texts.push(sheet.name);
    for (const cell of sheet.cells) {
      if (cell.row > TITLE_ROWS) break;
      texts.push(typedText(cell.value, date1904));
    }
  }
  return texts;
}

/** 示例数据 anywhere in them makes the file a sample: it must never be taken for what was measured. */
export const isSample = (workbook: CellWorkbook): boolean => firstTexts(workbook).some((text) => text.includes(SAMPLE_MARK));

export const SAMPLE_MARK = '示例数据';
