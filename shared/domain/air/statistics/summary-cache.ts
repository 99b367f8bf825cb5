import { sameDay } from '../area/area-memory.ts';
import type { StandardChoice } from '../standards/evaluation-standard.ts';
import type { PlaceDay } from '../types.ts';
import { type DaySummary, summariseDays } from './day-summary.ts';
import { daysAmong, type MonthSummary, type SummaryRules } from './month-summary.ts';
import type { PeriodEvaluation } from './types.ts';
import { summariseValues, type ValueSummary } from './value-summary.ts';

/**
 * Month summaries that are remembered by place and month, for evaluations that follow one another: after one day has changed, one month of
 * one place is summarised anew, and the year is merged from it and eleven remembered ones. A summary is only used again when its days are
 * the same, value by value, so nothing needs to be told of a change. Whole months are remembered; settings of dust and index do not matter,
 * because a summary holds both versions and no index. An evaluation is used again when all its months are the remembered ones.
 */
export interface SummaryCache {
  readonly whole: (placeId: string, month: string, days: readonly PlaceDay[], rules: SummaryRules) => MonthSummary;
  /** The evaluation under a key that names place, period and settings, made anew when one of its months is another than before. */
  readonly evaluation: (key: string, months: readonly MonthSummary[], evaluate: () => PeriodEvaluation) => PeriodEvaluation;
  /** Made since the cache was: months' values, months' days once for each standard choice, evaluations. */
  readonly computed: () => { readonly values: number; readonly days: number; readonly evaluations: number };
}

interface RememberedEvaluation {
  readonly months: readonly MonthSummary[];
  readonly evaluation: PeriodEvaluation;
}

/** Some ten kilobytes each: a district of thirty towns over a dozen periods of a few years, or a thousand places over a year and its months. */
const MOST_EVALUATIONS = 14_000;

interface Entry {
  readonly days: readonly PlaceDay[];
  /** What dust and other events touch of it. */
  readonly events: string;
  readonly values: ValueSummary;
  readonly dustDays: number;
  readonly takenDays: number;
  monitored: string;
  readonly byChoice: Map<StandardChoice, DaySummary>;
}

export function createSummaryCache(): SummaryCache {
  const entries = new Map<string, Entry>();
  const evaluations = new Map<string, RememberedEvaluation>();
  const counts = { values: 0, days: 0, evaluations: 0 };

  function entryOf(key: string, days: readonly PlaceDay[], rules: SummaryRules): Entry {
    const events = eventsKey(days, rules);
    const known = entries.get(key);
    if (known !== undefined && known.events === events && sameDays(known.days, days)) return known;
    counts.values += 1;
    const entry: Entry = {
      days,
      events,
      values: summariseValues(days, rules),
      dustDays: daysAmong(days, rules.dustDates),
      takenDays: daysAmong(days, rules.takenOut),
      monitored: '',
      byChoice: new Map(),
    };
    entries.set(key, entry);
    return entry;
  }

  function daysOf(entry: Entry, days: readonly PlaceDay[], rules: SummaryRules): DaySummary {
    const monitored = JSON.stringify(rules.monitored);
    if (entry.monitored !== monitored) entry.byChoice.clear();
    entry.monitored = monitored;
    const known = entry.byChoice.get(rules.standard);
    if (known !== undefined) return known;
    counts.days += 1;
    const summary = summariseDays(days, rules);
    entry.byChoice.set(rules.standard, summary);
    return summary;
  }

  return {
    whole: (placeId, month, days, rules) => {
      const entry = entryOf(`${month} ${placeId}`, days, rules);
      const { values, dustDays, takenDays } = entry;
      return { values, days: daysOf(entry, days, rules), dustDays, takenDays };
    },
    evaluation: (key, months, evaluate) => {
      const known = evaluations.get(key);
      if (known !== undefined && sameMonths(known.months, months)) return known.evaluation;
      counts.evaluations += 1;
      const evaluation = evaluate();
      evaluations.delete(key);
      evaluations.set(key, { months, evaluation });
      const [oldest] = evaluations.keys();
      if (evaluations.size > MOST_EVALUATIONS && oldest !== undefined) evaluations.delete(oldest);
      return evaluation;
    },
    computed: () => ({ ...counts }),
  };
}

/** The parts of a remembered month stay the same objects. */
const sameMonths = (left: readonly MonthSummary[], right: readonly MonthSummary[]): boolean =>
  left.length === right.length &&
  left.every(
    (month, index) =>
      month.values === right[index]?.values && month.days === right[index]?.days && month.dustDays === right[index]?.dustDays,
  );

function eventsKey(days: readonly PlaceDay[], { dustDates, takenOut }: SummaryRules): string {
  const dust = dustDates.size === 0 ? '' : days.flatMap(({ date }) => (dustDates.has(date) ? [date] : [])).join();
  if (takenOut === undefined || takenOut.size === 0) return dust;
  return `${dust} ${JSON.stringify(days.flatMap(({ date }) => (takenOut.has(date) ? [[date, takenOut.get(date)]] : [])))}`;
}

const isSameDay = (left: PlaceDay, right: PlaceDay | undefined): boolean => right !== undefined && sameDay(left, right);

function sameDays(left: readonly PlaceDay[], right: readonly PlaceDay[]): boolean {
  return left.length === right.length && left.every((day, index) => isSameDay(day, right[index]));
}
