import type { ScoreContext } from '../../assessment/context.ts';
import type { ScoreFigure, SourceRef } from '../../assessment/types.ts';
import { Rational } from '../../numbers/rational.ts';
import type { Item, Measure } from '../../plan/schema.ts';
import { isCounted } from '../../plan/target-schema.ts';
import type { TaskStatus } from '../../returns/types.ts';
import type { Horizon, ListedFigure } from '../base/listed.ts';
import type { CellRef, Reading } from '../base/reading.ts';
import { statusCode } from '../base/status-words.ts';

/** Where a figure stands: over how many years its row runs, and until when it has to be finished. */
export interface FigurePlace {
  readonly horizon: Horizon;
  readonly deadline: Item['deadline'] | null;
}

/** What a figure says, without what it was worth: value, status or date, or why there is none. */
export function listedFigure(figure: ScoreFigure, measure: Measure | undefined, place: FigurePlace, context: ScoreContext): ListedFigure {
  const sources = figure.sources.map(cellOf);
  const { id, name } = figure;
  const target = context.adopted.get(id)?.target;
  if (figure.state === 'missing') return { kind: 'status', id, horizon: place.horizon, reading: missing(figure, sources) };
  if (figure.state === 'notApplicable') return { kind: 'status', id, horizon: place.horizon, reading: { kind: 'notApplicable', sources } };
  if (measure !== undefined && target !== undefined && isCounted(target)) {
    const reading: Reading =
      figure.exactValue === null ? { kind: 'noOccurrence', sources } : { kind: 'value', value: Rational.of(figure.exactValue), sources };
    return { kind: 'measure', id, name, decimals: measure.decimals, target, reading };
  }
  const { status = '', date } = figure.rule.params;
  const stated: Reading<TaskStatus> = { kind: 'value', value: statusCode(status) ?? 'notStarted', sources };
  // 文字目标 are judged by what is reported of them in the year.
  if (place.deadline === null || place.deadline === undefined)
    return { kind: 'status', id, horizon: measure === undefined ? place.horizon : 'annual', reading: stated };
  const { before, printed } = place.deadline;
  if (date === undefined) return { kind: 'dated', id, before, printed, date: noAnswer(sources), status: stated };
  return { kind: 'dated', id, before, printed, date: { kind: 'value', value: date, sources }, status: noAnswer([]) };
}

const missing = (figure: ScoreFigure, sources: readonly CellRef[]): Reading<never> => ({
  kind: 'missing',
  lack: { code: 'returned', params: { ...figure.rule.params } },
  sources,
});

const noAnswer = (sources: readonly CellRef[]): Reading<never> => ({
  kind: 'missing',
  lack: { code: 'returned', params: { reason: 'noAnswer' } },
  sources,
});

export const cellOf = ({ file, sheet, cell, field, raw }: SourceRef): CellRef => ({ file, sheet, cell, column: field, raw });
