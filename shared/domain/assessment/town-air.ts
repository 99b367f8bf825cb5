import { type DecimalText, exact, type ExactNumber } from '../numbers/decimal.ts';
import { type AirQuantity, airQuantityOf } from '../plan/air-quantity.ts';
import type { AdoptedTarget } from '../plan/conflict-types.ts';
import { furtherTargetId, unitTarget } from '../plan/further-targets.ts';
import type { Measure, Plan, Unit } from '../plan/schema.ts';
import { isCounted } from '../plan/target-schema.ts';
import type { ScoreContext } from './context.ts';
import { judgeFigure, settledFigure, untargeted } from './figures.ts';
import type { MeasureReading } from './measure-value.ts';
import type { RowDraft } from './rows.ts';
import type { ScoreFigure, TownAir } from './types.ts';

/**
 * 空气质量 of a town: PM2.5 and good days against the targets that a document sets for it, else the district's adopted ones. What was settled for the
 * town (上级认定) counts in place of what was measured. A town that was not asked for air values and sent none
 * has no such rows; one whose data do not suffice has them and gets nothing, since data below the minimum are invalid (GB 3095-2026 §6.4).
 */
export function townAirDrafts(unit: Unit, context: ScoreContext): readonly RowDraft[] {
  const { townAir } = context.plan.reporting;
  const air = context.airOf(unit.id);
  const asked = townAir === 'all' || townAir.includes(unit.id);
  if (!asked && (air === undefined || air.validDays === 0)) return [];
  return airRows(context).map(({ measure, quantity, weight }) => ({
    rowId: measure.id,
    title: measure.name,
    figures: [airFigure(measure, quantity, unit, context)],
    weight,
  }));
}

/** What monitoring gives of a town. */
export const TOWN_QUANTITIES = ['pm25', 'goodRatio', 'goodDays'] as const satisfies readonly AirQuantity[];
type TownQuantity = (typeof TOWN_QUANTITIES)[number];

export const townQuantityOf = (measure: Measure, subjects: Plan['subjects']): TownQuantity | null => {
  const quantity = airQuantityOf(measure, subjects);
  return TOWN_QUANTITIES.find((one) => one === quantity) ?? null;
};

interface AirRow {
  readonly measure: Measure;
  readonly quantity: TownQuantity;
  readonly weight: DecimalText;
}

/**
 * The rows by what their measures are, in the order of 附件1: the order in which a scheme writes them says nothing. A measure whose name does not
 * tell is what the other one is not, and of two that do not tell each is what the scheme takes it for.
 */
function airRows(context: ScoreContext): readonly AirRow[] {
  const { pm25, goodDays } = context.scheme.town.air;
  const measures = [pm25.measure, goodDays.measure].map((id) => findMeasure(id, context));
  const [one = null, other = null] = measures.map((measure) => townQuantityOf(measure, context.plan.subjects));
  const exchanged = one === null ? other === 'pm25' : one !== 'pm25';
  const presets = exchanged ? (['goodRatio', 'pm25'] as const) : (['pm25', 'goodRatio'] as const);
  const rows = measures.map((measure, index): AirRow => ({
    measure,
    quantity: [one, other][index] ?? presets[index] ?? 'pm25',
    weight: [pm25, goodDays][index]?.max ?? '0',
  }));
  if (new Set(rows.map(({ quantity }) => quantity === 'pm25')).size < rows.length)
    throw new RangeError(`scheme ${context.scheme.id}: ${rows.map(({ measure }) => measure.id).join(', ')} are the same of a town's air`);
  const places = context.plan.annex1.rows.flatMap((row) => row.measures.map(({ id }) => id));
  return rows.toSorted((left, right) => places.indexOf(left.measure.id) - places.indexOf(right.measure.id));
}

const VALUES: Readonly<Record<TownQuantity, (air: TownAir) => ExactNumber | null>> = {
  pm25: ({ pm25Mean }) => (pm25Mean === null ? null : exact(pm25Mean)),
  goodRatio: ({ goodDays, validDays }) => (validDays === 0 ? null : exact(goodDays).times(100).div(validDays)),
  goodDays: ({ goodDays, validDays }) => (validDays === 0 ? null : exact(goodDays)),
};

function airFigure(measure: Measure, quantity: TownQuantity, unit: Unit, context: ScoreContext): ScoreFigure {
  const air = context.airOf(unit.id);
  const sources = air?.sources ?? [];
  const adopted = adoptedFor(unit, measure, context);
  if (adopted === undefined || !isCounted(adopted.target)) return untargeted(measure, adopted, context.year);
  const settled = context.settledOf(measure.id, unit.id);
  if (settled !== undefined) return settledFigure(measure, adopted, settled);
  const value = air === undefined || air.insufficient !== null ? null : VALUES[quantity](air);
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
