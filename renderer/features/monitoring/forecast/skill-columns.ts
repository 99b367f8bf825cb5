import type { ForecastResult } from '../../../../shared/contract/monitoring-forecast.ts';
import { numberText } from '../../../../shared/text/monitoring-text.ts';
import { forecastText } from '../../../../shared/text/ui/monitoring-plan-text.ts';
import type { DataColumn } from '../../../ui/data-table.tsx';
import { numbers } from '../evaluation/evaluation-columns.tsx';

type Accuracy = ForecastResult['accuracy'];
type Skill = Accuracy['all']['skill'];

export interface SkillRow {
  readonly scope: string;
  readonly skill: Skill;
}

/** All lead times together, each of them, and the months of the period. */
export const skillRows = ({ all, leads, months }: Accuracy): SkillRow[] => [
  { scope: forecastText.allLeads, skill: all.skill },
  ...(leads.length > 1 ? leads.map(({ leadDays, skill }) => ({ scope: forecastText.leadOption(leadDays ?? 0), skill })) : []),
  ...(months.length > 1 ? months.map(({ month, skill }) => ({ scope: forecastText.monthOf(month), skill })) : []),
];

const { skillColumns } = forecastText;

const score = (key: string, title: string, of: (skill: Skill) => { readonly published: string } | null): DataColumn<SkillRow> => {
  const column = numbers<SkillRow>(key, title, 92, ({ skill }) => of(skill)?.published ?? null);
  // A forecast that is too low prints with a true minus and sorts as the number it is.
  return { ...column, text: (row) => numberText(column.text(row)) };
};

export const SKILL_COLUMNS: readonly DataColumn<SkillRow>[] = [
  { key: 'scope', title: skillColumns.scope, text: ({ scope }) => scope, sortable: false },
  numbers('days', skillColumns.days, 64, ({ skill }) => skill.forecast.days),
  score('bias', skillColumns.bias, ({ forecast }) => forecast.bias),
  score('rmse', skillColumns.rmse, ({ forecast }) => forecast.rmse),
  score('factor2', skillColumns.factor2, ({ forecast }) => forecast.factor2),
  score('hitRate', skillColumns.hitRate, ({ forecast }) => forecast.hitRate),
  score('falseAlarmRatio', skillColumns.falseAlarmRatio, ({ forecast }) => forecast.falseAlarmRatio),
  score('persistenceRmse', skillColumns.persistenceRmse, ({ persistence }) => persistence.rmse),
  score('persistenceHitRate', skillColumns.persistenceHitRate, ({ persistence }) => persistence.hitRate),
  score('persistenceFalseAlarmRatio', skillColumns.persistenceFalseAlarmRatio, ({ persistence }) => persistence.falseAlarmRatio),
];
