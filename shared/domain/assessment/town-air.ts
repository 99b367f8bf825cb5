import { exact } from '../numbers/decimal.ts';
import type { AdoptedTarget } from '../plan/conflict-types.ts';
import { furtherTargetId, unitTarget } from '../plan/further-targets.ts';
import type { Measure, Unit } from '../plan/schema.ts';
import { isCounted } from '../plan/target-schema.ts';
import type { ScoreContext } from './context.ts';
import { judgeFigure, untargeted } from './figures.ts';
import type { MeasureReading } from './measure-value.ts';
import type { RowDraft } from './rows.ts';
import type { ScoreFigure, TownAir } from './types.ts';

/**
 * 空气质量 of a town: PM2.5 and good days against the targets that a document sets for it, else the district's adopted ones. A town that was not asked for air values and sent none
 * has no such rows; one whose data do not suffice has them and gets nothing, since data below the minimum are invalid (GB 3095-2026 §6.4).
 */
export function townAirDrafts(unit: Unit, context: ScoreContext): readonly RowDraft[] {
  const { townAir } = context.plan.reporting;
  const air = context.airOf(unit.id);
  const asked = townAir === 'all' || townAir.includes(unit.id);
  if (!asked && (air === undefined || air.validDays === 0)) return [];
  const { pm25, goodDays } = context.scheme.town.air;
  return [
    { ...draft(pm25.measure, air, (present) => (present.pm25Mean === null ? null : exact(present.pm25Mean))), weight: pm25.max },
    {
      ...draft(goodDays.measure, air, (present) =>
        present.validDays === 0 ? null : exact(present.goodDays).times(100).div(present.validDays),
      ),
      weight: goodDays.max,
    },
  ];

  function draft(
    measureId: string,
    present: TownAir | undefined,
    valueOf: (air: TownAir) => ReturnType<typeof exact> | null,
  ): Omit<RowDraft, 'weight'> {
    const measure = findMeasure(measureId, context);
    const value = present === undefined || present.insufficient !== null ? null : valueOf(present);
    return { rowId: measureId, title: measure.name, figures: [airFigure(measure, value, unit, context)] };
  }
}

function airFigure(measure: Measure, value: ReturnType<typeof exact> | null, unit: Unit, context: ScoreContext): ScoreFigure {
  const air = context.airOf(unit.id);
  const sources = air?.sources ?? [];
  const adopted = adoptedFor(unit, measure, context);
  if (adopted === undefined || !isCounted(adopted.target)) return untargeted(measure, adopted, context.year);
  const reading: MeasureReading =
    value === null
      ? { kind: 'missing', reason: 'noAnswer', unitId: unit.id, sources, handsOver: false }
      : { kind: 'value', value, unitId: unit.id, sources };
  return judgeFigure(measure, adopted, reading, () => ({
    reporter: unit.name,
    ...(air === undefined ? {} : { validDays: String(air.validDays) }),
    ...(value === null ? { reason: air?.insufficient ?? 'NO_DATA' } : {}),
  }));
}

/** A target of the town's own comes before that of the district. */
function adoptedFor(unit: Unit, measure: Measure, { plan, adopted }: ScoreContext): AdoptedTarget | undefined {
  const own = unitTarget(plan, measure.id, unit.id, 'binding');
  if (own === null) return adopted.get(measure.id);
  const { target, printed, place } = own;
  const from = { from: furtherTargetId(own), place, rule: 'revised', displaced: null, conflict: null } as const;
  return { measureId: measure.id, target, unit: measure.unit, printed, ...from };
}

function findMeasure(measureId: string, context: ScoreContext): Measure {
  const measure = context.plan.annex1.rows.flatMap((row) => row.measures).find((candidate) => candidate.id === measureId);
  if (measure === undefined) throw new RangeError(`scheme ${context.scheme.id} names the unknown measure ${measureId}`);
  return measure;
}
