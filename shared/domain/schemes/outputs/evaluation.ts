import { rankingSchemeSchema } from '../../air/ranking/ranking-scheme.ts';
import { outputKind } from './kind.ts';

/** 评价口径: standard, dust days and the composite index, for whoever gathers the values of a work; a table says its values itself. */
export const evaluation = outputKind({
  key: 'evaluation',
  schema: rankingSchemeSchema.shape.evaluation,
  codes: [],
  sample: { rule: { evaluation: { standard: 'byDate' }, rank: { of: 'pm25' } }, rows: [{ pm25: '30' }], results: ['none'] },
});
