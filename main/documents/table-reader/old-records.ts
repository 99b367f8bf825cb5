import type { ReaderLimits } from '../workbook-reader/limits.ts';
import { overLimit } from '../workbook-reader/refusal.ts';
import { streamPieces } from './compound-file.ts';

/** The records of an old workbook, and how many of them are of which kind. */
export interface OldRecords {
  readonly content: Buffer;
  readonly cells: number;
}

/**
 * Counts the records of an old workbook (MS-XLS 2.1.4: kind and length in two bytes each, then the content) before an object is made of any: a file
 * of 20 MB can hold five million of them. Only for files whose chains of sectors were looked over.
 */
export function countedOld(bytes: Uint8Array, limits: ReaderLimits): OldRecords {
  const content = Buffer.concat(streamPieces(bytes, WORKBOOK));
  const count = { others: 0, cells: 0, merges: 0 };
  for (let at = 0; at + HEADER_BYTES <= content.length;) {
    const [kind, length] = [content.readUInt16LE(at), content.readUInt16LE(at + 2)];
    const cells = cellsOf(kind, length);
    if (cells === 0) count.others += 1;
    count.cells += cells;
    if (kind === MERGES) count.merges += Math.floor(length / RANGE_BYTES);
    at += HEADER_BYTES + length;
  }
  if (count.merges > limits.merges) throw overLimit('merges', count.merges, limits.merges);
  if (count.cells > limits.cells) throw overLimit('cells', count.cells, limits.cells);
  if (count.others > limits.elements) throw overLimit('elements', count.others, limits.elements);
  return { content, cells: count.cells };
}

/** Of Excel 97 and later, and of Excel 95. */
const WORKBOOK: ReadonlySet<string> = new Set(['Workbook', 'Book']);
const HEADER_BYTES = 4;
const RANGE_BYTES = 8;
/** MergeCells. */
const MERGES = 0x00e5;
/** BoolErr, Formula, Label, LabelSst, Number, RK, RString, with their older forms. */
const CELLS: ReadonlySet<number> = new Set([0x0006, 0x0206, 0x0406, 0x0205, 0x0204, 0x00fd, 0x0203, 0x027e, 0x00d6]);
/** Several numbers side by side: six bytes each between six others. */
const NUMBERS = 0x00bd;

const cellsOf = (kind: number, length: number): number =>
  CELLS.has(kind) ? 1 : kind === NUMBERS ? Math.max(Math.floor((length - 6) / 6), 0) : 0;
