import type { Measure } from './schema.ts';
import { measuresOf, revisionId, statementsOf } from './statements.ts';
import { targetText } from './target.ts';
import type { Target } from './target-schema.ts';
import type { DatedRevision, YearPlan } from './years/plan-for-year.ts';

/** 约束目标, by which a year is judged, and 奋斗目标, the harder one beyond it. */
export const TARGET_KINDS = ['binding', 'stretch'] as const;
export type TargetKind = (typeof TARGET_KINDS)[number];

/** A target with the place that sets it. */
export interface PlacedTarget {
  readonly target: Target;
  readonly printed: string;
  /** 文号 of a document, or the printed place of the plan: 附件1 第5行. */
  readonly place: string;
  /** From when it holds, of a document; null for the plan's own print. */
  readonly effectiveOn: string | null;
  /** The document that sets it; null for the plan's own print. */
  readonly document: number | null;
}

/** What holds beside the district's binding target, and what it overruled, newest first. */
export interface FurtherTarget extends PlacedTarget {
  readonly measure: string;
  readonly kind: TargetKind;
  /** Null for the whole district. */
  readonly unit: string | null;
  readonly displaced: readonly PlacedTarget[];
}

type Holding = Pick<YearPlan, 'year' | 'furtherRevisions'>;

/** 奋斗目标 of the district: the newest document by its day of effect, else what the plan prints; null where the year has none. */
export function stretchTarget(plan: YearPlan, measure: Measure): FurtherTarget | null {
  const isOwn = (one: { readonly measure: string; readonly year: number }): boolean => one.measure === measure.id && one.year === plan.year;
  const revised = plan.furtherRevisions.some((one) => isOwn(one) && one.kind === 'stretch' && one.unit === undefined);
  const own = revised ? plan.overruledStretch.find(isOwn)?.target : measure.stretch?.[String(plan.year)];
  const printed = own === undefined ? [] : [{ ...placed(own), place: placeOf(plan, measure), effectiveOn: null, document: null }];
  return newest(plan, { measure: measure.id, kind: 'stretch', unit: null }, printed);
}

/** What a document sets for one unit: the newest by its day of effect; null where the unit is held to the district's target. */
export const unitTarget = (plan: Holding, measure: string, unit: string, kind: TargetKind): FurtherTarget | null =>
  newest(plan, { measure, kind, unit }, []);

/** Every target of a single unit that holds for the year, in the order of measures and units. */
export function unitTargets(plan: YearPlan): FurtherTarget[] {
  return measuresOf(plan).flatMap(({ id }) =>
    TARGET_KINDS.flatMap((kind) => plan.units.flatMap((unit) => unitTarget(plan, id, unit.id, kind) ?? [])),
  );
}

function newest(
  { year, furtherRevisions }: Holding,
  of: Pick<FurtherTarget, 'measure' | 'kind' | 'unit'>,
  printed: readonly PlacedTarget[],
): FurtherTarget | null {
  const revisions = furtherRevisions.filter(
    (one) => one.year === year && one.measure === of.measure && (one.kind ?? 'binding') === of.kind && (one.unit ?? null) === of.unit,
  );
  const [held, ...displaced] = [...revisions.map(placedRevision).toReversed(), ...printed];
  return held === undefined ? null : { ...of, ...held, displaced };
}

/** Id of the statement that it makes, as that of any other revision. */
export const furtherTargetId = ({ measure, document }: FurtherTarget): string =>
  document === null ? measure : revisionId({ measure, document });

const placed = (target: Target): Pick<PlacedTarget, 'target' | 'printed'> => ({ target, printed: targetText(target) });

const placedRevision = ({ target, number, effectiveOn, document }: DatedRevision): PlacedTarget => ({
  ...placed(target),
  place: number,
  effectiveOn,
  document,
});

/** The row in which the measure stands; of one that has no other target too. */
function placeOf(plan: YearPlan, measure: Measure): string {
  const statement = statementsOf({ ...plan, revisions: [] }).find(({ id }) => id === measure.id);
  return statement?.place ?? plan.annex1.label;
}
