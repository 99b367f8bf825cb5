import { z } from 'zod';
import { conditionKind, type CompiledNode, type Compiler } from '../base/kinds.ts';
import { caseOf, measureName } from '../base/shapes.ts';
import { COMPARATORS } from './compare.ts';
import { allOf, anyOf, verdictCodes } from './verdict.ts';

const measures = z.array(measureName).min(1);
const bound = z.union([z.number(), z.string().min(1)]).optional();
const bounds = { ge: bound, gt: bound, le: bound, lt: bound, eq: bound };

/** 每一项都: the same comparison holds for every measure. */
export const each = conditionKind({
  key: 'each',
  schema: z.strictObject({ each: measures, ...bounds }),
  codes: verdictCodes('each'),
  sample: {
    rule: { first: [caseOf(30, { each: ['pm25', 'goodDays'], vs: 'target', ge: 0 }), caseOf(0)] },
    rows: [
      { pm25: '54', 'pm25.target': '56', goodDays: '250', 'goodDays.target': '245' },
      { pm25: '57', 'pm25.target': '56', goodDays: '250', 'goodDays.target': '245' },
    ],
    results: ['30', '0'],
  },
  make(args, compiler) {
    const parts = eachOf(args.each, args, compiler);
    return {
      explain: (row, world) =>
        allOf(
          'each',
          parts.map((part) => world.read(part, row)),
        ),
    };
  },
});

/** 有一项: the comparison holds for one of the measures at least. */
export const eachAny = conditionKind({
  key: 'eachAny',
  schema: z.strictObject({ eachAny: measures, ...bounds }),
  codes: verdictCodes('eachAny'),
  sample: {
    rule: { first: [caseOf(1, { eachAny: ['index', 'pm25'], vs: 'lastYear', in: 'pct', le: -20 }), caseOf(0)] },
    rows: [
      { index: '6', 'index.lastYear': '5', pm25: '40', 'pm25.lastYear': '40' },
      { index: '5', 'index.lastYear': '5', pm25: '40', 'pm25.lastYear': '40' },
    ],
    results: ['1', '0'],
  },
  make(args, compiler) {
    const parts = eachOf(args.eachAny, args, compiler);
    return {
      explain: (row, world) =>
        anyOf(
          'eachAny',
          parts.map((part) => world.read(part, row)),
        ),
    };
  },
});

function eachOf(names: readonly string[], args: Readonly<Record<string, unknown>>, compiler: Compiler): readonly CompiledNode[] {
  const comparison = Object.fromEntries(COMPARATORS.flatMap((key) => (args[key] === undefined ? [] : [[key, args[key]]])));
  return names.map((of) => compiler.condition({ of, ...comparison }));
}
