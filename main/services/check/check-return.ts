import type { CheckProblem } from '../../../shared/contract/check.ts';
import type { ParsedValue } from '../../../shared/domain/returns/types.ts';
import { AIR_FIELDS, type AirDay, selectAirDaysOfReturn } from '../../db/queries/returns-air.ts';
import type { ReadHandle } from '../../db/handles.ts';
import { type ReturnRecord, selectAnswersOfReturn, selectFileBytes } from '../../db/queries/returns.ts';
import { sha256Of } from '../files.ts';
import { type ExaminedFile, examineBytes, type ExamineRequest } from '../returns/examine.ts';

export interface CheckedReturn {
  readonly problems: readonly CheckProblem[];
  readonly values: number;
  readonly airDays: number;
}

/**
 * Reads the stored original once more as the import did and holds the result against what is stored: whose return it is, every answer with
 * its cell, every air value with its cell; one that was changed, added or removed since is a problem.
 */
export async function checkReturn(db: ReadHandle, record: ReturnRecord, request: ExamineRequest): Promise<CheckedReturn> {
  const place = `${record.fileName}（第 ${record.version} 版）`;
  const bytes = selectFileBytes(db, record.sha256);
  if (bytes === null || sha256Of(bytes) !== record.sha256)
    return { problems: [{ kind: 'file', place, detail: `应为 ${record.sha256.slice(0, 12)}…` }], values: 0, airDays: 0 };
  const again = await examineBytes(record.fileName, bytes, request);
  const stored = storedEntries(db, record.id);
  const problems = [...identityProblems(record, again, place), ...differences(stored.entries, readEntries(again), place)];
  return { problems, values: stored.answers, airDays: stored.days };
}

function identityProblems(record: ReturnRecord, again: ExaminedFile, place: string): CheckProblem[] {
  const pairs: readonly [string, unknown, unknown][] = [
    ['单位', record.unitId, again.unit?.id ?? null],
    ['填报日期', record.reportedOn, again.reportedOn],
    ['示例数据标记', record.sample, again.sample],
    ['版式', record.layoutId, again.layoutId],
  ];
  return pairs
    .filter(([, stored, read]) => stored !== read)
    .map(([name, stored, read]) => ({ kind: 'return', place, detail: `${name}：库内“${shown(stored)}”，原表“${shown(read)}”` }));
}

const shown = (value: unknown): string => (value === null || value === undefined ? '无' : String(value));

/** Key → what is stored or read there, in one line that can be compared and shown. */
type Entries = ReadonlyMap<string, string>;

function storedEntries(db: ReadHandle, returnId: number): { entries: Entries; answers: number; days: number } {
  const answers = selectAnswersOfReturn(db, returnId);
  const days = selectAirDaysOfReturn(db, returnId);
  const entries = new Map([
    ...answers.map((answer): [string, string] => [
      `${answer.rowId} ${answer.field}`,
      answerLine(answer.value, answer.raw, answer.sheet, answer.cell),
    ]),
    ...days.flatMap(dayEntries),
  ]);
  return { entries, answers: answers.length, days: days.length };
}

function readEntries(again: ExaminedFile): Entries {
  return new Map([
    ...again.answers.map((answer): [string, string] => [
      `${answer.rowId} ${answer.field}`,
      answerLine(answer.value, answer.raw, answer.sheet, answer.cell),
    ]),
    ...again.airDays.flatMap(dayEntries),
  ]);
}

const answerLine = (value: ParsedValue, raw: string, sheet: string, cell: string): string =>
  `${value.kind === 'notApplicable' ? '不涉及' : value.value}（${sheet}!${cell} “${raw}”）`;

const dayEntries = (day: AirDay): [string, string][] =>
  AIR_FIELDS.flatMap((field): [string, string][] => {
    const value = day.values[field];
    return value === null ? [] : [[`${day.date} ${field}`, `${value}（${day.sheet}!${day.cells[field] ?? '?'}）`]];
  });

function differences(stored: Entries, read: Entries, place: string): CheckProblem[] {
  const keys = [...new Set([...stored.keys(), ...read.keys()])].toSorted();
  return keys
    .filter((key) => stored.get(key) !== read.get(key))
    .map((key) => ({
      kind: 'value',
      place: `${place} ${key}`,
      detail: `库内${stored.get(key) ?? '没有'}，原表${read.get(key) ?? '没有'}`,
    }));
}
