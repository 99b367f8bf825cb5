import { type ReactElement, useState } from 'react';
import type { SchemeResult } from '../../../../shared/contract/scheme-runs.ts';
import { schemeApplyText } from '../../../../shared/text/scheme/apply-words.ts';
import { schemeCommandText } from '../../../../shared/text/scheme/command-words.ts';
import { schemeRunText } from '../../../../shared/text/scheme/run-words.ts';
import { schemeScoreText as text } from '../../../../shared/text/ui/scheme-score-text.ts';
import { type DataColumn, DataTable } from '../../../ui/data-table.tsx';
import { averageOf, sumOf } from '../column-sums.ts';
import { SchemeDrawer } from './scheme-drawer.tsx';
import { groupsOf, lacksOf, noticesOf, partText, partTitles, rangeOf, type ShownRow } from './shown-scheme.ts';

export interface SchemeTablesProps {
  readonly result: Omit<SchemeResult, 'rows'> & { readonly rows: readonly ShownRow[] };
}

/** What a scheme gives its subjects: a table for each group, a row leads to how it came about. */
export function SchemeTables({ result }: SchemeTablesProps): ReactElement {
  const [open, setOpen] = useState<string | null>(null);
  const row = result.rows.find(({ subjectId }) => subjectId === open);
  return (
    <div className="assessment">
      {groupsOf(result.rows).map(({ title, rows }) => (
        <DataTable
          key={title}
          title={title}
          columns={columnsOf(rows)}
          rows={rows}
          rowKey={({ subjectId }) => subjectId}
          selectedKey={open}
          emptyText={text.none}
          onRowActivate={({ subjectId }) => setOpen(subjectId)}
        />
      ))}
      <SchemeNotes result={result} />
      {row === undefined ? null : <SchemeDrawer row={row} onClose={() => setOpen(null)} />}
    </div>
  );
}

function SchemeNotes({ result: { summed, periods, unknownNames, demonstration, sample, assumed } }: SchemeTablesProps): ReactElement {
  const notes = [
    ...(summed ? [schemeRunText.summed(periods.length)] : []),
    ...(unknownNames.length === 0 ? [] : [schemeApplyText.unknownNames(unknownNames)]),
    ...(demonstration ? [schemeRunText.demonstration] : []),
    ...(sample ? [schemeRunText.sample] : []),
    ...assumed.map((sentence) => schemeCommandText.assumed(sentence)),
  ];
  return (
    <ul className="scheme-notes muted">
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  );
}

/** So many parts stand side by side; of more the drawer tells. */
const MOST_PARTS = 6;

const pointsOf = ({ points }: ShownRow): string | null => points;
const moneyOf = ({ money }: ShownRow): string | null => money;

/** Points of several subjects are averaged; money adds up. */
export function columnsOf(rows: readonly ShownRow[]): readonly DataColumn<ShownRow>[] {
  const titles = partTitles(rows);
  const parts = titles.length > MOST_PARTS || rows.every((row) => row.parts.length < 2) ? [] : titles.map(partColumn);
  const { columns } = text;
  const all: readonly DataColumn<ShownRow>[] = [
    {
      key: 'place',
      title: columns.place,
      text: ({ place }) => (place === null ? '' : String(place)),
      sortValue: ({ place }) => place,
      align: 'right',
      width: 76,
    },
    { key: 'subject', title: columns.subject, text: ({ subject }) => subject, filter: 'search', level: 'answers' },
    ...parts,
    { ...amountColumn('points', columns.points, pointsOf), sum: (shown) => averageOf(shown.map((row) => pointsOf(row) ?? '')) },
    { ...amountColumn('money', columns.money, moneyOf), sum: (shown) => sumOf(shown.map((row) => moneyOf(row) ?? '')) },
    { key: 'range', title: columns.range, text: rangeOf, sortable: false, align: 'right', width: 150, level: 'B' },
    { key: 'grade', title: columns.grade, text: ({ grade }) => grade ?? '', filter: 'values', width: 96 },
    { key: 'notices', title: columns.notices, text: (row) => noticesOf(row).join('；'), sortable: false, width: 200, level: 'B' },
    { key: 'lacks', title: columns.lacks, text: (row) => lacksOf(row).join('；'), sortable: false, width: 260, level: 'B' },
  ];
  return all.filter(({ key, text: said }) => key === 'subject' || rows.some((row) => said(row) !== ''));
}

const partColumn = (title: string): DataColumn<ShownRow> => ({
  key: `part ${title}`,
  title,
  text: (row) => partText(row, title),
  sortValue: (row) => Number(partText(row, title)) || null,
  align: 'right',
  width: 120,
});

const amountColumn = (key: string, title: string, of: (row: ShownRow) => string | null): DataColumn<ShownRow> => ({
  key,
  title,
  text: (row) => of(row) ?? '',
  sortValue: (row) => (of(row) === null ? null : Number(of(row))),
  align: 'right',
  width: 128,
  render: (row) => <strong>{of(row) ?? ''}</strong>,
});
