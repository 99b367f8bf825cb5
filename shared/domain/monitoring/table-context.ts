import { isCalendarDate, isoDate } from '../calendar.ts';
import type { Pollutant } from '../air/standards/pollutants.ts';
import type { PlaceNames } from './place-names.ts';
import { headerText, pollutantInText, unitsInText } from './pollutant-text.ts';
import { REGISTERED } from './stations/register.ts';
import type { ConcentrationUnit } from './types.ts';

/** What the title of a table and the name of its sheet say of every value in it. The title is closer and wins. */
export interface TableContext {
  readonly placeId: string | null;
  /** Of a title that names a station of the register. */
  readonly station: string;
  readonly pollutant: Pollutant | null;
  readonly average: 1 | 8 | 24 | null;
  /** Only where the title states one unit for all; the title that states two states the usual ones. */
  readonly unit: ConcentrationUnit | null;
  readonly year: number | null;
  readonly month: string | null;
  /** The one day that the title speaks of, for tables without a column of days. */
  readonly date: string | null;
  /** Label of the one hour of that day (时报); null where it speaks of a whole day. */
  readonly hour: number | null;
}

/** What stands around a table: the lines above it, the sheet, and the file, the closest of which wins. */
export interface Surroundings {
  readonly titles: readonly string[];
  readonly sheet: string;
  /** Name of the file without its ending; null where it is not to be asked. */
  readonly file: string | null;
}

export function tableContext({ titles, sheet, file }: Surroundings, places: PlaceNames, fileYear: number | null): TableContext {
  const sources = [...titles.toReversed(), sheet, ...(file === null || file === sheet ? [] : [file])];
  const pollutant = firstOf(sources, pollutantInText);
  const year = firstOf(sources, yearOf) ?? fileYear;
  const month = firstOf(sources, monthOf);
  const units = new Set(titles.flatMap(unitsInText));
  const [unit = null] = units;
  const placeId = firstOf(sources, places.inText);
  const date = firstOf(sources, dateOf);
  const named = placeId === REGISTERED ? sources.find((source) => places.inText(source) !== null) : undefined;
  return {
    placeId,
    station: named === undefined ? '' : places.registeredIn(named),
    pollutant: pollutant?.pollutant ?? null,
    average: pollutant?.average ?? null,
    unit: units.size === 1 ? unit : null,
    year,
    month: month === null || year === null ? null : `${year}-${String(month).padStart(2, '0')}`,
    date: date?.date ?? null,
    hour: date?.hour ?? null,
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

/** A date of printing or reporting is not that of the values. */
const OTHER_DATE = /制表|填报|打印|导出|更新|发布|报送|生成|截至|截止/u;

const NO_HOUR = 99;

/** The one whole date of a text, with the hour behind it; null for none, for two, and for the ends of a span. */
function dateOf(text: string): { readonly date: string; readonly hour: number | null } | null {
  const plain = headerText(text);
  if (OTHER_DATE.test(plain)) return null;
  const dates = [
    ...plain.matchAll(/(?<!\d)(20\d\d)(?:年|[-./])(\d{1,2})(?:月|[-./])(\d{1,2})(?:日|号)?(?!\d)/gu),
    ...plain.matchAll(/(?<!\d)(20\d\d)(\d\d)(\d\d)(?!\d)/gu),
  ];
  const [match] = dates;
  if (match === undefined || dates.length > 1) return null;
  const behind = plain.slice(match.index + match[0].length);
  if (/^[-~～至到—–]\d/u.test(behind)) return null;
  const date = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  if (!isCalendarDate(date)) return null;
  const hour = Number(/^(?:日|号)?t?(\d{1,2})(?:时|点|:00)(?![-~～至到—–]\d)/u.exec(behind)?.[1] ?? NO_HOUR);
  return { date: isoDate(date), hour: hour <= 24 ? hour : null };
}
