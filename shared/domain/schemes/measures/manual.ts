import { z } from 'zod';
import { sourceKind } from '../base/kinds.ts';
import { figureDraft } from './constant.ts';

/** 人工评分: points that a reviewer gives, by their name. */
export const manual = sourceKind({
  key: 'manual',
  schema: z.strictObject({ manual: z.string().min(1) }),
  codes: ['manual', 'manualMissing', 'manualNotApplicable'],
  sample: {
    rule: { manual: 'tasks', cap: 40 },
    rows: [{ 'manual:tasks': '36' }, { 'manual:tasks': '41' }, { 'manual:tasks': '' }, { 'manual:tasks': '不涉及' }],
    results: ['36', '40', 'missing', 'notApplicable'],
  },
  make(args, compiler) {
    compiler.reads(`manual:${args.manual}`);
    return {
      explain: (row, world) => figureDraft('manual', { name: compiler.frame.labelOf(args.manual) }, world.data.manual(row, args.manual)),
    };
  },
});
