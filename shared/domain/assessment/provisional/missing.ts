import { exact, type ExactNumber } from '../../numbers/decimal.ts';
import { measuresOf, rowsOf } from '../../plan/statements.ts';
import type { AnswerField } from '../../returns/types.ts';
import type { ScoreInput } from '../context.ts';
import type { ScoreFigure, StoredAnswer, SubjectScore } from '../types.ts';

/**
 * What is missing for a final score, and from whom: `return` the whole return; `cells` cells of it that are blank; `error` cells that are in error;
 * `zeroDenominator` an explanation of a denominator of 0; `consent` the office's word on 不涉及 that the unit asks for; `air` a year of valid days;
 * `target` a target that is still to be set, by the bureau itself.
 */
export interface Missing {
  readonly code: 'return' | 'cells' | 'error' | 'zeroDenominator' | 'consent' | 'air' | 'target';
  /** Null where no unit owes it. */
  readonly unitId: string | null;
  /** Its name. */
  readonly unit: string | null;
  /** Rows that wait for it, as the subject's table names them. */
  readonly rows: readonly string[];
  /** What it is of: name of the figure; blank for a return. */
  readonly figure: string;
  readonly fields: readonly AnswerField[];
}

/** A figure that may still become another one. */
export interface OpenFigure {
  readonly missing: readonly Missing[];
  /** The least share of the row's points that can come of it; the most is all of them. */
  readonly least: ExactNumber;
}

/** Tells of each figure of a subject whether it is still open; null for one that is settled. */
export function createMissingReader({ plan, adopted, answers, returns, consents }: ScoreInput) {
  const consentedBefore = new Set(consents.filter(({ asBefore }) => asBefore).map(({ unitId }) => unitId));
  const leads = new Map(
    rowsOf(plan).flatMap((row) => [row.id, ...row.measures.map(({ id }) => id)].map((id) => [id, row.leadUnits] as const)),
  );
  const measures = new Map(measuresOf(plan).map((measure) => [measure.id, measure]));
  const deadlines = new Map(
    (plan.annex3?.items ?? []).flatMap((item) => (item.deadline === undefined ? [] : [[item.id, item.deadline.printed] as const])),
  );
  const values = new Map(answers.map((answer) => [`${answer.unitId}|${answer.rowId}|${answer.field}`, answer.value]));
  const returned = new Set(returns.map(({ unitId }) => unitId));
  const names = new Map(plan.units.map(({ id, name }) => [id, name]));
  const from = (unitId: string): Pick<Missing, 'unitId' | 'unit'> => ({ unitId, unit: names.get(unitId) ?? unitId });
  const valueOf = (unitId: string, rowId: string, field: AnswerField): StoredAnswer['value'] | undefined =>
    values.get(`${unitId}|${rowId}|${field}`);

  /** What the unit itself owes of the figure: its return, or cells. */
  function owed(unitId: string, figure: ScoreFigure, rowId: string): Missing[] {
    const common = { ...from(unitId), rows: [rowId], figure: figure.name };
    if (!returned.has(unitId)) return [{ ...common, code: 'return', figure: '', fields: [] }];
    const blank = askedFields(unitId, figure).filter((field) => valueOf(unitId, figure.id, field) === undefined);
    return blank.length === 0 ? [] : [{ ...common, code: 'cells', fields: blank }];
  }

  function askedFields(unitId: string, figure: ScoreFigure): AnswerField[] {
    if (figure.target === null || adopted.get(figure.id)?.target.kind === 'text') return ['status'];
    if (isDated(figure)) {
      const status = valueOf(unitId, figure.id, 'status');
      // Whoever has not finished has no date to give.
      return status === undefined || (status.kind === 'status' && status.value === 'done') ? ['date', 'status'] : ['status'];
    }
    return measures.get(figure.id)?.kind === 'rate' ? ['numerator', 'denominator'] : ['value'];
  }

  const isDated = ({ id, target }: ScoreFigure): boolean => target !== null && deadlines.get(id) === target;

  /** Who is asked for the figure, in the order in which the first that gives it counts. */
  function readersOf(figure: ScoreFigure, subject: SubjectScore): readonly string[] {
    const own = leads.get(figure.id) ?? [];
    const ofAll = subject.kind === 'district' || (own.includes(subject.subjectId) && figure.target !== null && !isDated(figure));
    return ofAll ? own : [subject.subjectId];
  }

  return function openFigure(figure: ScoreFigure, rowId: string, subject: SubjectScore): OpenFigure | null {
    if (figure.state === 'notApplicable' && figure.rule.params['reason'] === 'pending') return open([targetMissing(figure, rowId)]);
    if (isAir(figure, subject)) return figure.state === 'missing' ? open([airMissing(figure, rowId, subject)]) : null;
    const readers = readersOf(figure, subject);
    if (figure.state === 'missing') return open(missingOf(figure, rowId, readers));
    const missing = askedBeforeOrWith(figure, readers).flatMap((unitId) => owed(unitId, figure, rowId));
    if (missing.length === 0) return null;
    const { date, status } = figure.rule.params;
    // Only its own date can come to such an item: it is late now and may be in time.
    const onlyLate = figure.rule.code === 'late' && date === undefined && status === 'done' && readers.length === 1;
    return { missing, least: onlyLate ? exact(figure.share) : exact(0) };
  };

  /**
   * Who may still change what the figure is read from: those asked before the one that gave it, and that one. A date counts before any status.
   * 不涉及 with consent is settled for the unit that it is given to; one from before consents were asked for gives way to what others state.
   */
  function askedBeforeOrWith(figure: ScoreFigure, readers: readonly string[]): readonly string[] {
    const unitId = figure.sources[0]?.unitId ?? '';
    const giver = readers.indexOf(unitId);
    if (figure.state === 'notApplicable') {
      if (figure.rule.params['reason'] !== 'consented') return [];
      return consentedBefore.has(unitId) ? readers.filter((reader) => reader !== unitId) : readers.slice(0, Math.max(0, giver));
    }
    if (isDated(figure) && figure.rule.params['date'] === undefined) return readers;
    return readers.slice(0, giver + 1);
  }

  /** Why nothing is there: a cell in error or 不涉及 without consent stands in the way of everything else. */
  function missingOf(figure: ScoreFigure, rowId: string, readers: readonly string[]): Missing[] {
    const [first = ''] = readers;
    const { reason = '' } = figure.rule.params;
    const named = { ...from(figure.sources[0]?.unitId ?? first), rows: [rowId], figure: figure.name };
    const code = OBSTACLES.get(reason);
    const owing = owed(first, figure, rowId);
    if (code !== undefined) {
      const obstacle: Missing = { ...named, code, fields: code === 'error' ? figure.sources.map(({ field }) => field) : [] };
      return named.unitId === first ? [obstacle] : [...owing, obstacle];
    }
    return owing.length > 0 ? owing : [{ ...named, code: 'cells', fields: askedFields(first, figure) }];
  }

  /** Air of a town stands under the id of a measure that others lead. */
  function isAir(figure: ScoreFigure, { kind, subjectId }: SubjectScore): boolean {
    return kind !== 'district' && measures.has(figure.id) && figure.target !== null && !(leads.get(figure.id) ?? []).includes(subjectId);
  }
}

const OBSTACLES: ReadonlyMap<string, Missing['code']> = new Map([
  ['erroneous', 'error'],
  ['zeroDenominator', 'zeroDenominator'],
  ['exemptionAsked', 'consent'],
]);

const open = (missing: readonly Missing[]): OpenFigure => ({ missing, least: exact(0) });

const targetMissing = ({ name }: ScoreFigure, rowId: string): Missing => ({
  code: 'target',
  unitId: null,
  unit: null,
  rows: [rowId],
  figure: name,
  fields: [],
});

const airMissing = ({ name }: ScoreFigure, rowId: string, { subjectId, name: unit }: SubjectScore): Missing => ({
  code: 'air',
  unitId: subjectId,
  unit,
  rows: [rowId],
  figure: name,
  fields: [],
});
