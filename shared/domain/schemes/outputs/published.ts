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
    so2: decimals,
    no2: decimals,
    co: decimals,
    o3: decimals,
    heavyDays: decimals,
    index: decimals,
    pm25Change: decimals,
    pm10Change: decimals,
    so2Change: decimals,
    no2Change: decimals,
    coChange: decimals,
    o3Change: decimals,
    goodRatioChange: decimals,
    indexChange: decimals,
    pm25Recent: decimals,
    pm10Recent: decimals,
    so2Recent: decimals,
    no2Recent: decimals,
    coRecent: decimals,
    o3Recent: decimals,
    goodRatioRecent: decimals,
    indexRecent: decimals,
  }),
  codes: [],
  sample: { rule: { published: { pm10: 1 }, rank: { of: 'pm25' } }, rows: [{ pm25: '30' }], results: ['none'] },
});
