import type { MethodOutput } from '../../../../shared/contract/contract.ts';
import type { TriedRow } from '../../../../shared/contract/schemes.ts';
import { calcText } from '../../../../shared/text/calc-text.ts';
import { schemeApplyText } from '../../../../shared/text/scheme/apply-words.ts';
import { schemeCommandText } from '../../../../shared/text/scheme/command-words.ts';
import { schemeLackText, schemeNoticeText, schemeOpenText } from '../../../../shared/text/scheme-text.ts';
import { csvWriter } from '../calc/table-writer.ts';
import type { InputTable } from './read-table.ts';

type Trial = NonNullable<MethodOutput<'schemes.try'>['trial']>;

export const ADDED = ['points', 'grade', 'place', 'money', 'notices'] as const;

export interface TrialOutput {
  /** The input with the added columns. */
  readonly csv: string;
  readonly cells: readonly (readonly string[])[];
  /** What makes the command end with 1. */
  readonly problems: readonly string[];
  readonly notes: readonly string[];
}

/** The input as it came, with what the scheme gives behind it, and what is to be said of it on standard error. */
export function trialOutput(table: InputTable, trial: Trial): TrialOutput {
  const byLine = new Map(trial.rows.map((row) => [row.line, row]));
  const width = table.header.cells.length;
  const long = table.rows.filter(({ cells }) => cells.slice(width).some((cell) => cell.trim() !== ''));
  const cells = table.rows.map((row) => addedCells(long.includes(row) ? undefined : byLine.get(row.line)));
  const writer = csvWriter();
  const { delimiter } = table.header;
  const body = table.rows.map((row, index) =>
    writer.row(
      row,
      width,
      (cells[index] ?? []).map((cell) => quoted(cell, delimiter)),
    ),
  );
  return {
    csv: [writer.header(table.header, ADDED), ...body, writer.end()].join(''),
    cells,
    problems: [
      ...trial.doubledColumns.map(({ first, second }) => schemeCommandText.columnTwice(first.trim(), second.trim())),
      ...long.map(({ line, cells: own }) => calcText.rowLonger(line, own.length, width)),
      ...trial.rows.flatMap(rowProblems),
    ],
    notes: notesOf(table, trial),
  };
}

/** The same as one value: table and results with their explanations. */
export const trialJson = (table: InputTable, trial: Trial, output: TrialOutput) => ({
  scheme: trial.scheme,
  header: [...table.header.cells, ...ADDED],
  rows: table.rows.map(({ cells }, index) => [...table.header.cells.map((_, place) => cells[place] ?? ''), ...(output.cells[index] ?? [])]),
  results: trial.rows,
  problems: output.problems,
  notes: output.notes,
});

function addedCells(row: TriedRow | undefined): readonly string[] {
  if (row === undefined) return ADDED.map(() => '');
  const notices = row.notices.map(({ code, params }) => schemeNoticeText(code, params)).join('；');
  return [row.points ?? '', row.grade ?? '', row.place === null ? '' : String(row.place), row.money ?? '', notices];
}

const quoted = (cell: string, delimiter: string): string =>
  cell.includes(delimiter) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

function rowProblems(row: TriedRow): string[] {
  if (row.state === 'doubled') return [schemeCommandText.rowTwice(row.line, row.subject, row.period)];
  if (row.state === 'noPeriod') return [schemeCommandText.rowNoPeriod(row.line, row.subject, row.period)];
  const lacks = [...row.lacks, ...row.open.flatMap((question) => question.lacks)];
  const unreadable = lacks.filter(({ code }) => WRONG.has(code)).map(({ code, params }) => schemeLackText(code, params));
  return unreadable.length === 0 ? [] : [schemeCommandText.rowProblem(row.line, row.subject, [...new Set(unreadable)])];
}

/** What is there and cannot be computed with. */
const WRONG: ReadonlySet<string> = new Set(['unreadable', 'negative']);

/** A column that is not there is told once, not in every row. */
function notesOf(table: InputTable, trial: Trial): string[] {
  const absent = new Map<string, number>();
  for (const row of trial.rows)
    for (const column of new Set(row.lacks.filter(({ code }) => code === 'column').map(({ params }) => params['column'] ?? '')))
      absent.set(column, (absent.get(column) ?? 0) + 1);
  const events = trial.absentColumns.filter((column) => column.startsWith('event:'));
  const names = new Set(table.header.cells.map((cell) => cell.trim().toLowerCase()));
  const there = ADDED.filter((name) => names.has(name));
  return [
    ...(there.length > 0 ? [calcText.alreadyThere(there)] : []),
    ...[...absent].map(([column, count]) => schemeCommandText.columnAbsent(schemeLackText('column', { column }), count)),
    ...events.map((column) => schemeCommandText.eventAbsent(column)),
    ...otherPeriodNotes(trial),
    ...trial.rows.flatMap(rowNotes),
    ...openNotes(trial.rows),
  ];
}

function otherPeriodNotes({ otherPeriods }: Trial): string[] {
  if (otherPeriods === null) return [];
  const { per, lines, periods } = otherPeriods;
  return [schemeCommandText.periodOther(schemeApplyText.per(per), lines, periods)];
}

/** What could not be decided beside the value; of a question that no row can answer the rows are counted. */
function openNotes(rows: readonly TriedRow[]): string[] {
  const asked = rows.flatMap((row) =>
    row.open.map(({ code, params, lacks }) => ({
      row,
      question: schemeOpenText(code, params),
      reasons: [...new Set(lacks.map((lack) => schemeLackText(lack.code, lack.params)))],
    })),
  );
  const groups = [...Map.groupBy(asked, ({ question, reasons }) => JSON.stringify([question, reasons])).values()];
  return groups.flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { row, question, reasons } = first;
    return [
      group.length === 1
        ? schemeCommandText.rowOpen(row.line, row.subject, question, reasons)
        : schemeCommandText.rowsOpen(group.length, question, reasons),
    ];
  });
}

function rowNotes(row: TriedRow): string[] {
  if (row.state === 'notConcerned') return [schemeCommandText.notConcerned(row.line, row.subject)];
  const lacks = row.lacks
    .filter(({ code }) => code !== 'column' && !WRONG.has(code))
    .map(({ code, params }) => schemeLackText(code, params));
  return [
    ...(lacks.length > 0 ? [schemeCommandText.rowLacks(row.line, row.subject, [...new Set(lacks)])] : []),
    ...(row.notApplicable ? [schemeCommandText.notApplicable(row.line, row.subject)] : []),
  ];
}
