import { z } from 'zod';
import { unvalued } from '../base/explain.ts';
import { conditionKind } from '../base/kinds.ts';
import { caseOf } from '../base/shapes.ts';
import { verdict, verdictCodes } from './verdict.ts';

/** 事件: something that did or did not happen (特别重大事件). What nobody recorded did not. */
export const event = conditionKind({
  key: 'event',
  schema: z.strictObject({ event: z.string().min(1) }),
  codes: verdictCodes('event'),
  sample: {
    rule: { first: [caseOf(0, { event: '重大事故' }), caseOf(10)] },
    rows: [{ 'event:重大事故': '1' }, { 'event:重大事故': '' }, { 'event:重大事故': '否' }, { 'event:重大事故': '也许' }],
    results: ['0', '10', '10', 'missing'],
  },
  make(args, compiler) {
    compiler.reads(`event:${args.event}`);
    return {
      explain(row, world) {
        const reading = world.data.event(row, args.event);
        const rest = { params: { name: compiler.frame.labelOf(args.event) } };
        if (reading.kind === 'missing')
          return { ...unvalued('eventOpen', { state: 'missing', lacks: [reading.lack] }, rest), sources: reading.sources };
        return { ...verdict('event', reading.kind === 'value' && reading.value, rest), sources: reading.sources };
      },
    };
  },
});
