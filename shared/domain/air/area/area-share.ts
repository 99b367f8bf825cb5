import { z } from 'zod';

/**
 * 区域值所需的有效点位: an area has a value of an hour or a day only when enough of its stations have one. HJ 663-2013 6.1.5 asks for 75 %, and for
 * 50 % of fewer than four; the clause was not at hand when this was written, so share and bound are settings of the work.
 */
export interface AreaShare {
  /** 有效点位比例 in whole %. */
  readonly share: number;
  /** Fewer stations than this are few. */
  readonly few: number;
  /** 点位少时的比例 in whole %. */
  readonly fewShare: number;
}

/** Stations that must have a value where so many are to have one; one is always needed. */
export function requiredStations(expected: number, { share, few, fewShare }: AreaShare): number {
  // Whole numbers: a hundredfold divides without a rest exactly when the share does.
  return Math.max(1, Math.ceil((expected * (expected < few ? fewShare : share)) / 100));
}

/** Some stations have a value, but not as many as the area needs: it has no value, and that is something else than no data. */
export const lacksStations = (stations: { readonly entered: number; readonly required: number } | null): boolean =>
  stations !== null && stations.entered > 0 && stations.entered < stations.required;

const wholeUpTo = (most: number) =>
  z
    .string()
    .trim()
    .regex(/^\d{1,3}$/u)
    .refine((text) => Number(text) <= most)
    .transform((text) => String(Number(text)));

const percent = wholeUpTo(100);
const bound = wholeUpTo(999);

/** Settings that say how many stations an area value needs, by the key they have in the work. */
export const AREA_SETTINGS = {
  'air.area-share': { schema: percent, preset: '75' },
  'air.area-few': { schema: bound, preset: '4' },
  'air.area-few-share': { schema: percent, preset: '50' },
} as const;

/** How the values of the settings are typed. */
export const areaAllowed = (schema: z.ZodType): readonly string[] | null =>
  schema === percent ? ['0 … 100'] : schema === bound ? ['0 … 999'] : null;
