import { z } from 'zod';
import { POLLUTANTS } from '../domain/air/standards/pollutants.ts';

export const pollutant = z.enum(POLLUTANTS);

/** byDate: the standard in force on each day; otherwise one for every day. */
export const standardChoice = z.enum(['byDate', '2012', '2026', '2031']);
