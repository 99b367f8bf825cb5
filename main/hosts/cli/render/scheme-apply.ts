import colors from 'picocolors';
import type { MethodOutput } from '../../../../shared/contract/contract.ts';
import type { AccountRow, AppliedRow, SchemeInputView } from '../../../../shared/contract/scheme-apply.ts';
import type { SchemeExplanation } from '../../../../shared/contract/schemes.ts';
import { isPeriodOf } from '../../../../shared/domain/schemes/trial/period-name.ts';
import { schemeApplyText as text, schemeInputText } from '../../../../shared/text/scheme/apply-words.ts';
import { schemeCommandText } from '../../../../shared/text/scheme/command-words.ts';
import { schemeRemedyText } from '../../../../shared/text/scheme/remedies.ts';
import { schemeLackText, schemeNoticeText, schemeOpenText } from '../../../../shared/text/scheme-text.ts';
import { treeLines } from '../schemes/explanations.ts';
import { heading, type TextColumn, textTable } from '../terminal/table.ts';

type Applied = MethodOutput<'schemes.apply'>;
type Account = MethodOutput<'schemes.account'>;

/** schemes apply: a line for each subject, or how each came about. */
export function appliedText(applied: Applied, { explain, unit }: { readonly explain: boolean; readonly unit: string | null }): string {
  const { scheme, period } = applied;
  const rows = applied.rows.filter(({ subject, subjectId }) => unit === null || subject.includes(unit) || subjectId === unit);
  return [
    heading(text.title(scheme.title, scheme.number, period)),
    ...(rows.length === 0 ? [text.nobody] : explain ? [rows.map((row) => explainedRow(row, period)).join('\n\n')] : [resultTable(rows)]),
    ...remedyLines(rows),
    ...notesOf(applied),
    ...(scheme.per !== null && !isPeriodOf(scheme.per, period) ? [text.perOther(text.per(scheme.per), period)] : []),
    ...(applied.periods.length > 1 ? [colors.dim(text.lookedBack(applied.periods, applied.unranked))] : []),
  ].join('\n');
}

const notesOf = ({
  scheme,
  sample,
  unknownNames,
  emptyGroups,
}: Pick<Applied, 'scheme' | 'sample' | 'unknownNames' | 'emptyGroups'>): string[] => [
  ...(emptyGroups.length === 0 ? [] : [colors.yellow(text.emptyGroups(emptyGroups))]),
  ...(unknownNames.length === 0 ? [] : [colors.yellow(text.unknownNames(unknownNames))]),
  ...(scheme.demonstration ? [colors.yellow(text.demonstration)] : []),
  ...(sample ? [colors.yellow(text.sample)] : []),
  ...scheme.assumed.map((sentence) => colors.dim(schemeCommandText.assumed(sentence))),
];

function resultTable(rows: readonly AppliedRow[]): string {
  const columns: (TextColumn<AppliedRow> | null)[] = [
    { title: text.columns.subject, cell: ({ subject }) => subject },
    used(rows, { title: text.columns.group, cell: ({ groupName }) => groupName }),
    used(rows, { title: text.columns.points, align: 'right', cell: ({ points }) => points ?? '' }),
    used(rows, { title: text.columns.grade, cell: ({ grade }) => grade ?? '' }),
    used(rows, { title: text.columns.place, align: 'right', cell: ({ place }) => (place === null ? '' : String(place)) }),
    used(rows, { title: text.columns.money, align: 'right', cell: ({ money }) => money ?? '' }),
    used(rows, { title: text.columns.notices, max: 40, cell: ({ notices }) => noticeTexts(notices).join('；') }),
    used(rows, { title: text.columns.lacks, max: 90, cell: (row) => reasonsOf(row).join('；') }),
  ];
  return textTable(
    columns.filter((column) => column !== null),
    rows,
  );
}

const used = (rows: readonly AppliedRow[], column: TextColumn<AppliedRow>): TextColumn<AppliedRow> | null =>
  rows.some((row) => column.cell(row) !== '') ? column : null;

const noticeTexts = (notices: AppliedRow['notices']): string[] => notices.map(({ code, params }) => schemeNoticeText(code, params));

function reasonsOf(row: Pick<AppliedRow, 'lacks' | 'open' | 'notApplicable'>): string[] {
  const lacks = row.lacks.map(({ code, params }) => schemeLackText(code, params));
  const open = row.open.map(({ code, params }) => schemeOpenText(code, params));
  return [...new Set([...(row.notApplicable ? [text.notApplicable] : []), ...lacks, ...open])];
}

const SHOWN_NAMES = 3;

/** What is missing, of whom, and what to do: each lack once. */
function remedyLines(rows: readonly AppliedRow[]): string[] {
  const lacks = rows.flatMap((row) => [...row.lacks, ...row.open.flatMap((open) => open.lacks)].map((lack) => ({ row, lack })));
  const groups = Map.groupBy(lacks, ({ lack: { code, params } }) => `${schemeLackText(code, params)}\n${schemeRemedyText(code, params)}`);
  const lines = [...groups].map(([key, entries]) => {
    const [lack = '', remedy = ''] = key.split('\n');
    const names = [...new Set(entries.map(({ row }) => row.subject))];
    return text.remedy(names.slice(0, SHOWN_NAMES), names.length, lack, remedy);
  });
  return lines.length === 0 ? [] : [heading(text.remedies), ...lines];
}

/** One subject down to the cells. */
export function explainedRow(row: Omit<AppliedRow, 'class'>, period: string): string {
  const results = [
    ...(row.points === null ? [] : [schemeCommandText.points(row.points)]),
    ...(row.money === null ? [] : [schemeCommandText.money(row.money)]),
    ...(row.grade === null ? [] : [row.grade]),
    ...(row.place === null ? [] : [schemeCommandText.place(String(row.place))]),
  ];
  const said =
    results.length > 0 ? results.join('　') : row.notApplicable ? text.notApplicable : schemeCommandText.noResult(reasonsOf(row));
  return [
    `${colors.bold(text.rowTitle(row.subject, period))}　${said}`,
    ...treeLines(row.explanation, 1, sourceText),
    ...(row.gradeExplanation === null ? [] : treeLines(row.gradeExplanation, 1, sourceText)),
    ...row.notices.flatMap(({ code, params, explanation }) => [
      `  ${colors.yellow(schemeNoticeText(code, params))}`,
      ...treeLines(explanation, 2, sourceText),
    ]),
  ].join('\n');
}

const SHOWN_SOURCES = 3;

function sourceText(sources: SchemeExplanation['sources']): string {
  const shown = sources.slice(0, SHOWN_SOURCES).map(({ file, sheet, cell, raw }) => text.source(file, sheet, cell, raw));
  return [...shown, ...(sources.length > SHOWN_SOURCES ? [text.moreSources(sources.length)] : [])].join(' ');
}

/** schemes account: the periods of a year side by side, with their sum and the clearing. */
export function accountText(account: Account): string {
  const { scheme, year, periods, cleared, rows } = account;
  const columns: TextColumn<AccountRow>[] = [
    { title: text.columns.subject, cell: ({ subject }) => subject },
    ...periods.map((period): TextColumn<AccountRow> => ({
      title: period.slice(5),
      align: 'right',
      cell: ({ entries }) => entryText(entries.find((entry) => entry.period === period)),
    })),
    { title: text.accountColumns.sum, align: 'right', cell: ({ sum }) => sum ?? '' },
    { title: text.accountColumns.open, align: 'right', cell: ({ openPeriods }) => text.openPeriods(openPeriods.length) },
  ];
  if (cleared)
    columns.push(
      { title: text.accountColumns.year, align: 'right', cell: (row) => entryText(row.year ?? undefined) },
      { title: text.accountColumns.clearing, align: 'right', cell: ({ clearing }) => clearing ?? '' },
    );
  return [
    heading(text.accountHead(scheme.title, year, scheme.out === '万元' ? text.accountMoney : text.accountPoints)),
    ...(rows.length === 0 ? [text.nobody] : [textTable(columns, rows)]),
    text.accountNotes(cleared),
    ...lackLines(rows),
    ...notesOf(account),
  ].join('\n');
}

const entryText = (entry: AccountRow['entries'][number] | undefined): string =>
  entry === undefined ? '' : (entry.amount ?? text.state(entry.state));

const SHOWN_LACKS = 12;

/** Why amounts are missing, each reason once with whom it first concerns. */
function lackLines(rows: readonly AccountRow[]): string[] {
  const lines = rows.flatMap(({ subject, entries, year }) =>
    [...entries, ...(year === null ? [] : [year])].flatMap(({ period, lacks }) =>
      lacks.length === 0
        ? []
        : [
            text.whyOpen(subject, period, [
              ...new Set(
                lacks.map(({ code, params }) => text.lackWithRemedy(schemeLackText(code, params), schemeRemedyText(code, params))),
              ),
            ]),
          ],
    ),
  );
  const more = lines.length - SHOWN_LACKS;
  return [...lines.slice(0, SHOWN_LACKS), ...(more > 0 ? [text.more(more)] : [])].map((line) => colors.dim(line));
}

type Entered = MethodOutput<'schemes.enter'>;

export function enteredText({ scheme, period, subject, kind, label: name, value }: Entered): string {
  const who = subject ?? text.everybody;
  const what = schemeInputText.kind(kind);
  return value === null ? text.withdrawn(scheme, period, who, what, name) : text.entered(scheme, period, who, what, name, value);
}

export function inputsText({ inputs, reads }: MethodOutput<'schemes.inputs'>): string {
  return [inputs.length === 0 ? text.noInputs : inputTable(inputs), ...readLines(reads)].join('\n');
}

/** What the scheme reads besides: first what only people can give, then figures of the work that may be entered in their place. */
function readLines(reads: MethodOutput<'schemes.inputs'>['reads']): string[] {
  const kinds = (['manual', 'param', 'event'] as const).map((kind) => reads.filter((one) => one.kind === kind && !one.figure));
  const figures = reads.filter(({ figure }) => figure).map(({ label }) => label);
  const asked = kinds.flatMap((own) =>
    own[0] === undefined
      ? []
      : [
          text.reads(
            own[0].kind,
            own.map(({ label }) => label),
          ),
        ],
  );
  return [...asked, ...(figures.length === 0 ? [] : [text.readsFigures(figures)])];
}

function inputTable(inputs: readonly SchemeInputView[]): string {
  const cells: ((input: SchemeInputView) => string)[] = [
    ({ scheme }) => scheme,
    ({ period }) => period,
    ({ subject }) => subject ?? text.everybody,
    ({ kind }) => schemeInputText.kind(kind),
    ({ label }) => label,
    ({ value }) => value,
    ({ document }) => document,
    ({ by }) => by,
    ({ at }) => at.slice(0, 10),
  ];
  return textTable(
    cells.map((cell, index) => ({ title: text.inputColumns[index] ?? '', cell })),
    inputs,
  );
}
