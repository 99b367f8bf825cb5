import type { DecisionEffect } from '../../../shared/contract/effect.ts';
import { Failure } from '../../../shared/domain/failure.ts';
import { isDecimalText } from '../../../shared/domain/numbers/decimal.ts';
import { measuresOf } from '../../../shared/domain/plan/statements.ts';
import type { ReadHandle } from '../../db/handles.ts';
import { insertSettledFigure, selectSettledFigures, type SettledFigure } from '../../db/queries/settled-figures.ts';
import type { ServiceContext, WritingContext } from '../context.ts';
import { readWorkPlan, requireUnit } from '../plan/work-plan.ts';
import { readYearRecord, refuseSigned } from '../plan/year-plan.ts';
import { decisionEffect } from './decision-effect.ts';
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
    const stored = readFigures(db, figures);
    for (const figure of stored)
      insertSettledFigure(db, { ...figure, document, reason, actor: context.actor.name, storedAt: context.now() });
    db.note({ subject: stored.map(({ measureId, year }) => `${measureId} ${year}`).join('、'), reason, after: stored });
    return stored.length;
  });
}

/** What settled figures do to the totals of their years before they are stored; only those of the whole district are scored. */
export function figuresEffect(context: ServiceContext, { figures, document }: Omit<FigureRequest, 'reason'>): DecisionEffect {
  const read = readFigures(context.work.handle, figures);
  const years = [...new Set(read.map(({ year }) => year))].toSorted((one, other) => one - other);
  const effects = years.map((year) => {
    const ofYear = read.filter((figure) => figure.year === year && figure.unitId === null);
    return decisionEffect(context, year, { settled: new Map(ofYear.map(({ measureId, value }) => [measureId, { value, document }])) });
  });
  return { targets: effects.flatMap(({ targets }) => targets), scores: effects.flatMap(({ scores }) => scores) };
}

type ReadFigure = Pick<SettledFigure, 'measureId' | 'year' | 'unitId' | 'value'>;

function readFigures(db: ReadHandle, figures: FigureRequest['figures']): ReadFigure[] {
  const { plan } = readWorkPlan(db);
  const measures = measuresOf(plan);
  return figures.map(({ measure: id, year, value: typed, unit }) => {
    refuseSigned(readYearRecord(db, year));
    const measure = requireMeasure(measures, id);
    const value = typed.normalize('NFKC').trim().replaceAll(',', '').replace(/%$/u, '');
    if (!isDecimalText(value)) throw new Failure('FIGURE_INVALID', { measure: measure.name, value: typed });
    return { measureId: measure.id, year, unitId: unit === undefined ? null : requireUnit(plan, unit).id, value };
  });
}

export const listFigures = (context: ServiceContext): SettledFigure[] => selectSettledFigures(context.work.handle);
