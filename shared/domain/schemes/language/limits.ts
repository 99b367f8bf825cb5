import { greatest, least, type Rational } from '../../numbers/rational.ts';
import type { Row } from '../base/data-source.ts';
import { type Draft, type Explained, gathered, unvalued, valued, valueOf } from '../base/explain.ts';
import type { CompiledNode, Compiler, NodeBody, World } from '../base/kinds.ts';
import { asRead } from '../base/read-value.ts';

export const LIMIT_KEYS: readonly string[] = ['floor', 'cap', 'round'];

export const LIMIT_CODES: readonly string[] = ['floor', 'cap', 'round', 'limitOpen'];

export interface Limits {
  readonly floor: CompiledNode | null;
  readonly cap: CompiledNode | null;
  /** Decimals. */
  readonly round: number | null;
}

const MOST_DECIMALS = 6;

/** 下限, 上限, 修约: applied in this order, last of all. */
export function limitsOf(raw: Readonly<Record<string, unknown>>, compiler: Compiler): Limits {
  const [floor, cap] = (['floor', 'cap'] as const).map((key) => {
    const value = raw[key];
    if (value === undefined) return null;
    if (typeof value === 'number' || (typeof value === 'string' && value !== '')) return compiler.amount(value, key);
    compiler.report('SHAPE', { key, ...asRead(value) }, key);
    return null;
  });
  const low = floor?.constant ?? null;
  const high = cap?.constant ?? null;
  if (low !== null && high !== null && low.cmp(high) > 0)
    compiler.report('LIMITS_CROSSED', { floor: low.text(), cap: high.text() }, 'floor');
  return { floor: floor ?? null, cap: cap ?? null, round: decimalsOf(raw['round'], compiler) };
}

function decimalsOf(value: unknown, compiler: Compiler): number | null {
  if (value === undefined) return null;
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MOST_DECIMALS) return value;
  compiler.report('SHAPE', { key: 'round', ...asRead(value) }, 'round');
  return null;
}

/** The node as it is used: its body within its limits, with its place in the file and its clause. */
export function finished(body: NodeBody, limits: Limits, { path }: Compiler, clause?: unknown): CompiledNode {
  const place = path.join('.');
  const clauses = clausesOf(clause);
  const placed = (draft: Draft): Explained => ({ ...draft, path: place, clause: clauses });
  const bare = limits.floor === null && limits.cap === null && limits.round === null;
  return {
    path,
    better: body.better ?? 'more',
    full: fullWithin(body.full ?? null, limits),
    constant: bare ? (body.constant ?? null) : null,
    measure: bare ? (body.measure ?? null) : null,
    ranks: body.ranks ?? false,
    explain(row, world) {
      const inner = placed(body.explain(row, world));
      return bare || inner.outcome.state !== 'value' ? inner : limited(inner, limits, placed, row, world);
    },
  };
}

/** `clause: 第五条`, or several. */
export function clausesOf(clause: unknown): readonly string[] {
  const list: readonly unknown[] = Array.isArray(clause) ? clause : clause === undefined || clause === null ? [] : [clause];
  return list.map(String);
}

function limited(inner: Explained, limits: Limits, placed: (draft: Draft) => Explained, row: Row, world: World): Explained {
  let current = inner;
  for (const [code, node, choose] of [
    ['floor', limits.floor, greatest],
    ['cap', limits.cap, least],
  ] as const) {
    if (node === null) continue;
    const limit = world.read(node, row);
    const result = gathered([current, limit]);
    if (!('values' in result)) return placed(unvalued('limitOpen', result, { children: [current, limit] }));
    current = placed(bounded(code, current, limit, choose));
  }
  const value = valueOf(current);
  if (limits.round === null || value === null) return current;
  const rounded = value.round(limits.round);
  if (rounded.cmp(value) === 0) return current;
  const params = { decimals: String(limits.round), before: value.text() };
  return placed(valued('round', rounded, { params, children: [current], ...fullOf(current) }));
}

/** Only a limit that bites shows. */
function bounded(code: string, current: Explained, limit: Explained, choose: (left: Rational, right: Rational) => Rational): Draft {
  const [value, bound] = [valueOf(current), valueOf(limit)];
  if (value === null || bound === null) return current;
  const chosen = choose(value, bound);
  if (chosen.cmp(value) === 0) return current;
  return valued(code, chosen, { params: { limit: bound.text(), before: value.text() }, children: [current], ...fullOf(current) });
}

const fullOf = ({ full }: Explained): { readonly full?: Rational } => (full === null ? {} : { full });

function fullWithin(full: Rational | null, { cap }: Limits): Rational | null {
  const most = cap?.constant ?? null;
  if (most === null) return full;
  return full === null ? most : least(full, most);
}
