import { z } from 'zod';
import { greatest, least, type Rational } from '../../numbers/rational.ts';
import { gathered, unvalued, valued } from '../base/explain.ts';
import { type CompiledNode, type NodeBody, sourceKind, type SourceKind } from '../base/kinds.ts';
import { nodes } from '../base/shapes.ts';

/** 取差: the worse of several scores decides. */
export const min: SourceKind = sourceKind({
  key: 'min',
  schema: z.strictObject({ min: nodes }),
  codes: ['min', 'minOpen'],
  sample: {
    rule: { min: [{ manual: 'air' }, { manual: 'tasks' }] },
    rows: [
      { 'manual:air': '86', 'manual:tasks': '74' },
      { 'manual:air': '86', 'manual:tasks': '' },
    ],
    results: ['74', 'missing'],
  },
  make: (args, compiler) =>
    extreme(
      'min',
      args.min.map((raw, index) => compiler.node(raw, 'min', index)),
      least,
    ),
});

/** 取优: the better of several. */
export const max: SourceKind = sourceKind({
  key: 'max',
  schema: z.strictObject({ max: nodes }),
  codes: ['max', 'maxOpen'],
  sample: {
    rule: { max: [{ manual: 'air' }, { manual: 'tasks' }] },
    rows: [
      { 'manual:air': '86', 'manual:tasks': '74' },
      { 'manual:air': '不涉及', 'manual:tasks': '74' },
    ],
    results: ['86', '74'],
  },
  make: (args, compiler) =>
    extreme(
      'max',
      args.max.map((raw, index) => compiler.node(raw, 'max', index)),
      greatest,
    ),
});

function extreme(code: 'min' | 'max', parts: readonly CompiledNode[], choose: (left: Rational, right: Rational) => Rational): NodeBody {
  const fulls = parts.flatMap(({ full }) => full ?? []);
  return {
    full: fulls.length === parts.length ? fulls.reduce(choose) : null,
    explain(row, world) {
      const children = parts.map((part) => world.read(part, row));
      const result = gathered(children);
      if (!('values' in result)) return unvalued(`${code}Open`, result, { children });
      return valued(code, result.values.map(({ value }) => value).reduce(choose), { children });
    },
  };
}
