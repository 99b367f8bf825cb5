import type { Pollutant } from '../../../../shared/domain/air/standards/pollutants.ts';
import { headerText, pollutantText } from '../../../../shared/domain/monitoring/pollutant-text.ts';
import type { DecimalText } from '../../../../shared/domain/numbers/decimal.ts';
import { calcText } from '../../../../shared/text/calc-text.ts';
import { CommandFailed } from '../command-failed.ts';

/** A column that enters the calculation. */
export interface UsedColumn {
  readonly index: number;
  /** Header as it stands in the input. */
  readonly header: string;
  /** Times what, to have µg/m³ (CO: mg/m³). */
  readonly factor: DecimalText;
}

export type ColumnId = Pollutant | 'o3OneHour' | 'date';

/** How a header is understood: `exact` is the documented name, which wins over other names of the same thing. */
export interface HeaderMeaning {
  readonly id: ColumnId;
  readonly exact: boolean;
  readonly unit: 'µg/m³' | 'mg/m³' | 'ppb' | 'ppm' | null;
  /** O3 without a word on its average. */
  readonly assumed: boolean;
}

export interface UsedColumns {
  readonly columns: Readonly<Partial<Record<ColumnId, UsedColumn>>>;
  readonly notes: readonly string[];
}

/** The columns to calculate with. Two of the same name leave it open which one counts, and end the command. */
export function findColumns(header: readonly string[], meaningOf: (header: string) => HeaderMeaning | null): UsedColumns {
  const found = new Map<ColumnId, { column: UsedColumn; meaning: HeaderMeaning }>();
  for (const [index, text] of header.entries()) {
    const meaning = meaningOf(text);
    if (meaning === null) continue;
    const earlier = found.get(meaning.id);
    if (earlier !== undefined && earlier.meaning.exact === meaning.exact)
      throw new CommandFailed({ code: 'CALC_COLUMN_TWICE', params: { first: earlier.column.header, second: text.trim() } });
    if (earlier?.meaning.exact !== true)
      found.set(meaning.id, { column: { index, header: text.trim(), factor: factorOf(meaning, text) }, meaning });
  }
  const used = [...found.values()];
  return {
    columns: Object.fromEntries(used.map(({ column, meaning }) => [meaning.id, column])),
    notes: [
      ...used.filter(({ meaning }) => meaning.assumed).map(({ column }) => calcText.ozoneAssumed(column.header)),
      ...used
        .filter(({ column }) => column.factor !== '1')
        .map(({ column, meaning }) => calcText.converted(column.header, meaning.unit ?? '')),
    ],
  };
}

/** date, the six daily concentrations and o3_1h, and the names that monitoring files use. */
export function dailyMeaning(text: string): HeaderMeaning | null {
  const plain = headerText(text);
  const documented = DOCUMENTED.get(plain);
  if (documented !== undefined) return { id: documented, exact: true, unit: null, assumed: false };
  if (DATE_NAMES.has(plain)) return { id: 'date', exact: false, unit: null, assumed: false };
  const said = pollutantText(text);
  if (said === null || said.pollutant === null) return null;
  const { pollutant, average, unit } = said;
  if (pollutant === 'o3')
    return average === 24 ? null : { id: average === 1 ? 'o3OneHour' : 'o3', exact: false, unit, assumed: average === null };
  return average === null || average === 24 ? { id: pollutant, exact: false, unit, assumed: false } : null;
}

const DOCUMENTED: ReadonlyMap<string, ColumnId> = new Map([
  ['date', 'date'],
  ['pm25', 'pm25'],
  ['pm10', 'pm10'],
  ['so2', 'so2'],
  ['no2', 'no2'],
  ['co', 'co'],
  ['o3_8h', 'o3'],
  ['o3_1h', 'o3OneHour'],
]);
const DATE_NAMES: ReadonlySet<string> = new Set(['日期', '监测日期', '时间', '监测时间']);

/** The same for a period: means, and CO and O3 as percentiles that say so. */
export function periodMeaning(text: string): HeaderMeaning | null {
  const plain = headerText(text);
  const percentile = PERCENTILE.exec(plain);
  const said = pollutantText(percentile === null ? plain : plain.replace(percentile[0], '_'));
  if (said === null || said.pollutant === null) return null;
  const { pollutant, average, unit } = said;
  if (percentile?.[1] !== PERCENTILES[pollutant]) return null;
  if (pollutant === 'o3' ? average === 1 || average === 24 : average !== null && average !== 24) return null;
  return { id: pollutant, exact: PERIOD_NAMES[pollutant] === plain, unit, assumed: false };
}

const PERCENTILE = /(?:第|[-_]*p?)(90|95)(?:百分位数?|per|th|%)?/u;
const PERCENTILES: Readonly<Partial<Record<Pollutant, string>>> = { co: '95', o3: '90' };

/** In the order in which help names the columns; primary pollutants that tie stand in it too. */
export const COLUMN_ORDER: readonly Pollutant[] = ['pm25', 'pm10', 'so2', 'no2', 'co', 'o3'];

/** Documented columns of `calc aqi`. */
export const DAILY_NAMES: Readonly<Record<Pollutant, string>> = {
  pm25: 'pm25',
  pm10: 'pm10',
  so2: 'so2',
  no2: 'no2',
  co: 'co',
  o3: 'o3_8h',
};

/** Documented columns of `calc index`. */
export const PERIOD_NAMES: Readonly<Record<Pollutant, string>> = {
  pm25: 'pm25',
  pm10: 'pm10',
  so2: 'so2',
  no2: 'no2',
  co: 'co_p95',
  o3: 'o3_8h_p90',
};

function factorOf({ id, unit }: HeaderMeaning, header: string): DecimalText {
  if (unit === 'ppb' || unit === 'ppm') throw new CommandFailed({ code: 'CALC_UNIT', params: { column: header.trim(), unit } });
  if (unit === null) return '1';
  if (id === 'co') return unit === 'mg/m³' ? '1' : '0.001';
  return unit === 'µg/m³' ? '1' : '1000';
}
