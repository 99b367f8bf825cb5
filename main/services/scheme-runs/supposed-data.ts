import { Rational, sumOf } from '../../../shared/domain/numbers/rational.ts';
import type { Row, SchemeData } from '../../../shared/domain/schemes/base/data-source.ts';
import type { Reading } from '../../../shared/domain/schemes/base/reading.ts';
import type { CompiledScheme } from '../../../shared/domain/schemes/language/compile-scheme.ts';
import type { Supposed } from './read-supposed.ts';

/** The figures of the work with some that are only supposed; the mean of a group follows its values. */
export function supposedData(data: SchemeData, changes: readonly Supposed[], scheme: CompiledScheme): SchemeData {
  const find = finder(changes);
  const value = (row: Row, measure: string): Reading => find<Rational>(row, measure) ?? data.value(row, measure);
  const moved = new Set(changes.map(({ column }) => column));
  return {
    ...data,
    value,
    slot: (row, measure, slot) => {
      const own = find<Rational>(row, `${measure}.${slot}`);
      if (own !== undefined) return own;
      return slot === 'groupMean' && moved.has(measure)
        ? meanOf(data, row, scheme, (other) => value(other, measure))
        : data.slot(row, measure, slot);
    },
    place: (row, measure) => find<Rational>(row, `${measure}.place`) ?? data.place(row, measure),
    manual: (row, name) => find<Rational>(row, `manual:${name}`) ?? data.manual(row, name),
    param: (row, name) => find<Rational>(row, `param:${name}`) ?? data.param(row, name),
    status: (row, name) => find<string>(row, `status:${name}`) ?? data.status(row, name),
    event: (row, name) => find<boolean>(row, `event:${name}`) ?? data.event(row, name),
  };
}

/** The last that is supposed of a subject itself or of everybody. */
function finder(changes: readonly Supposed[]): <Value>(row: Row, column: string) => Reading<Value> | undefined {
  const keyOf = (column: string, period: string, subjectId: string | null): string => JSON.stringify([column, period, subjectId]);
  const last = new Map(changes.map((change, index) => [keyOf(change.column, change.period, change.subjectId), { change, index }]));
  return <Value>(row: Row, column: string) => {
    const [own, all] = [last.get(keyOf(column, row.period, row.subjectId)), last.get(keyOf(column, row.period, null))];
    const found = own !== undefined && (all === undefined || own.index > all.index) ? own : all;
    return found?.change.reading as Reading<Value> | undefined;
  };
}

function meanOf(data: SchemeData, row: Row, scheme: CompiledScheme, of: (row: Row) => Reading): Reading {
  const group = data.rowsOf(row.period).filter((other) => scheme.concerns(other) && scheme.groupOf(other) === scheme.groupOf(row));
  const readings = group.map(of).flatMap((reading) => (reading.kind === 'value' ? [reading] : []));
  if (readings.length === 0) return { kind: 'missing', lack: { code: 'groupMean', params: {} }, sources: [] };
  const sources = readings.flatMap((reading) => reading.sources);
  return { kind: 'value', value: sumOf(readings.map((reading) => reading.value)).div(Rational.of(readings.length)), sources };
}

/** What the work itself has there, as text; null where nothing. */
export function readBefore(data: SchemeData, row: Row, column: string): string | null {
  const reading = readingAt(data, row, column);
  if (reading.kind === 'missing') return null;
  if (reading.kind !== 'value') return reading.kind;
  const { value } = reading;
  return value instanceof Rational ? value.text() : String(value);
}

function readingAt(data: SchemeData, row: Row, column: string): Reading<unknown> {
  const [, kind = '', name = ''] = /^(manual|param|status|event):(.*)$/u.exec(column) ?? [];
  if (kind === 'manual') return data.manual(row, name);
  if (kind === 'param') return data.param(row, name);
  if (kind === 'status') return data.status(row, name);
  if (kind === 'event') return data.event(row, name);
  const [measure = '', slot] = column.split('.');
  if (slot === undefined) return data.value(row, measure);
  return slot === 'place' ? data.place(row, measure) : data.slot(row, measure, slot as Parameters<SchemeData['slot']>[2]);
}
