import type { DecimalText } from '../../numbers/decimal.ts';
import type { AnswerField } from '../../returns/types.ts';
import type { ScoreInput } from '../context.ts';
import { FigureCells } from '../figure-cells.ts';
import type { ScoreFigure, SubjectScore } from '../types.ts';

/**
 * What is missing for a final score, and from whom: `return` the whole return; `cells` cells of it that are blank; `error` cells that are in error;
 * `held` cells that wait for confirmation;
 * `zeroDenominator` an explanation of a denominator of 0; `consent` the office's word on 不涉及 that the unit asks for; `air` a year of valid days;
 * `target` a target that is still to be set, by the bureau itself.
 */
export interface Missing {
  readonly code: 'return' | 'cells' | 'error' | 'held' | 'zeroDenominator' | 'consent' | 'air' | 'target';
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
  readonly least: DecimalText;
}

/** Tells of each figure of a subject whether it is still open. */
export class MissingReader {
  readonly #cells: FigureCells;
  /** Units with a 不涉及 from before consents were asked for. */
  readonly #consentedBefore: ReadonlySet<string>;

  constructor(input: ScoreInput) {
    this.#cells = new FigureCells(input);
    this.#consentedBefore = new Set(input.consents.filter(({ asBefore }) => asBefore).map(({ unitId }) => unitId));
  }

  /** Null for a figure that is settled. */
  openFigure(figure: ScoreFigure, rowId: string, subject: SubjectScore): OpenFigure | null {
    const { reason, date, status } = figure.rule.params;
    if (figure.state === 'notApplicable' && reason === 'pending') return open([targetMissing(figure, rowId)]);
    if (this.#cells.isAir(figure, subject)) return figure.state === 'missing' ? open([airMissing(figure, rowId, subject)]) : null;
    const readers = this.#readersOf(figure, subject);
    if (figure.state === 'missing') return open(this.#missingOf(figure, rowId, readers));
    const missing = this.#askedBeforeOrWith(figure, readers).flatMap((unitId) => this.#owed(unitId, figure, rowId));
    if (missing.length === 0) return null;
    // Only its own date can come to such an item: it is late now and may be in time.
    const onlyLate = figure.rule.code === 'late' && date === undefined && status === 'done' && readers.length === 1;
    return { missing, least: onlyLate ? figure.share : '0' };
  }

  /** Who is asked for the figure, in the order in which the first that gives it counts. */
  #readersOf(figure: ScoreFigure, { kind, subjectId }: SubjectScore): readonly string[] {
    const leads = this.#cells.leadsOf(figure);
    const shared = figure.target !== null && this.#cells.deadlineOf(figure) === undefined;
    return kind === 'district' || (shared && leads.includes(subjectId)) ? leads : [subjectId];
  }

  /**
   * Who may still change what the figure is read from: those asked before the one that gave it, and that one. A date counts before any status.
   * 不涉及 with consent is settled for the unit that it is given to; one from before consents were asked for gives way to what others state.
   */
  #askedBeforeOrWith(figure: ScoreFigure, readers: readonly string[]): readonly string[] {
    const { reason, date } = figure.rule.params;
    const unitId = figure.sources[0]?.unitId ?? '';
    const giver = readers.indexOf(unitId);
    if (figure.state === 'notApplicable') {
      if (reason !== 'consented') return [];
      return this.#consentedBefore.has(unitId) ? readers.filter((reader) => reader !== unitId) : readers.slice(0, Math.max(0, giver));
    }
    if (this.#cells.deadlineOf(figure) !== undefined && date === undefined) return readers;
    return readers.slice(0, giver + 1);
  }

  /** Why nothing is there: a cell in error or 不涉及 without consent stands in the way of everything else. */
  #missingOf(figure: ScoreFigure, rowId: string, readers: readonly string[]): Missing[] {
    const [first = ''] = readers;
    const giver = figure.sources[0]?.unitId ?? first;
    const named = { unitId: giver, unit: this.#cells.nameOf(giver), rows: [rowId], figure: figure.name };
    const owing = this.#owed(first, figure, rowId);
    const code = OBSTACLES.get(figure.rule.params['reason'] ?? '');
    if (code === undefined) return owing.length > 0 ? owing : [{ ...named, code: 'cells', fields: this.#askedFields(first, figure) }];
    const obstacle: Missing = {
      ...named,
      code,
      fields: code === 'error' || code === 'held' ? figure.sources.map(({ field }) => field) : [],
    };
    return giver === first ? [obstacle] : [...owing, obstacle];
  }

  /** What the unit itself owes of the figure: its return, or cells. */
  #owed(unitId: string, figure: ScoreFigure, rowId: string): Missing[] {
    const common = { unitId, unit: this.#cells.nameOf(unitId), rows: [rowId] };
    if (!this.#cells.hasReturned(unitId)) return [{ ...common, code: 'return', figure: '', fields: [] }];
    const fields = this.#askedFields(unitId, figure).filter((field) => this.#cells.valueOf(unitId, figure.id, field) === null);
    return fields.length === 0 ? [] : [{ ...common, code: 'cells', figure: figure.name, fields }];
  }

  #askedFields(unitId: string, figure: ScoreFigure): AnswerField[] {
    if (figure.target === null || this.#cells.targetOf(figure)?.kind === 'text') return ['status'];
    if (this.#cells.deadlineOf(figure) !== undefined) {
      const status = this.#cells.valueOf(unitId, figure.id, 'status');
      // Whoever has not finished has no date to give.
      return status === null || (status.kind === 'status' && status.value === 'done') ? ['date', 'status'] : ['status'];
    }
    return this.#cells.measureOf(figure)?.kind === 'rate' ? ['numerator', 'denominator'] : ['value'];
  }
}

const OBSTACLES: ReadonlyMap<string, Missing['code']> = new Map([
  ['erroneous', 'error'],
  ['held', 'held'],
  ['zeroDenominator', 'zeroDenominator'],
  ['exemptionAsked', 'consent'],
]);

const open = (missing: readonly Missing[]): OpenFigure => ({ missing, least: '0' });

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
