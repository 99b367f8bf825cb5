import type { Measure, Task } from '../../schema.ts';
import { wholeOf } from './fields.ts';
import { hasMeasure, type PlanRow } from './plan-rows.ts';
import { type MeasureRow, readMeasure } from './read-measure.ts';
import type { TableReading } from './reading.ts';
import { numberedRows } from './read-sections.ts';

/** 指标量 of a row of words; null, with findings, where one cannot be read. A row without any is judged by its words. */
export function readMeasures(
  reading: TableReading,
  row: PlanRow,
  { id, ownYear }: { readonly id: string; readonly ownYear: number | null },
): Measure[] | null {
  const lines = [row.first, ...row.further].filter((line) => hasMeasure(reading.table, line));
  const name = row.first.at('name').text;
  const measureRow: MeasureRow = { id, isNew: row.id !== id, name, within: name, cumulative: false, ownYear, divided: new Map() };
  const measures = lines.map((line, index) => readMeasure(reading, line, measureRow, index));
  const sound = measures.filter((measure) => measure !== null);
  return sound.length < measures.length ? null : sound;
}

/** What a row's words demand. */
export function readWords({ subjects }: TableReading, { first }: PlanRow): Pick<Task, 'subject' | 'qualitative' | 'scope'> {
  const [subject, demand, scope] = (['wordsSubject', 'wordsDemand', 'wordsScope'] as const).map((column) => first.at(column));
  return {
    ...(subject === undefined || subject.text === '' ? {} : { subject: subjects.keyOf(subject.text, subject) }),
    ...(demand === undefined || demand.text === '' ? {} : { qualitative: demand.text }),
    ...(scope === undefined || scope.text === '' ? {} : { scope: scope.text }),
  };
}

/** 序号 of each row: as written, else counted within its 部分. */
export function readNumbers({ table, notes }: TableReading, rows: readonly PlanRow[]): ReadonlyMap<PlanRow, number> {
  return numberedRows(rows, ({ first }) => {
    const cell = first.at('number');
    const number = cell.text === '' ? null : wholeOf(cell.text);
    if (cell.text !== '' && (number === null || number === 0))
      notes.add('BOOK_NUMBER_UNREADABLE', cell, { column: table.title('number'), text: cell.text });
    return number === 0 ? null : number;
  });
}
