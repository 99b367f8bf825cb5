import type { Pollutant } from '../air/standards/pollutants.ts';
import { plainText, typedText } from '../returns/cell-text.ts';
import type { RawCell } from '../tables/raw-workbook.ts';
import { MONITORING_EDITION } from './edition.ts';
import { flagTitle } from './flag-title.ts';
import { headerWord, isStatistic } from './header-words.ts';
import { hourText, readStamp, type StampContext } from './stamps.ts';
import { type DustState, type GasState, headerText, pollutantInText, pollutantText, splitPollutant } from './pollutant-text.ts';
import type { PlaceNames } from './place-names.ts';
import type { GridRow } from './grid.ts';
import type { ColumnMeaning, ConcentrationUnit } from './types.ts';

/** What one header cell, or all of a column together, says of the values below it. */
export interface HeaderCell {
  readonly meaning: ColumnMeaning | null;
  readonly pollutant: Pollutant | null;
  readonly average: 1 | 8 | 24 | null;
  readonly unit: ConcentrationUnit | null;
  readonly placeId: string | null;
  /** Printed name of a station that heads the column; '' for a plain town. */
  readonly station: string;
  readonly date: string | null;
  readonly hour: number | null;
  /** The label names the end of its hour by itself. */
  readonly endsHour: boolean;
  readonly state: GasState | null;
  readonly dust: DustState | null;
  /** 2024年 beside 2025年 below one pollutant. */
  readonly year: number | null;
}

export const NOTHING_SAID: HeaderCell = {
  meaning: null,
  pollutant: null,
  average: null,
  unit: null,
  placeId: null,
  station: '',
  date: null,
  hour: null,
  endsHour: false,
  state: null,
  dust: null,
  year: null,
};

export interface HeaderContext {
  readonly places: PlaceNames;
  readonly stamps: StampContext;
}

export function readHeaderCell(cell: RawCell, context: HeaderContext): HeaderCell {
  const { value } = cell;
  if (value.type === 'number') {
    const stamp = readStamp(value, context.stamps);
    return stamp === null ? NOTHING_SAID : { ...NOTHING_SAID, date: stamp.date, hour: stamp.hour, endsHour: stamp.endsHour };
  }
  if (value.type !== 'text') return NOTHING_SAID;
  const text = plainText(value.text);
  if (text.length > LONGEST_HEADER) return NOTHING_SAID;
  const edition = context.stamps.edition ?? MONITORING_EDITION;
  const compared = edition < 5 ? null : comparedYear(text);
  if (compared !== null) return compared;
  if (edition >= 5 && isExtreme(text)) return { ...NOTHING_SAID, meaning: 'known' };
  const read = pollutantText(edition < 5 ? text : text.replaceAll(OF_THE_DAY, ''));
  // Before the fifth edition such a header was not understood.
  const chemical = edition < 5 && read !== null && read.dust !== null ? null : read;
  if (chemical !== null && chemical.pollutant !== null) return { ...NOTHING_SAID, ...chemical };
  const flag = flagTitle(text);
  if (flag !== null) return { ...NOTHING_SAID, meaning: 'flag', ...flag };
  const word = headerWord(text);
  if (word !== null) return { ...NOTHING_SAID, meaning: word, unit: chemical?.unit ?? null };
  if (chemical !== null)
    return { ...NOTHING_SAID, average: chemical.average, unit: chemical.unit, state: chemical.state, dust: chemical.dust };
  return (
    placeHeader(text, context) ??
    timeHeader(text, context) ??
    splitHeader(text, context) ??
    (isStatistic(text) ? { ...NOTHING_SAID, meaning: 'known' } : NOTHING_SAID)
  );
}

/** The day itself, beside 本月累计 and 本年累计. */
const OF_THE_DAY = /当日|当天|本日/gu;

/** 2025年, 2024年, 今年, 去年, 上年同期 below a pollutant: which of two years a column is of. */
function comparedYear(text: string): HeaderCell | null {
  const plain = headerText(text);
  const year = /^(20\d\d)年?$/u.exec(plain)?.[1];
  if (year !== undefined) return { ...NOTHING_SAID, year: Number(year) };
  if (/^(?:今年|本年|本期|当期)$/u.test(plain)) return { ...NOTHING_SAID };
  return /^(?:去年|上年|往年|前一年)(?:同期|同日)?(?:值|浓度)?$|^同期(?:值|浓度)?$/u.test(plain)
    ? { ...NOTHING_SAID, meaning: 'known' }
    : null;
}

/** The highest and lowest of the hours of a day (PM2.5最大值) are no means of it; of ozone the highest mean of 8 hours, or of one, is what counts. */
function isExtreme(text: string): boolean {
  const plain = headerText(text);
  if (!/最[大小高低]|峰值|max|min(?!ute)/u.test(plain) || /综合|指数/u.test(plain)) return false;
  const named = pollutantInText(text)?.pollutant ?? null;
  return named === 'o3' ? /最[小低]|min/u.test(plain) : named !== null;
}

/** Longer texts are titles and notes. */
const LONGEST_HEADER = 60;

function placeHeader(text: string, { places }: HeaderContext): HeaderCell | null {
  const placeId = places.place(text);
  if (placeId !== null) return { ...NOTHING_SAID, placeId };
  const ofStation = places.station(text);
  return ofStation === null ? null : { ...NOTHING_SAID, placeId: ofStation, station: text };
}

function timeHeader(text: string, { stamps }: HeaderContext): HeaderCell | null {
  const stamp = readStamp({ type: 'text', text }, stamps);
  if (stamp !== null) return { ...NOTHING_SAID, date: stamp.date, hour: stamp.hour, endsHour: stamp.endsHour };
  const hour = /\D/.test(text) ? hourText(text) : null;
  return hour === null ? null : { ...NOTHING_SAID, ...hour };
}

/** '某某镇PM2.5(μg/m³)'. */
function splitHeader(text: string, context: HeaderContext): HeaderCell | null {
  const split = splitPollutant(text);
  const place = split === null ? null : placeHeader(split.rest, context);
  return split === null || place === null ? null : { ...place, ...split.pollutant };
}

/** Whether the bare numbers of a row count the hours of a day (0–23, 1–24) or the days of a month. */
export function numberLabels(row: GridRow, { stamps }: HeaderContext): 'hours' | 'days' | null {
  const few = stamps.days === true && row.count < FEWEST_LABELS && headsPlaces(row);
  const fewest = few ? FEWEST_DAYS : FEWEST_LABELS;
  if (row.count < fewest) return null;
  const numbers = row.cells.flatMap(({ value }) =>
    value.type === 'number' && value.format === 'general' && /^\d{1,2}$/.test(value.digits) ? [Number(value.digits)] : [],
  );
  const distinct = new Set(numbers);
  const rising = numbers.every((number, index) => index === 0 || number === (numbers[index - 1] ?? 0) + 1);
  if (!rising || distinct.size < fewest || (numbers[0] ?? 9) > 1 || (few && numbers[0] !== 1)) return null;
  return few || Math.max(...numbers) > 24 ? 'days' : 'hours';
}

const FEWEST_LABELS = 23;
/** Of a month that has only begun, where the table is said to be of that month. */
const FEWEST_DAYS = 3;

const headsPlaces = (row: GridRow): boolean =>
  row.cells.some(({ value }) => value.type === 'text' && PLACE_WORDS.has(headerWord(value.text)));

const PLACE_WORDS: ReadonlySet<ColumnMeaning | null> = new Set<ColumnMeaning | null>(['place', 'station', 'region']);

/** The cells above a column, from top to bottom, as one: what a lower one says is closer to the values. */
export function joined(cells: readonly HeaderCell[]): HeaderCell {
  const known = cells.some((cell) => cell.meaning === 'known');
  return cells.reduce<HeaderCell>(
    (whole, cell) => ({
      meaning: known ? 'known' : (cell.meaning ?? whole.meaning),
      pollutant: cell.pollutant ?? whole.pollutant,
      average: cell.average ?? whole.average,
      unit: cell.unit ?? whole.unit,
      placeId: cell.placeId ?? whole.placeId,
      station: cell.station === '' ? whole.station : cell.station,
      date: cell.date ?? whole.date,
      hour: cell.hour ?? whole.hour,
      endsHour: cell.endsHour || whole.endsHour,
      state: cell.state ?? whole.state,
      dust: cell.dust ?? whole.dust,
      year: cell.year ?? whole.year,
    }),
    NOTHING_SAID,
  );
}

export const headerTitle = (cells: readonly RawCell[], date1904: boolean): string =>
  [...new Set(cells.map((cell) => plainText(typedText(cell.value, date1904))))].join(' ');
