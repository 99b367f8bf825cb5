import { z } from 'zod';
import { greatest } from '../../numbers/rational.ts';
import { valued } from '../base/explain.ts';
import { ruleKind } from '../base/kinds.ts';
import { amount } from '../base/shapes.ts';
import { applied, meets } from '../base/apply.ts';
import { needsReference } from './reference-needed.ts';

/** 达标定额: one amount where the target is met (improvement not below 0, above it where the target has to be passed), another where it is not. */
export const met = ruleKind({
  key: 'met',
  marks: ['met', 'unmet'],
  schema: z.strictObject({ met: amount.default(0), unmet: amount.default(0) }),
  codes: ['met', 'unmet', 'metOpen'],
  sample: {
    rule: { of: 'pm25', vs: 'target', met: 100, unmet: -50 },
    rows: [
      { pm25: '56', 'pm25.target': '56' },
      { pm25: '56.1', 'pm25.target': '56' },
      { pm25: '', 'pm25.target': '56' },
    ],
    results: ['100', '-50', 'missing'],
  },
  make(args, compiler, source) {
    needsReference('met', source, compiler);
    const [yes, no] = [compiler.amount(args.met, 'met'), compiler.amount(args.unmet, 'unmet')];
    return {
      full: yes.constant === null || no.constant === null ? null : greatest(yes.constant, no.constant),
      explain: applied('met', source, { yes, no }, (value, amounts, children) =>
        children[0] !== undefined && meets(value, children[0])
          ? valued('met', amounts.yes, { children })
          : valued('unmet', amounts.no, { children }),
      ),
    };
  },
});
