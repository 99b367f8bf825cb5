import { Failure } from '../../../shared/domain/failure.ts';
import { editDistance } from '../../../shared/domain/plan/book/read/nearest.ts';
import type { Measure } from '../../../shared/domain/plan/schema.ts';

/** 指标 of a plan by its id or its name. */
export function requireMeasure(measures: readonly Measure[], typed: string): Measure {
  const measure = measures.find(({ id }) => id === typed) ?? measures.find(({ name }) => name === typed);
  if (measure === undefined) throw measureUnknown(measures, typed);
  return measure;
}

/** Plans have some fifty measures: those that are written most like the typed one stand for all of them. */
export function measureUnknown(measures: readonly Pick<Measure, 'id' | 'name'>[], typed: string): Failure {
  const near = measures
    .map(({ id, name }) => ({ id, distance: Math.min(editDistance(typed.toUpperCase(), id.toUpperCase()), editDistance(typed, name)) }))
    .toSorted((one, other) => one.distance - other.distance)
    .slice(0, MOST_NAMED);
  const known = near.map(({ id }) => id).join('、');
  return new Failure('MEASURE_UNKNOWN', { measure: typed, known, count: measures.length });
}

const MOST_NAMED = 8;
