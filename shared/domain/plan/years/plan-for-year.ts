import type { AskedItem, PlanDocument, TargetRevision } from './plan-document.ts';
import type { ChosenTarget, Opening } from './opening.ts';
import type { ItemList, Plan } from '../schema.ts';
import { type Unit, unitsOfYear } from '../unit-schema.ts';
import { withStretch } from './stretch.ts';

/** A revision with the document that it stands in. */
export interface DatedRevision extends TargetRevision {
  readonly document: number;
  readonly number: string;
  readonly effectiveOn: string;
  readonly storedAt: string;
  /** Who took the document in, and why. */
  readonly actor: string;
  readonly reason: string;
}

/**
 * 年度方案: the plan as it holds for one year. `annex3` is that year's list, `units` those that exist in it, `reporting` its own dates and
 * asked items; `annex1`, `annex2` are the newest that hold for it.
 */
export interface YearPlan extends Plan {
  readonly year: number;
  /** Every revision of a binding target of the district, oldest first; statements of other years matter for comparing. */
  readonly revisions: readonly DatedRevision[];
  /** Revisions of 奋斗目标, and of targets of single units, oldest first: they say nothing about the district's binding target. */
  readonly furtherRevisions: readonly DatedRevision[];
  /** 奋斗目标 as the plan prints them where a document set another; the measures themselves have what holds. */
  readonly overruledStretch: readonly TargetRevision[];
  /** What the opening of the year chose for measures that the plan sets no target for. */
  readonly chosen: readonly ChosenTarget[];
  /** The documents that made it, oldest first. */
  readonly documents: readonly number[];
  /** Units that report for the year; all that exist where the year is not opened. */
  readonly reportingUnits: readonly string[];
}

/**
 * The plan of `year`: a pure fold over the documents in the order in which they take effect. A document that replaces 附件1, 附件2 or
 * kinds of units holds from the year in which it takes effect; a list holds for its own year, a revision for the years it names, units
 * for their own validity.
 */
export function planForYear(documents: readonly PlanDocument[], year: number, opening: Opening | null): YearPlan {
  const [base, later] = parted(documents);
  const plan = later.reduce<Plan>((current, document) => amended(current, document, year), base.content);
  const list = listOfYear(documents, year, opening);
  const asked = askedOf(documents, base.content, year);
  const units = unitsOfYear(plan.units, year);
  const further = furtherRevisionsOf(documents);
  const { overruled, ...lists } = withStretch({ annex1: plan.annex1, annex2: plan.annex2, annex3: list }, further);
  const due = opening === null ? plan.reporting.dueDates[String(year)] : (opening.due ?? undefined);
  return {
    ...plan,
    ...lists,
    units,
    reporting: { ...plan.reporting, townItems: asked, dueDates: due === undefined ? {} : { [String(year)]: due } },
    year,
    revisions: revisionsOf(documents),
    furtherRevisions: further,
    overruledStretch: overruled,
    chosen: opening?.targets ?? [],
    documents: documents.map((document) => document.id),
    reportingUnits: opening?.units ?? units.map((unit) => unit.id),
  };
}

/** The plan with all that later documents changed of it, whatever the year: names of units, kinds, 附件1 as it stands now. */
export function presentPlan(documents: readonly PlanDocument[]): Plan {
  const [base, later] = parted(documents);
  return later.reduce<Plan>((current, document) => amended(current, document, null), base.content);
}

/** Revisions of the district's binding targets in all years that take effect in time, in the order in which they take effect; of one day the one stored later comes later. */
export const revisionsOf = (documents: readonly PlanDocument[]): DatedRevision[] =>
  everyRevision(documents).filter((revision) => !isFurther(revision));

/** The others in the same order: 奋斗目标, and targets of single units. */
export const furtherRevisionsOf = (documents: readonly PlanDocument[]): DatedRevision[] => everyRevision(documents).filter(isFurther);

const isFurther = ({ kind, unit }: TargetRevision): boolean => kind !== undefined || unit !== undefined;

function everyRevision(documents: readonly PlanDocument[]): DatedRevision[] {
  return inEffectOrder(documents).flatMap((document) => {
    if (document.kind === 'plan') return [];
    const { id, number, effectiveOn, storedAt, actor, reason } = document;
    return (document.content.targets ?? [])
      .filter((revision) => isInTime(revision, effectiveOn))
      .map((revision) => ({ ...revision, document: id, number, effectiveOn, storedAt, actor, reason }));
  });
}

/** A document that takes effect after the end of a year sets no target of it. */
export const isInTime = ({ year }: Pick<TargetRevision, 'year'>, effectiveOn: string): boolean => effectiveOn <= `${year}-12-31`;

/** Years for which a list exists: the plan's own and those of later documents. */
export function listYears(documents: readonly PlanDocument[]): number[] {
  return [...new Set(documents.flatMap((document) => listIn(document)?.year ?? []))].toSorted((one, other) => one - other);
}

/** The newest list of the year with the document it stands in; null where there is none. */
export function newestList(
  documents: readonly PlanDocument[],
  year: number,
): { readonly document: number; readonly list: ItemList } | null {
  const found = inEffectOrder(documents).findLast((document) => listIn(document)?.year === year);
  const list = found === undefined ? null : listIn(found);
  return found === undefined || list === null ? null : { document: found.id, list };
}

/** The year's list that a document carries; null where it carries none. */
export const listIn = (document: PlanDocument): ItemList | null =>
  document.kind === 'plan' ? document.content.annex3 : (document.content.list ?? null);

/** The year's list as its document has it: by the opening's choice, else the newest of the year. A list that replaced another after the opening is chosen by a further decision. */
export function listOfYear(documents: readonly PlanDocument[], year: number, opening: Opening | null): ItemList | null {
  if (opening === null) return newestList(documents, year)?.list ?? null;
  const chosen = documents.find((document) => document.id === opening.list);
  return chosen === undefined ? null : listIn(chosen);
}

function askedOf(documents: readonly PlanDocument[], base: Plan, year: number): AskedItem[] {
  const later = inEffectOrder(documents).findLast((document) => document.kind !== 'plan' && document.content.list?.year === year);
  if (later !== undefined && later.kind !== 'plan') return later.content.asked ?? [];
  return base.annex3?.year === year ? base.reporting.townItems : [];
}

type BaseDocument = Extract<PlanDocument, { kind: 'plan' }>;
type LaterDocument = Exclude<PlanDocument, { kind: 'plan' }>;

function parted(documents: readonly PlanDocument[]): [BaseDocument, LaterDocument[]] {
  const base = documents.find((document) => document.kind === 'plan');
  if (base === undefined) throw new RangeError('a work holds the plan it was made from');
  return [base, inEffectOrder(documents).filter((document) => document.kind !== 'plan')];
}

const inEffectOrder = (documents: readonly PlanDocument[]): PlanDocument[] =>
  documents.toSorted((one, other) => one.effectiveOn.localeCompare(other.effectiveOn) || one.id - other.id);

/** `year` null: everything that holds now. */
function amended(plan: Plan, document: LaterDocument, year: number | null): Plan {
  const { annex1, annex2, unitKinds, units, subjects } = document.content;
  const holds = year === null || Number(document.effectiveOn.slice(0, 4)) <= year;
  return {
    ...plan,
    ...(annex1 !== undefined && holds ? { annex1 } : {}),
    ...(annex2 !== undefined && holds ? { annex2 } : {}),
    ...(unitKinds === undefined ? {} : { unitKinds }),
    // Units carry their own validity: a list of units tells of earlier years too.
    ...(units === undefined ? {} : { units }),
    ...(subjects === undefined ? {} : { subjects: { ...plan.subjects, ...subjects } }),
  };
}

/** The units that report for the year, in the plan's order. */
export const reportingUnits = ({ units, reportingUnits: ids }: YearPlan): Unit[] => units.filter((unit) => ids.includes(unit.id));

/** The plan alone, as it stands before any later document and before the year is opened. */
export const yearPlanOf = (plan: Plan, year: number): YearPlan => planForYear([documentOf(plan)], year, null);

/** The plan as the first document of a work. */
export const documentOf = (
  plan: Plan,
  stored: Partial<Pick<PlanDocument, 'version' | 'actor' | 'reason' | 'storedAt'>> = {},
): BaseDocument => ({
  id: 1,
  kind: 'plan',
  number: plan.document.number,
  title: plan.document.title,
  issuedOn: plan.document.date,
  effectiveOn: plan.document.date,
  version: '',
  actor: '',
  reason: '',
  storedAt: '',
  ...stored,
  content: plan,
});

/** 不要求报送: the others. They are assessed all the same, a row that nobody reports as one without data. */
export const unaskedUnits = ({ units, reportingUnits: ids }: YearPlan): Unit[] => units.filter((unit) => !ids.includes(unit.id));
