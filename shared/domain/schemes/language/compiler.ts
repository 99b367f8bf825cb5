import type { Rational } from '../../numbers/rational.ts';
import { compileCondition, compileNode } from './compile-node.ts';
import { OUTPUT_KEYS } from '../outputs/keys.ts';
import type { CompiledNode, Compiler, Frame, Scope } from '../base/kinds.ts';
import { type Problem, problem, type Path } from '../base/problems.ts';

/** What one reading of a scheme file gathers. */
export interface Gathered {
  readonly problems: Problem[];
  /** Columns of the input that its rules read. */
  readonly columns: Set<string>;
  /** Where it ranks, and by what. */
  readonly ranks: Set<string>;
  readonly rankNodes: CompiledNode[];
  /** Conditions that look at the ranking of the scheme, with where they stand. */
  readonly ranking: { readonly key: string; readonly path: Path }[];
  /** Periods running that its conditions look at. */
  readonly reaches: number[];
  /** 满分 of every rule by its place (`placeKey`), where the rules say it. */
  readonly fulls: Map<string, Rational>;
}

export const gathering = (): Gathered => ({
  problems: [],
  columns: new Set(),
  ranks: new Set(),
  rankNodes: [],
  ranking: [],
  reaches: [],
  fulls: new Map(),
});

export const placeKey = (path: Path): string => JSON.stringify(path.map(String));

const NO_SCOPE: Scope = { vs: null, inPct: false, complete: false, cases: null };

export interface RootCompiler extends Compiler {
  at(...path: Path): RootCompiler;
  /** The rule of a subject: a rank without amounts may be all of it. */
  body(raw: unknown): CompiledNode;
}

export function createCompiler(frame: Frame, gathered: Gathered, path: Path, scope: Scope = NO_SCOPE): RootCompiler {
  const kept = (node: CompiledNode): CompiledNode => {
    if (node.full !== null) gathered.fulls.set(placeKey(node.path), node.full);
    return node;
  };
  const inside = (further: Path): RootCompiler => createCompiler(frame, gathered, [...path, ...further], scope);
  return {
    frame,
    scope,
    path,
    at: (...further) => inside(further),
    node: (raw, ...further) => kept(compileNode(raw, inside(further), { rankAlone: false, words: [] })),
    body: (raw) => kept(compileNode(raw, inside([]), { rankAlone: true, words: OUTPUT_KEYS })),
    condition: (raw, ...further) => compileCondition(raw, inside(further)),
    amount: (raw, ...further) => compileNode(raw, inside(further), { rankAlone: false, words: [] }),
    scoped: (change) => createCompiler(frame, gathered, path, { ...scope, ...change }),
    report: (code, params, ...further) => void gathered.problems.push(problem(code, [...path, ...further], params ?? {})),
    reads: (column) => void gathered.columns.add(column),
    hasRank: () => void gathered.ranks.add(path.join('.')),
    ranksBy: (node) => void gathered.rankNodes.push(node),
    looksBack: (periods) => void gathered.reaches.push(periods),
    needsRank: (key) => void gathered.ranking.push({ key, path: [...path, key] }),
  };
}
