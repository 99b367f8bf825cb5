import { z } from 'zod';
import { rankingSchemeSchema } from '../../air/ranking/ranking-scheme.ts';
import { isRecord } from '../base/records.ts';
import { outputKind } from './kind.ts';

/** 评价口径: standard and the composite index, for whoever gathers the values of a work; a table says its values itself. */
export const evaluation = outputKind({
  key: 'evaluation',
  schema: z.preprocess(withText, rankingSchemeSchema.shape.evaluation),
  codes: [],
  sample: { rule: { evaluation: { standard: 'byDate' }, rank: { of: 'pm25' } }, rows: [{ pm25: '30' }], results: ['none'] },
});

/** Stored settings keep their numbers as text; in a scheme they may be written as numbers. */
function withText(value: unknown): unknown {
  if (typeof value === 'number') return String(value);
  return isRecord(value) ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withText(item)])) : value;
}
