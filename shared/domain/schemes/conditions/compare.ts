import { meets } from '../base/apply.ts';
import { type Explained, unvalued, valueOf } from '../base/explain.ts';
import type { CompiledNode, NodeBody } from '../base/kinds.ts';
import { verdict } from './verdict.ts';

export const COMPARATORS = ['ge', 'gt', 'le', 'lt', 'eq'] as const;
export type Comparator = (typeof COMPARATORS)[number];

export const COMPARE_CODES: readonly string[] = ['compared', 'comparedNot', 'comparedOpen'];

/** 比较: a node held against numbers or parameters; of who is not concerned (不涉及) nothing can be said. */
export function comparison(node: CompiledNode, bounds: readonly (readonly [Comparator, CompiledNode])[]): NodeBody {
  return {
    explain(row, world) {
      const value = world.read(node, row);
      const limits = bounds.map(([comparator, limit]) => ({ comparator, limit, read: world.read(limit, row) }));
      const children = [value, ...limits.filter(({ limit }) => limit.constant === null).map(({ read }) => read)];
      const lacks = [value, ...limits.map(({ read }) => read)].flatMap(lacksIn);
      if (lacks.length > 0) return unvalued('comparedOpen', { state: 'missing', lacks }, { children });
      const params = { relation: limits.map(({ comparator, read }) => `${SIGNS[comparator]}${valueOf(read)?.text() ?? ''}`).join('、') };
      const own = valueOf(value);
      if (own === null || limits.some(({ read }) => valueOf(read) === null))
        return unvalued('comparedOpen', { state: 'notApplicable' }, { params, children });
      const fulfilled = limits.every(({ comparator, read }) => {
        const limit = valueOf(read);
        return limit !== null && HOLDS[comparator](limit.sign === 0 && own.sign === 0 && !meets(own, value) ? -1 : own.cmp(limit));
      });
      return verdict('compared', fulfilled, { params, children });
    },
  };
}

const lacksIn = ({ outcome, path }: Explained) =>
  outcome.state === 'missing' ? outcome.lacks : outcome.state === 'none' ? [{ code: 'noAmount' as const, params: { path } }] : [];

const SIGNS: Readonly<Record<Comparator, string>> = { ge: '≥', gt: '>', le: '≤', lt: '<', eq: '=' };

const HOLDS: Readonly<Record<Comparator, (difference: number) => boolean>> = {
  ge: (difference) => difference >= 0,
  gt: (difference) => difference > 0,
  le: (difference) => difference <= 0,
  lt: (difference) => difference < 0,
  eq: (difference) => difference === 0,
};
