import { neighbouringTargets, type TargetRemark } from '../../../shared/domain/plan/typed-target.ts';
import { requireTarget } from './revise-targets.ts';
import { Failure } from '../../../shared/domain/failure.ts';
import type { Measure } from '../../../shared/domain/plan/schema.ts';
import { measuresOf } from '../../../shared/domain/plan/statements.ts';
import {
  carriedTarget,
  enteredTarget,
  interpolatedTarget,
  measuresWithoutTarget,
  noTarget,
  type TargetsByYear,
} from '../../../shared/domain/plan/years/choose-targets.ts';
import type { ChosenTarget, Opening, Round } from '../../../shared/domain/plan/years/opening.ts';
import { newestList, planForYear, type YearPlan } from '../../../shared/domain/plan/years/plan-for-year.ts';
import { roundKeys } from '../../../shared/domain/plan/years/rounds.ts';
import type { ReadHandle } from '../../db/handles.ts';
import { selectSchemes, type StoredScheme } from '../../db/queries/schemes.ts';
import { isForYears, retiredSchemes } from '../schemes/scheme-acts.ts';
import { measureUnknown } from '../plan/require-measure.ts';
import { readWorkPlan, requireUnit } from '../plan/work-plan.ts';
import { requireYearOfPlan } from './plan-span.ts';
import { readYearPlan } from '../plan/year-plan.ts';
import { documentsWith, type YearList } from './year-list.ts';
import { adoptedByYear, knownTargets, yearsWithTargets } from './targets-by-year.ts';

export interface OpeningRequest {
  readonly year: number;
  /** What is done for a measure that nobody answers singly: ask leaves it as a question. */
  readonly targets: 'ask' | 'carry' | 'interpolate';
  /** Measure id → carry, interpolate, none, or a target as it would be printed. */
  readonly choices: Readonly<Record<string, string>>;
  readonly scheme?: string | undefined;
  readonly due?: string | undefined;
  readonly rounds?: readonly Round[] | undefined;
  readonly roundsDue?: Readonly<Record<string, string>> | undefined;
  /** Names or ids; without them all units that exist in the year. */
  readonly units?: readonly string[] | undefined;
  /** The year's list from a workbook that is not stored yet. */
  readonly newList?: YearList | undefined;
}

/** A measure for which somebody has to choose, with what could be chosen. */
export interface TargetQuestion {
  readonly measure: Measure;
  readonly carry: ChosenTarget | null;
  readonly interpolate: ChosenTarget | null;
}

export interface Proposal {
  readonly opening: Opening;
  readonly questions: readonly TargetQuestion[];
  /** What is to be said of targets that were typed, each with its measure; it does not stand in the way. */
  readonly remarks: readonly MeasureRemark[];
}

export interface MeasureRemark extends TargetRemark {
  readonly measure: string;
}

/** All that opening the year would decide, with what is still to be answered; stores nothing. */
export function proposeYear(db: ReadHandle, request: OpeningRequest): Proposal {
  const { year } = request;
  requireYearOfPlan(db, year);
  requireRounds(request);
  requireDueInTime(request);
  const documents = documentsWith(db, request.newList);
  const plan = proposedPlan(db, request);
  const adopted = adoptedByYear(db, yearsWithTargets(db));
  const open = measuresWithoutTarget(plan);
  refuseStrangers(request.choices, plan, open);
  const asked = open.map((measure) => ({ measure, known: knownTargets(adopted, measure.id, year) }));
  const answers = asked.map((entry) => ({ ...entry, chosen: chosenTarget(entry, request) }));
  const scheme = schemeFor(db, request);
  const units = request.units?.map((name) => requireUnit(plan, name).id) ?? plan.units.map((unit) => unit.id);
  return {
    opening: {
      list: newestList(documents, year)?.document ?? null,
      targets: answers.flatMap(({ chosen }) => chosen ?? []),
      scheme: scheme?.id ?? null,
      schemeVersion: scheme?.version ?? null,
      due: request.due ?? dueDateOf(plan.reporting.dueDates[String(year)], readWorkPlan(db).plan.reporting.dueDates, year),
      rounds: [...(request.rounds ?? ['year' as const])],
      roundsDue: { ...request.roundsDue },
      units,
    },
    questions: answers.filter(({ chosen }) => chosen === null).map(({ measure, known }) => questionOf(measure, year, known)),
    remarks: asked.flatMap((entry) => remarksOn(entry, request)),
  };
}

/** The plan that the year would go by, with the list of the workbook where there is one. */
export const proposedPlan = (db: ReadHandle, { year, newList }: Pick<OpeningRequest, 'year' | 'newList'>): YearPlan =>
  newList === undefined ? readYearPlan(db, year).plan : planForYear(documentsWith(db, newList), year, null);

export const questionOf = (measure: Measure, year: number, known: TargetsByYear): TargetQuestion => ({
  measure,
  carry: carriedTarget(measure, year, known),
  interpolate: interpolatedTarget(measure, year, known),
});

/** Of a target that somebody typed: read another way, against the direction of other years or far from them, taken as words. */
function remarksOn({ measure, known }: { measure: Measure; known: TargetsByYear }, { year, choices }: OpeningRequest): MeasureRemark[] {
  const answer = choices[measure.id];
  if (answer === undefined || WAYS.has(answer)) return [];
  const { remarks } = requireTarget(answer, measure, neighbouringTargets(known, year));
  return remarks.map((remark) => ({ ...remark, measure: `${measure.id} ${measure.name}` }));
}

/** Answers that are no targets. */
const WAYS: ReadonlySet<string> = new Set(['ask', 'carry', 'interpolate', 'none']);

/** Null: still a question. What was asked for and cannot be made (no earlier year, ends that differ) is a question too. */
function chosenTarget(
  { measure, known }: { measure: Measure; known: TargetsByYear },
  { year, targets, choices }: OpeningRequest,
): ChosenTarget | null {
  const answer = choices[measure.id] ?? targets;
  if (answer === 'ask') return null;
  if (answer === 'carry') return carriedTarget(measure, year, known);
  if (answer === 'interpolate') return interpolatedTarget(measure, year, known);
  if (answer === 'none') return noTarget(measure);
  return enteredTarget(measure, requireTarget(answer, measure, neighbouringTargets(known, year)).target);
}

/** Only measures without a target of their own are chosen here; the others are adjusted by a document. */
function refuseStrangers(choices: OpeningRequest['choices'], plan: YearPlan, open: readonly Measure[]): void {
  const known = new Set(open.map((measure) => measure.id));
  const stranger = Object.keys(choices).find((measure) => !known.has(measure));
  if (stranger === undefined) return;
  const all = measuresOf(plan);
  if (!all.some(({ id }) => id === stranger)) throw measureUnknown(all, stranger);
  throw new Failure('TARGET_NOT_OPEN', { measure: stranger, year: plan.year, known: [...known].join('、') });
}

/** A last day is set for a round that there is. */
function requireRounds({ year, rounds = ['year'], roundsDue = {} }: OpeningRequest): void {
  const known = roundKeys(year, rounds);
  const stranger = Object.keys(roundsDue).find((key) => !known.includes(key));
  if (stranger !== undefined) throw new Failure('YEAR_ROUND_UNKNOWN', { year, round: stranger, known: known.join('、') });
}

/** No round of a year ends before the year begins. */
function requireDueInTime({ year, due, roundsDue = {} }: OpeningRequest): void {
  const early = [...(due === undefined ? [] : [due]), ...Object.values(roundsDue)].find((day) => day < `${year}-01-01`);
  if (early !== undefined) throw new Failure('YEAR_DUE_EARLY', { year, due: early });
}

/** The newest version of the named scheme, else of the one whose first year is the latest not after it; retired ones are not offered. */
function schemeFor(db: ReadHandle, { year, scheme }: OpeningRequest): StoredScheme | null {
  const retired = retiredSchemes(db);
  const scoring = selectSchemes(db).filter((stored) => isForYears(stored) && !retired.has(stored.id));
  const named = scoring.filter((stored) => stored.id === scheme);
  if (scheme !== undefined && named.length === 0) {
    const known = [...new Set(scoring.map((stored) => stored.id))].join('、');
    const other = selectSchemes(db).find((stored) => stored.id === scheme && !isForYears(stored));
    if (other !== undefined) throw new Failure('SCHEME_NOT_SCORING', { scheme, year, kind: other.kind, known });
    throw new Failure('SCHEME_UNKNOWN', { scheme, year, known });
  }
  // Unasked only one of the annual shape: what is written as rules is chosen by name.
  const fitting = scoring
    .filter((stored) => stored.kind === 'scoring' && stored.year <= year)
    .toSorted((one, other) => one.year - other.year);
  const id = scheme ?? fitting.at(-1)?.id;
  return scoring.findLast((stored) => stored.id === id) ?? null;
}

/** The plan's own date; for a year without one the same day as that of the nearest year that has one. */
function dueDateOf(own: string | undefined, dates: Readonly<Record<string, string>>, year: number): string | null {
  if (own !== undefined) return own;
  const nearest = Object.keys(dates)
    .map(Number)
    .toSorted((one, other) => Math.abs(one - year) - Math.abs(other - year))[0];
  const date = nearest === undefined ? undefined : dates[String(nearest)];
  if (nearest === undefined || date === undefined) return null;
  const shifted = Number(date.slice(0, 4)) + year - nearest;
  return date.endsWith('-02-29') ? `${shifted}-02-28` : `${shifted}${date.slice(4)}`;
}
