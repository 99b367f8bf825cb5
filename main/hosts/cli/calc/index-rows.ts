import { type StandardId, standardOf } from '../../../../shared/domain/air/standards/evaluation-standard.ts';
import type { QualityLimits } from '../../../../shared/domain/air/standards/gb3095.ts';
import { type Pollutant, POLLUTANTS } from '../../../../shared/domain/air/standards/pollutants.ts';
import { compositeIndex } from '../../../../shared/domain/air/statistics/composite-index.ts';
import type { IndexSettings } from '../../../../shared/domain/air/types.ts';
import { exact, type ExactNumber } from '../../../../shared/domain/numbers/decimal.ts';
import { calcText } from '../../../../shared/text/calc-text.ts';
import { CommandFailed } from '../command-failed.ts';
import type { CalculatedRow, Prepare } from './calculation.ts';
import type { CsvRow } from './csv-rows.ts';
import { COLUMN_ORDER, findColumns, PERIOD_NAMES, periodMeaning, type UsedColumn } from './pollutant-columns.ts';
import { readNumbers } from './read-numbers.ts';

/** Adds the single indices (单项指数), the composite index (综合指数) and the main pollutant. */
export const indexRows =
  (standard: StandardId, settings: IndexSettings): Prepare =>
  (header) => {
    const { columns, notes } = findColumns(header, periodMeaning);
    const fields = POLLUTANTS.flatMap((pollutant) => (columns[pollutant] === undefined ? [] : [[pollutant, columns[pollutant]] as const]));
    if (fields.length === 0)
      throw new CommandFailed({
        code: 'CALC_NO_COLUMNS',
        params: { wanted: COLUMN_ORDER.map((pollutant) => PERIOD_NAMES[pollutant]).join('、'), found: header.join('、') },
      });
    const absent = COLUMN_ORDER.filter((pollutant) => columns[pollutant] === undefined).map((pollutant) => PERIOD_NAMES[pollutant]);
    const plan = { fields, limits: standardOf('', standard).quality.second, settings, complete: absent.length === 0 };
    return {
      added: [...COLUMN_ORDER.map((pollutant) => `i_${PERIOD_NAMES[pollutant]}`), 'composite_index', 'primary'],
      notes: absent.length === 0 ? notes : [...notes, calcText.columnsMissing(absent)],
      row: (row) => indexRow(row, plan),
    };
  };

interface Plan {
  readonly fields: readonly (readonly [Pollutant, UsedColumn])[];
  readonly limits: QualityLimits;
  readonly settings: IndexSettings;
  /** All six columns are there, so that a blank cell is worth a remark. */
  readonly complete: boolean;
}

function indexRow(row: CsvRow, { fields, limits, settings, complete }: Plan): CalculatedRow {
  const { values, problems } = readNumbers(row, fields);
  if (problems.length > 0) return { cells: EMPTY, problems, notes: [] };
  const numbers: Partial<Record<Pollutant, ExactNumber>> = {};
  for (const pollutant of POLLUTANTS) {
    const text = values[pollutant];
    if (text !== undefined) numbers[pollutant] = exact(text);
  }
  const index = compositeIndex(numbers, limits, settings);
  const missing = COLUMN_ORDER.filter((pollutant) => values[pollutant] === undefined).map((pollutant) => PERIOD_NAMES[pollutant]);
  const notes = complete && missing.length > 0 ? [calcText.indexIncomplete(row.line, missing)] : [];
  if (index === null) return { cells: EMPTY, problems, notes };
  const singles = COLUMN_ORDER.map((pollutant) => index.singles[pollutant]?.published ?? '');
  const primary = COLUMN_ORDER.filter((pollutant) => index.primary.includes(pollutant)).map((pollutant) => PERIOD_NAMES[pollutant]);
  return { cells: [...singles, ...(index.complete ? [index.published, primary.join(';')] : ['', ''])], problems, notes };
}

const EMPTY: readonly string[] = [...COLUMN_ORDER.map(() => ''), '', ''];
