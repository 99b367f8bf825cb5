import { z } from 'zod';
import { greatest } from '../../numbers/rational.ts';
import { type Explained, lacking, lacksOf, unvalued, valued, valueOf } from '../base/explain.ts';
import { noValue } from '../base/apply.ts';
import { sourceKind } from '../base/kinds.ts';
import { caseOf, condition, node } from '../base/shapes.ts';

// oxlint-disable-next-line unicorn/no-thenable -- `then` is a word of the language; the schema is never awaited
const entry = z.strictObject({ if: condition.optional(), then: node });

/** 分情况: the first case whose condition holds; a case without one takes all that are left. */
export const first = sourceKind({
  key: 'first',
  schema: z.strictObject({ first: z.array(entry).min(1) }),
  codes: ['first', 'firstNone', 'firstOpen'],
  sample: {
    rule: { first: [caseOf(0, { of: 'pm25', vs: 'lastYear', lt: 0 }), caseOf({ manual: 'air' })] },
    rows: [
      { pm25: '40.1', 'pm25.lastYear': '40', 'manual:air': '86' },
      { pm25: '40', 'pm25.lastYear': '40', 'manual:air': '86' },
      { pm25: '', 'pm25.lastYear': '40', 'manual:air': '86' },
    ],
    results: ['0', '86', 'missing'],
  },
  make(args, compiler) {
    const cases = args.first.map((raw, index) => ({
      when: raw.if === undefined ? null : compiler.condition(raw.if, 'first', index, 'if'),
      result: compiler.node(raw.then, 'first', index, 'then'),
    }));
    const open = cases.findIndex(({ when }) => when === null);
    if (open === -1) compiler.report('CASE_OPEN', {}, 'first');
    else if (open < cases.length - 1) compiler.report('CASE_UNREACHABLE', { number: String(open + 2) }, 'first', open + 1);
    const fulls = cases.flatMap(({ result }) => result.full ?? []);
    return {
      full: fulls.length === cases.length ? fulls.reduce(greatest) : null,
      explain(row, world) {
        const children: Explained[] = [];
        for (const [index, { when, result }] of cases.entries()) {
          if (when !== null) {
            const verdict = world.read(when, row);
            children.push(verdict);
            // Whether a case holds that is about something else than the subject cannot be said, so nothing can be given.
            if (verdict.outcome.state === 'notApplicable') return unvalued('firstOpen', { state: 'notApplicable' }, { children });
            // A case that cannot be judged may be the one that holds.
            if (verdict.outcome.state === 'missing') return lacking('firstOpen', lacksOf(verdict), { children });
            if (valueOf(verdict)?.sign !== 1) continue;
          }
          const chosen = world.read(result, row);
          children.push(chosen);
          const [value, params] = [valueOf(chosen), { number: String(index + 1) }];
          return value === null ? unvalued('firstOpen', noValue(chosen), { children }) : valued('first', value, { params, children });
        }
        return lacking('firstNone', [{ code: 'noCase', params: {} }], { children });
      },
    };
  },
});
