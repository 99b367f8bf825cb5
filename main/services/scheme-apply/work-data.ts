import { isCalendarYear, parsePeriod, type Period } from '../../../shared/domain/air/period.ts';
import { POLLUTANTS } from '../../../shared/domain/air/standards/pollutants.ts';
import type { SchemeEvaluation } from '../../../shared/domain/air/statistics/types.ts';
import { Failure } from '../../../shared/domain/failure.ts';
import { DISTRICT } from '../../../shared/domain/monitoring/types.ts';
import { Rational, sumOf } from '../../../shared/domain/numbers/rational.ts';
import type { YearPlan } from '../../../shared/domain/plan/years/plan-for-year.ts';
import { airUnits } from '../../../shared/domain/plan/unit-schema.ts';
import type { Better } from '../../../shared/domain/schemes/base/kinds.ts';
import type { Row, SchemeData, Slot } from '../../../shared/domain/schemes/base/data-source.ts';
import type { LackCode, Reading } from '../../../shared/domain/schemes/base/reading.ts';
import { statedFigure } from '../../../shared/domain/schemes/evaluate/head-figures.ts';
import { knownBetter } from '../../../shared/domain/schemes/measures/directions.ts';
import { assessmentData } from '../../../shared/domain/schemes/work/assessment-data.ts';
import { gatherFacts } from '../assessment/gather.ts';
import { readYearPlan } from '../plan/year-plan.ts';
import type { ServiceContext } from '../context.ts';
import { type AirReader, airReader, isAirMeasure } from './air-readings.ts';
import type { AppliedScheme } from './applied-scheme.ts';
import type { Entered } from './entered.ts';
import { labelled } from './labelled.ts';
import { type PlanReader, planReader, type Supposed } from './plan-readings.ts';
import { existIn, type Subject } from './subjects.ts';

export interface WorkDataInput {
  readonly plan: YearPlan;
  readonly applied: AppliedScheme;
  readonly subjects: readonly Subject[];
  readonly periods: readonly string[];
  readonly settings: SchemeEvaluation;
  readonly entered: Entered;
  /** Not stored yet: what is asked is what it would do. */
  readonly supposed?: Supposed | undefined;
}

/** An open work as the source of figures of a scheme; `sample`: 示例数据 among what was read of the air. */
export function workData(context: ServiceContext, input: WorkDataInput): { readonly data: SchemeData; readonly sample: () => boolean } {
  const { plan, applied, subjects, periods, entered } = input;
  const air = airReader(context, plan, input.settings);
  const source = new WorkFigures(input, air, planReader(context.work.handle, input.supposed));
  const rowsOf = (period: string): readonly Row[] => {
    const span = spanOf(period);
    return existIn(subjects, span).map(({ id, name, class: own, words }) => ({ subjectId: id, name, class: own, words, period }));
  };
  const lists = listsOf(context, plan.year);
  const data: SchemeData = {
    periods,
    rowsOf,
    value: (row, measure) => source.value(row, measure),
    slot: (row, measure, slot) =>
      slot === 'groupMean' ? groupMean(row, measure, rowsOf(row.period), input, source) : source.slot(row, measure, slot),
    place: (row, measure) => entered.figure(row, 'param', `${measure}.place`) ?? missing('noValue', {}),
    manual: (row, name) => entered.figure(row, 'manual', name) ?? notEntered('manual', name, row),
    param: (row, name) => entered.figure(row, 'param', name) ?? notEntered('param', name, row),
    status: (row, name) => source.status(row, name),
    event: (row, name) => entered.event(row, name),
    listed: (row, list, of) => lists(row).listed?.(row, list, of) ?? [],
    late: (row) => lists(row).late?.(row) ?? { late: null, sources: [] },
    complete: (row, measure) => !isAirMeasure(measure) || air.complete(row.subjectId, row.period, measure),
  };
  return { data: labelled(data, applied.scheme.head), sample: air.sample };
}

type Lists = Pick<SchemeData, 'listed' | 'late'>;

/** 清单 and 迟报 are of a year, and read as the scores read them. */
function listsOf(context: ServiceContext, year: number): (row: Row) => Lists {
  const made = new Map<number, Lists>();
  return (row) => {
    if (!isYear(row)) throw new Failure('SCHEME_YEARLY', { period: row.period });
    const own = yearOf(row);
    // Runs look back at years that may never have been opened; the year that is asked for is refused then.
    const closed = own !== year && readYearPlan(context.work.handle, own).record === null;
    const found = made.get(own) ?? (closed ? {} : assessmentData(gatherFacts(context, own).input));
    made.set(own, found);
    return found;
  };
}

/** Figures of one subject in one period. What was entered for the scheme under the name of a figure (pm25.target) holds before what the work has. */
class WorkFigures {
  readonly #input: WorkDataInput;
  readonly #air: AirReader;
  readonly #plan: PlanReader;
  readonly #watched: ReadonlySet<string>;

  constructor(input: WorkDataInput, air: AirReader, plan: PlanReader) {
    this.#input = input;
    this.#air = air;
    this.#plan = plan;
    this.#watched = new Set([DISTRICT, ...airUnits(input.plan).map(({ id }) => id)]);
  }

  entered(row: Row, name: string): Reading | null {
    return this.#input.entered.figure(row, 'param', name);
  }

  value(row: Row, measure: string): Reading {
    const entered = this.entered(row, measure);
    if (entered !== null) return entered;
    if (isAirMeasure(measure)) {
      const settled = isYear(row) ? this.#plan.settled(measure, yearOf(row), row.subjectId) : null;
      if (settled !== null) return settled;
      return this.#watched.has(row.subjectId) ? this.#air.value(row.subjectId, row.period, measure) : notMonitored(row, measure);
    }
    const returned = this.#plan.returned(measure, yearOf(row), row.subjectId);
    return isYear(row) || isUnknown(returned) ? returned : missing('yearly', { measure, period: row.period });
  }

  slot(row: Row, measure: string, slot: Exclude<Slot, 'groupMean'>): Reading {
    const own = slot === 'target' || slot === 'stretch' ? this.#ownAim(row, measure, slot) : null;
    const reading = own ?? this.entered(row, `${measure}.${slot}`);
    if (reading !== null) return reading;
    switch (slot) {
      case 'lastYear':
        return this.#lastYear(row, measure);
      case 'lastMonth':
        return isYear(row) || !isAirMeasure(measure) ? this.#lastYear(row, measure) : this.#lastPeriod(row, measure);
      case 'base':
        return this.#base(row, measure);
      case 'target':
      case 'stretch':
        return this.#aim(row, measure, slot);
      case 'limit':
        return this.#watched.has(row.subjectId) ? this.#air.limit(row.subjectId, row.period, measure) : notMonitored(row, measure);
    }
  }

  status(row: Row, name: string): Reading<string> {
    return this.#plan.status(name, yearOf(row), row.subjectId);
  }

  /** From data, else what was set for the whole year before. */
  #lastYear(row: Row, measure: string): Reading {
    const year = yearOf(row) - 1;
    if (!isAirMeasure(measure)) {
      if (!isYear(row)) return missing('yearly', { measure, period: row.period });
      const returned = this.#plan.returned(measure, year, row.subjectId);
      return returned.kind === 'missing' && !isUnknown(returned)
        ? { ...returned, lack: { code: 'lastYear', params: { measure, period: String(year), yearly: 'true' } } }
        : returned;
    }
    const measured = this.#watched.has(row.subjectId)
      ? this.#air.lastYear(row.subjectId, row.period, measure)
      : missing('lastYear', { measure, period: String(year) });
    const settled = measured.kind === 'missing' && isYear(row) ? this.#plan.settled(measure, year, row.subjectId) : null;
    if (settled !== null) return settled;
    if (measured.kind !== 'missing' || measured.lack.code !== 'lastYear' || !isYear(row)) return measured;
    return missing('lastYear', { ...measured.lack.params, yearly: 'true' });
  }

  #lastPeriod(row: Row, measure: string): Reading {
    return this.#watched.has(row.subjectId) ? this.#air.lastPeriod(row.subjectId, row.period, measure) : notMonitored(row, measure);
  }

  #base(row: Row, measure: string): Reading {
    const base = statedFigure(this.#input.applied.scheme.head.params?.['baseYear'], row);
    if (base === null) return missing('baseYearUnsaid', { measure, period: row.period });
    const year = Number(base.text());
    const settled = this.#plan.settled(measure, year, row.subjectId);
    // Days and indices of an older year were counted by another standard; concentrations are what they were.
    if (settled !== null || !isPollutant(measure) || !this.#watched.has(row.subjectId))
      return settled ?? missing('base', { measure, year: String(year) });
    const measured = this.#air.value(row.subjectId, String(year), measure);
    return measured.kind === 'missing' ? missing('base', { measure, year: String(year) }) : measured;
  }

  /**
   * What a document sets for this very unit; it gives way to what was entered for it on a later day, and comes before what was entered for all,
   * what the head states, and the target of the district.
   */
  #ownAim(row: Row, measure: string, slot: 'target' | 'stretch'): Reading | null {
    const of = { slot, unit: row.subjectId, better: this.#better(measure) } as const;
    const set = this.#plan.unitAim(measure, yearOf(row), of);
    if (set === null || (!isYear(row) && COUNTS.has(measure))) return null;
    return (this.#input.entered.ownDay(row, `${measure}.${slot}`) ?? '') > set.from ? null : set.reading;
  }

  #better(measure: string): Better {
    return this.#input.applied.scheme.head.measures?.[measure]?.better ?? knownBetter(measure);
  }

  /** A target that the head states for the subject comes before that of the district, to which towns are held otherwise. */
  #aim(row: Row, measure: string, slot: 'target' | 'stretch'): Reading {
    const { head } = this.#input.applied.scheme;
    const year = yearOf(row);
    if (slot === 'target' && statedFigure(head.targets?.[measure], row) !== null) return missing('target', { measure, year: String(year) });
    if (!isYear(row) && COUNTS.has(measure)) return missing('yearlyTarget', { measure, period: row.period });
    return this.#plan[slot](measure, year, this.#better(measure));
  }
}

/** Days of a year: their target is no target of a month. */
const COUNTS: ReadonlySet<string> = new Set(['goodDays', 'heavyDays']);

const isPollutant = (measure: string): boolean => (POLLUTANTS as readonly string[]).includes(measure);

const spanOf = (period: string): Period => {
  const span = parsePeriod(period);
  if (span === null) throw new Failure('PERIOD_INVALID', { period });
  return span;
};

const isYear = ({ period }: Row): boolean => isCalendarYear(spanOf(period));

const yearOf = ({ period }: Row): number => Number(period.slice(0, 4));

/** Of those of the group that have a value. */
function groupMean(row: Row, measure: string, rows: readonly Row[], { applied }: WorkDataInput, source: WorkFigures): Reading {
  const entered = source.entered(row, `${measure}.groupMean`);
  if (entered !== null) return entered;
  const own = rows.filter((other) => applied.scheme.concerns(other) && applied.scheme.groupOf(other) === applied.scheme.groupOf(row));
  const readings = own.flatMap((other) => [source.value(other, measure)].flatMap((reading) => (reading.kind === 'value' ? [reading] : [])));
  if (readings.length === 0) return missing('groupMean', { measure });
  const value = sumOf(readings.map((reading) => reading.value)).div(Rational.of(readings.length));
  return { kind: 'value', value, sources: readings.flatMap(({ sources }) => sources) };
}

const missing = (code: LackCode, params: Readonly<Record<string, string>>): Extract<Reading<never>, { kind: 'missing' }> => ({
  kind: 'missing',
  lack: { code, params },
  sources: [],
});

const notEntered = (kind: 'manual' | 'param', name: string, { period }: Row): Reading => missing('notEntered', { kind, name, period });

const notMonitored = ({ name }: Row, measure: string): Reading => missing('notMonitored', { measure, subject: name });

const isUnknown = (reading: Reading): boolean => reading.kind === 'missing' && reading.lack.code === 'measureUnknown';
