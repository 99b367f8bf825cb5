import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eachMeasure, isOfSum, kindOf, type Measure, MEASURES } from '../../../../../../shared/domain/air/ranking/measures.ts';
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

const IDS = ['ranking-2024', 'ranking-change', 'ranking-composite', 'ranking-good-days', 'ranking-mix', 'ranking-recent'];
const shipped = rankingScheme;
const MONTHS = ['2024-11', '2024-12', '2025-01'];

const AIR: Readonly<Record<string, AirMeasure>> = { goodDayRatio: 'goodRatio', compositeIndex: 'index', heavyDays: 'heavyDays' };

/** The same town for today's engine, which takes changes ready made: % of the year or the period before, 百分点 of the ratio. */
function asToday({ unitId, values, lastYear, lastPeriod, pollutants, valid }: AirEntry): RankingEntry {
  const valueOf = (measure: Measure): string | null => {
    const { of, against } = kindOf(measure);
    if (of === 'sum') return null;
    const air = AIR[of] ?? (of as AirMeasure);
    if (against === null) return values[air];
    const [now, then] = [values[air], (against === 'lastYear' ? lastYear : lastPeriod)?.[air] ?? null];
    if (now === null || then === null) return null;
    const difference = exact(now).minus(then);
    return (of === 'goodDayRatio' ? difference : difference.times(100).div(then)).toFixed();
  };
  return {
    unitId,
    values: eachMeasure(valueOf),
    earlier: { lastYear, recent: lastPeriod ?? null },
    pollutants,
    valid,
  };
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
  so2: orNone(fc.constantFrom('5', '5.5', '6')),
  no2: orNone(tenth(20, 24)),
  co: orNone(fc.constantFrom('0.84', '0.85', '1')),
  o3: orNone(fc.constantFrom('120.5', '121', '150')),
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
    lastPeriod: air,
    pollutants: fc.oneof(
      { weight: 3, arbitrary: fc.constant(POLLUTANTS) },
      { weight: 1, arbitrary: fc.constant(['pm25', 'pm10'] as const) },
    ),
    valid: fc.oneof({ weight: 6, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
  });
const UNITS = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
const entries = fc.tuple(...MONTHS.flatMap((month) => UNITS.map((unit) => town(unit, month))));

const key = fc.record({ measure: fc.constantFrom(...MEASURES), order: fc.constantFrom('ascending', 'descending') });
const sum = fc.record({
  weighted: fc.boolean(),
  parts: fc.uniqueArray(fc.record({ of: fc.constantFrom(...POLLUTANTS), weight: fc.constantFrom('0.3', '0.7', '2') }), {
    minLength: 1,
    maxLength: 3,
    selector: ({ of }) => of,
  }),
});
const rule = fc
  .record({
    method: fc.constantFrom('keys', 'mix'),
    keys: fc.uniqueArray(key, { minLength: 1, maxLength: 3, selector: ({ measure }) => measure }),
    parts: fc.uniqueArray(key, { minLength: 2, maxLength: 2, selector: ({ measure }) => measure }),
    by: fc.constantFrom('places', 'scores'),
    base: fc.constantFrom(0, 60),
    sum,
    incomplete: fc.constantFrom('ranked', 'unranked'),
    least: fc.constantFrom(undefined, 2, 4, 6),
  })
  .map(({ parts, by, base, method, keys, sum: { weighted, parts: added }, ...rest }) => {
    const mix =
      method === 'mix' ? { by, base, parts: parts.map((part, index) => ({ ...part, weight: index === 0 ? '0.3' : '0.7' })) } : null;
    const used = [...keys, ...(mix?.parts ?? [])].some(({ measure }) => isOfSum(measure));
    const sumOf = { weighted, parts: added.map(({ of, weight }) => (weighted ? { of, weight } : { of })) };
    return { ...rest, method, keys, mix, ...(used ? { sum: sumOf } : {}) };
  });
const anyScheme = fc
  .record({
    rule,
    ofGroup: fc.option(rule, { nil: undefined }),
    unrankedMonth: fc.constantFrom('breaks', 'skips'),
    movement: fc.constantFrom(undefined, 'sameSet', 'always'),
    groups: fc.boolean(),
    streaks: fc.constantFrom(
      [],
      [
        { bottom: 2, months: 1, action: '预警' },
        { bottom: 1, months: 2, action: '约谈' },
        { bottom: 3, months: 3, action: '通报' },
      ],
    ),
  })
  .map(({ rule: common, ofGroup, groups, ...rest }): RankingScheme =>
    rankingSchemeSchema.parse({
      ...(template('ranking-2024') as object),
      ...rest,
      ...common,
      groups: groups
        ? [
            { id: 'key', name: '重点', units: ['a', 'c', 'e'], ...(ofGroup === undefined ? {} : { rule: ofGroup }) },
            { id: 'default', name: '其他' },
          ]
        : [],
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
