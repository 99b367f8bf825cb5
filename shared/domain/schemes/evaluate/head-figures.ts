import { Rational } from '../../numbers/rational.ts';
import type { Figures, SchemeHead } from '../language/head.ts';
import type { Reading, Row, SchemeData } from '../base/data-source.ts';

/** Parameters and targets that the scheme itself states, for everybody, a class or a subject; a figure of the data comes before them. */
export function withHeadFigures(data: SchemeData, { params, targets }: SchemeHead): SchemeData {
  if (params === undefined && targets === undefined) return data;
  return {
    ...data,
    param: (row, name) => orStated(data.param(row, name), params?.[name], row),
    slot: (row, measure, slot) => {
      const reading = data.slot(row, measure, slot);
      return slot === 'target' ? orStated(reading, targets?.[measure], row) : reading;
    },
  };
}

function orStated(reading: Reading, stated: Figures | undefined, row: Row): Reading {
  if (reading.kind !== 'missing' || reading.lack.code === 'unreadable') return reading;
  const value = statedFigure(stated, row);
  return value === null ? reading : { kind: 'value', value, sources: [] };
}

/** What the head states for a subject: by its name, its class or another word for what it is, else for everybody. */
export function statedFigure(stated: Figures | undefined, row: Row): Rational | null {
  if (stated === undefined) return null;
  const named = [row.name, row.class, ...(row.words ?? []), 'default'];
  const value = typeof stated === 'number' ? stated : named.map((word) => stated[word]).find((one) => one !== undefined);
  return value === undefined ? null : Rational.of(value);
}
