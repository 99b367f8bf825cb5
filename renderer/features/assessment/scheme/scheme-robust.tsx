import type { ReactElement } from 'react';
import type { SensitiveRow } from '../../../../shared/contract/scheme-runs.ts';
import { schemeRunText } from '../../../../shared/text/scheme/run-words.ts';
import { schemeFlipText, sensitivityText } from '../../../../shared/text/sensitivity-text.ts';
import { schemeScoreText as text } from '../../../../shared/text/ui/scheme-score-text.ts';
import { robustText } from '../../../../shared/text/ui/score-page-text.ts';
import { useCall } from '../../../client/context.tsx';
import { type DataColumn, DataTable } from '../../../ui/data-table.tsx';
import { FailureAlert } from '../../../ui/failure-alert.tsx';
import { Waiting } from '../waiting.tsx';
import { useScheme } from './use-scheme.ts';

/** 稳健性 by a scheme that is written as rules: how far totals, places and grades can move. */
export function SchemeRobust(): ReactElement {
  const { request } = useScheme();
  const found = useCall('scheme.sensitivity', { ...request, percent: '10' });
  return (
    <div className="assessment">
      <FailureAlert failure={found.error} onRetry={() => void found.refetch()} />
      {found.isPending ? <Waiting words={robustText.computing} /> : null}
      {found.data === undefined ? null : (
        <>
          <DataTable
            title={text.robust.title}
            columns={[...COLUMNS, ...(found.data.flips === 'found' ? [NEAREST] : [])].filter((column) =>
              found.data.rows.some((row) => column.text(row) !== ''),
            )}
            rows={found.data.rows.toSorted((one, other) => (one.place ?? 0) - (other.place ?? 0))}
            rowKey={({ subjectId }) => subjectId}
            emptyText={text.robust.none}
          />
          <p className="muted">{schemeRunText.sensitivityMethod(found.data.percent, found.data.flips)}</p>
        </>
      )}
    </div>
  );
}

const { columns: titles } = sensitivityText;

const span = (low: string, high: string): string => (low === high ? low : `${low}～${high}`);

const NEAREST: DataColumn<SensitiveRow> = {
  key: 'nearest',
  title: schemeRunText.nearest,
  text: (row) => (row.flip === null ? schemeRunText.nearestNone : schemeFlipText(row.flip, row)),
  sortable: false,
  width: 300,
  level: 'B',
};

const COLUMNS: readonly DataColumn<SensitiveRow>[] = [
  {
    key: 'place',
    title: titles.place,
    text: ({ place }) => (place === null ? '' : String(place)),
    sortValue: ({ place }) => place,
    align: 'right',
    width: 76,
  },
  { key: 'unit', title: titles.unit, text: ({ subject }) => subject, filter: 'search', level: 'answers' },
  { key: 'total', title: titles.total, text: ({ total }) => total, sortValue: ({ total }) => Number(total), align: 'right', width: 120 },
  { key: 'grade', title: titles.grade, text: ({ grade }) => grade ?? '', filter: 'values', width: 90 },
  {
    key: 'places',
    title: titles.places,
    text: ({ best, worst }) => (best === null ? '' : span(String(best), String(worst))),
    sortable: false,
    align: 'right',
    width: 110,
  },
  { key: 'grades', title: titles.grades, text: ({ grades }) => grades.join('、'), sortable: false, width: 130, level: 'B' },
  { key: 'totals', title: titles.totals, text: ({ low, high }) => span(low, high), sortable: false, align: 'right', width: 200 },
  {
    key: 'rounding',
    title: titles.rounding,
    text: ({ rounding }) => rounding.total,
    sortable: false,
    align: 'right',
    width: 120,
    level: 'B',
  },
];
