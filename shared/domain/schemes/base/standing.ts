import type { CellRef, Lack, Reading, Row } from './data-source.ts';
import { type Explained, lacksOf, type Place, valueOf } from './explain.ts';
import type { CompiledNode, Within, World } from './kinds.ts';
import type { Rational } from '../../numbers/rational.ts';

export type Order = 'asc' | 'desc';

/** The better end first, unless the scheme says otherwise. */
export const rankOrder = (node: CompiledNode, order: Order | undefined): Order => order ?? (node.better === 'less' ? 'asc' : 'desc');

export interface Standing {
  readonly place: Place | null;
  /** Why there is no place; none of 不涉及. */
  readonly lacks: readonly Lack[];
  /** The ranked value. */
  readonly own: Explained;
  readonly sources: readonly CellRef[];
}

/**
 * 名次: one more than the number of those strictly better, equals share it and the next is skipped (1, 2, 2, 4); 倒数 counted likewise from the
 * end. Who has no value is not ranked and moves nobody. A place that the input gives (`X.place`) holds instead of a computed one.
 */
export function standingOf(node: CompiledNode, order: Order, within: Within, row: Row, world: World): Standing {
  const own = world.read(node, row);
  const table = world.ofGroup(node, row, within, (peers) => tableOf(node, order, peers, world));
  if (table.given !== null) return givenStanding(table.given, own, row);
  const value = valueOf(own);
  if (value === null) return { place: null, lacks: lacksOf(own), own, sources: [] };
  return { place: table.placeOf(value), lacks: [], own, sources: [] };
}

interface Table {
  readonly given: ReadonlyMap<string, Reading> | null;
  readonly placeOf: (value: Rational) => Place;
}

function tableOf(node: CompiledNode, order: Order, peers: readonly Row[], world: World): Table {
  const given = givenPlaces(node, peers, world);
  const sign = order === 'asc' ? 1 : -1;
  const values = given === null ? peers.flatMap((peer) => valueOf(world.read(node, peer)) ?? []) : [];
  const sorted = values.toSorted((left, right) => left.cmp(right) * sign);
  return {
    given,
    placeOf(value) {
      const before = firstIndex(sorted, (other) => other.cmp(value) * sign >= 0);
      const behind = sorted.length - firstIndex(sorted, (other) => other.cmp(value) * sign > 0);
      const holders = sorted.length - before - behind;
      return { place: before + 1, fromEnd: behind + 1, of: sorted.length, holders };
    },
  };
}

/** Index of the first that fulfils what all behind it fulfil too. */
function firstIndex(sorted: readonly Rational[], holds: (value: Rational) => boolean): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const value = sorted[middle];
    if (value !== undefined && holds(value)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Places of a single measure as the input has them; null where it has none. */
function givenPlaces(node: CompiledNode, peers: readonly Row[], world: World): ReadonlyMap<string, Reading> | null {
  const name = node.measure?.reference === null && node.measure.names.length === 1 ? node.measure.names[0] : undefined;
  if (name === undefined) return null;
  const readings = peers.map((peer) => [peer.subjectId, world.data.place(peer, name)] as const);
  return readings.some(([, reading]) => reading.kind === 'value') ? new Map(readings) : null;
}

function givenStanding(given: ReadonlyMap<string, Reading>, own: Explained, row: Row): Standing {
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
  return { place: { place, fromEnd, of: whole ? all.length : null, holders }, lacks: [], own, sources };
}

const numberOf = (value: Rational): number => Number(value.trunc().num);
