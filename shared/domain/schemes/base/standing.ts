import type { CellRef, Lack, Reading, Row } from './data-source.ts';
import { type Explained, lacksOf, type Place, valueOf } from './explain.ts';
import type { Cases, CompiledNode, Within, World } from './kinds.ts';
import type { Rational } from '../../numbers/rational.ts';

export type Order = 'asc' | 'desc';

/** The better end first, unless the scheme says otherwise. */
export const rankOrder = (node: CompiledNode, order: Order | undefined): Order => order ?? (node.better === 'less' ? 'asc' : 'desc');

/** What is ranked by: the first key, and further ones among those who are equal in it. */
export interface RankKey {
  readonly node: CompiledNode;
  readonly order: Order;
}

export interface Ranking {
  readonly keys: readonly [RankKey, ...RankKey[]];
  readonly within: Within;
  readonly cases: Cases;
}

export interface Standing {
  readonly place: Place | null;
  /** Why there is no place; none of 不涉及. */
  readonly lacks: readonly Lack[];
  /** The ranked values, key by key. */
  readonly own: readonly Explained[];
  readonly sources: readonly CellRef[];
}

/**
 * 名次: one more than the number of those strictly better, equals share it and the next is skipped (1, 2, 2, 4); 倒数 counted likewise from the
 * end. Who has no value by the first key is not ranked and moves nobody; by a further one it stands behind those that have one. A place that the
 * input gives (`X.place`) holds instead of a computed one.
 */
export function standingOf(ranking: Ranking, row: Row, world: World): Standing {
  const [first] = ranking.keys;
  const own = ranking.keys.map(({ node }) => world.read(node, row));
  const table = world.ofGroup(first.node, row, ranking.within, (peers) => tableOf(ranking, peers, world));
  if (table.given !== null) return givenStanding(table.given, own, row);
  const entry = entryOf(ranking, row, world);
  if (entry === null) return { place: null, lacks: refusals(ranking, own, row, world), own, sources: [] };
  return { place: table.placeOf(entry), lacks: [], own, sources: [] };
}

/** Values by the keys; null where there is none. */
type Entry = readonly (Rational | null)[];

/** Who takes part: with a value by the first key and all that it is made of, and no measure that lacks a pollutant. */
function entryOf({ keys, cases }: Ranking, row: Row, world: World): Entry | null {
  const values = keys.map(({ node }) => world.read(node, row));
  const [first] = values;
  return first === undefined || valueOf(first) === null || !takesPart(cases, row, world) ? null : values.map(valueOf);
}

export const NO_CASES: Cases = { needed: [], compared: [] };

export const takesPart = ({ needed, compared }: Cases, row: Row, world: World): boolean =>
  needed.every((node) => valueOf(world.read(node, row)) !== null) &&
  compared.every((node) => lacksPollutants(node, row, world).length === 0);

const lacksPollutants = (node: CompiledNode, row: Row, world: World): readonly Lack[] =>
  lacksOf(world.read(node, row)).filter(({ code }) => code === 'pollutants');

function refusals({ cases }: Ranking, own: readonly Explained[], row: Row, world: World): readonly Lack[] {
  const [first] = own;
  const further = cases.compared.flatMap((node) => lacksPollutants(node, row, world));
  const parts = cases.needed.flatMap((node) => lacksOf(world.read(node, row)));
  const lacks = [...(first === undefined ? [] : lacksOf(first)), ...parts, ...further];
  return [...new Map(lacks.map((lack) => [JSON.stringify([lack.code, lack.params]), lack])).values()];
}

interface Table {
  readonly given: ReadonlyMap<string, Reading> | null;
  readonly placeOf: (entry: Entry) => Place;
}

function tableOf(ranking: Ranking, peers: readonly Row[], world: World): Table {
  const given = givenPlaces(ranking, peers, world);
  const compare = comparing(ranking.keys);
  const entries = given === null ? peers.flatMap((peer) => [entryOf(ranking, peer, world)].filter((entry) => entry !== null)) : [];
  const sorted = entries.toSorted(compare);
  return {
    given,
    placeOf(entry) {
      const before = firstIndex(sorted, (other) => compare(other, entry) >= 0);
      const behind = sorted.length - firstIndex(sorted, (other) => compare(other, entry) > 0);
      return { place: before + 1, fromEnd: behind + 1, of: sorted.length, holders: sorted.length - before - behind };
    },
  };
}

const comparing =
  (keys: readonly RankKey[]) =>
  (left: Entry, right: Entry): number => {
    for (const [index, { order }] of keys.entries()) {
      const [one, other] = [left[index] ?? null, right[index] ?? null];
      if (one === null || other === null) {
        if (one !== other) return one === null ? 1 : -1;
        continue;
      }
      const difference = one.cmp(other);
      if (difference !== 0) return order === 'asc' ? difference : -difference;
    }
    return 0;
  };

/** Index of the first that fulfils what all behind it fulfil too. */
function firstIndex(sorted: readonly Entry[], holds: (entry: Entry) => boolean): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const entry = sorted[middle];
    if (entry !== undefined && holds(entry)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Places of a single measure as the input has them; null where it has none. */
function givenPlaces({ keys }: Ranking, peers: readonly Row[], world: World): ReadonlyMap<string, Reading> | null {
  const [{ node }] = keys;
  const name = keys.length === 1 && node.measure?.reference === null && node.measure.names.length === 1 ? node.measure.names[0] : undefined;
  if (name === undefined) return null;
  const readings = peers.map((peer) => [peer.subjectId, world.data.place(peer, name)] as const);
  return readings.some(([, reading]) => reading.kind === 'value') ? new Map(readings) : null;
}

function givenStanding(given: ReadonlyMap<string, Reading>, own: readonly Explained[], row: Row): Standing {
  const reading = given.get(row.subjectId);
  const sources = reading?.sources ?? [];
  if (reading === undefined || reading.kind === 'missing')
    return { place: null, lacks: [reading?.lack ?? { code: 'noValue', params: {} }], own, sources };
  if (reading.kind !== 'value') return { place: null, lacks: [], own, sources };
  const all = [...given.values()].flatMap((other) => (other.kind === 'value' ? [numberOf(other.value)] : []));
  const place = numberOf(reading.value);
  // Places up to the number of those that have one: the whole group is here, and can be counted from its end as well.
  const whole = all.length === given.size && all.every((other) => other >= 1 && other <= all.length);
  const holders = all.filter((other) => other === place).length;
  if (place < 0) return { place: { place, fromEnd: -place, of: null, holders }, lacks: [], own, sources };
  const fromEnd = whole ? all.filter((other) => other > place).length + 1 : null;
  return { place: { place, fromEnd, of: null, holders }, lacks: [], own, sources };
}

const numberOf = (value: Rational): number => Number(value.trunc().num);
