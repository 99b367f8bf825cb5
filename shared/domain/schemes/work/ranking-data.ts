import { LEVEL_OF, type Measure, NEEDED } from '../../air/ranking/measures.ts';
import { REST_GROUP } from '../../air/ranking/ranking-scheme.ts';
import type { Pollutant } from '../../air/standards/pollutants.ts';
import type { DecimalText } from '../../numbers/decimal.ts';
import { Rational } from '../../numbers/rational.ts';
import type { Row, SchemeData } from '../base/data-source.ts';
import type { Reading } from '../base/reading.ts';

/** Measures of towns as the language names them. */
export type AirMeasure = Pollutant | 'goodRatio' | 'heavyDays' | 'index';
export type AirValues = Readonly<Record<AirMeasure, DecimalText | null>>;

/** A town in one period before it is ranked. */
export interface AirEntry {
  readonly unitId: string;
  readonly name: string;
  readonly period: string;
  /** Unrounded; null where there is none. */
  readonly values: AirValues;
  /** The same of the period one year before (同期). */
  readonly lastYear: AirValues;
  /** The same of the period directly before (上期); absent without one. */
  readonly lastPeriod?: AirValues;
  /** Pollutants its days were judged by. */
  readonly pollutants: readonly Pollutant[];
  /** 有效数据足够. */
  readonly valid: boolean;
}

/** Monitoring data of towns as the source of figures; who has too few valid days has no value by any measure. */
export function airData(entries: readonly AirEntry[], periods: readonly string[]): SchemeData {
  const byPeriod = Map.groupBy(entries, ({ period }) => period);
  const index = new Map(entries.map((entry) => [`${entry.unitId}\n${entry.period}`, entry]));
  const entryOf = (row: Row): AirEntry | undefined => index.get(`${row.subjectId}\n${row.period}`);
  return {
    periods,
    rowsOf: (period) => (byPeriod.get(period) ?? []).map(({ unitId, name }) => ({ subjectId: unitId, name, class: REST_GROUP, period })),
    value: (row, measure) => figure(entryOf(row), 'values', measure),
    slot: (row, measure, slot) => {
      if (slot !== 'lastYear' && slot !== 'lastMonth') return NONE;
      return figure(entryOf(row), slot === 'lastYear' ? 'lastYear' : 'lastPeriod', measure);
    },
    place: () => NONE,
    manual: () => NONE,
    param: () => NONE,
    status: () => NONE,
    event: () => ({ kind: 'value', value: false, sources: [] }),
    complete: (row, measure) => isComplete(entryOf(row), measure),
  };
}

const NONE: Reading<never> = { kind: 'missing', lack: { code: 'noValue', params: {} }, sources: [] };

function figure(entry: AirEntry | undefined, part: 'values' | 'lastYear' | 'lastPeriod', measure: string): Reading {
  if (entry === undefined || !isAirMeasure(measure)) return NONE;
  if (!entry.valid) return { kind: 'missing', lack: { code: 'validity', params: {} }, sources: [] };
  const value = entry[part]?.[measure] ?? null;
  return value === null ? NONE : { kind: 'value', value: Rational.of(value), sources: [] };
}

const RANKED_AS: Readonly<Record<AirMeasure, Measure>> = {
  ...LEVEL_OF,
  goodRatio: 'goodDayRatio',
  heavyDays: 'heavyDays',
  index: 'compositeIndex',
};

const isAirMeasure = (measure: string): measure is AirMeasure => measure in RANKED_AS;

/** Fewer pollutants give a lower AQI, more good days and a smaller index. */
const isComplete = (entry: AirEntry | undefined, measure: string): boolean =>
  entry === undefined || !isAirMeasure(measure) || NEEDED[RANKED_AS[measure]].every((pollutant) => entry.pollutants.includes(pollutant));
