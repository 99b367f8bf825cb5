import type { Item, Measure } from '../plan/schema.ts';
import { measuresOf, rowsOf } from '../plan/statements.ts';
import type { Target } from '../plan/target-schema.ts';
import type { AnswerField, ParsedValue } from '../returns/types.ts';
import { indexAnswers, type ScoreInput } from './context.ts';
import type { ScoreFigure, SubjectScore } from './types.ts';

/** What stands behind the figures of a result: the plan's measures and deadlines, who is asked for them, what the cells say. */
export class FigureCells {
  readonly #input: ScoreInput;
  readonly #measures: ReadonlyMap<string, Measure>;
  readonly #leads: ReadonlyMap<string, readonly string[]>;
  readonly #deadlines: ReadonlyMap<string, NonNullable<Item['deadline']>>;
  readonly #answers: ReturnType<typeof indexAnswers>;
  readonly #returned: ReadonlySet<string>;
  readonly #names: ReadonlyMap<string, string>;

  constructor(input: ScoreInput) {
    const { plan, answers, returns } = input;
    this.#input = input;
    this.#measures = new Map(measuresOf(plan).map((measure) => [measure.id, measure]));
    this.#leads = new Map(
      rowsOf(plan).flatMap((row) => [row.id, ...row.measures.map(({ id }) => id)].map((id) => [id, row.leadUnits] as const)),
    );
    this.#deadlines = new Map((plan.annex3?.items ?? []).flatMap(({ id, deadline }) => (deadline === undefined ? [] : [[id, deadline]])));
    this.#answers = indexAnswers(answers);
    this.#returned = new Set(returns.map(({ unitId }) => unitId));
    this.#names = new Map(plan.units.map(({ id, name }) => [id, name]));
  }

  measureOf(figure: ScoreFigure): Measure | undefined {
    return this.#measures.get(figure.id);
  }

  targetOf(figure: ScoreFigure): Target | undefined {
    return this.#input.adopted.get(figure.id)?.target;
  }

  /** 时限 of a figure that is judged by it; a town's own part of such an item is not. */
  deadlineOf({ id, target }: ScoreFigure): NonNullable<Item['deadline']> | undefined {
    const deadline = this.#deadlines.get(id);
    return deadline?.printed === target ? deadline : undefined;
  }

  /** Units that lead the row of the figure; of a duty none. */
  leadsOf(figure: ScoreFigure): readonly string[] {
    return this.#leads.get(figure.id) ?? [];
  }

  /** Air of a town stands under the id of a measure that others lead. */
  isAir(figure: ScoreFigure, { kind, subjectId }: SubjectScore): boolean {
    const ofMeasure = figure.target !== null && this.#measures.has(figure.id);
    return ofMeasure && kind !== 'district' && !this.leadsOf(figure).includes(subjectId);
  }

  valueOf(unitId: string, rowId: string, field: AnswerField): ParsedValue | null {
    return this.#answers.get(unitId)?.get(rowId)?.[field]?.value ?? null;
  }

  hasReturned(unitId: string): boolean {
    return this.#returned.has(unitId);
  }

  nameOf(unitId: string): string {
    return this.#names.get(unitId) ?? unitId;
  }
}
