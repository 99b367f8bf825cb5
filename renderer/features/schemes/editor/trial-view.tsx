import { Button, Select } from 'antd';
import type { ReactElement } from 'react';
import type { SchemeTrial, SchemeTrialRow } from '../../../../shared/contract/scheme-edit.ts';
import { schemeEditorText as text } from '../../../../shared/text/ui/scheme-editor-text.ts';
import { type DataColumn, DataTable } from '../../../ui/data-table.tsx';
import { FailureAlert } from '../../../ui/failure-alert.tsx';
import { signedText, trialSummary } from './trial-text.ts';
import type { Trial } from './use-trial.ts';

export interface TrialBriefProps {
  readonly trial: Trial;
  readonly number: number;
  /** To the table of all changes; left out where it stands below. */
  readonly onAll?: () => void;
}

/** Chooses the year and says in a line what would change. */
export function TrialBrief({ trial, onAll }: TrialBriefProps): ReactElement {
  return (
    <div className="trial-brief">
      <div className="trial-choice">
        <Select
          size="small"
          aria-label={text.tryOn}
          value={trial.year}
          onChange={trial.choose}
          options={trial.years.map((year) => ({ value: year, label: text.tryYear(year) }))}
        />
        <Button size="small" loading={trial.running} onClick={trial.start}>
          {text.try}
        </Button>
      </div>
      <FailureAlert failure={trial.failure} />
      <div aria-live="polite">
        {trial.running ? <p className="muted">{text.trying}</p> : null}
        {trial.trial === null || trial.running ? null : (
          <p className={trial.stale ? 'trial-summary trial-stale' : 'trial-summary'}>{trialSummary(trial.trial)}</p>
        )}
        {trial.stale && !trial.running ? <p className="muted">{text.retry}</p> : null}
      </div>
      {onAll === undefined || trial.trial === null || trial.trial.rows.length === 0 ? null : (
        <Button size="small" type="link" onClick={onAll}>
          {text.tryAll}
        </Button>
      )}
    </div>
  );
}

/** All units for which something changes, the greatest change first. */
export function TrialTab({ trial, number }: TrialBriefProps): ReactElement {
  return (
    <div className="trial-tab">
      <TrialBrief trial={trial} number={number} />
      <p className="muted">{text.trialHint}</p>
      {trial.trial === null || trial.trial.rows.length === 0 ? null : (
        <DataTable
          title={text.trialTitle(trial.trial.year, number)}
          columns={columnsOf(trial.trial)}
          rows={trial.trial.rows}
          rowKey={({ subjectId, period }) => `${subjectId} ${period}`}
        />
      )}
    </div>
  );
}

const { trialColumns: titles } = text;

function columnsOf({ rows }: SchemeTrial): readonly DataColumn<SchemeTrialRow>[] {
  const periods = new Set(rows.map(({ period }) => period)).size > 1;
  const has = (of: (side: SchemeTrialRow['before']) => unknown): boolean =>
    rows.some(({ before, after }) => of(before) !== null || of(after) !== null);
  return [
    { key: 'subject', title: titles.subject, text: ({ subject }) => subject, filter: 'search', level: 'answers', sortable: false },
    ...(periods ? [{ key: 'period', title: titles.period, text: ({ period }: SchemeTrialRow) => period, width: 100 }] : []),
    ...(has(({ amount }) => amount) ? AMOUNTS : []),
    ...(has(({ grade }) => grade) ? [sides('grade', titles.grade, ({ grade }) => grade, 130)] : []),
    ...(has(({ place }) => place) ? [sides('place', titles.place, ({ place }) => (place === null ? null : String(place)), 100)] : []),
  ];
}

const AMOUNTS: readonly DataColumn<SchemeTrialRow>[] = [
  { key: 'before', title: titles.before, text: ({ before }) => before.amount ?? text.none, width: 90, align: 'right', sortable: false },
  { key: 'after', title: titles.after, text: ({ after }) => after.amount ?? text.none, width: 90, align: 'right', sortable: false },
  {
    key: 'difference',
    title: titles.difference,
    text: ({ difference }) => (difference === null ? text.none : signedText(difference)),
    width: 90,
    align: 'right',
    sortable: false,
  },
];

const sides = (
  key: string,
  title: string,
  of: (side: SchemeTrialRow['before']) => string | null,
  width: number,
): DataColumn<SchemeTrialRow> => ({
  key,
  title,
  text: ({ before, after }) => text.arrow(of(before) ?? text.none, of(after) ?? text.none),
  width,
  sortable: false,
});
