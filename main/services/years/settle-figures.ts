import { Failure } from '../../../shared/domain/failure.ts';
import { isDecimalText } from '../../../shared/domain/numbers/decimal.ts';
import { measuresOf } from '../../../shared/domain/plan/statements.ts';
import { insertSettledFigure, selectSettledFigures, type SettledFigure } from '../../db/queries/settled-figures.ts';
import type { ServiceContext, WritingContext } from '../context.ts';
import { readWorkPlan, requireUnit } from '../plan/work-plan.ts';
import { readYearRecord, refuseSigned } from '../plan/year-plan.ts';
import { requireMeasure } from './revise-targets.ts';

export interface FigureRequest {
  readonly figures: readonly {
    readonly measure: string;
    readonly year: number;
    readonly value: string;
    readonly unit?: string | undefined;
  }[];
  readonly document: string;
  readonly reason: string;
}

/** Results of earlier and base years, and what is settled elsewhere (上级认定): stored as one entry; a signed year is refused. */
export function settleFigures(context: WritingContext, { figures, document, reason }: FigureRequest): number {
  const db = context.writer;
  return db.transaction(() => {
    const measures = measuresOf(readWorkPlan(db).plan);
    const stored = figures.map(({ measure: id, year, value: typed, unit }) => {
      refuseSigned(readYearRecord(db, year));
      const measure = requireMeasure(measures, id);
      const value = typed.normalize('NFKC').trim().replaceAll(',', '').replace(/%$/u, '');
      if (!isDecimalText(value)) throw new Failure('FIGURE_INVALID', { measure: measure.id, value: typed });
      const unitId = unit === undefined ? null : requireUnit(readWorkPlan(db).plan, unit).id;
      return { measureId: measure.id, year, unitId, value };
    });
    for (const figure of stored)
      insertSettledFigure(db, { ...figure, document, reason, actor: context.actor.name, storedAt: context.now() });
    db.note({ subject: stored.map(({ measureId, year }) => `${measureId} ${year}`).join('、'), reason, after: stored });
    return stored.length;
  });
}

export const listFigures = (context: ServiceContext): SettledFigure[] => selectSettledFigures(context.work.handle);
