import { dateOfDayNumber, dayNumber, isoDate } from '../../calendar.ts';
import { type DecimalText, exact, type ExactNumber, toText } from '../../numbers/decimal.ts';
import type { Measure } from '../../plan/schema.ts';
import { measuresOf, rowsOf } from '../../plan/statements.ts';
import { type CountedTarget, isCounted } from '../../plan/target-schema.ts';
import type { AnswerField, ParsedValue } from '../../returns/types.ts';
import type { ScoreInput } from '../context.ts';
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
  const reader = createReader(input);
  const found = new Map<string, CellCandidate>();
  for (const subject of base.units) {
    for (const figure of subject.parts.flatMap((part) => part.rows.flatMap((row) => row.figures))) {
      for (const candidate of reader.candidates(figure, subject))
        found.set(`${candidate.key}|${candidate.unitId}|${signature(candidate)}`, candidate);
    }
  }
  return [...found.values()];
}

const signature = ({ rowId, field, direction }: CellCandidate): string => `${rowId}|${field}|${direction}`;

type Bare = Pick<CellCandidate, 'rowId' | 'field' | 'value' | 'direction'>;

function createReader({ plan, adopted, answers, returns }: ScoreInput) {
  const measures = new Map(measuresOf(plan).map((measure) => [measure.id, measure]));
  const leads = new Map(
    rowsOf(plan).flatMap((row) => [row.id, ...row.measures.map(({ id }) => id)].map((id) => [id, row.leadUnits] as const)),
  );
  const deadlines = new Map(
    (plan.annex3?.items ?? []).flatMap((item) => (item.deadline === undefined ? [] : [[item.id, item.deadline] as const])),
  );
  const values = new Map(answers.map((answer) => [`${answer.unitId}|${answer.rowId}|${answer.field}`, answer.value]));
  const returned = new Set(returns.map(({ unitId }) => unitId));

  /** The unit from whose return the figure is, or should be, read; null where no cell can be named. */
  function giverOf(figure: ScoreFigure, subject: SubjectScore): string | null {
    const own = leads.get(figure.id) ?? [];
    const [source] = figure.sources;
    const judged = source === undefined || JUDGED_FIELDS.some((field) => field === source.field);
    if (!judged || (figure.target !== null && !own.includes(subject.subjectId))) return null;
    const unitId = source?.unitId ?? (figure.target === null || deadlines.has(figure.id) ? subject.subjectId : (own[0] ?? ''));
    return returned.has(unitId) ? unitId : null;
  }

  function candidates(figure: ScoreFigure, subject: SubjectScore): CellCandidate[] {
    const unitId = giverOf(figure, subject);
    if (unitId === null) return [];
    const valueOf = (field: AnswerField): ParsedValue | null => values.get(`${unitId}|${figure.id}|${field}`) ?? null;
    const lead = figure.target !== null || (leads.get(figure.id) ?? []).includes(unitId);
    const key = `${figure.id}|${lead ? '' : unitId}`;
    return [...toMet(figure, valueOf), ...toMissing(figure)].map((bare) => ({
      kind: 'cell',
      unitId,
      raw: '',
      key,
      before: valueOf(bare.field),
      ...bare,
    }));
  }

  function toMet(figure: ScoreFigure, valueOf: (field: AnswerField) => ParsedValue | null): Bare[] {
    if (figure.state === 'met' || figure.state === 'noOccurrence') return [];
    const met = (field: AnswerField, value: ParsedValue): Bare => ({ rowId: figure.id, field, value, direction: 'met' });
    const done = met('status', { kind: 'status', value: 'done' });
    const deadline = deadlines.get(figure.id);
    if (deadline !== undefined && figure.target === deadline.printed)
      return [met('date', { kind: 'date', value: dayBefore(deadline.before) }), done];
    if (figure.target === null)
      return figure.rule.params['reason'] === 'noTarget' || figure.rule.params['reason'] === 'pending' ? [] : [done];
    const [measure, target] = [measures.get(figure.id), adopted.get(figure.id)?.target];
    if (measure === undefined || target === undefined) return [];
    if (!isCounted(target)) return [done];
    const [field, value] = quantityToMeet(measure, target, figure, valueOf);
    return [met(field, { kind: 'quantity', value })];
  }

  return { candidates };
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
