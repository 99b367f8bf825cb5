import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { setChanges } from '../../../../../../shared/domain/air/ranking/movement.ts';
import { rankPlaces, type RankedPlace } from '../../../../../../shared/domain/air/ranking/rank-places.ts';
import { entry, schemeWith } from './entries.ts';

const IDS = ['a', 'b', 'c', 'd', 'e', 'f'];
const GROUPS = [{ id: 'key', name: '重点', units: ['a', 'b', 'c'] }];

const period = fc
  .tuple(...IDS.map(() => fc.option(fc.integer({ min: 20, max: 24 }), { nil: null })))
  .map((values) => values.map((value, index) => entry(IDS[index] ?? '', { pm25Mean: value === null ? null : String(value) })));

const ranked = (places: readonly RankedPlace[], group: string): string[] =>
  places.flatMap((place) => (place.group === group && place.rank !== null ? [place.unitId] : [])).toSorted();

describe('places that are held against those of the period before', () => {
  it('are those of groups in which both periods rank the same places; of the others all who came or left are named', () => {
    fc.assert(
      fc.property(period, period, fc.constantFrom(undefined, 2, 3), fc.boolean(), (now, before, least, grouped) => {
        const scheme = schemeWith({ least, movement: 'sameSet', groups: grouped ? GROUPS : [] });
        const [own, earlier] = [rankPlaces(now, scheme), rankPlaces(before, scheme)];
        const found = new Map(setChanges(own, earlier, scheme).map((change) => [change.group, change]));
        for (const group of new Set(own.map((place) => place.group))) {
          const [here, then] = [ranked(own, group), ranked(earlier, group)];
          const change = found.get(group);
          if (here.length === 0 || String(here) === String(then)) expect(change).toBeUndefined();
          else if (change?.withheldBefore === true) expect([then, change.came, change.left]).toEqual([[], [], []]);
          else
            expect([[...here, ...(change?.left ?? [])].toSorted(), [...then, ...(change?.came ?? [])].toSorted()]).toEqual([
              [...new Set([...here, ...then])].toSorted(),
              [...new Set([...here, ...then])].toSorted(),
            ]);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('are all of them where the scheme does not ask for equal sets', () => {
    const now = rankPlaces([entry('a', { pm25Mean: '30' })], schemeWith());
    expect([setChanges(now, [], schemeWith()), setChanges(now, [], schemeWith({ movement: 'always' }))]).toEqual([[], []]);
    expect(setChanges(now, [], schemeWith({ movement: 'sameSet' }))).toEqual([{ group: '', came: ['a'], left: [], withheldBefore: false }]);
  });
});

describe('a least number of ranked places', () => {
  it('publishes every place of a group that has so many, and none of one that has fewer', () => {
    fc.assert(
      fc.property(period, fc.integer({ min: 2, max: 7 }), fc.boolean(), (entries, least, grouped) => {
        const rules = { groups: grouped ? GROUPS : [] };
        const [limited, free] = [rankPlaces(entries, schemeWith({ ...rules, least })), rankPlaces(entries, schemeWith(rules))];
        for (const place of limited) {
          const same = free.find(({ unitId }) => unitId === place.unitId);
          const enough = ranked(free, place.group).length >= least;
          expect([place.rank, place.withheld, place.of]).toEqual([
            enough ? same?.rank : null,
            !enough && same?.rank !== null,
            ranked(free, place.group).length,
          ]);
          const compared = free.filter((other) => other.group === place.group && other.ranks.pm25Mean !== null).length;
          expect(place.ranks.pm25Mean).toBe(compared < least ? null : same?.ranks.pm25Mean);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('keeps no order of those whose places it withholds', () => {
    const entries = [entry('c', { pm25Mean: '20' }), entry('a', { pm25Mean: '30' }), entry('b', { pm25Mean: '25' })];
    expect(rankPlaces(entries, schemeWith({ least: 4 })).map(({ unitId }) => unitId)).toEqual(['a', 'b', 'c']);
  });
});
