import type { CellSheet } from '../../../../shared/domain/tables/packed-cells.ts';
import { builtInFormat, classifyFormatCode, type NumberFormat } from '../../workbook-reader/number-format.ts';
import { notPlain } from '../../workbook-reader/plain/not-plain.ts';
import { type OldStream, RECORD } from './old-stream.ts';
import { SharedTexts, textAt } from './old-text.ts';

/** What an old workbook says before its sheets. */
export interface OldGlobals {
  readonly date1904: boolean;
  /** By the place of their first record. */
  readonly sheets: ReadonlyMap<number, OldSheet>;
  readonly texts: readonly string[];
  /** By the number of the cell's style. */
  readonly formats: readonly NumberFormat[];
}

export interface OldSheet {
  readonly name: string;
  readonly visibility: CellSheet['visibility'];
}

/** Version and content of a part (2.4.21). */
const EXCEL_97 = 0x0600;
const WORKBOOK = 0x0005;

export const isBegin = (stream: OldStream, content: number): boolean =>
  stream.kind === RECORD.begin && stream.uint16(0) === EXCEL_97 && stream.uint16(2) === content;

export function readGlobals(stream: OldStream): OldGlobals {
  if (!stream.next() || !isBegin(stream, WORKBOOK)) throw notPlain();
  const found: Found = { date1904: false, sheets: new Map(), texts: [], codes: new Map(), styles: [] };
  while (stream.next() && stream.kind !== RECORD.end) take(stream, found);
  if (stream.kind !== RECORD.end || found.sheets.size === 0) throw notPlain();
  const { date1904, sheets, texts, codes, styles } = found;
  return { date1904, sheets, texts, formats: styles.map((id) => codes.get(id) ?? builtInFormat(id)) };
}

interface Found {
  date1904: boolean;
  readonly sheets: Map<number, OldSheet>;
  texts: readonly string[];
  /** By the number of the format. */
  readonly codes: Map<number, NumberFormat>;
  readonly styles: number[];
}

function take(stream: OldStream, found: Found): void {
  switch (stream.kind) {
    case RECORD.password:
    case RECORD.begin:
      throw notPlain();
    case RECORD.date1904:
      found.date1904 = stream.uint16(0) === 1;
      return;
    case RECORD.sheet:
      found.sheets.set(stream.uint32(0), sheetOf(stream));
      return;
    case RECORD.format:
      found.codes.set(stream.uint16(0), classifyFormatCode(textAt(stream, 4, stream.uint16(2))));
      return;
    case RECORD.style:
      found.styles.push(stream.uint16(2));
      return;
    case RECORD.texts:
      found.texts = new SharedTexts(stream).read();
      return;
    default:
  }
}

const WORKSHEET = 0;

function sheetOf(stream: OldStream): OldSheet {
  const hidden = stream.byte(4) & 0x03;
  if (stream.byte(5) !== WORKSHEET) throw notPlain();
  return { name: textAt(stream, 7, stream.byte(6)), visibility: hidden === 0 ? 'visible' : hidden === 1 ? 'hidden' : 'veryHidden' };
}
