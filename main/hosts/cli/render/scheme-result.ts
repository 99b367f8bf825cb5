import colors from 'picocolors';
import type { MethodOutput } from '../../../../shared/contract/contract.ts';
import type { FlipsState, ScoredRow, SchemeBasis, SchemeResult, SchemeRow, SensitiveRow } from '../../../../shared/contract/scheme-runs.ts';
import type { SignedState } from '../../../../shared/contract/signed.ts';
import { schemeApplyText } from '../../../../shared/text/scheme/apply-words.ts';
import { schemeCommandText } from '../../../../shared/text/scheme/command-words.ts';
import { schemePartTitle, schemeRunText as text, supposedText } from '../../../../shared/text/scheme/run-words.ts';
import { schemeLackText, schemeNoticeText, schemeOpenText } from '../../../../shared/text/scheme-text.ts';
import { schemeFlipText, sensitivityText } from '../../../../shared/text/sensitivity-text.ts';
import { whatIfCommandText } from '../../../../shared/text/what-if-text.ts';
import { heading, type TextColumn, textTable } from '../terminal/table.ts';
import { differenceLines } from './difference.ts';
import { explainedRow } from './scheme-apply.ts';
import { scoredSignedLines } from './signed.ts';

type Row = SchemeRow & Partial<Pick<ScoredRow, 'range' | 'missing' | 'complete'>>;

interface Shown {
  readonly result: Omit<SchemeResult, 'rows'> & { readonly rows: readonly Row[] };
  readonly computedAt?: string;
  readonly basis?: SchemeBasis;
  readonly signed?: SignedState;
}

/** score and run show of a scheme written as rules: totals by subject with their parts, then what is missing. With `unit` one of them down to the cells. */
export function schemeResultText({ result, computedAt, basis, signed = null }: Shown, unit: string | null = null): string {
  const { schemeTitle, number, year, rows } = result;
  const chosen = rows.filter((row) => unit === null || row.subject === unit || row.subjectId === unit);
  const title = `${text.title(schemeTitle, number, year)}${computedAt === undefined ? '' : colors.dim(`　${computedAt}`)}`;
  if (unit !== null && chosen.length === 0) return `${heading(title)}\n${text.unitUnknown(unit)}`;
  const groups = Map.groupBy(chosen, ({ kindName, groupName }) => groupName || kindName);
  return [
    heading(title),
    ...scoredSignedLines(signed),
    ...(unit === null
      ? [...groups].flatMap(([group, own]) => [...(groups.size > 1 ? [heading(group)] : []), table(own)])
      : chosen.map((row) => explainedRow(row, String(year)))),
    ...missingLines(chosen),
    ...notes(result),
    ...(basis === undefined
      ? []
      : [colors.dim(text.basis(basis.documents.length, basis.returns.length, basis.inputs.length, basis.files.length))]),
    ...(unit === null && basis === undefined ? [colors.dim(`\n  ${text.explain}`)] : []),
  ].join('\n');
}

const notes = ({ unknownNames, demonstration, sample, summed, periods, assumed }: Shown['result']): string[] => [
  ...(summed ? [text.summed(periods.length)] : []),
  ...(unknownNames.length === 0 ? [] : [colors.yellow(schemeApplyText.unknownNames(unknownNames))]),
  ...(demonstration ? [colors.yellow(text.demonstration)] : []),
  ...(sample ? [colors.yellow(text.sample)] : []),
  ...assumed.map((sentence) => colors.dim(schemeCommandText.assumed(sentence))),
];

const amountOf = ({ points, money }: Row): number => Number(points ?? money ?? Number.NEGATIVE_INFINITY);

function table(rows: readonly Row[]): string {
  const ordered = rows.toSorted(
    (left, right) => (left.place ?? Number.MAX_VALUE) - (right.place ?? Number.MAX_VALUE) || amountOf(right) - amountOf(left),
  );
  const parts = partColumns(rows);
  const columns: TextColumn<Row>[] = [
    { title: text.columns.place, align: 'right', cell: ({ place }) => (place === null ? '' : String(place)) },
    { title: text.columns.subject, cell: ({ subject }) => subject },
    ...parts,
    { title: text.columns.points, align: 'right', cell: ({ points }) => points ?? '' },
    { title: text.columns.money, align: 'right', cell: ({ money }) => money ?? '' },
    { title: text.columns.range, align: 'right', cell: rangeOf },
    { title: text.columns.grade, cell: ({ grade }) => grade ?? '' },
    {
      title: text.columns.notices,
      max: 40,
      cell: ({ notices }) => notices.map(({ code, params }) => schemeNoticeText(code, params)).join('；'),
    },
    { title: text.columns.lacks, max: 60, cell: (row) => reasonsOf(row).join('；') },
  ];
  return textTable(
    columns.filter((column) => ordered.some((row) => column.cell(row) !== '')),
    ordered,
  );
}

/** So many parts stand side by side; more are explained one by one. */
const MOST_PARTS = 8;

function partColumns(rows: readonly Row[]): TextColumn<Row>[] {
  const titles = [...new Set(rows.flatMap(({ parts }) => parts.map(schemePartTitle)))];
  if (titles.length > MOST_PARTS || rows.every(({ parts }) => parts.length < 2)) return [];
  return titles.map((title) => ({ title, align: 'right', cell: ({ parts }) => partCell(parts, title) }));
}

const partCell = (parts: Row['parts'], title: string): string =>
  parts
    .filter((part) => schemePartTitle(part) === title)
    .map(({ points, state }) => points ?? schemeApplyText.state(state))
    .join('、');

const rangeOf = ({ complete, range, notApplicable }: Row): string => {
  if (complete !== false || notApplicable) return '';
  return range === null || range === undefined ? text.rangeNone : text.rangeText(range);
};

function reasonsOf(row: Row): string[] {
  const lacks = row.lacks.map(({ code, params }) => schemeLackText(code, params));
  const open = row.open.map(({ code, params }) => schemeOpenText(code, params));
  return [...new Set([...(row.notApplicable ? [schemeApplyText.state('notApplicable')] : []), ...lacks, ...open])];
}

const SHOWN_MISSING = 12;

/** What is missing for a final result, by subject. */
function missingLines(rows: readonly Row[]): string[] {
  const open = rows.filter(({ missing = [] }) => missing.length > 0);
  if (open.length === 0) return [];
  const lines = open
    .slice(0, SHOWN_MISSING)
    .map(
      ({ subject, missing = [] }) =>
        `  ${text.missingOf(subject, [...new Set(missing.map(({ code, params }) => schemeLackText(code, params)))])}`,
    );
  return [
    heading(text.missing(open.length)),
    ...lines,
    ...(open.length > SHOWN_MISSING ? [`  ${text.moreMissing(open.length - SHOWN_MISSING)}`] : []),
  ];
}

/** whatif by a scheme written as rules. */
export function schemeWhatIfText({ year, schemeTitle, changes, difference }: MethodOutput<'scheme.whatif'>): string {
  return [
    `${colors.yellow(whatIfCommandText.notStored)}　${year} 年度　${schemeTitle}`,
    heading(whatIfCommandText.supposed),
    ...changes.map((change) => `  ${supposedText(change, year)}`),
    ...differenceLines(difference),
  ].join('\n');
}

const nearestOf = (row: SensitiveRow, flips: FlipsState): string =>
  flips !== 'found' ? '' : row.flip === null ? text.nearestNone : schemeFlipText(row.flip, row);

/** sensitivity by a scheme written as rules. */
export function schemeSensitivityText({ year, schemeTitle, percent, flips, rows }: MethodOutput<'scheme.sensitivity'>): string {
  const words = sensitivityText.columns;
  const span = (low: string, high: string): string => (low === high ? low : `${low}～${high}`);
  const columns: TextColumn<SensitiveRow>[] = [
    { title: words.place, align: 'right', cell: ({ place }) => (place === null ? '' : String(place)) },
    { title: words.unit, cell: ({ subject }) => subject },
    { title: words.total, align: 'right', cell: ({ total }) => total },
    { title: words.grade, cell: ({ grade }) => grade ?? '' },
    { title: words.places, align: 'right', cell: ({ best, worst }) => (best === null ? '' : span(String(best), String(worst))) },
    { title: words.grades, cell: ({ grades }) => grades.join('、') },
    { title: words.totals, align: 'right', cell: ({ low, high }) => span(low, high) },
    { title: words.rounding, align: 'right', cell: ({ rounding }) => rounding.total },
    { title: text.nearest, max: 60, cell: (row) => nearestOf(row, flips) },
  ];
  const used = columns.filter((column) => rows.some((row) => column.cell(row) !== ''));
  return [
    `${year} 年度${sensitivityText.title}　${schemeTitle}`,
    ...(rows.length === 0
      ? [text.sensitivityNone]
      : [
          textTable(
            used,
            rows.toSorted((one, other) => (one.place ?? 0) - (other.place ?? 0)),
          ),
        ]),
    colors.dim(text.sensitivityMethod(percent, flips)),
  ].join('\n');
}
