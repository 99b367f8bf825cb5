import { Button } from 'antd';
import { type ReactElement, type ReactNode, useState } from 'react';
import type { ScoreFigure, ScorePart, ScoreRow } from '../../../shared/domain/assessment/types.ts';
import { stateWords } from '../../../shared/text/ui/app-text.ts';
import { assessmentText, breakdownText } from '../../../shared/text/ui/assessment-text.ts';
import { type DataColumn, DataTable } from '../../ui/data-table.tsx';
import { StateTag } from '../../ui/state-tag.tsx';
import { sumOf } from './column-sums.ts';
import { FigureView, type FigureViewProps } from './figure-view.tsx';

export interface PartTableProps extends Pick<FigureViewProps, 'placeOf' | 'onOpenSource'> {
  readonly part: ScorePart;
}

/** Rows of one part; each folds out to its figures. */
export function PartTable({ part, placeOf, onOpenSource }: PartTableProps): ReactElement {
  const [open, setOpen] = useState<readonly string[]>([]);
  const all = open.length === part.rows.length;
  return (
    <DataTable<ScoreRow>
      title={`${part.title}：${breakdownText.part(part.points, part.max)}`}
      columns={ROW_COLUMNS}
      rows={part.rows}
      rowKey={(row) => row.rowId}
      emptyText={breakdownText.noRows}
      extra={
        <Button size="small" onClick={() => setOpen(all ? [] : part.rows.map((row) => row.rowId))}>
          {all ? breakdownText.collapseAll : breakdownText.expandAll}
        </Button>
      }
      expandable={{
        columnTitle: <span className="visually-hidden">{breakdownText.fold}</span>,
        expandedRowKeys: open,
        onExpandedRowsChange: (keys) => setOpen(keys.map(String)),
        rowExpandable: (row) => row.figures.length > 0,
        expandedRowRender: (row) => (
          <div className="figures">
            {row.figures.map((figure) => (
              <FigureView key={figure.id} figure={figure} placeOf={placeOf} onOpenSource={onOpenSource} />
            ))}
          </div>
        ),
      }}
    />
  );
}

export const ROW_COLUMNS: readonly DataColumn<ScoreRow>[] = [
  { key: 'row', title: assessmentText.columns.row, text: (row) => row.title, filter: 'search', sortable: false },
  {
    key: 'state',
    title: assessmentText.columns.state,
    text: (row) => stateWords[row.state],
    filter: 'values',
    width: 100,
    render: (row) => <StateTag state={row.state} />,
  },
  measureColumn('target', assessmentText.columns.target, (figure) => figure.target),
  measureColumn('value', assessmentText.columns.value, (figure) => figure.judgedValue),
  {
    key: 'unit',
    title: assessmentText.columns.unit,
    text: (row) => inOneLine(unitLines(row)),
    sortable: false,
    width: 104,
    render: (row) => <Lines lines={unitLines(row)} />,
  },
  {
    key: 'points',
    title: assessmentText.columns.points,
    text: (row) => row.points ?? assessmentText.notCounted,
    sortValue: (row) => (row.points === null ? null : Number(row.points)),
    align: 'right',
    width: 76,
    render: (row) => <strong>{row.points ?? assessmentText.notCounted}</strong>,
    sum: (rows) => sumOf(rows.map(({ points }) => points ?? '')),
  },
  {
    key: 'max',
    title: assessmentText.columns.max,
    text: (row) => row.max,
    sortValue: (row) => Number(row.max),
    align: 'right',
    width: 76,
    sum: (rows) => sumOf(rows.map(({ max }) => max)),
  },
];

/** The numbers alone: their unit has a column of its own, so that they can stand decimal under decimal. */
function measureColumn(key: string, title: string, of: (figure: ScoreFigure) => string | null): DataColumn<ScoreRow> {
  const lines = (row: ScoreRow): readonly string[] => measuresOf(row).map((figure) => of(figure) ?? assessmentText.noPart);
  return {
    key,
    title,
    text: (row) => inOneLine(lines(row)),
    sortable: false,
    align: 'right',
    width: 100,
    render: (row) => (
      <Lines
        lines={lines(row).map((line, index) => (
          <Aligned key={`${index} ${line}`} number={line} />
        ))}
      />
    ),
  };
}

/** Figures with a number; a task that is only done or not has none. */
const measuresOf = (row: ScoreRow): readonly ScoreFigure[] =>
  row.figures.filter((figure) => figure.target !== null || figure.judgedValue !== null);

const unitLines = (row: ScoreRow): readonly string[] => measuresOf(row).map((figure) => figure.unit);

const inOneLine = (lines: readonly string[]): string => lines.join('；');

/** Two measures of one row stand one below the other, in all columns alike. */
function Lines({ lines }: { readonly lines: readonly ReactNode[] }): ReactElement {
  return (
    <>
      {lines.map((line, index) => (
        <span key={String(index)} className="measure-line">
          {line}
        </span>
      ))}
    </>
  );
}

function Aligned({ number }: { readonly number: string }): ReactElement {
  const [, whole = number, rest = ''] = /^(\D*\d+)(.*)$/.exec(number) ?? [];
  return (
    <>
      {whole}
      <span className="measure-decimals">{rest}</span>
    </>
  );
}
