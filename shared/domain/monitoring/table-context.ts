import type { Pollutant } from '../air/standards/pollutants.ts';
import type { PlaceNames } from './place-names.ts';
import { headerText, pollutantInText, unitsInText } from './pollutant-text.ts';
import type { ConcentrationUnit } from './types.ts';

/** What the title of a table and the name of its sheet say of every value in it. The title is closer and wins. */
export interface TableContext {
  readonly placeId: string | null;
  readonly pollutant: Pollutant | null;
  readonly average: 1 | 8 | 24 | null;
  /** Only where the title states one unit for all; the title that states two states the usual ones. */
  readonly unit: ConcentrationUnit | null;
  readonly year: number | null;
  readonly month: string | null;
}

export function tableContext(titles: readonly string[], sheetName: string, places: PlaceNames, fileYear: number | null): TableContext {
  const sources = [...titles.toReversed(), sheetName];
  const pollutant = firstOf(sources, pollutantInText);
  const year = firstOf(sources, yearOf) ?? fileYear;
  const month = firstOf(sources, monthOf);
  const units = new Set(titles.flatMap(unitsInText));
  const [unit = null] = units;
  return {
    placeId: firstOf(sources, places.inText),
    pollutant: pollutant?.pollutant ?? null,
    average: pollutant?.average ?? null,
    unit: units.size === 1 ? unit : null,
    year,
    month: month === null || year === null ? null : `${year}-${String(month).padStart(2, '0')}`,
  };
}

function firstOf<Found>(sources: readonly string[], find: (text: string) => Found | null): Found | null {
  for (const source of sources) {
    const found = find(source);
    if (found !== null) return found;
  }
  return null;
}

function yearOf(text: string): number | null {
  const years = new Set([...headerText(text).matchAll(/(?<!\d)(20\d\d)(?=年|[-/.]\d{1,2}|$|\D)/gu)].map((match) => Number(match[1])));
  const [year = null] = years;
  return years.size === 1 ? year : null;
}

function monthOf(text: string): number | null {
  const match = /(?<!\d)(\d{1,2})月(?!\d)/u.exec(headerText(text)) ?? /20\d\d[-/.](\d{1,2})(?![\d])/u.exec(headerText(text));
  const month = Number(match?.[1] ?? 0);
  return month >= 1 && month <= 12 ? month : null;
}
