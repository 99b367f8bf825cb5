import type { DecisionEffect } from '../../../shared/contract/effect.ts';
import { settledKey } from '../../../shared/domain/assessment/context.ts';
import { townQuantityOf } from '../../../shared/domain/assessment/town-air.ts';
import { Failure } from '../../../shared/domain/failure.ts';
import { isDecimalText } from '../../../shared/domain/numbers/decimal.ts';
import { limitFault } from '../../../shared/domain/plan/measure-limits.ts';
import type { TargetRemark } from '../../../shared/domain/plan/typed-target.ts';
import { unitKindOf } from '../../../shared/domain/plan/unit-schema.ts';
import { measuresOf } from '../../../shared/domain/plan/statements.ts';
import type { ReadHandle } from '../../db/handles.ts';
import { insertSettledFigure, selectSettledFigures, type SettledFigure } from '../../db/queries/settled-figures.ts';
import type { ServiceContext, WritingContext } from '../context.ts';
import { decisionEffect } from '../assessment/decision-effect.ts';
import { requireMeasure } from '../plan/require-measure.ts';
import { adoptedTargets, readWorkPlan, requireUnit } from '../plan/work-plan.ts';
import { openYears, readYearPlan, readYearRecord, refuseSigned } from '../plan/year-plan.ts';
import { earlyRemarks } from './early-figures.ts';
import { requireFigureYear } from './plan-span.ts';
import { schemeEffect } from './scheme-effect.ts';

export interface FigureRequest {
  readonly figures: readonly {
    readonly measure: string;
    readonly year: number;
    readonly value: string;
    readonly unit?: string | undefined;
    /** What is to be said of this figure alone; kept behind the reason. */
    readonly note?: string | undefined;
  }[];
  readonly document: string;
  readonly reason: string;
}

/** Results of earlier and base years, and what is settled elsewhere (上级认定): stored as one entry; a signed year is refused. */
export function settleFigures(
  context: WritingContext,
  { figures, document, reason }: FigureRequest,
): { stored: number; remarks: TargetRemark[] } {
  const db = context.writer;
  return db.transaction(() => {
    const stored = readFigures(db, figures);
    // Told of what is there before it is overwritten.
    const remarks = figureRemarks(db, stored);
    for (const { note, ...figure } of stored)
      insertSettledFigure(db, {
        ...figure,
        document,
        reason: note === undefined ? reason : `${reason}；${note}`,
        actor: context.actor.name,
        storedAt: context.now(),
      });
    db.note({ subject: stored.map(({ measureId, year }) => `${measureId} ${year}`).join('、'), reason, after: stored });
    return { stored: stored.length, remarks };
  });
}

/**
 * What settled figures do before they are stored: to the totals of their years, and to what the schemes of the work give in that year and in the
 * later ones that look back on it.
 */
export function figuresEffect(context: ServiceContext, { figures, document }: Omit<FigureRequest, 'reason'>): DecisionEffect {
  const read = readFigures(context.work.handle, figures);
  const years = [...new Set(read.map(({ year }) => year))].toSorted((one, other) => one - other);
  const effects = years.map((year) => {
    const ofYear = read.filter((figure) => figure.year === year);
    const settled = new Map(ofYear.map(({ measureId, unitId, value }) => [settledKey(measureId, unitId), { value, document }]));
    return decisionEffect(context, year, { settled });
  });
  return {
    targets: effects.flatMap(({ targets }) => targets),
    scores: effects.flatMap(({ scores }) => scores),
    schemes: schemesAfter(context, read, document),
    remarks: figureRemarks(context.work.handle, read),
  };
}

function schemesAfter(context: ServiceContext, read: readonly ReadFigure[], document: string): DecisionEffect['schemes'] {
  const db = context.work.handle;
  const first = Math.min(...read.map(({ year }) => year));
  const supposed = { figures: read.map((figure) => ({ ...figure, document })) };
  const measures = new Set(read.map(({ measureId }) => measureId));
  return openYears(db)
    .filter((year) => year >= first && (readYearRecord(db, year)?.final ?? null) === null)
    .flatMap((year) => schemeEffect(context, year, supposed, { measures, slots: ['', 'lastYear', 'lastMonth', 'base'] }));
}

type ReadFigure = Pick<SettledFigure, 'measureId' | 'year' | 'unitId' | 'value'> & { readonly note?: string };

function readFigures(db: ReadHandle, figures: FigureRequest['figures']): ReadFigure[] {
  const { plan } = readWorkPlan(db);
  const measures = measuresOf(plan);
  return figures.map(({ measure: id, year, value: typed, unit, note }) => {
    requireFigureYear(db, year);
    refuseSigned(readYearRecord(db, year));
    const measure = requireMeasure(measures, id);
    const value = typed.normalize('NFKC').trim().replaceAll(',', '').replace(/%$/u, '');
    if (!isDecimalText(value)) throw new Failure('FIGURE_INVALID', { measure: measure.name, value: typed });
    const fault = limitFault(measure, value);
    if (fault !== null) throw new Failure('FIGURE_INVALID', { measure: measure.name, value: typed, ...fault });
    const unitId = unit === undefined ? null : requireUnit(plan, unit).id;
    return { measureId: measure.id, year, unitId, value, ...(note === undefined ? {} : { note }) };
  });
}

const figureRemarks = (db: ReadHandle, read: readonly ReadFigure[]): TargetRemark[] => [
  ...replacedRemarks(db, read),
  ...unjudgedRemarks(db, read),
  ...earlyRemarks(db, read),
];

/** A figure that takes the place of another: by which paper that one stood. */
function replacedRemarks(db: ReadHandle, read: readonly ReadFigure[]): TargetRemark[] {
  const known = new Map(selectSettledFigures(db).map((figure) => [placeOf(figure), figure]));
  const { plan } = readWorkPlan(db);
  return read.flatMap((figure): TargetRemark[] => {
    const held = known.get(placeOf(figure));
    if (held === undefined) return [];
    const { measureId, year, unitId, value } = figure;
    const unit = plan.units.find(({ id }) => id === unitId)?.name ?? unitId ?? '';
    const params = { measure: measureId, year, unit, value, before: held.value, document: held.document };
    return [{ code: 'FIGURE_REPLACED', params }];
  });
}

const placeOf = ({ measureId, year, unitId }: Pick<SettledFigure, 'measureId' | 'year' | 'unitId'>): string =>
  `${year} ${settledKey(measureId, unitId)}`;

/** A figure that the year's score does not read, though it is of that very year: its target is words, or it is of a unit that is not scored by it. */
function unjudgedRemarks(db: ReadHandle, read: readonly ReadFigure[]): TargetRemark[] {
  return read.flatMap(({ measureId, year, unitId }): TargetRemark[] => {
    const { plan, record } = readYearPlan(db, year);
    if (record === null) return [];
    const measure = measuresOf(plan).find(({ id }) => id === measureId);
    if (measure === undefined) return [];
    const named = { measure: `${measure.id} ${measure.name}`, year };
    const target = adoptedTargets(db, { plan }).get(measureId)?.target;
    const unit = unitId === null ? undefined : plan.units.find(({ id }) => id === unitId);
    if (target?.kind === 'text') return [{ code: 'FIGURE_NOT_JUDGED', params: { ...named, reason: 'text', target: target.printed } }];
    const judged = unitId === null || (unit !== undefined && unitKindOf(plan, unit).air && townQuantityOf(measure, plan.subjects) !== null);
    return judged ? [] : [{ code: 'FIGURE_NOT_JUDGED', params: { ...named, reason: 'unit', unit: unit?.name ?? unitId ?? '' } }];
  });
}

export const listFigures = (context: ServiceContext): SettledFigure[] => selectSettledFigures(context.work.handle);
