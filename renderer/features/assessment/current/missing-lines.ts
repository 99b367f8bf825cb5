import type { ScoredResult } from '../../../../shared/contract/assessment.ts';
import { fieldText, missingPartText } from '../../../../shared/text/what-if-text.ts';
import { missingText } from '../../../../shared/text/ui/score-page-text.ts';
import type { RowName } from '../row-names.ts';

export type Missing = ScoredResult['district']['missing'][number];

/** Figures that are only called after the column they stand in. */
const UNNAMED: ReadonlySet<string> = new Set(['status', 'date'].map(fieldText));

/** More rows than this are counted, not named. */
const NAMED = 2;

/** What is missing in words; rows are named where the figure has no name of its own, and counted where many wait for one return. */
export function missingSentence(missing: Missing, rowName: RowName): string {
  const named = missing.code !== 'return' && missing.code !== 'cells' && !missing.fields.map(fieldText).includes(missing.figure);
  const names =
    named && !UNNAMED.has(missing.figure) ? [] : [...new Set(missing.rows.map(rowName))].filter((name) => name !== missing.figure);
  const rows = names.length > NAMED ? [missingText.rows(missing.rows.length)] : names;
  return missingPartText({ ...missing, rows })
    .trim()
    .replace(/^：/u, '');
}

/** Everything that is missing, each once, whoever else waits for it. */
export function missingOf({ district, units }: Pick<ScoredResult, 'district' | 'units'>): Missing[] {
  const key = ({ code, unitId, rows, figure, fields }: Missing): string =>
    code === 'return' || code === 'air' ? `${code}|${unitId}` : JSON.stringify([code, unitId, code === 'consent' || rows, figure, fields]);
  const groups = Map.groupBy(
    [...units, district].flatMap((subject) => subject.missing),
    key,
  );
  return [...groups.values()]
    .flatMap((group) => group.slice(-1).map((last) => ({ ...last, rows: [...new Set(group.flatMap(({ rows }) => rows))] })))
    .toSorted((one, other) => ORDER.indexOf(one.code) - ORDER.indexOf(other.code));
}

/** Worst first. */
const ORDER: readonly Missing['code'][] = ['return', 'error', 'held', 'cells', 'air', 'consent', 'zeroDenominator', 'target'];

/** 缺 3 个单位，1 处错误: how much of which kind. */
export const missingSummary = (missing: readonly Missing[]): string =>
  missing.length === 0
    ? missingText.empty
    : ORDER.flatMap((code) => {
        const ones = missing.filter((one) => one.code === code);
        // Each row that a unit asks for is decided by itself.
        const count = code === 'consent' ? ones.reduce((sum, { rows }) => sum + rows.length, 0) : ones.length;
        return count === 0 ? [] : [missingText.counts[code](count)];
      }).join(missingText.join);
