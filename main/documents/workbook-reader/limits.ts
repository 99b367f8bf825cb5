import { ValueTable } from '../../../shared/domain/tables/packed-cells.ts';
import { overLimit, type Refusal } from './refusal.ts';
import type { FindingParams } from '../../../shared/domain/findings.ts';

/**
 * How much one file may ask of the reader. A return of one unit needs a hundredth of this; the bounds are set so that a full hour-year of
 * monitoring still opens (2.5 million cells, 81 MB of sheet XML) while a crafted file is refused within seconds.
 */
export interface ReaderLimits {
  readonly fileBytes: number;
  /** Entries of the zip directory, read or not. */
  readonly entries: number;
  /** Inflated size of everything that is read. */
  readonly totalBytes: number;
  /** Inflated size of one part that is held as a whole: shared strings, styles, workbook, relationships. */
  readonly partBytes: number;
  readonly depth: number;
  /** Characters of one string; Excel's own bound. */
  readonly stringLength: number;
  /** Cells with content in all sheets together, and likewise shared strings. */
  readonly cells: number;
  /** The same in the formats of which another program's reader makes an object for each cell: .xls, .ods, XML 2003. */
  readonly otherCells: number;
  /** Cells with content of a list that people keep by days: dust days, forecasts. */
  readonly listCells: number;
  /** Cells with content in one row. A year of hours side by side has 8,784; nothing that people fill in has more. */
  readonly rowCells: number;
  readonly sheets: number;
  /** Merged ranges in all sheets together. */
  readonly merges: number;
  /** Different texts of a workbook (shared strings). */
  readonly strings: number;
  /** Different figures and texts of all cells together: each is held once and looked at once. */
  readonly values: number;
  /** Cell formats, fonts and number formats of a workbook, each; Excel's own bound for the first. */
  readonly styles: number;
  /** Elements of XML or a page beyond those that cells with content are made of: blank rows and cells that only have a format. */
  readonly elements: number;
}

const MEGABYTE = 1024 * 1024;

export const DEFAULT_LIMITS: ReaderLimits = {
  fileBytes: 50 * MEGABYTE,
  entries: 2_000,
  totalBytes: 300 * MEGABYTE,
  partBytes: 64 * MEGABYTE,
  depth: 64,
  stringLength: 32_767,
  cells: 5_000_000,
  otherCells: 2_500_000,
  listCells: 5_000_000,
  rowCells: 10_000,
  sheets: 256,
  merges: 200_000,
  strings: 1_000_000,
  values: 5_000_000,
  styles: 65_536,
  elements: 2_500_000,
};

/** Elements that belong to a cell with content, at the most in what programs write. */
export const ELEMENTS_OF_CELL = 8;

/** More cells than any form has: those of old workbooks that have fewer are left to the package. */
export const LARGE_OLD_CELLS = 60_000;

/**
 * Of a form, a plan or a list, which a person fills in: some hundred times of what any of them has, and what is read within two seconds of a
 * slow machine. Rows that only have a format go on to the end of a sheet, a million of them, in files that people send.
 */
export const FORM_LIMITS: Partial<ReaderLimits> = {
  cells: 250_000,
  otherCells: LARGE_OLD_CELLS,
  elements: 1_250_000,
  merges: 50_000,
  totalBytes: 160 * MEGABYTE,
  partBytes: 32 * MEGABYTE,
  strings: 250_000,
};

/**
 * Of monitoring files in the formats of which another program's reader makes objects (OpenDocument, XML of Excel 2003, what is not plain among old
 * workbooks) or elements (web pages): a year of days, or a month of hours, of thirty towns. A year of hours is read from .xlsx, .xls and CSV; it has
 * some ten thousand different values, or one for each row where rows are numbered and figures have three decimals.
 */
export const MONITORING_LIMITS: Partial<ReaderLimits> = { otherCells: 250_000, listCells: 250_000, values: 500_000 };

/** The values of a workbook (ValueTable), as many as it may have. */
export const valueTable = ({ values }: ReaderLimits): ValueTable => new ValueTable(values, (count) => overLimit('values', count, values));

/** Too many cells for the format, or, where no other format would take them, for any. */
export const overOther = (cells: number, { otherCells, cells: ofAny }: ReaderLimits, place: FindingParams = {}): Refusal =>
  cells > ofAny ? overLimit('cells', cells, ofAny, place) : overLimit('otherCells', cells, otherCells, place);
