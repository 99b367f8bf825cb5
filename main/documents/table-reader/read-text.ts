import { parse } from 'csv-parse/sync';
import { CsvError } from 'csv-parse/sync';
import { CellPacker, type CellWorkbook, type PackedCells } from '../../../shared/domain/tables/packed-cells.ts';
import { decodeBytes } from '../../text-decoding/decode-bytes.ts';
import type { Encoding } from '../../text-decoding/encodings.ts';
import { LAST_COLUMN, LAST_ROW } from '../workbook-reader/address.ts';
import { ELEMENTS_OF_CELL, type ReaderLimits, valueTable } from '../workbook-reader/limits.ts';
import { damaged, foreign, overLimit } from '../workbook-reader/refusal.ts';
import { packPlainFields } from './plain-fields.ts';
import { plainValue, sheetNameOf } from './plain-value.ts';
import { mostInLine, refuseStrayLines } from './stray-lines.ts';

export type Delimiter = ',' | '\t' | ';';

export interface TextTable {
  readonly workbook: CellWorkbook;
  readonly encoding: Encoding;
  readonly delimiter: Delimiter | null;
}

/** Told from time to time how much of a file was passed, of how much. */
export type Passed = (done: number, all: number) => void;

/** CSV and TSV as a workbook of one sheet that bears the name of the file. */
export function readText(name: string, bytes: Uint8Array, limits: ReaderLimits, passed: Passed = () => undefined): TextTable {
  refuseStrayLines(bytes, limits);
  const { text, encoding } = decodeText(name, bytes);
  if (MARKUP.test(text.slice(0, MARKUP_SAMPLE))) throw foreign('html');
  // Excel takes the first line 'sep=;' as an order to itself and shows no row for it.
  const order = /^sep=([,;\t])\r?\n/i.exec(text);
  const body = order === null ? text : text.slice(order[0].length);
  const delimiter = order?.[1] ?? delimiterOf(body);
  const cells = cellsOf(name, body, delimiter ?? ',', { limits, passed });
  const sheet = { name: sheetNameOf(name), visibility: 'visible', cells, merges: [] } as const;
  return {
    workbook: { sheets: [sheet], date1904: false },
    encoding,
    delimiter: isDelimiter(delimiter) ? delimiter : delimiter === null ? null : ',',
  };
}

const isDelimiter = (text: string | null): text is Delimiter => text === ',' || text === '\t' || text === ';';

const MARKUP = /<!doctype html|<html|<table|<\?xml|^mime-version:/im;
const MARKUP_SAMPLE = 4096;

export function decodeText(name: string, bytes: Uint8Array): { readonly text: string; readonly encoding: Encoding } {
  const decoded = decodeBytes(bytes, { wide: 'byZeros' });
  if (decoded.ok) return decoded;
  throw decoded.reason === 'binary' ? foreign('unknown') : damaged(name, 'encoding');
}

const CANDIDATES = [',', '\t', ';', '，'] as const;
const LINES_LOOKED_AT = 50;

/** The mark that most lines have the most of; a comma within quotes divides nothing. Null where no line is divided. */
function delimiterOf(text: string): string | null {
  const lines = text
    .slice(0, 64 * 1024)
    .split(/\r?\n|\r/, LINES_LOOKED_AT)
    .map((line) => line.replaceAll(/"[^"]*"/g, ''));
  const scores = CANDIDATES.map((mark) => {
    const counts = lines.map((line) => line.split(mark).length - 1);
    return { mark, lines: counts.filter((count) => count > 0).length, total: counts.reduce((sum, count) => sum + count, 0) };
  });
  const [best] = scores.toSorted((one, other) => other.lines - one.lines || other.total - one.total);
  return best === undefined || best.lines === 0 ? null : best.mark;
}

/**
 * Counts rows and fields before any is made: the package makes all of them at once. Quotes are not looked at, as what they hold together is far
 * from the bounds in any table.
 */
function refuseOversizedText(text: string, delimiter: string, limits: ReaderLimits): void {
  const mark = delimiter.charCodeAt(0);
  const count = { rows: 1, fields: 1, filled: 0 };
  let atStart = true;
  let inRow = 1;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    const ends = code === LINE_FEED || (code === CARRIAGE_RETURN && text.charCodeAt(index + 1) !== LINE_FEED);
    if (ends) count.rows += 1;
    if (ends || code === mark) count.fields += 1;
    else if (atStart && code !== CARRIAGE_RETURN) count.filled += 1;
    atStart = ends || code === mark;
    if (atStart) inRow = ends ? 1 : inRow + 1;
    if (inRow > LAST_COLUMN + MOST_IN_QUOTES) throw overLimit('address', inRow, LAST_COLUMN);
  }
  const blank = count.fields - count.filled;
  if (count.rows > LAST_ROW + 1) throw overLimit('address', count.rows, LAST_ROW);
  if (count.filled > limits.cells) throw overLimit('cells', count.filled, limits.cells);
  if (blank > limits.elements + count.filled * ELEMENTS_OF_CELL) throw overLimit('elements', blank, limits.elements);
}

/** Delimiters within quotes count here as if they divided; no text in a cell has as many. */
const MOST_IN_QUOTES = 16_384;

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

function recordsOf(name: string, text: string, delimiter: string, limits: ReaderLimits): string[][] {
  try {
    return parse(text, {
      delimiter,
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: false,
      max_record_size: mostInLine(limits),
    });
  } catch (error) {
    if (error instanceof CsvError) throw damaged(name, 'content');
    throw error;
  }
}

interface TextContext {
  readonly limits: ReaderLimits;
  readonly passed: Passed;
}

function cellsOf(name: string, text: string, delimiter: string, { limits, passed }: TextContext): PackedCells {
  const values = valueTable(limits);
  const packer = new CellPacker(values);
  const passedOfText = (characters: number): void => passed(characters, text.length);
  if (packPlainFields(text, delimiter, { packer, values, limits, passed: passedOfText })) return packer.finish(twice);
  refuseOversizedText(text, delimiter, limits);
  return cellsOfRecords(recordsOf(name, text, delimiter, limits), limits);
}

const twice = (address: string): Error => new Error(`two fields at ${address}`);

function cellsOfRecords(records: readonly (readonly string[])[], limits: ReaderLimits): PackedCells {
  if (records.length > LAST_ROW) throw overLimit('address', records.length, LAST_ROW);
  const values = valueTable(limits);
  const packer = new CellPacker(values);
  let count = 0;
  records.forEach((record, index) => {
    if (record.length > LAST_COLUMN) throw overLimit('address', record.length, LAST_COLUMN);
    record.forEach((field, position) => {
      if (field === '') return;
      if (field.length > limits.stringLength) throw overLimit('stringLength', field.length, limits.stringLength);
      if (count >= limits.cells) throw overLimit('cells', count + 1, limits.cells);
      count += 1;
      packer.add(index + 1, position + 1, values.idOf(plainValue(field)));
    });
  });
  return packer.finish(twice);
}
