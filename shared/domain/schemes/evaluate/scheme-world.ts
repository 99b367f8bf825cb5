import { NO_CASES, type Ranking, standingOf } from '../base/standing.ts';
import type { CompiledScheme } from '../language/compile-scheme.ts';
import type { CompiledNode, Ranked } from '../base/kinds.ts';
import type { Row, SchemeData } from '../base/data-source.ts';
import { drafted, type Explained, lacksOf } from '../base/explain.ts';
import { Evaluation } from './world.ts';

/** The rule of whichever subject is asked for, as one node. */
export const bodyNode = ({ bodies }: Pick<CompiledScheme, 'bodies'>): CompiledNode => ({
  path: [],
  better: 'more',
  full: null,
  constant: null,
  measure: null,
  ranks: false,
  explain(row, world) {
    const own = bodies.of(row);
    if (own === null) return { ...drafted('notConcerned', { state: 'notApplicable' }), path: '', clause: [] };
    return world.read(own, row);
  },
});

/** Nodes of the tree that rank, those that could not among them. */
export function rankedIn(explained: Explained): readonly Explained[] {
  if (explained.code === 'rank' || explained.code === 'rankOpen') return [explained];
  return explained.children.flatMap(rankedIn);
}

export const WORLD_CODES: readonly string[] = ['notConcerned'];

/** The world of a scheme: its groups, its subjects, and places by its own ranking, or by points where it gives points and ranks nobody. */
export function schemeWorld(scheme: CompiledScheme, body: CompiledNode, data: SchemeData): Evaluation {
  const byPoints: Ranking = { keys: [{ node: body, order: 'desc' }], within: 'class', cases: NO_CASES };
  const standing = (row: Row): Ranked => {
    if (!scheme.ranks) return standingOf(byPoints, row, world);
    if (scheme.bodies.rankOf !== null) {
      const own = scheme.bodies.rankOf(row);
      if (own === null) return { place: null, lacks: [] };
      const read = world.read(own, row);
      return { place: read.place, lacks: lacksOf(read) };
    }
    const [ranked] = rankedIn(world.read(body, row));
    return ranked === undefined ? { place: null, lacks: lacksOf(world.read(body, row)) } : { place: ranked.place, lacks: lacksOf(ranked) };
  };
  const world: Evaluation = new Evaluation(
    data,
    (row) => scheme.groupOf(row),
    (row) => scheme.concerns(row),
    standing,
  );
  return world;
}
