import type { FoundRow } from './find-table.ts';
import { givenId, type TableReading } from './reading.ts';

/** The row that a 指标量 belongs to. */
export interface MeasureOwner {
  readonly id: string;
  readonly isNew: boolean;
  /** Text in which targets must stand; null for 附件1. */
  readonly within: string | null;
}

/**
 * The id of a 指标量: as given; for a new one of 附件1 the row's own id, with a letter for a second (A1-12b), elsewhere the row's with -a, -b.
 * An id that came along when a row was copied means nothing once the row's own id was cleared.
 */
export function readMeasureId(reading: TableReading, line: FoundRow, row: MeasureOwner, index: number): string {
  const cell = line.at('measureId');
  const copied = row.isNew && (reading.seen.has(`measure|${cell.text}`) || reading.ids.used.has(cell.text));
  const given = copied ? null : givenId(reading, cell, 'measure');
  if (given !== null) return given;
  const own = row.within === null && index === 0 && !reading.seen.has(`measure|${row.id}`);
  const made = own ? row.id : reading.ids.first(candidates(row.within === null ? row.id : `${row.id}-`, row.within === null ? 1 : 0));
  reading.seen.set(`measure|${made}`, cell.address);
  return made;
}

function* candidates(stem: string, from: number): Generator<string> {
  for (let number = from; ; number += 1) yield `${stem}${number < LETTERS.length ? LETTERS[number] : number + 1}`;
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
