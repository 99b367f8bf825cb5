import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RankedPlace, RankingEntry } from '../../../../../../shared/domain/air/ranking/rank-places.ts';
import { rankPlaces } from '../../../../../../shared/domain/air/ranking/rank-places.ts';
import { entry, schemeWith } from './entries.ts';

const ranks = (rows: readonly RankedPlace[]) => rows.map((row) => [row.unitId, row.rank]);
const mix = (by: 'places' | 'scores', weights: readonly [string, string] = ['0.5', '0.5']) => ({
  method: 'mix',
  keys: [],
  mix: {
    by,
    parts: [
      { measure: 'pm25Mean', order: 'ascending', weight: weights[0] },
      { measure: 'goodDayRatio', order: 'descending', weight: weights[1] },
    ],
  },
});

describe('ranking by keys', () => {
  it('lets equal published values share a rank and skips the next', () => {
    // 30.04 and 30.01 are both published as 30.0
    const rows = rankPlaces(
      [
        entry('d', { pm25Mean: '31', goodDayRatio: '90' }),
        entry('c', { pm25Mean: '30.04', goodDayRatio: '90' }),
        entry('b', { pm25Mean: '30.01', goodDayRatio: '90' }),
        entry('a', { pm25Mean: '29', goodDayRatio: '90' }),
      ],
      schemeWith(),
    );
    expect(rows.map((row) => [row.unitId, row.rank, row.shared, row.published.pm25Mean])).toEqual([
      ['a', 1, false, '29.0'],
      ['b', 2, true, '30.0'],
      ['c', 2, true, '30.0'],
      ['d', 4, false, '31.0'],
    ]);
    expect(rows.every((row) => row.of === 4 && row.score === null)).toBe(true);
  });

  it('rounds half to even before it compares: 30.05 and 30.04 are equal, 30.15 is not', () => {
    const rows = rankPlaces(
      [entry('a', { pm25Mean: '30.05' }), entry('b', { pm25Mean: '30.04' }), entry('c', { pm25Mean: '30.15' })],
      schemeWith({ keys: [{ measure: 'pm25Mean', order: 'ascending' }] }),
    );
    expect(rows.map((row) => [row.unitId, row.rank, row.published.pm25Mean])).toEqual([
      ['a', 1, '30.0'],
      ['b', 1, '30.0'],
      ['c', 3, '30.2'],
    ]);
  });

  it('parts equal values by the next key, and shares the rank without one', () => {
    const two = [entry('a', { pm25Mean: '40', goodDayRatio: '96.8' }), entry('b', { pm25Mean: '40', goodDayRatio: '100' })];
    expect(ranks(rankPlaces(two, schemeWith()))).toEqual([
      ['b', 1],
      ['a', 2],
    ]);
    expect(ranks(rankPlaces(two, schemeWith({ keys: [{ measure: 'pm25Mean', order: 'ascending' }] })))).toEqual([
      ['a', 1],
      ['b', 1],
    ]);
  });

  it('ranks improvement: the most negative change comes first', () => {
    const scheme = schemeWith({ keys: [{ measure: 'pm25Change', order: 'ascending' }] });
    const rows = rankPlaces(
      [entry('a', { pm25Change: '3.2' }), entry('b', { pm25Change: '-12.5' }), entry('c', {}), entry('d', { pm25Change: '0' })],
      scheme,
    );
    expect(ranks(rows)).toEqual([
      ['b', 1],
      ['d', 2],
      ['a', 3],
      ['c', null],
    ]);
    expect(rows[3]?.lacking).toEqual([{ measure: 'pm25Change', reason: 'data' }]);
  });

  it('puts a place without the value of a later key behind those that are equal to it otherwise', () => {
    const scheme = schemeWith({
      keys: [
        { measure: 'pm25Mean', order: 'ascending' },
        { measure: 'compositeIndex', order: 'descending' },
      ],
    });
    expect(
      ranks(
        rankPlaces(
          [entry('a', { pm25Mean: '30' }), entry('b', { pm25Mean: '30', compositeIndex: '4' }), entry('c', { pm25Mean: '30' })],
          scheme,
        ),
      ),
    ).toEqual([
      ['b', 1],
      ['a', 2],
      ['c', 2],
    ]);
  });
});

describe('places that do not compare', () => {
  it('are listed last without a rank when their valid data do not suffice, and shift nobody', () => {
    const rows = rankPlaces(
      [
        entry('a', { pm25Mean: '10', goodDayRatio: '100' }, { valid: false }),
        entry('b', { pm25Mean: '50', goodDayRatio: '60' }),
        entry('c', {}, { valid: false }),
      ],
      schemeWith(),
    );
    expect(rows.map((row) => [row.unitId, row.rank, row.ranks.pm25Mean, row.of])).toEqual([
      ['b', 1, 1, 1],
      ['a', null, null, 1],
      ['c', null, null, 1],
    ]);
    expect(rows[1]?.published.pm25Mean).toBe('10.0');
  });

  const particulate = { pollutants: ['pm10', 'pm25'] } as const;

  it('are ranked with a remark, or not at all, as the scheme says for places that lack pollutants', () => {
    const entries = [entry('a', { pm25Mean: '30', goodDayRatio: '100' }, particulate), entry('b', { pm25Mean: '40', goodDayRatio: '90' })];
    const ranked = rankPlaces(entries, schemeWith({ incomplete: 'ranked' }));
    expect(ranked.map((row) => [row.unitId, row.rank, row.ranks.goodDayRatio, row.lacking])).toEqual([
      ['a', 1, null, [{ measure: 'goodDayRatio', reason: 'pollutants' }]],
      ['b', 2, 1, []],
    ]);
    expect(ranks(rankPlaces(entries, schemeWith({ incomplete: 'unranked' })))).toEqual([
      ['b', 1],
      ['a', null],
    ]);
  });

  it('keep their rank by PM2.5 when only PM2.5 decides', () => {
    const scheme = schemeWith({ incomplete: 'unranked', keys: [{ measure: 'pm25Mean', order: 'ascending' }] });
    expect(ranks(rankPlaces([entry('a', { pm25Mean: '30' }, particulate)], scheme))).toEqual([['a', 1]]);
  });
});

describe('groups', () => {
  it('are ranked each for itself, and who is in none belongs to the last', () => {
    const scheme = schemeWith({
      groups: [
        { id: 'key', name: '重点', units: ['c', 'a'] },
        { id: 'default', name: '一般' },
      ],
    });
    const rows = rankPlaces(
      ['a', 'b', 'c', 'd'].map((id, index) => entry(id, { pm25Mean: String(30 + index), goodDayRatio: '90' })),
      scheme,
    );
    expect(rows.map((row) => [row.group, row.unitId, row.rank, row.ranks.pm25Mean, row.of])).toEqual([
      ['key', 'a', 1, 1, 2],
      ['key', 'c', 2, 2, 2],
      ['default', 'b', 1, 1, 2],
      ['default', 'd', 2, 2, 2],
    ]);
  });
});

describe('a mix', () => {
  const three = [
    entry('a', { pm25Mean: '30', goodDayRatio: '80' }),
    entry('b', { pm25Mean: '35', goodDayRatio: '90' }),
    entry('c', { pm25Mean: '40', goodDayRatio: '100' }),
  ];

  it('of places is the weighted mean of the ranks, the least first', () => {
    // a: 1 and 3, b: 2 and 2, c: 3 and 1; by 0.7 and 0.3: 1.6, 2.0, 2.4
    expect(rankPlaces(three, schemeWith(mix('places', ['0.7', '0.3']))).map((row) => [row.unitId, row.rank, row.score])).toEqual([
      ['a', 1, '1.60'],
      ['b', 2, '2.00'],
      ['c', 3, '2.40'],
    ]);
    expect(rankPlaces(three, schemeWith(mix('places'))).map((row) => [row.rank, row.shared])).toEqual([
      [1, true],
      [1, true],
      [1, true],
    ]);
  });

  it('of scores gives the best 100, the worst 60 and the others in proportion, the most first', () => {
    // 功效系数: 100, 80, 60 and 60, 80, 100; by 0.4 and 0.6: 76, 80, 84
    expect(rankPlaces(three, schemeWith(mix('scores', ['0.4', '0.6']))).map((row) => [row.unitId, row.rank, row.score])).toEqual([
      ['c', 1, '84.00'],
      ['b', 2, '80.00'],
      ['a', 3, '76.00'],
    ]);
  });

  it('of scores gives all of them 100 where a measure is the same everywhere', () => {
    const same = [entry('a', { pm25Mean: '30', goodDayRatio: '80' }), entry('b', { pm25Mean: '30', goodDayRatio: '90' })];
    expect(rankPlaces(same, schemeWith(mix('scores'))).map((row) => [row.unitId, row.score])).toEqual([
      ['b', '100.00'],
      ['a', '80.00'],
    ]);
  });

  it('parts equal results by the keys, when there are any', () => {
    expect(ranks(rankPlaces(three, schemeWith({ ...mix('scores'), keys: [{ measure: 'goodDayRatio', order: 'descending' }] })))).toEqual([
      ['c', 1],
      ['b', 2],
      ['a', 3],
    ]);
  });

  it('leaves out a place that lacks one of its values, and reckons the others without it', () => {
    const rows = rankPlaces([...three, entry('z', { pm25Mean: '10' })], schemeWith(mix('scores', ['0.4', '0.6'])));
    expect(rows.map((row) => [row.unitId, row.score])).toEqual([
      ['c', '84.00'],
      ['b', '80.00'],
      ['a', '76.00'],
      ['z', null],
    ]);
  });
});

describe('whatever the values', () => {
  const specs = fc.array(
    fc.record({ pm25Mean: fc.integer({ min: 28, max: 33 }), goodDayRatio: fc.integer({ min: 80, max: 84 }), valid: fc.boolean() }),
    { minLength: 1, maxLength: 12 },
  );
  const schemes = fc.constantFrom(
    schemeWith(),
    schemeWith(mix('places')),
    schemeWith(mix('scores', ['0.3', '0.7'])),
    schemeWith({ groups: [{ id: 'key', name: '重点', units: ['p1', 'p3', 'p5'] }] }),
  );
  const made = (values: readonly { pm25Mean: number; goodDayRatio: number; valid: boolean }[], factor = 1): RankingEntry[] =>
    values.map(({ pm25Mean, goodDayRatio, valid }, index) =>
      entry(`p${index}`, { pm25Mean: String(pm25Mean * factor), goodDayRatio: String(goodDayRatio * factor) }, { valid }),
    );

  it('the order of the input never matters', () => {
    fc.assert(
      fc.property(specs, schemes, fc.infiniteStream(fc.nat()), (values, scheme, stream) => {
        const entries = made(values);
        const shuffled = entries
          .map((each) => ({ each, key: stream.next().value ?? 0 }))
          .toSorted((left, right) => left.key - right.key)
          .map(({ each }) => each);
        expect(rankPlaces(shuffled, scheme)).toEqual(rankPlaces(entries, scheme));
      }),
      { numRuns: 200 },
    );
  });

  it('the ranks stay the same when all values are multiplied by one number', () => {
    fc.assert(
      fc.property(specs, schemes, fc.integer({ min: 2, max: 50 }), (values, scheme, factor) => {
        expect(rankPlaces(made(values, factor), scheme).map(({ unitId, rank, score }) => [unitId, rank, score])).toEqual(
          rankPlaces(made(values), scheme).map(({ unitId, rank, score }) => [unitId, rank, score]),
        );
      }),
      { numRuns: 200 },
    );
  });

  it('a rank is one more than the number of places strictly better, and nobody is lost', () => {
    fc.assert(
      fc.property(specs, (values) => {
        const rows = rankPlaces(made(values), schemeWith());
        expect(rows.map((row) => row.unitId).toSorted()).toEqual(
          made(values)
            .map((each) => each.unitId)
            .toSorted(),
        );
        const better = (left: { pm25Mean: number; goodDayRatio: number }, right: { pm25Mean: number; goodDayRatio: number }): boolean =>
          left.pm25Mean < right.pm25Mean || (left.pm25Mean === right.pm25Mean && left.goodDayRatio > right.goodDayRatio);
        for (const [index, own] of values.entries()) {
          const expected = own.valid ? 1 + values.filter((other) => other.valid && better(other, own)).length : null;
          expect(rows.find((row) => row.unitId === `p${index}`)?.rank).toBe(expected);
        }
      }),
      { numRuns: 200 },
    );
  });
});
