import type { EvaluationRow } from '../../../../shared/contract/monitoring.ts';
import { changeOf } from '../../../../shared/domain/air/statistics/change.ts';
import { evaluationText, monitoringText } from '../../../../shared/text/ui/monitoring-text.ts';

export type Evaluation = EvaluationRow['evaluation'];

export type CompareMeasure = 'pm25' | 'goodRatio' | 'compositeIndex';
export const COMPARE_MEASURES: readonly CompareMeasure[] = ['pm25', 'goodRatio', 'compositeIndex'];

/** 同比 or 环比 of one measure in words; the arrow says which way the number went, the word whether the air became better. */
export interface ChangeWords {
  readonly course: 'better' | 'worse' | 'same' | 'none';
  readonly text: string;
  /** For sorting and for Excel. */
  readonly amount: string;
}

const NOTHING: ChangeWords = { course: 'none', text: monitoringText.none, amount: '' };

export function changeWords(now: Evaluation, before: Evaluation | null, measure: CompareMeasure): ChangeWords {
  if (before === null) return NOTHING;
  const all = changeOf(now, before);
  const change = measure === 'pm25' ? all.concentrations.pm25 : all[measure];
  if (change === null) return NOTHING;
  const { arrows, course } = evaluationText;
  const arrow = change.course === 'same' ? arrows.same : change.published.startsWith('-') ? arrows.down : arrows.up;
  const amount = (measure === 'goodRatio' ? evaluationText.change.points : evaluationText.change.rate)(change.published.replace(/^-/, ''));
  return { course: change.course, text: `${arrow} ${amount} ${course[change.course]}`, amount: change.published };
}

/** A sum of fewer than six single indices says so, because it is never to be held against a whole one. */
export function indexWords(evaluation: Evaluation): string {
  const index = evaluation.compositeIndex;
  if (index === null) return monitoringText.none;
  return index.complete ? index.published : evaluationText.incompleteIndex(index.published);
}

/** 主要污染物: of the largest single index. */
export const mainWords = (evaluation: Evaluation): string =>
  (evaluation.compositeIndex?.primary ?? []).map((pollutant) => monitoringText.pollutants[pollutant]).join('、');

export const attainedWords = (attained: boolean | null): string =>
  attained === null ? evaluationText.attained.unknown : attained ? evaluationText.attained.yes : evaluationText.attained.no;

/** A place and one of its two versions, for the table that holds both beside each other. */
export interface DustRow {
  readonly row: EvaluationRow;
  readonly version: 'measured' | 'withDust' | 'withoutPm' | 'withoutDust' | 'withoutEvents';
}

/** The versions of every place that had dust days, or on which another 例外事件 acts: as measured, and with what is taken out. */
export const dustRows = (rows: readonly EvaluationRow[]): DustRow[] =>
  rows.flatMap((row) => {
    const { dust, events } = row.evaluation;
    const versions: DustRow['version'][] = [
      ...(events === undefined ? [] : (['measured'] as const)),
      ...(dust.days > 0 ? (['withDust', 'withoutPm', 'withoutDust'] as const) : []),
      ...(events !== undefined && dust.days === 0 ? (['withoutEvents'] as const) : []),
    ];
    return versions.map((version) => ({ row, version }));
  });

/** The figures of one version; without dust days the other events are all that is taken out. */
export const versionOf = ({ row: { evaluation }, version }: DustRow): Evaluation['dust']['withDust'] =>
  version === 'measured'
    ? (evaluation.events?.measured ?? evaluation.dust.withDust)
    : evaluation.dust[version === 'withoutEvents' ? 'withDust' : version];

export interface StandardRow {
  readonly row: EvaluationRow;
  readonly alternative: Evaluation['alternatives'][number];
}

/** Every place under each standard of a period that more than one standard governs. */
export const standardRows = (rows: readonly EvaluationRow[]): StandardRow[] =>
  rows.flatMap((row) => row.evaluation.alternatives.map((alternative) => ({ row, alternative })));
