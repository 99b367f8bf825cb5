import { z } from 'zod';
import { DUST_DAY_MODES } from '../../air/types.ts';

const concentrations = { schema: z.boolean(), preset: false } as const;
/** without-pm: without the pollutants that the event touches. */
const days = { schema: z.enum(DUST_DAY_MODES), preset: 'kept' } as const;

/** How approved 例外事件 of each kind act, on the day on which they were; no text that could be read says that anything is to be taken out. */
export const EVENT_SETTINGS = {
  'events.smoke.concentrations': concentrations,
  'events.smoke.days': days,
  'events.fireworks.concentrations': concentrations,
  'events.fireworks.days': days,
  'events.other.concentrations': concentrations,
  'events.other.days': days,
} as const;
