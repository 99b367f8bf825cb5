import { z } from 'zod';
import { sourceKind } from '../base/kinds.ts';
import { paramBody } from './constant.ts';

/** 参数: `param: k` reads the column `param:k`, or what the head of the scheme gives for it. */
export const param = sourceKind({
  key: 'param',
  schema: z.strictObject({ param: z.string().min(1) }),
  codes: ['param', 'paramMissing', 'paramNotApplicable'],
  sample: { rule: { times: [{ param: 'k' }, 2] }, rows: [{ 'param:k': '1.5' }, { 'param:k': '' }], results: ['3', 'missing'] },
  make: (args, compiler) => paramBody(args.param, compiler),
});
