import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LEVEL_OF, type Measure } from '../../../../../../shared/domain/air/ranking/measures.ts';
import { setChanges } from '../../../../../../shared/domain/air/ranking/movement.ts';
import { rankPlaces, type RankingEntry } from '../../../../../../shared/domain/air/ranking/rank-places.ts';
import type { RankingScheme } from '../../../../../../shared/domain/air/ranking/ranking-scheme.ts';
import { type Pollutant, POLLUTANTS } from '../../../../../../shared/domain/air/standards/pollutants.ts';
import { rateOf } from '../../../../../../shared/domain/air/statistics/change.ts';
import { entry, schemeWith } from '../ranking/entries.ts';
import { type OracleKey, type OraclePlace, ranksOf, setsOf, type Slot } from './ranking.ts';
import { fromText } from './rational.ts';

type Texts = Readonly<Record<Slot, Readonly<Record<Pollutant, string | null>>>>;
interface Town {
  readonly id: string;
  readonly texts: Texts;
}

/** Few values, near to each other, so that many places are equal once rounded. */
const value = fc.option(
  fc.integer({ min: 200, max: 260 }).map((number) => (number / 20).toFixed(2)),
  { nil: null, freq: 8 },
);
const period = fc.record(Object.fromEntries(POLLUTANTS.map((pollutant) => [pollutant, value]))) as fc.Arbitrary<Texts['now']>;
const towns = (ids: readonly string[]): fc.Arbitrary<Town[]> =>
  fc
    .tuple(...ids.map(() => fc.record({ now: period, lastYear: period, recent: period })))
    .map((all) => all.map((texts, index) => ({ id: ids[index] ?? '', texts })));
const IDS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];

const oraclePlace = ({ id, texts }: Town): OraclePlace => {
  const of = (slot: Slot) =>
    Object.fromEntries(Object.entries(texts[slot]).map(([pollutant, text]) => [pollutant, text === null ? null : fromText(text)]));
  return { id, values: { now: of('now'), lastYear: of('lastYear'), recent: of('recent') } };
};

const CHANGES: Readonly<Record<'lastYear' | 'recent', string>> = { lastYear: 'Change', recent: 'Recent' };

function productEntry({ id, texts }: Town): RankingEntry {
  const values = POLLUTANTS.flatMap((pollutant): [Measure, string | null][] => {
    const [now, lastYear, recent] = [texts.now[pollutant], texts.lastYear[pollutant], texts.recent[pollutant]];
    const change = (before: string | null) => rateOf(now ?? undefined, before ?? undefined)?.exact ?? null;
    return [
      [LEVEL_OF[pollutant], now],
      [`${pollutant}Change`, change(lastYear)],
      [`${pollutant}Recent`, change(recent)],
    ];
  });
  return entry(id, Object.fromEntries(values), { earlier: { lastYear: texts.lastYear, recent: texts.recent } });
}

const keys = fc
  .record({
    single: fc.constantFrom(...POLLUTANTS),
    singleAgainst: fc.constantFrom<Slot>('now', 'lastYear', 'recent'),
    sumAgainst: fc.constantFrom<Slot>('now', 'lastYear', 'recent'),
    sumFirst: fc.boolean(),
    weighted: fc.boolean(),
    parts: fc.uniqueArray(fc.tuple(fc.constantFrom(...POLLUTANTS), fc.constantFrom('0.5', '0.3', '2', '1')), {
      minLength: 1,
      maxLength: 4,
      selector: ([of]) => of,
    }),
    decimals: fc.constantFrom(0, 1, 2),
  })
  .map(({ single, singleAgainst, sumAgainst, sumFirst, weighted, parts: all, decimals }) => {
    const parts = all.map(([of, weight]) => [of, weighted ? weight : '1'] as const);
    const measure = singleAgainst === 'now' ? LEVEL_OF[single] : (`${single}${CHANGES[singleAgainst]}` as Measure);
    const sum: Measure = sumAgainst === 'now' ? 'sum' : sumAgainst === 'lastYear' ? 'sumChange' : 'sumRecent';
    const own: OracleKey = { parts: [[single, '1']], weighted: false, against: singleAgainst, decimals };
    const added: OracleKey = { parts, weighted, against: sumAgainst, decimals };
    return {
      oracle: sumFirst ? [added, own] : [own, added],
      rules: {
        keys: (sumFirst ? [sum, measure] : [measure, sum]).map((name) => ({ measure: name, order: 'ascending' })),
        sum: { weighted, parts: parts.map(([of, weight]) => ({ of, weight })) },
        decimals: { ...schemeWith().decimals, [measure]: decimals, [sum]: decimals },
      },
    };
  });

const ranks = (all: readonly Town[], scheme: RankingScheme) =>
  new Map(rankPlaces(all.map(productEntry), scheme).map(({ unitId, rank }) => [unitId, rank]));

describe('the oracle agrees on rankings', () => {
  it('by any pollutant, any sum, plain or weighted, their 同比 and 环比, with any least number of places', () => {
    fc.assert(
      fc.property(towns(IDS), keys, fc.integer({ min: 2, max: 9 }), (all, { oracle, rules }, least) => {
        expect(ranks(all, schemeWith({ ...rules, least }))).toEqual(
          new Map([...ranksOf(all.map(oraclePlace), oracle, least)].toSorted(([one], [other]) => (one < other ? -1 : 1))),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('with groups that go each by its own measure', () => {
    fc.assert(
      fc.property(towns(IDS), keys, keys, (all, one, other) => {
        const { decimals, ...rule } = one.rules;
        const units = ['b', 'd', 'e'];
        const scheme = schemeWith({
          ...other.rules,
          decimals: { ...other.rules.decimals },
          groups: [{ id: 'key', name: '重点', units, rule: { ...rule, least: 2 } }],
        });
        fc.pre(one.rules.keys.every(({ measure }) => decimals[measure] === scheme.decimals[measure]));
        const [inGroup, rest] = [all.filter(({ id }) => units.includes(id)), all.filter(({ id }) => !units.includes(id))];
        const expected = [...ranksOf(inGroup.map(oraclePlace), one.oracle, 2), ...ranksOf(rest.map(oraclePlace), other.oracle, 1)];
        expect(ranks(all, scheme)).toEqual(new Map(expected));
      }),
      { numRuns: 300 },
    );
  });

  it('on who came and who left between two periods', () => {
    fc.assert(
      fc.property(towns(IDS), towns(IDS), keys, (now, before, { oracle, rules }) => {
        const scheme = schemeWith({ ...rules, movement: 'sameSet' });
        const places = (all: readonly Town[]) => rankPlaces(all.map(productEntry), scheme);
        const own = ranksOf(now.map(oraclePlace), oracle, 1);
        const expected = setsOf(own, ranksOf(before.map(oraclePlace), oracle, 1));
        const none = [...own.values()].every((rank) => rank === null) || expected.came.length + expected.left.length === 0;
        expect(setChanges(places(now), places(before), scheme)).toEqual(none ? [] : [{ group: '', ...expected, withheldBefore: false }]);
      }),
      { numRuns: 300 },
    );
  });
});
