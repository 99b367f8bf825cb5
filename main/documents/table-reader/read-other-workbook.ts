import * as codepages from '@e965/xlsx/dist/cpexcel.full.mjs';
import { type CellObject, read, set_cptable as setCodepages, utils, type WorkBook, type WorkSheet } from '@e965/xlsx';
import type { RawCell, RawSheet, RawValue, RawWorkbook } from '../../../shared/domain/tables/raw-workbook.ts';
import { addressOf } from '../workbook-reader/address.ts';
import { digitsOf } from '../workbook-reader/digits.ts';
import type { ReaderLimits } from '../workbook-reader/limits.ts';
import { classifyFormatCode } from '../workbook-reader/number-format.ts';
import { damaged, overLimit, Refusal } from '../workbook-reader/refusal.ts';

/** Excel 95 kept its text in the code page of its country; without the tables 936 would come out as Latin letters. */
setCodepages(codepages);

/** The formats that are left to the package: the binary workbook (.xls, .et), the XML tables of Excel 2003, OpenDocument (.ods). */
export type OtherFormat = 'xls' | 'xml' | 'ods';

/**
 * Reads them as results of formulas and dates as serials. Only for bytes that were sniffed as such and looked over before, because the
 * package reads a damaged file as an empty one.
 */
export function readOtherWorkbook(format: OtherFormat, bytes: Uint8Array, limits: ReaderLimits): RawWorkbook {
  const book = parsed(format, bytes);
  if (book.SheetNames.length === 0) throw damaged(format, 'content');
  if (book.SheetNames.length > limits.sheets) throw overLimit('sheets', book.SheetNames.length, limits.sheets);
  const used = { cells: 0, merges: 0 };
  const sheets = book.SheetNames.flatMap((name, index) => {
    const sheet = book.Sheets[name];
    return sheet === undefined || isChart(sheet) ? [] : [rawSheet(name, visibilityOf(book, index), sheet, limits, used)];
  });
  return { sheets, date1904: book.Workbook?.WBProps?.date1904 === true };
}

function parsed(format: OtherFormat, bytes: Uint8Array): WorkBook {
  // The package tells the console of every record it does not know: a crafted file has millions of them.
  const { error: tell } = console;
  console.error = () => undefined;
  try {
    return read(bytes, {
      type: 'array',
      dense: true,
      cellDates: false,
      cellNF: true,
      cellHTML: false,
      cellText: false,
      cellFormula: true,
      bookVBA: false,
    });
  } catch (error) {
    // The package tells every trouble by a sentence; only this one is worth a code of its own.
    if (error instanceof Error && /password|encrypt/i.test(error.message)) throw new Refusal('FILE_PASSWORD');
    throw damaged(format, 'content');
  } finally {
    console.error = tell;
  }
}

const isChart = (sheet: WorkSheet): boolean => sheet['!type'] === 'chart';

function visibilityOf(book: WorkBook, index: number): RawSheet['visibility'] {
  const hidden = book.Workbook?.Sheets?.[index]?.Hidden ?? 0;
  return hidden === 0 ? 'visible' : hidden === 1 ? 'hidden' : 'veryHidden';
}

function rawSheet(
  name: string,
  visibility: RawSheet['visibility'],
  sheet: WorkSheet,
  limits: ReaderLimits,
  used: { cells: number; merges: number },
): RawSheet {
  const merges = (sheet['!merges'] ?? []).map((range) => utils.encode_range(range)).filter((range) => range.includes(':'));
  used.merges += merges.length;
  if (used.merges > limits.merges) throw overLimit('merges', used.merges, limits.merges, { sheet: name });
  const cells: RawCell[] = [];
  const kinds = new Map<string, 'general' | 'percent' | 'date'>();
  (sheet['!data'] ?? []).forEach((row, rowIndex) => {
    row?.forEach((cell, columnIndex) => {
      const value = cell === undefined || cell === null ? null : rawValue(cell, limits, kinds);
      if (value === null) return;
      used.cells += 1;
      if (used.cells > limits.otherCells) throw overLimit('cells', used.cells, limits.otherCells, { sheet: name });
      cells.push({
        address: addressOf(rowIndex + 1, columnIndex + 1),
        row: rowIndex + 1,
        column: columnIndex + 1,
        value,
        formula: cell.f !== undefined,
      });
    });
  });
  return { name, visibility, cells, merges };
}

function rawValue(cell: CellObject, limits: ReaderLimits, kinds: Map<string, 'general' | 'percent' | 'date'>): RawValue | null {
  const { t, v } = cell;
  if (t === 'z' || v === undefined) return cell.f === undefined ? null : { type: 'blank' };
  if (t === 'e') return { type: 'error', code: ERRORS.get(Number(v)) ?? '#N/A' };
  if (typeof v === 'boolean') return { type: 'boolean', value: v };
  if (typeof v === 'number')
    return { type: 'number', digits: digitsOf(String(v)) ?? '0', format: formatOf(String(cell.z ?? 'General'), kinds) };
  const text = String(v);
  if (text.length > limits.stringLength) throw overLimit('stringLength', text.length, limits.stringLength);
  return text === '' && cell.f === undefined ? null : { type: 'text', text };
}

function formatOf(code: string, kinds: Map<string, 'general' | 'percent' | 'date'>): 'general' | 'percent' | 'date' {
  const known = kinds.get(code);
  if (known !== undefined) return known;
  const kind = classifyFormatCode(code);
  kinds.set(code, kind);
  return kind;
}

/** Error values by their codes in the file (MS-XLS 2.5.10, BErr). */
const ERRORS: ReadonlyMap<number, string> = new Map([
  [0x00, '#NULL!'],
  [0x07, '#DIV/0!'],
  [0x0f, '#VALUE!'],
  [0x17, '#REF!'],
  [0x1d, '#NAME?'],
  [0x24, '#NUM!'],
  [0x2a, '#N/A'],
]);
