import { type ReactElement, useMemo } from 'react';
import type { RowState, ScoreFigure, ScoreRow, SubjectScore } from '../../../shared/domain/assessment/types.ts';
import { targetText } from '../../../shared/text/score-text.ts';
import { stateWords } from '../../../shared/text/ui/app-text.ts';
import { workbenchText } from '../../../shared/text/ui/workbench-text.ts';
import { useRoute } from '../../work/routes.ts';
import { type DataColumn, DataTable } from '../../ui/data-table.tsx';
import { StateTag } from '../../ui/state-tag.tsx';
import { useWork } from '../../work/work-context.tsx';

export interface IndicatorPanelProps {
  /** How the plan calls its list of indicators: 附件1. */
  readonly label: string;
  readonly score: SubjectScore | null;
  readonly loading: boolean;
}

/** The plan's indicators against their targets; a row with two figures takes two lines. */
export function IndicatorPanel({ label, score, loading }: IndicatorPanelProps): ReactElement {
  const { year } = useWork();
  const { go, href } = useRoute();
  const lines = useMemo(() => indicatorLines(score), [score]);
  const count = (state: RowState): number => lines.filter((line) => line.first && line.row.state === state).length;
  return (
    <section className="indicator-panel" aria-label={workbenchText.indicators(label, year)}>
      <DataTable
        title={workbenchText.indicators(label, year)}
        columns={COLUMNS}
        rows={lines}
        rowKey={(line) => line.figure.id}
        loading={loading}
        countText={(shown) => workbenchText.indicatorLines(new Set(shown.map((line) => line.number)).size, shown.length)}
        onRowActivate={() => go('assessment', { unit: 'district' })}
        extra={
          <>
            <span className="muted">
              {workbenchText.indicatorCounts(count('met') + count('noOccurrence'), count('unmet'), count('missing'))}
            </span>
            <a href={href('assessment', { unit: 'district' })}>{workbenchText.openDistrict}</a>
          </>
        }
      />
    </section>
  );
}

export interface IndicatorLine {
  readonly number: number;
  readonly row: ScoreRow;
  readonly figure: ScoreFigure;
  /** First figure of its row: points belong to the row and are shown once. */
  readonly first: boolean;
}

export function indicatorLines(score: SubjectScore | null): IndicatorLine[] {
  const rows = score?.parts.find((part) => part.id === 'indicators')?.rows ?? [];
  return rows.flatMap((row, index) => row.figures.map((figure, place) => ({ number: index + 1, row, figure, first: place === 0 })));
}

const STATE_ORDER: Readonly<Record<RowState, number>> = { unmet: 0, missing: 1, met: 2, noOccurrence: 3, notApplicable: 4 };

const points = (line: IndicatorLine): string => (line.first ? `${line.row.points ?? '-'}/${line.row.max}` : '');

const shownValue = (figure: ScoreFigure): string => (figure.judgedValue === null ? '' : targetText(figure.judgedValue, figure.unit));

const COLUMNS: readonly DataColumn<IndicatorLine>[] = [
  {
    key: 'number',
    title: workbenchText.columns.number,
    text: (line) => (line.first ? String(line.number) : ''),
    sortValue: (line) => line.number,
    align: 'center',
    width: 64,
  },
  { key: 'name', title: workbenchText.columns.name, text: (line) => line.figure.name, filter: 'search' },
  {
    key: 'target',
    title: workbenchText.columns.target,
    text: (line) => (line.figure.target === null ? '' : targetText(line.figure.target, line.figure.unit)),
    sortable: false,
    align: 'right',
    width: 128,
  },
  {
    key: 'value',
    title: workbenchText.columns.value,
    text: (line) => shownValue(line.figure),
    sortable: false,
    align: 'right',
    width: 128,
  },
  {
    key: 'state',
    title: workbenchText.columns.state,
    text: (line) => stateWords[line.figure.state],
    sortValue: (line) => STATE_ORDER[line.figure.state],
    filter: 'values',
    width: 104,
    render: (line) => <StateTag state={line.figure.state} />,
  },
  {
    key: 'points',
    title: workbenchText.columns.points,
    text: points,
    sortValue: (line) => (line.first ? Number(line.row.points ?? 0) - Number(line.row.max) : null),
    align: 'right',
    width: 96,
  },
];
