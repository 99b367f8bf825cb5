import { sumOf } from '../../numbers/rational.ts';
import { gathered, unvalued, valued } from '../base/explain.ts';
import type { Compiler, NodeBody } from '../base/kinds.ts';
import { LIMIT_KEYS } from './limits.ts';

export const EACH_CODES: readonly string[] = ['eachSum', 'eachSumOpen'];

/** 逐项相加: the same node for several measures; limits stand around the sum. */
export function eachBody(raw: Readonly<Record<string, unknown>>, compiler: Compiler): NodeBody | null {
  const names: readonly unknown[] = Array.isArray(raw['each']) ? raw['each'] : [];
  const own = Object.entries(raw).filter(([key]) => !['each', 'vs', 'in', 'clause', 'note', ...LIMIT_KEYS].includes(key));
  const parts = names.map((of) => compiler.node({ ...Object.fromEntries(own), of }));
  if (parts.length === 0) {
    compiler.report('SHAPE', { key: 'each', value: '[]' }, 'each');
    return null;
  }
  const fulls = parts.flatMap(({ full }) => full ?? []);
  return {
    full: fulls.length === parts.length ? sumOf(fulls) : null,
    better: parts.every(({ better }) => better === 'less') ? 'less' : 'more',
    explain(row, world) {
      const children = parts.map((part) => world.read(part, row));
      const result = gathered(children);
      if (!('values' in result)) return unvalued('eachSumOpen', result, { children });
      return valued('eachSum', sumOf(result.values.map(({ value }) => value)), { children });
    },
  };
}
