import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eachMeasure, type Measure, MEASURES } from '../../../../../../shared/domain/air/ranking/measures.ts';
import { rankPlaces, type RankingEntry } from '../../../../../../shared/domain/air/ranking/rank-places.ts';
import { type RankingScheme, rankingSchemeSchema } from '../../../../../../shared/domain/air/ranking/ranking-scheme.ts';
import { schemeProblem } from '../../../../../../shared/domain/air/ranking/scheme-problems.ts';
import { streaks } from '../../../../../../shared/domain/air/ranking/streaks.ts';
import { POLLUTANTS } from '../../../../../../shared/domain/air/standards/pollutants.ts';
import { exact } from '../../../../../../shared/domain/numbers/decimal.ts';
import { evaluateScheme } from '../../../../../../shared/domain/schemes/evaluate/evaluate.ts';
import type { CompiledScheme } from '../../../../../../shared/domain/schemes/language/compile-scheme.ts';
import { compileRanking } from '../../../../../../shared/domain/schemes/translate/compile.ts';
import { rulesOfRanking } from '../../../../../../shared/domain/schemes/translate/ranking.ts';
import { airData, type AirEntry, type AirMeasure, type AirValues } from '../../../../../../shared/domain/schemes/work/ranking-data.ts';
import { rankingScheme, schemeData, schemeText } from '../../../../../support/scheme-files.ts';
import { schemeOf } from '../../../../../support/scheme-trial.ts';
import { template } from '../../air/ranking/entries.ts';

const IDS = ['ranking-2024', 'ranking-change', 'ranking-composite', 'ranking-good-days', 'ranking-mix'];
const shipped = rankingScheme;
const MONTHS = ['2024-11', '2024-12', '2025-01'];

const OF: Readonly<Partial<Record<Measure, AirMeasure>>> = {
  pm25Mean: 'pm25',
  pm10Mean: 'pm10',
  goodDayRatio: 'goodRatio',
  heavyDays: 'heavyDays',
  compositeIndex: 'index',
};
const CHANGE_OF: Readonly<Partial<Record<Measure, AirMeasure>>> = {
  pm25Change: 'pm25',
  pm10Change: 'pm10',
  goodDayRatioChange: 'goodRatio',
  compositeIndexChange: 'index',
};

/** The same town for today's engine, which takes changes ready made: % of the year before, 百分点 of the ratio. */
function asToday({ unitId, values, lastYear, pollutants, valid }: AirEntry): RankingEntry {
  const valueOf = (measure: Measure): string | null => {
    const level = OF[measure];
    if (level !== undefined) return values[level];
    const changing = CHANGE_OF[measure] ?? 'pm25';
    const [now, then] = [values[changing], lastYear[changing]];
    if (now === null || then === null) return null;
    const difference = exact(now).minus(then);
    return (measure === 'goodDayRatioChange' ? difference : difference.times(100).div(then)).toFixed();
  };
  return { unitId, values: eachMeasure(valueOf), pollutants, valid };
}

function todaysPlaces(scheme: RankingScheme, entries: readonly AirEntry[]): Map<string, number | null> {
  return new Map(
    MONTHS.flatMap((month) =>
      rankPlaces(entries.filter(({ period }) => period === month).map(asToday), scheme).map(
        ({ unitId, rank }) => [`${unitId} ${month}`, rank] as const,
      ),
    ),
  );
}

function todaysActions(scheme: RankingScheme, entries: readonly AirEntry[]): string[] {
  const months = MONTHS.map((month) => ({
    month,
    places: rankPlaces(entries.filter(({ period }) => period === month).map(asToday), scheme),
  }));
  return streaks(months, scheme)
    .flatMap(({ unitId, actions }) => actions.map(({ month, rule }) => `${unitId} ${month} ${rule.action}`))
    .toSorted();
}

function inTheLanguage(scheme: CompiledScheme, entries: readonly AirEntry[]) {
  const results = evaluateScheme(scheme, airData(entries, MONTHS));
  return {
    places: new Map(results.map(({ row, place }) => [`${row.subjectId} ${row.period}`, place?.place ?? null] as const)),
    actions: results
      .flatMap(({ row, notices }) => notices.map(({ params }) => `${row.subjectId} ${row.period} ${params['text']}`))
      .toSorted(),
  };
}

const tenth = (min: number, max: number) => fc.integer({ min: min * 10, max: max * 10 }).map((value) => (value / 10).toFixed(1));
const orNone = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null, freq: 6 });
const air: fc.Arbitrary<AirValues> = fc.record({
  pm25: orNone(fc.integer({ min: 2000, max: 2400 }).map((value) => (value / 100).toFixed(2))),
  pm10: orNone(tenth(40, 50)),
  goodRatio: orNone(fc.constantFrom('80', '85.5', '90.32', '100')),
  heavyDays: orNone(fc.constantFrom('0', '1', '2')),
  index: orNone(fc.constantFrom('3.004', '3.006', '3.5', '4')),
});
const town = (unitId: string, period: string): fc.Arbitrary<AirEntry> =>
  fc.record({
    unitId: fc.constant(unitId),
    name: fc.constant(`${unitId}镇`),
    period: fc.constant(period),
    values: air,
    lastYear: air,
    pollutants: fc.oneof(
      { weight: 3, arbitrary: fc.constant(POLLUTANTS) },
      { weight: 1, arbitrary: fc.constant(['pm25', 'pm10'] as const) },
    ),
    valid: fc.oneof({ weight: 6, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
  });
const UNITS = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
const entries = fc.tuple(...MONTHS.flatMap((month) => UNITS.map((unit) => town(unit, month))));

const key = fc.record({ measure: fc.constantFrom(...MEASURES), order: fc.constantFrom('ascending', 'descending') });
const anyScheme = fc
  .record({
    method: fc.constantFrom('keys', 'mix'),
    keys: fc.uniqueArray(key, { minLength: 1, maxLength: 3, selector: ({ measure }) => measure }),
    parts: fc.uniqueArray(key, { minLength: 2, maxLength: 2, selector: ({ measure }) => measure }),
    by: fc.constantFrom('places', 'scores'),
    base: fc.constantFrom(0, 60),
    incomplete: fc.constantFrom('ranked', 'unranked'),
    least: fc.constantFrom(undefined, 2, 4, 6),
    movement: fc.constantFrom(undefined, 'sameSet', 'always'),
    unrankedMonth: fc.constantFrom('breaks', 'skips'),
    groups: fc.constantFrom(
      [],
      [
        { id: 'key', name: '重点', units: ['a', 'c', 'e'] },
        { id: 'default', name: '其他' },
      ],
    ),
    streaks: fc.constantFrom(
      [],
      [
        { bottom: 2, months: 1, action: '预警' },
        { bottom: 1, months: 2, action: '约谈' },
        { bottom: 3, months: 3, action: '通报' },
      ],
    ),
  })
  .map(({ parts, by, base, method, ...rest }): RankingScheme =>
    rankingSchemeSchema.parse({
      ...(template('ranking-2024') as object),
      ...rest,
      method,
      mix: method === 'mix' ? { by, base, parts: parts.map((part, index) => ({ ...part, weight: index === 0 ? '0.3' : '0.7' })) } : null,
    }),
  );

describe('the schemes of ranking in the language', () => {
  it.each(IDS)('%s gives the places and actions of today’s engine on any data', (id) => {
    const scheme = shipped(id);
    const compiled = compileRanking(scheme);
    fc.assert(
      fc.property(entries, (made) => {
        const { places, actions } = inTheLanguage(compiled, made);
        expect(places).toEqual(todaysPlaces(scheme, made));
        expect(actions).toEqual(todaysActions(scheme, made));
      }),
      { numRuns: 40 },
    );
  });

  it('and so does every scheme that can be written: keys, mixes of places and scores, groups, streaks, incomplete ones, least numbers', () => {
    fc.assert(
      fc.property(anyScheme, entries, (scheme, made) => {
        fc.pre(schemeProblem(scheme) === null);
        const { places, actions } = inTheLanguage(compileRanking(scheme), made);
        expect(places).toEqual(todaysPlaces(scheme, made));
        expect(actions).toEqual(todaysActions(scheme, made));
      }),
      { numRuns: 150 },
    );
  });

  it.each(IDS)('%s stands in the templates as it is translated', (id) => {
    const { rules } = schemeData(id) as { rules: object };
    expect(plain(rules)).toEqual(plain({ ...rulesOfRanking(shipped(id)), evaluation: (rules as { evaluation?: unknown }).evaluation }));
    expect(schemeOf(schemeText(id)).evaluation).toEqual(shipped(id).evaluation);
  });
});

/** Numbers as numbers, whether written in quotes or not; without clauses. */
const plain = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (word, item: unknown) => {
      if (word === 'clause' || word === 'clauses') return undefined;
      return typeof item === 'string' && /^\d+(?:\.\d+)?$/.test(item) ? Number(item) : item;
    }),
  );
