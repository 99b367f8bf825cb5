import { Failure } from '../../../shared/domain/failure.ts';
import { limitFault } from '../../../shared/domain/plan/measure-limits.ts';
import type { Measure } from '../../../shared/domain/plan/schema.ts';
import { measuresOf } from '../../../shared/domain/plan/statements.ts';
import type { YearPlan } from '../../../shared/domain/plan/years/plan-for-year.ts';
import { SLOTS } from '../../../shared/domain/schemes/base/data-source.ts';
import { labelIn, type SchemeHead } from '../../../shared/domain/schemes/language/head.ts';
import { KNOWN_MEASURES } from '../../../shared/domain/schemes/measures/directions.ts';
import { schemeMeasure } from '../../../shared/text/scheme/words.ts';
import { measureFor } from './plan-readings.ts';

type Labels = Pick<SchemeHead, 'names' | 'measures'>;
type Measured = Pick<Measure, 'name' | 'unit'>;

/** 可能的数: a figure that is entered for a scheme is held to what its measure can be, as 认定数 are; points, parameters and places are not. */
export function requirePossible(plan: YearPlan, column: string, head: Labels, { value, typed }: { value: string; typed: string }): void {
  const measure = measureOf(plan, column, head);
  const fault = measure === null ? null : limitFault(measure, value);
  if (measure === null || fault === null) return;
  throw new Failure('FIGURE_INVALID', { measure: measure.name, value: typed, ...fault });
}

/** What `pm25.lastYear` is a figure of; null where neither plan nor scheme says in which unit. */
function measureOf(plan: YearPlan, column: string, head: Labels): Measured | null {
  const dot = column.lastIndexOf('.');
  const slot = column.slice(dot + 1);
  const slotted = dot >= 0 && [...SLOTS, 'place'].some((one) => one === slot);
  if (slotted && slot === 'place') return null;
  const name = slotted ? column.slice(0, dot) : column;
  return measureFor(measuresOf(plan), name, plan.subjects) ?? knownMeasure(name) ?? ownMeasure(name, head);
}

function knownMeasure(name: string): Measured | null {
  const parts = name.split('+');
  if (!parts.every((part) => Object.hasOwn(KNOWN_MEASURES, part))) return null;
  return { name: schemeMeasure(name), unit: UNITS[name] ?? '' };
}

const UNITS: Readonly<Record<string, string>> = { goodRatio: '%', goodDays: '天', heavyDays: '天' };

/** Only a Chinese name tells a change (增幅), which may be below zero, from a share. */
function ownMeasure(name: string, head: Labels): Measured | null {
  const [label, unit] = [labelIn(head, name), head.measures?.[name]?.unit];
  return unit === undefined || !/\p{Script=Han}/u.test(label) ? null : { name: label, unit };
}
