import { z } from 'zod';
import { outputKind } from './kind.ts';

const decimals = z.int().min(0).max(4).optional();

/** 公布位数: decimals of the figures that stand beside the ranks without deciding them, for whoever prints the table. */
export const published = outputKind({
  key: 'published',
  schema: z.strictObject({
    pm25: decimals,
    pm10: decimals,
    goodRatio: decimals,
    heavyDays: decimals,
    index: decimals,
    pm25Change: decimals,
    pm10Change: decimals,
    goodRatioChange: decimals,
    indexChange: decimals,
  }),
  codes: [],
  sample: { rule: { published: { pm10: 1 }, rank: { of: 'pm25' } }, rows: [{ pm25: '30' }], results: ['none'] },
});
