import type { ReactElement } from 'react';
import type { EvaluationRow } from '../../../../shared/contract/monitoring.ts';
import { changeOf } from '../../../../shared/domain/air/statistics/change.ts';
import { memberSentences } from '../../../../shared/text/area-text.ts';
import { evaluationText, gapText, monitoringText } from '../../../../shared/text/ui/monitoring-text.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { SideDrawer } from '../../../ui/side-drawer.tsx';
import { POLLUTANT_ORDER } from '../monitoring-types.ts';
import { detailColumns, type PollutantRow } from './evaluation-columns.tsx';
import type { Evaluation } from './evaluation-words.ts';

/** Everything the evaluation of one place holds. */
export function EvaluationDrawer({
  row,
  period,
  onClose,
}: {
  readonly row: EvaluationRow;
  readonly period: string;
  readonly onClose: () => void;
}): ReactElement {
  const { evaluation, lastYear, before } = row;
  const rows = pollutantRows(evaluation);
  const across = [lastYear, before].some((other) => other !== null && changeOf(evaluation, other).acrossStandards);
  return (
    <SideDrawer title={evaluationText.detailTitle(row.name, period)} onClose={onClose}>
      <div className="day-detail">
        <p>{evaluation.standards.map((standard) => monitoringText.standardsOf[standard]).join('；')}</p>
        {evaluation.gaps.length === 0 ? null : <p className="change-worse">{evaluationText.gaps(gapText(evaluation.gaps))}</p>}
        {memberSentences(row).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        <DataTable<PollutantRow>
          title={evaluationText.concentrations}
          columns={detailColumns(rows)}
          rows={rows}
          rowKey={({ pollutant }) => pollutant}
        />
        <p className="muted">
          {evaluationText.units}
          {across ? ` ${evaluationText.acrossStandards}` : ''}
        </p>
        <div className="evaluation-counts">
          <LevelDays evaluation={evaluation} />
          <PrimaryDays evaluation={evaluation} />
        </div>
      </div>
    </SideDrawer>
  );
}

const pollutantRows = (evaluation: Evaluation): PollutantRow[] =>
  POLLUTANT_ORDER.flatMap((pollutant) => {
    const figures = evaluation.concentrations[pollutant];
    return figures === null ? [] : [{ pollutant, figures, single: evaluation.compositeIndex?.singles[pollutant]?.published ?? null }];
  });

const LEVELS = [1, 2, 3, 4, 5, 6] as const;

function LevelDays({ evaluation: { days } }: { readonly evaluation: Evaluation }): ReactElement {
  const others = [
    ['na', days.na],
    ['incomplete', days.incomplete],
    ['measured', days.measured],
  ] as const;
  return (
    <section aria-label={evaluationText.byLevel}>
      <h2>{evaluationText.byLevel}</h2>
      <ul className="evaluation-days">
        {LEVELS.map((level) => (
          <li key={level}>
            <span className={`calendar-swatch aqi-level-${level}`}>{days.byLevel[level - 1] ?? 0}</span> {monitoringText.levels[level]}
          </li>
        ))}
        {others.map(([name, count]) => (
          <li key={name}>
            <span className="calendar-swatch">{count}</span> {evaluationText.dayCounts[name]}
          </li>
        ))}
      </ul>
    </section>
  );
}

function PrimaryDays({ evaluation: { days } }: { readonly evaluation: Evaluation }): ReactElement {
  return (
    <section aria-label={evaluationText.byPrimary}>
      <h2>{evaluationText.byPrimary}</h2>
      <ul className="evaluation-days">
        {POLLUTANT_ORDER.map((pollutant) => (
          <li key={pollutant}>
            <span className="calendar-swatch">{days.byPrimary[pollutant]}</span> {monitoringText.pollutants[pollutant]}
          </li>
        ))}
      </ul>
    </section>
  );
}
