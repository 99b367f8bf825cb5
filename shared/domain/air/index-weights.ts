import { z } from 'zod';
import { type DecimalText, exact, isDecimalText } from '../numbers/decimal.ts';
import { type Pollutant, POLLUTANTS } from './standards/pollutants.ts';
import { EQUAL_WEIGHTS, type IndexSettings } from './types.ts';

/** pm25=3,o3_8h=2; a pollutant that is not named has the weight 1. Null where a part is no pollutant with a number above 0. */
export function readIndexWeights(text: string): IndexSettings['weights'] | null {
  const weights: Record<Pollutant, DecimalText> = { ...EQUAL_WEIGHTS };
  for (const part of text.split(/[,，、;；]/u).filter((entry) => entry.trim() !== '')) {
    const [name = '', value = '', surplus] = part.split('=').map((word) => word.trim());
    const pollutant = pollutantOf(name);
    if (pollutant === null || surplus !== undefined || !isDecimalText(value) || exact(value).lte(0)) return null;
    weights[pollutant] = value;
  }
  return weights;
}

/** The names of the columns of published tables. */
export function pollutantOf(name: string): Pollutant | null {
  const plain = name
    .toLowerCase()
    .replace('pm2.5', 'pm25')
    .replace(/_(?:8h|8h_p90|p95)$/, '');
  return POLLUTANTS.find((pollutant) => pollutant === plain) ?? null;
}

export const indexWeightsSchema = z
  .string()
  .transform((text) => text.trim())
  .refine((text) => readIndexWeights(text) !== null);
