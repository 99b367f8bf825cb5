import * as codepages from '@e965/xlsx/dist/cpexcel.full.mjs';
import { type CellObject, read, set_cptable as setCodepages, utils, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { CellPacker, type CellSheet, type CellWorkbook, type ValueTable } from '../../../shared/domain/tables/packed-cells.ts';
import type { CellComment, CellLook, RawValue } from '../../../shared/domain/tables/raw-workbook.ts';
import { digitsOf } from '../workbook-reader/digits.ts';
import { overOther, type ReaderLimits, valueTable } from '../workbook-reader/limits.ts';
import { commentAt } from '../workbook-reader/looks/comments.ts';
import { couldHide, insteadOf } from '../workbook-reader/looks/shown-number.ts';
import { classifyFormatCode } from '../workbook-reader/number-format.ts';
import { damaged, overLimit, Refusal } from '../workbook-reader/refusal.ts';
import { errorCode } from './old-errors.ts';

/** Excel 95 kept its text in the code page of its country; without the tables 936 would come out as Latin letters. */
setCodepages(codepages);

/** The formats that are left to the package: the binary workbook (.xls, .et), the XML tables of Excel 2003, OpenDocument (.ods). */
export type OtherFormat = 'xls' | 'xml' | 'ods';

/**
 * Reads them as results of formulas and dates as serials. Only for bytes that were sniffed as such and looked over before, because the
 * package reads a damaged file as an empty one.
 */
export function readOtherWorkbook(format: OtherFormat, bytes: Uint8Array, limits: ReaderLimits): CellWorkbook {
  const book = parsed(format, bytes);
  if (book.SheetNames.length === 0) throw damaged(format, 'content');
  if (book.SheetNames.length > limits.sheets) throw overLimit('sheets', book.SheetNames.length, limits.sheets);
  const used: Used = { cells: 0, merges: 0, values: valueTable(limits) };
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

function visibilityOf(book: WorkBook, index: number): CellSheet['visibility'] {
  const hidden = book.Workbook?.Sheets?.[index]?.Hidden ?? 0;
  return hidden === 0 ? 'visible' : hidden === 1 ? 'hidden' : 'veryHidden';
}

/** Over all sheets of the workbook. */
interface Used {
  cells: number;
  merges: number;
  readonly values: ValueTable;
}

function rawSheet(name: string, visibility: CellSheet['visibility'], sheet: WorkSheet, limits: ReaderLimits, used: Used): CellSheet {
  const merges = (sheet['!merges'] ?? []).map((range) => utils.encode_range(range)).filter((range) => range.includes(':'));
  used.merges += merges.length;
  if (used.merges > limits.merges) throw overLimit('merges', used.merges, limits.merges, { sheet: name });
  const packer = new CellPacker(used.values);
  const kinds = new Map<string, 'general' | 'percent' | 'date'>();
  const comments: CellComment[] = [];
  (sheet['!data'] ?? []).forEach((row, rowIndex) => {
    row?.forEach((cell, columnIndex) => {
      if (cell === undefined || cell === null) return;
      comments.push(...commentsAt(cell, utils.encode_cell({ r: rowIndex, c: columnIndex })));
      const value = rawValue(cell, limits, kinds);
      if (value === null) return;
      used.cells += 1;
      if (used.cells > limits.otherCells) throw overOther(used.cells, limits, { sheet: name });
      packer.add(rowIndex + 1, columnIndex + 1, used.values.idOf(value));
      const look = unseenBy(cell, value);
      if (cell.f !== undefined || look !== null) packer.mark(cell.f !== undefined, look);
    });
  });
  const cells = packer.finish((address) => damaged(address, 'content'));
  return { name, visibility, cells, merges, ...(comments.length === 0 ? {} : { comments }) };
}

function commentsAt({ c: said }: CellObject, address: string): CellComment[] {
  const texts = (said ?? []).flatMap(({ t: text }) => (typeof text === 'string' ? [text] : []));
  return texts.length === 0 ? [] : [commentAt(address, texts.join('\n'))].filter((one) => one !== null);
}

/** Of the looks of a cell the package tells the number format alone. */
function unseenBy({ z: code }: CellObject, value: RawValue): CellLook | null {
  const instead = typeof code === 'string' && couldHide(code) ? insteadOf(code, value) : null;
  return instead === null ? null : { unseen: 'format', ...(instead === '' ? {} : { instead }) };
}

function rawValue(cell: CellObject, limits: ReaderLimits, kinds: Map<string, 'general' | 'percent' | 'date'>): RawValue | null {
  const { t, v } = cell;
  if (t === 'z' || v === undefined) return cell.f === undefined ? null : { type: 'blank' };
  if (t === 'e') return { type: 'error', code: errorCode(Number(v)) };
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
