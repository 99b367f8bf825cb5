import type { Lack } from '../base/data-source.ts';
import { evaluateScheme, type SubjectResult } from '../evaluate/evaluate.ts';
import { rowKey } from '../evaluate/world.ts';
import type { CompiledScheme } from '../language/compile-scheme.ts';
import type { Per } from '../outputs/out.ts';
import { readColumns } from './columns.ts';
import { isNoPeriod, isPeriodOf, periodName } from './period-name.ts';
import type { TrialRecord } from './table-data.ts';
import { trialTable } from './table-data.ts';

/** What became of one record of the input. */
export interface TrialRow {
  readonly record: TrialRecord;
  /** Null for a record that another one contradicts, for one the scheme is not for, and for one whose period is none. */
  readonly result: SubjectResult | null;
  readonly state: 'computed' | 'doubled' | 'notConcerned' | 'noPeriod';
  readonly name: string;
  readonly period: string;
}

export interface Trial {
  readonly rows: readonly TrialRow[];
  /** Columns that say the same thing; nothing is computed from such a table. */
  readonly doubledColumns: readonly { readonly first: string; readonly second: string }[];
  /** Columns that the scheme reads and the input does not have. */
  readonly absentColumns: readonly string[];
  /** Records of a period by which the scheme is not computed (a quarter in a scheme by months): they are computed in one. */
  readonly otherPeriods: { readonly per: Per; readonly lines: readonly number[]; readonly periods: readonly string[] } | null;
}

/** 试算 of a scheme on a table, record by record in their order. */
export function tryScheme(scheme: CompiledScheme, header: readonly string[], records: readonly TrialRecord[]): Trial {
  const filled = records.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const { places, doubled } = readColumns(header);
  const absentColumns = scheme.columns.filter((column) => !places.has(column));
  const typed = (record: TrialRecord, role: string): string => record.cells[places.get(role) ?? -1]?.trim() ?? '';
  const timeless = new Set(filled.filter((record) => isNoPeriod(scheme.per, periodName(typed(record, 'period')))));
  if (doubled.length > 0) return { rows: [], doubledColumns: doubled, absentColumns, otherPeriods: null };
  const timed = filled.filter((record) => !timeless.has(record));
  const table = trialTable(header, timed);
  const results = new Map(evaluateScheme(scheme, table.data).map((result) => [rowKey(result.row), result]));
  const rows = filled.map((record): TrialRow => {
    const subject = { name: typed(record, 'subject'), period: typed(record, 'period') };
    if (timeless.has(record)) return { record, result: null, state: 'noPeriod', ...subject };
    const row = table.rowOf(record);
    if (row === null) return { record, result: null, state: 'doubled', ...subject };
    const result = results.get(rowKey(row)) ?? null;
    return { record, result, state: result === null ? 'notConcerned' : 'computed', ...subject };
  });
  return { rows, doubledColumns: [], absentColumns, otherPeriods: otherPeriods(scheme.per, rows) };
}

function otherPeriods(per: Per | null, rows: readonly TrialRow[]): Trial['otherPeriods'] {
  const others = rows.filter(
    ({ state, period }) => per !== null && state === 'computed' && period !== '' && !isPeriodOf(per, periodName(period)),
  );
  if (per === null || others.length === 0) return null;
  return { per, lines: others.map(({ record }) => record.line), periods: [...new Set(others.map(({ period }) => period))] };
}

/** Everything a result lacks, each once. */
export function lacksOfResult({ lacks, open }: Pick<SubjectResult, 'lacks' | 'open'>): readonly Lack[] {
  const all = [...lacks, ...open.flatMap((question) => question.lacks)];
  const seen = new Map(all.map((lack) => [JSON.stringify([lack.code, lack.params]), lack]));
  return [...seen.values()];
}
