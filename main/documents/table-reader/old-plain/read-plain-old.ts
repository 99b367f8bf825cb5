import { CellPacker, type CellSheet, type CellWorkbook } from '../../../../shared/domain/tables/packed-cells.ts';
import { type ReaderLimits, valueTable } from '../../workbook-reader/limits.ts';
import { isNotPlain, notPlain } from '../../workbook-reader/plain/not-plain.ts';
import { overLimit } from '../../workbook-reader/refusal.ts';
import { OldCells } from './old-cells.ts';
import { isBegin, type OldGlobals, readGlobals } from './old-globals.ts';
import { OldStream, RECORD } from './old-stream.ts';

/**
 * Reads a large workbook of Excel 97 to 2003 (MS-XLS) record by record into packed cells, where the package would make several objects of each: an
 * hour-year of thirty towns asks it for half a minute and 1.7 GB. Null for whatever is not as plain as an export: a password, Excel 95, sheets of
 * macros or charts, a place that is written twice, records that leave the file. The package reads those within its own bounds.
 */
export function readPlainOld(content: Buffer, limits: ReaderLimits, passed: (done: number, all: number) => void): CellWorkbook | null {
  try {
    const stream = new OldStream(content);
    const globals = readGlobals(stream);
    if (globals.sheets.size > limits.sheets) throw overLimit('sheets', globals.sheets.size, limits.sheets);
    return { sheets: sheetsOf(stream, globals, limits, passed), date1904: globals.date1904 };
  } catch (error) {
    if (isNotPlain(error)) return null;
    throw error;
  }
}

const SHEET = 0x0010;
const EVERY_RECORD = 8192;

function sheetsOf(stream: OldStream, globals: OldGlobals, limits: ReaderLimits, passed: (done: number, all: number) => void): CellSheet[] {
  const read = new Map<number, CellSheet>();
  const cells = new OldCells(globals, valueTable(limits), limits);
  while (read.size < globals.sheets.size) {
    if (!stream.next()) throw notPlain();
    const sheet = globals.sheets.get(stream.start);
    if (sheet === undefined || !isBegin(stream, SHEET)) throw notPlain();
    const { start } = stream;
    const packer = new CellPacker(cells.values);
    const merges = readSheet(stream, cells.into(packer), passed);
    read.set(start, { ...sheet, cells: packer.finish(notPlain), merges });
  }
  return [...globals.sheets.keys()].map((start) => read.get(start) ?? fail());
}

function fail(): never {
  throw notPlain();
}

/** Up to the record that ends it, with the parts within (charts), which have cells of their own, passed over. */
function readSheet(stream: OldStream, cells: OldCells, passed: (done: number, all: number) => void): string[] {
  const merges: string[] = [];
  let depth = 1;
  let count = 0;
  while (stream.next()) {
    if (stream.kind === RECORD.begin) depth += 1;
    else if (stream.kind === RECORD.end) depth -= 1;
    else if (depth === 1) cells.take(stream, merges);
    if (depth === 0) return merges;
    count += 1;
    if (count % EVERY_RECORD === 0) passed(stream.start, stream.bytes.length);
  }
  throw notPlain();
}
