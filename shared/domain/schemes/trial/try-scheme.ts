import type { Lack } from '../base/data-source.ts';
import { evaluateScheme, type SubjectResult } from '../evaluate/evaluate.ts';
import { rowKey } from '../evaluate/world.ts';
import type { CompiledScheme } from '../language/compile-scheme.ts';
import type { TrialRecord } from './table-data.ts';
import { trialTable } from './table-data.ts';

/** What became of one record of the input. */
export interface TrialRow {
  readonly record: TrialRecord;
  /** Null for a record that another one contradicts, and for one the scheme is not for. */
  readonly result: SubjectResult | null;
  readonly state: 'computed' | 'doubled' | 'notConcerned';
  readonly name: string;
  readonly period: string;
}

export interface Trial {
  readonly rows: readonly TrialRow[];
  /** Columns that say the same thing; nothing is computed from such a table. */
  readonly doubledColumns: readonly { readonly first: string; readonly second: string }[];
  /** Columns that the scheme reads and the input does not have. */
  readonly absentColumns: readonly string[];
}

/** 试算 of a scheme on a table, record by record in their order. */
export function tryScheme(scheme: CompiledScheme, header: readonly string[], records: readonly TrialRecord[]): Trial {
  const filled = records.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const table = trialTable(header, filled);
  const { places, doubled } = table.columns;
  const absentColumns = scheme.columns.filter((column) => !places.has(column));
  if (doubled.length > 0) return { rows: [], doubledColumns: doubled, absentColumns };
  const results = new Map(evaluateScheme(scheme, table.data).map((result) => [rowKey(result.row), result]));
  const rows = filled.map((record): TrialRow => {
    const row = table.rowOf(record);
    const subject = {
      name: record.cells[places.get('subject') ?? -1]?.trim() ?? '',
      period: record.cells[places.get('period') ?? -1]?.trim() ?? '',
    };
    if (row === null) return { record, result: null, state: 'doubled', ...subject };
    const result = results.get(rowKey(row)) ?? null;
    return { record, result, state: result === null ? 'notConcerned' : 'computed', ...subject };
  });
  return { rows, doubledColumns: [], absentColumns };
}

/** Everything a result lacks, each once. */
export function lacksOfResult({ lacks, open }: Pick<SubjectResult, 'lacks' | 'open'>): readonly Lack[] {
  const all = [...lacks, ...open.flatMap((question) => question.lacks)];
  const seen = new Map(all.map((lack) => [JSON.stringify([lack.code, lack.params]), lack]));
  return [...seen.values()];
}
