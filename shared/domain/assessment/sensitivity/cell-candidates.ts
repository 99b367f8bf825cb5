import { dateOfDayNumber, dayNumber, isoDate } from '../../calendar.ts';
import { type DecimalText, exact, type ExactNumber, toText } from '../../numbers/decimal.ts';
import type { Measure } from '../../plan/schema.ts';
import { type CountedTarget, isCounted } from '../../plan/target-schema.ts';
import type { AnswerField, ParsedValue } from '../../returns/types.ts';
import type { ScoreInput } from '../context.ts';
import { FigureCells } from '../figure-cells.ts';
import type { AssessmentResult, ScoreFigure, SubjectScore } from '../types.ts';
import { type CellChange, JUDGED_FIELDS } from '../whatif/changes.ts';

/** A cell that may be changed so that its row is met, or is missing. */
export interface CellCandidate extends CellChange {
  readonly direction: 'met' | 'missing';
  readonly before: ParsedValue | null;
  /** Candidates of one key bear on the same figures and are tried apart. */
  readonly key: string;
}

/**
 * Every cell of the returns that a unit's rows are judged by, changed to what just meets the target, or emptied. Air of towns has no such cell: it is
 * a year of values. Whether a change really meets or misses is for the score to say.
 */
export function cellCandidates(input: ScoreInput, base: AssessmentResult): CellCandidate[] {
  const cells = new FigureCells(input);
  const found = new Map<string, CellCandidate>();
  for (const subject of base.units) {
    for (const figure of subject.parts.flatMap((part) => part.rows.flatMap((row) => row.figures))) {
      for (const candidate of candidatesOf(figure, subject, cells))
        found.set(`${candidate.key}|${candidate.unitId}|${signature(candidate)}`, candidate);
    }
  }
  return [...found.values()];
}

const signature = ({ rowId, field, direction }: CellCandidate): string => `${rowId}|${field}|${direction}`;

type Bare = Pick<CellCandidate, 'rowId' | 'field' | 'value' | 'direction'>;

function candidatesOf(figure: ScoreFigure, subject: SubjectScore, cells: FigureCells): CellCandidate[] {
  const unitId = giverOf(figure, subject, cells);
  if (unitId === null) return [];
  const valueOf = (field: AnswerField): ParsedValue | null => cells.valueOf(unitId, figure.id, field);
  const shared = figure.target !== null || cells.leadsOf(figure).includes(unitId);
  const head = { kind: 'cell', unitId, raw: '', key: `${figure.id}|${shared ? '' : unitId}` } as const;
  return [...toMet(figure, valueOf, cells), ...toMissing(figure)].map((bare) => ({ ...head, ...bare, before: valueOf(bare.field) }));
}

/** The unit from whose return the figure is, or should be, read; null where no cell can be named. */
function giverOf(figure: ScoreFigure, subject: SubjectScore, cells: FigureCells): string | null {
  const [source] = figure.sources;
  const judged = source === undefined || JUDGED_FIELDS.some((field) => field === source.field);
  if (!judged || cells.isAir(figure, subject)) return null;
  const own = figure.target === null || cells.deadlineOf(figure) !== undefined;
  const unitId = source?.unitId ?? (own ? subject.subjectId : (cells.leadsOf(figure)[0] ?? ''));
  return cells.hasReturned(unitId) ? unitId : null;
}

function toMet(figure: ScoreFigure, valueOf: (field: AnswerField) => ParsedValue | null, cells: FigureCells): Bare[] {
  if (figure.state === 'met' || figure.state === 'noOccurrence') return [];
  const met = (field: AnswerField, value: ParsedValue): Bare => ({ rowId: figure.id, field, value, direction: 'met' });
  const done = met('status', { kind: 'status', value: 'done' });
  const deadline = cells.deadlineOf(figure);
  if (deadline !== undefined) return [met('date', { kind: 'date', value: dayBefore(deadline.before) }), done];
  const { reason } = figure.rule.params;
  if (figure.target === null) return reason === 'noTarget' || reason === 'pending' ? [] : [done];
  const [measure, target] = [cells.measureOf(figure), cells.targetOf(figure)];
  if (measure === undefined || target === undefined) return [];
  if (!isCounted(target)) return [done];
  const [field, value] = quantityToMeet(measure, target, figure, valueOf);
  return [met(field, { kind: 'quantity', value })];
}

/** Each cell the figure is read from, emptied. */
function toMissing(figure: ScoreFigure): Bare[] {
  if (figure.state === 'missing') return [];
  return figure.sources.map(({ field }) => ({ rowId: figure.id, field, value: null, direction: 'missing' }));
}

/** 分子 where 分子 and 分母 are given, else the value itself. */
function quantityToMeet(
  measure: Measure,
  target: CountedTarget,
  { exactValue, sources }: ScoreFigure,
  valueOf: (field: AnswerField) => ParsedValue | null,
): [AnswerField, DecimalText] {
  const { goal, round } = goalOf(target, measure.decimals, exactValue);
  const below = valueOf('denominator');
  if (measure.kind === 'rate' && valueOf('numerator') !== null && below?.kind === 'quantity' && !exact(below.value).isZero()) {
    const needed = goal.times(below.value).div(measure.unit === '%' ? 100 : 1);
    return ['numerator', toText(round === 'up' ? needed.ceil() : needed.floor())];
  }
  const field = sources.find((source) => source.field === 'increment') === undefined ? 'value' : 'increment';
  return [field, toText(goal)];
}

/** The value nearest to the target that meets it, and to which side a count is rounded. */
function goalOf(target: CountedTarget, decimals: number, present: DecimalText | null): { goal: ExactNumber; round: 'up' | 'down' } {
  if (target.kind === 'range') {
    const above = present !== null && exact(present).gt(target.high);
    return above ? { goal: exact(target.high), round: 'down' } : { goal: exact(target.low), round: 'up' };
  }
  const step = exact(10).pow(-decimals);
  const limit = exact(target.value);
  switch (target.operator) {
    case 'gt':
      return { goal: limit.plus(step), round: 'up' };
    case 'lt':
      return { goal: limit.minus(step), round: 'down' };
    case 'le':
      return { goal: limit, round: 'down' };
    case 'ge':
    case 'eq':
      return { goal: limit, round: 'up' };
  }
}

function dayBefore(date: string): string {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return isoDate(dateOfDayNumber(dayNumber({ year, month, day }) - 1));
}
