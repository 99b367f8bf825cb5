import { z } from 'zod';
import { lacksOf, unvalued, valueOf } from '../base/explain.ts';
import { conditionKind } from '../base/kinds.ts';
import { caseOf, condition, conditions } from '../base/shapes.ts';
import { allOf, anyOf, verdict, verdictCodes } from './verdict.ts';

const MET = { of: 'pm25', vs: 'target', ge: 0 };
const WORSE = { of: 'pm25', vs: 'lastYear', lt: 0 };

/** 任一. */
export const any = conditionKind({
  key: 'any',
  schema: z.strictObject({ any: conditions }),
  codes: verdictCodes('any'),
  sample: {
    rule: { first: [caseOf(1, { any: [MET, WORSE] }), caseOf(0.2)] },
    rows: [
      { pm25: '40', 'pm25.target': '41', 'pm25.lastYear': '' },
      { pm25: '42', 'pm25.target': '41', 'pm25.lastYear': '43' },
      { pm25: '42', 'pm25.target': '41', 'pm25.lastYear': '' },
    ],
    results: ['1', '0.2', 'missing'],
  },
  make(args, compiler) {
    const parts = args.any.map((raw, index) => compiler.condition(raw, 'any', index));
    return {
      explain: (row, world) =>
        anyOf(
          'any',
          parts.map((part) => world.read(part, row)),
        ),
    };
  },
});

/** 同时. */
export const all = conditionKind({
  key: 'all',
  schema: z.strictObject({ all: conditions }),
  codes: verdictCodes('all'),
  sample: {
    rule: { first: [caseOf(1, { all: [MET, WORSE] }), caseOf(0.2)] },
    rows: [
      { pm25: '40', 'pm25.target': '41', 'pm25.lastYear': '39' },
      { pm25: '42', 'pm25.target': '41', 'pm25.lastYear': '' },
      { pm25: '40', 'pm25.target': '41', 'pm25.lastYear': '' },
    ],
    results: ['1', '0.2', 'missing'],
  },
  make(args, compiler) {
    const parts = args.all.map((raw, index) => compiler.condition(raw, 'all', index));
    return {
      explain: (row, world) =>
        allOf(
          'all',
          parts.map((part) => world.read(part, row)),
        ),
    };
  },
});

/** 不是. */
export const not = conditionKind({
  key: 'not',
  schema: z.strictObject({ not: condition }),
  codes: verdictCodes('not'),
  sample: {
    rule: { first: [caseOf(-1, { not: MET }), caseOf(1)] },
    rows: [
      { pm25: '42', 'pm25.target': '41' },
      { pm25: '41', 'pm25.target': '41' },
    ],
    results: ['-1', '1'],
  },
  make(args, compiler) {
    const part = compiler.condition(args.not, 'not');
    return {
      explain(row, world) {
        const child = world.read(part, row);
        const children = [child];
        if (child.outcome.state === 'missing') return unvalued('notOpen', { state: 'missing', lacks: lacksOf(child) }, { children });
        if (child.outcome.state !== 'value') return unvalued('notOpen', { state: 'notApplicable' }, { children });
        return verdict('not', valueOf(child)?.sign !== 1, { children });
      },
    };
  },
});
