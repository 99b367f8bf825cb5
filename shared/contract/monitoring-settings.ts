import { z } from 'zod';
import { POLLUTANTS } from '../domain/air/standards/pollutants.ts';
import { DUST_DAY_MODES, INDEX_ROUNDINGS } from '../domain/air/types.ts';

export const pollutant = z.enum(POLLUTANTS);

/** byDate: the standard in force on each day; otherwise one for every day. */
export const standardChoice = z.enum(['byDate', '2012', '2026', '2031']);

/** More places side by side are not told apart in black and white. */
export const MOST_PLACES = 6;

/** What is left out is asked of the settings of the work, as they hold on the last day of the period. */
export const evaluationSettings = z.strictObject({
  standard: standardChoice.default('byDate'),
  dust: z.strictObject({ concentrations: z.boolean().optional(), days: z.enum(DUST_DAY_MODES).optional() }).prefault({}),
  index: z
    .strictObject({
      rounding: z.enum(INDEX_ROUNDINGS).optional(),
      weights: z.record(pollutant, z.string()).optional(),
      pm25Decimals: z.enum(['0', '1']).optional(),
    })
    .prefault({}),
});
