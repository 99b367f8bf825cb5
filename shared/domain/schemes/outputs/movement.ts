import { z } from 'zod';
import { MOVEMENTS } from '../../air/ranking/ranking-scheme.ts';
import { outputKind } from './kind.ts';

/** 名次升降: between periods that ranked the same places only, or between any; for whoever prints the ranking. */
export const movement = outputKind({
  key: 'movement',
  schema: z.enum(MOVEMENTS),
  codes: [],
  sample: { rule: { movement: 'sameSet', rank: { of: 'pm25' } }, rows: [{ pm25: '30' }], results: ['none'] },
});
