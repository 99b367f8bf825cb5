import { createReturnsContext, type ReturnsContext } from '../../../shared/domain/assessment/context.ts';
import { readStatus } from '../../../shared/domain/assessment/lead-status.ts';
import { type MeasureReading, readMeasure } from '../../../shared/domain/assessment/measure-value.ts';
import { DISTRICT } from '../../../shared/domain/monitoring/types.ts';
import { recovered } from '../../../shared/domain/numbers/recovered.ts';
import { Rational } from '../../../shared/domain/numbers/rational.ts';
import { stretchTarget, unitTarget } from '../../../shared/domain/plan/further-targets.ts';
import { AIR_QUANTITIES, measureOfQuantity } from '../../../shared/domain/plan/air-quantity.ts';
import type { Measure, Plan } from '../../../shared/domain/plan/schema.ts';
import { measuresOf, rowsOf } from '../../../shared/domain/plan/statements.ts';
import type { Target } from '../../../shared/domain/plan/target-schema.ts';
import type { YearPlan } from '../../../shared/domain/plan/years/plan-for-year.ts';
import type { Better } from '../../../shared/domain/schemes/base/kinds.ts';
import type { CellRef, LackCode, Reading } from '../../../shared/domain/schemes/base/reading.ts';
import { statusCode } from '../../../shared/domain/schemes/base/status-words.ts';
import { cellOf } from '../../../shared/domain/schemes/work/listed-facts.ts';
import type { ReadHandle } from '../../db/handles.ts';
import { type SettledFigure, selectSettledFigures } from '../../db/queries/settled-figures.ts';
import { gatherReturns } from '../assessment/gather.ts';
import { adoptedTargets } from '../plan/work-plan.ts';
import { readYearPlan } from '../plan/year-plan.ts';

interface Aim {
  readonly slot: 'target' | 'stretch';
  readonly unit: string;
  readonly better: Better;
}

export interface UnitAim {
  readonly reading: Reading;
  readonly from: string;
}

/** What is thought of in place of what the work holds: a plan of the year with a revision, figures that are not stored yet. */
export interface Supposed {
  readonly plan?: YearPlan;
  readonly figures?: readonly PlacedFigure[];
}

type PlacedFigure = Pick<SettledFigure, 'measureId' | 'year' | 'unitId' | 'value' | 'document'>;

export interface PlanReader {
  /** 上级认定, or the result of an earlier or base year, of a subject; null where none was set. */
  settled(measure: string, year: number, subjectId: string): Reading | null;
  /** What the returns of the year say; what was settled counts in their place. */
  returned(measure: string, year: number, subjectId: string): Reading;
  target(measure: string, year: number, better: Better): Reading;
  stretch(measure: string, year: number, better: Better): Reading;
  /** What a document sets for one unit, and from when; null where the unit has none of its own. */
  unitAim(measure: string, year: number, aim: Aim): UnitAim | null;
  status(rowId: string, year: number, subjectId: string): Reading<string>;
}

/** Targets, returns and settled figures of a work by the names that schemes give to measures. */
export function planReader(db: ReadHandle, supposed: Supposed = {}): PlanReader {
  const years = new Map<number, ReturnType<typeof yearOf>>();
  const of = (year: number): ReturnType<typeof yearOf> => {
    const known = years.get(year) ?? yearOf(db, year, supposed.plan?.year === year ? supposed.plan : null);
    years.set(year, known);
    return known;
  };
  const placed: readonly PlacedFigure[] = [...selectSettledFigures(db), ...(supposed.figures ?? [])];
  const figures = new Map(placed.map((one) => [`${one.measureId}|${one.year}|${one.unitId ?? DISTRICT}`, one]));
  const settled = (measure: string, year: number, subjectId: string): Reading | null => {
    const found = figures.get(`${of(year).measureFor(measure)?.id ?? ''}|${year}|${subjectId}`);
    if (found === undefined) return null;
    const { document, value } = found;
    return {
      kind: 'value',
      value: Rational.of(value),
      sources: [{ file: document, sheet: '', cell: '', column: found.measureId, raw: value }],
    };
  };
  return {
    settled,
    returned(measure, year, subjectId) {
      const { rows, context, measureFor: find } = of(year);
      const own = find(measure);
      if (own === undefined) return missing('measureUnknown', { measure });
      const known = settled(measure, year, subjectId);
      if (known !== null) return known;
      if (context === null) return missing('yearClosed', { measure, year: String(year) });
      const row = rows.find((candidate) => candidate.measures.includes(own));
      const leadUnits = subjectId === DISTRICT ? (row?.leadUnits ?? []) : [subjectId];
      return readingOf(readMeasure(own, { id: row?.id ?? own.id, leadUnits }, context));
    },
    ...aimsOf(of),
    status(rowId, year, subjectId) {
      const { rows, context } = of(year);
      const row = rows.find(({ id }) => id === rowId);
      if (row === undefined) return missing('rowUnknown', { name: rowId });
      if (context === null) return missing('yearClosed', { year: String(year) });
      const found = readStatus({ id: rowId }, subjectId === DISTRICT ? row.leadUnits : [subjectId], context);
      if (found.kind === 'missing') return missing('returned', { reason: found.reason }, found.sources.map(cellOf));
      const { source } = found.answer;
      if (found.kind === 'exempt') return { kind: 'notApplicable', sources: [cellOf(source)] };
      return { kind: 'value', value: statusCode(source.raw) === found.status ? source.raw : found.status, sources: [cellOf(source)] };
    },
  };
}

/** 目标 and 奋斗目标 of the district, and those that documents set for single units. */
function aimsOf(of: (year: number) => ReturnType<typeof yearOf>): Pick<PlanReader, 'target' | 'stretch' | 'unitAim'> {
  const aim = (measure: string, year: number, better: Better, code: 'target' | 'stretch'): Reading => {
    const { plan, adopted, measureFor: find } = of(year);
    const own = find(measure);
    const held = own === undefined ? null : code === 'target' ? (adopted.get(own.id) ?? null) : stretchTarget(plan, own);
    return aimReading(held, own, better) ?? missing(code, { measure, year: String(year) });
  };
  return {
    target: (measure, year, better) => aim(measure, year, better, 'target'),
    stretch: (measure, year, better) => aim(measure, year, better, 'stretch'),
    unitAim(measure, year, { slot, unit, better }) {
      const { plan, measureFor: find } = of(year);
      const own = find(measure);
      const held = own === undefined ? null : unitTarget(plan, own.id, unit, slot === 'target' ? 'binding' : 'stretch');
      if (held === null) return null;
      const reading = aimReading(held, own, better) ?? missing(slot, { measure, year: String(year) });
      return { reading, from: held.effectiveOn ?? '' };
    },
  };
}

/** A target with its place; null where it is no number. */
function aimReading(held: { target: Target; place: string } | null, measure: Measure | undefined, better: Better): Reading | null {
  const value = held === null ? null : limitOf(held.target, better);
  if (held === null || value === null) return null;
  const source = { file: held.place, sheet: '', cell: '', column: measure?.id ?? '' };
  const strict = held.target.kind === 'number' && (held.target.operator === 'gt' || held.target.operator === 'lt');
  return { kind: 'value', value, sources: [{ ...source, raw: held.target.printed }], strict };
}

function yearOf(db: ReadHandle, year: number, supposed: YearPlan | null) {
  const { plan: held, record } = readYearPlan(db, year);
  const plan = supposed ?? held;
  const context: ReturnsContext | null = record === null ? null : createReturnsContext(gatherReturns(db, year));
  const measures = measuresOf(plan);
  return {
    plan,
    measureFor: (name: string) => measureFor(measures, name, plan.subjects),
    rows: rowsOf(plan),
    adopted: adoptedTargets(db, { plan }),
    context,
  };
}

/** By its id, else by what it is, else by what it speaks of. */
export function measureFor(measures: readonly Measure[], name: string, subjects: Plan['subjects'] = {}): Measure | undefined {
  const quantity = AIR_QUANTITIES.find((one) => one === name);
  return (
    measures.find(({ id }) => id === name) ??
    (quantity === undefined ? undefined : measureOfQuantity(measures, quantity, subjects)) ??
    measures.find((measure) => measure.subject === name && quantity === undefined)
  );
}

/** Of a range the end that is harder to keep. */
function limitOf(target: Target, better: Better): Rational | null {
  if (target.kind === 'number') return Rational.of(target.value);
  return target.kind === 'range' ? Rational.of(better === 'less' ? target.high : target.low) : null;
}

function readingOf(read: MeasureReading): Reading {
  const sources = read.sources.map(cellOf);
  switch (read.kind) {
    case 'value':
      return { kind: 'value', value: recovered(Rational.of(read.value)), sources };
    case 'noOccurrence':
      return { kind: 'noOccurrence', sources };
    case 'exempt':
      return { kind: 'notApplicable', sources };
    case 'missing':
      return missing('returned', { reason: read.reason }, sources);
  }
}

const missing = (
  code: LackCode,
  params: Readonly<Record<string, string>>,
  sources: readonly CellRef[] = [],
): { readonly kind: 'missing' } & Reading<never> => ({ kind: 'missing', lack: { code, params }, sources });
