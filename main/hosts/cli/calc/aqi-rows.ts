import { type DailyAqi, dailyAqi } from '../../../../shared/domain/air/aqi/daily-aqi.ts';
import { concentrationDecimals } from '../../../../shared/domain/air/aqi/iaqi.ts';
import { type EvaluationStandard, type StandardId, standardOf } from '../../../../shared/domain/air/standards/evaluation-standard.ts';
import { type Pollutant, POLLUTANTS } from '../../../../shared/domain/air/standards/pollutants.ts';
import { type DecimalText, roundHalfEven } from '../../../../shared/domain/numbers/decimal.ts';
import { type Fraction, fractionOf } from '../../../../shared/domain/numbers/fraction.ts';
import { parseDate } from '../../../../shared/domain/returns/parse-date.ts';
import { calcText } from '../../../../shared/text/calc-text.ts';
import { CommandFailed } from '../command-failed.ts';
import type { CalculatedRow, Prepare } from './calculation.ts';
import type { CsvRow } from './csv-rows.ts';
import { COLUMN_ORDER, DAILY_NAMES, dailyMeaning, findColumns, type UsedColumn } from './pollutant-columns.ts';
import { readNumbers } from './read-numbers.ts';

/** Adds the daily AQI. `standard`: null where the date of each row decides. */
export const aqiRows =
  (standard: StandardId | null): Prepare =>
  (header) => {
    const { columns, notes } = findColumns(header, dailyMeaning);
    const monitored = POLLUTANTS.filter((pollutant) => columns[pollutant] !== undefined);
    if (monitored.length === 0)
      throw new CommandFailed({
        code: 'CALC_NO_COLUMNS',
        params: { wanted: COLUMN_ORDER.map((pollutant) => DAILY_NAMES[pollutant]).join('、'), found: header.join('、') },
      });
    if (standard === null && columns.date === undefined) throw new CommandFailed({ code: 'CALC_NO_DATE', params: {} });
    const fields = [...POLLUTANTS, 'o3OneHour' as const].flatMap((id) => (columns[id] === undefined ? [] : [[id, columns[id]] as const]));
    const standardOfRow =
      standard === null && columns.date !== undefined
        ? byDate(columns.date)
        : (): EvaluationStandard => standardOf('', standard ?? 'byDate');
    return { added: ['aqi', 'level', 'category', 'primary'], notes, row: (row) => aqiRow(row, { fields, monitored, standardOfRow }) };
  };

interface Plan {
  readonly fields: readonly (readonly [Pollutant | 'o3OneHour', UsedColumn])[];
  readonly monitored: readonly Pollutant[];
  /** The standard, or what is wrong with the date. */
  readonly standardOfRow: (row: CsvRow) => EvaluationStandard | string;
}

function aqiRow(row: CsvRow, { fields, monitored, standardOfRow }: Plan): CalculatedRow {
  const { values: read, unmonitored, problems } = readNumbers(row, fields);
  const standard = standardOfRow(row);
  if (typeof standard === 'string') return { cells: EMPTY, problems: [standard, ...problems], notes: [] };
  if (problems.length > 0) return { cells: EMPTY, problems, notes: [] };
  const { values, notes: zeros } = withoutZeros(read, row, fields);
  const value = (pollutant: Pollutant): Fraction | null =>
    values[pollutant] === undefined ? null : roundedInput(pollutant, values[pollutant]);
  const day = dailyAqi(
    {
      values: { so2: value('so2'), no2: value('no2'), co: value('co'), o3: value('o3'), pm10: value('pm10'), pm25: value('pm25') },
      o3OneHour: values.o3OneHour === undefined ? null : fractionOf(values.o3OneHour),
    },
    standard.aqi,
    unmonitored.length === 0 ? monitored : monitored.filter((pollutant) => !unmonitored.includes(pollutant)),
  );
  return {
    cells: cellsOf(day),
    problems,
    notes: [...zeros, ...(day.aqi === null && day.category !== null ? [calcText.ozoneBeyond(row.line)] : [])],
  };
}

type Values = Readonly<Partial<Record<Pollutant | 'o3OneHour', DecimalText>>>;

/** A day's mean of particles or ozone is never 0: it stands for a value that is missing, in the calculation of a work as here, and is said. */
function withoutZeros(
  read: Values,
  { line }: CsvRow,
  fields: Plan['fields'],
): { readonly values: Values; readonly notes: readonly string[] } {
  const zeros = fields.filter(([id]) => NEVER_ZERO.has(id) && read[id] !== undefined && ZERO.test(read[id]));
  if (zeros.length === 0) return { values: read, notes: NO_NOTES };
  const values = { ...read };
  for (const [id] of zeros) delete values[id];
  return { values, notes: zeros.map(([, { header }]) => calcText.zeroMissing(line, header)) };
}

const NEVER_ZERO: ReadonlySet<string> = new Set(['pm25', 'pm10', 'o3']);
const ZERO = /^0(?:\.0+)?$/;
const NO_NOTES: readonly string[] = [];

const EMPTY: readonly string[] = ['', '', '', ''];
const NOT_AVAILABLE: readonly string[] = ['NA', 'NA', 'NA', 'NA'];

/** A typed value may have more digits than a fraction holds; to the places that an IAQI takes it is rounded once, here. */
const roundedInput = (pollutant: Pollutant, text: DecimalText): Fraction =>
  fractionOf(text.length > LONGEST_EXACT ? roundHalfEven(text, concentrationDecimals(pollutant)) : text);

const LONGEST_EXACT = 14;

function cellsOf(day: DailyAqi): readonly string[] {
  if (day.status === 'na') return NOT_AVAILABLE;
  if (day.status === 'none') return day.missing.length > 0 ? NOT_AVAILABLE : EMPTY;
  const primary = COLUMN_ORDER.filter((pollutant) => day.primary.includes(pollutant)).map((pollutant) => DAILY_NAMES[pollutant]);
  return [day.aqi === null ? '' : String(day.aqi), String(day.category?.level ?? ''), day.category?.name ?? '', primary.join(';')];
}

/** Rows of one day mostly stand together, so the last date is remembered. */
function byDate(column: UsedColumn): Plan['standardOfRow'] {
  let last: { readonly text: string; readonly standard: EvaluationStandard | null } | null = null;
  return (row) => {
    const text = (row.cells[column.index] ?? '').trim();
    if (last?.text !== text) last = { text, standard: standardOfText(text) };
    return last.standard ?? calcText.dateUnreadable(row.line, column.header, text);
  };
}

/** Only a date that states its year decides on a standard. */
function standardOfText(text: string): EvaluationStandard | null {
  const { value, issues } = parseDate({ type: 'text', text }, { date1904: false, year: NO_YEAR });
  if (value?.kind !== 'date' || issues.some((issue) => issue.code === 'DATE_YEAR_ASSUMED')) return null;
  return standardOf(value.value);
}

/** Stands for a year that nobody stated. */
const NO_YEAR = 1;
