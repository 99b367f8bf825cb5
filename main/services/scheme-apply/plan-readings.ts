import { createReturnsContext, type ReturnsContext } from '../../../shared/domain/assessment/context.ts';
import { readStatus } from '../../../shared/domain/assessment/lead-status.ts';
import { type MeasureReading, readMeasure } from '../../../shared/domain/assessment/measure-value.ts';
import { DISTRICT } from '../../../shared/domain/monitoring/types.ts';
import { recovered } from '../../../shared/domain/numbers/recovered.ts';
import { Rational } from '../../../shared/domain/numbers/rational.ts';
import type { Measure } from '../../../shared/domain/plan/schema.ts';
import { measuresOf, rowsOf } from '../../../shared/domain/plan/statements.ts';
import type { Target } from '../../../shared/domain/plan/target-schema.ts';
import type { Better } from '../../../shared/domain/schemes/base/kinds.ts';
import type { CellRef, LackCode, Reading } from '../../../shared/domain/schemes/base/reading.ts';
import { statusCode } from '../../../shared/domain/schemes/base/status-words.ts';
import { cellOf } from '../../../shared/domain/schemes/work/listed-facts.ts';
import type { ReadHandle } from '../../db/handles.ts';
import { selectSettledFigures } from '../../db/queries/settled-figures.ts';
import { gatherReturns } from '../assessment/gather.ts';
import { adoptedTargets } from '../plan/work-plan.ts';
import { readYearPlan } from '../plan/year-plan.ts';

/** 目标主题 and unit by which a measure of the air is found among those of the plan. */
const SUBJECTS: Readonly<Record<string, { readonly subject: string; readonly unit?: string }>> = {
  goodRatio: { subject: 'good-days', unit: '%' },
  goodDays: { subject: 'good-days', unit: '天' },
  heavyDays: { subject: 'heavy-pollution-days', unit: '天' },
};

export interface PlanReader {
  /** 上级认定, or the result of an earlier or base year, of a subject; null where none was set. */
  settled(measure: string, year: number, subjectId: string): Reading | null;
  /** What the returns of the year say; what was settled counts in their place. */
  returned(measure: string, year: number, subjectId: string): Reading;
  target(measure: string, year: number, better: Better): Reading;
  stretch(measure: string, year: number, better: Better): Reading;
  status(rowId: string, year: number, subjectId: string): Reading<string>;
}

/** Targets, returns and settled figures of a work by the names that schemes give to measures. */
export function planReader(db: ReadHandle): PlanReader {
  const years = new Map<number, ReturnType<typeof yearOf>>();
  const of = (year: number): ReturnType<typeof yearOf> => {
    const known = years.get(year) ?? yearOf(db, year);
    years.set(year, known);
    return known;
  };
  const figures = new Map(selectSettledFigures(db).map((one) => [`${one.measureId}|${one.year}|${one.unitId ?? DISTRICT}`, one]));
  const settled = (measure: string, year: number, subjectId: string): Reading | null => {
    const found = figures.get(`${measureFor(of(year).measures, measure)?.id ?? ''}|${year}|${subjectId}`);
    if (found === undefined) return null;
    const { document, value } = found;
    return {
      kind: 'value',
      value: Rational.of(value),
      sources: [{ file: document, sheet: '', cell: '', column: found.measureId, raw: value }],
    };
  };
  const aim = (measure: string, year: number, better: Better, code: 'target' | 'stretch'): Reading => {
    const { measures, adopted } = of(year);
    const own = measureFor(measures, measure);
    const place = adopted.get(own?.id ?? '');
    const target = code === 'target' ? place?.target : own?.stretch?.[String(year)];
    const value = target === undefined ? null : limitOf(target, better);
    if (value === null || target === undefined) return missing(code, { measure, year: String(year) });
    const source = { file: code === 'target' ? (place?.place ?? '') : (own?.name ?? ''), sheet: '', cell: '', column: own?.id ?? '' };
    const strict = target.kind === 'number' && (target.operator === 'gt' || target.operator === 'lt');
    return { kind: 'value', value, sources: [{ ...source, raw: target.printed }], strict };
  };
  return {
    settled,
    returned(measure, year, subjectId) {
      const { measures, rows, context } = of(year);
      const own = measureFor(measures, measure);
      if (own === undefined) return missing('measureUnknown', { measure });
      const known = settled(measure, year, subjectId);
      if (known !== null) return known;
      if (context === null) return missing('yearClosed', { measure, year: String(year) });
      const row = rows.find((candidate) => candidate.measures.includes(own));
      const leadUnits = subjectId === DISTRICT ? (row?.leadUnits ?? []) : [subjectId];
      return readingOf(readMeasure(own, { id: row?.id ?? own.id, leadUnits }, context));
    },
    target: (measure, year, better) => aim(measure, year, better, 'target'),
    stretch: (measure, year, better) => aim(measure, year, better, 'stretch'),
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

function yearOf(db: ReadHandle, year: number) {
  const { plan, record } = readYearPlan(db, year);
  const context: ReturnsContext | null = record === null ? null : createReturnsContext(gatherReturns(db, year));
  return { measures: measuresOf(plan), rows: rowsOf(plan), adopted: adoptedTargets(db, { plan }), context };
}

/** By its id, else by what it speaks of. */
function measureFor(measures: readonly Measure[], name: string): Measure | undefined {
  const { subject, unit } = SUBJECTS[name] ?? { subject: name, unit: undefined };
  return (
    measures.find(({ id }) => id === name) ??
    measures.find((measure) => measure.subject === subject && (unit === undefined || measure.unit === unit))
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
