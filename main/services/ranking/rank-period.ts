import type { MethodOutput } from '../../../shared/contract/contract.ts';
import type { BesideRanking, RankingResult } from '../../../shared/contract/ranking.ts';
import { previousPeriod } from '../../../shared/domain/air/period.ts';
import { setChanges } from '../../../shared/domain/air/ranking/movement.ts';
import { EVALUATION_STANDARDS } from '../../../shared/domain/air/standards/evaluation-standard.ts';
import type { DustDayMode, DustSwitches } from '../../../shared/domain/air/types.ts';
import type { DecimalText } from '../../../shared/domain/numbers/decimal.ts';
import { unitTargets } from '../../../shared/domain/plan/further-targets.ts';
import { measureOfQuantity } from '../../../shared/domain/plan/air-quantity.ts';
import type { Target } from '../../../shared/domain/plan/target-schema.ts';
import type { Plan } from '../../../shared/domain/plan/schema.ts';
import { standardName } from '../../../shared/text/monitoring-text.ts';
import type { ServiceContext } from '../context.ts';
import { contentHash } from '../files.ts';
import { adoptedTargets, readWorkPlan } from '../plan/work-plan.ts';
import { readYearPlan } from '../plan/year-plan.ts';
import type { Computed } from '../store-run.ts';
import { besideRanking, shownResult } from './beside-ranking.ts';
import { requirePeriod } from './period.ts';
import { withPm25Decimals } from './pm25-decimals.ts';
import { figuresFingerprint, rankFigures, type RankedPeriod } from './rank-figures.ts';
import type { TownFigures } from './ranking-entry.ts';
import { eventsOfPeriod, otherEventsAct } from './period-events.ts';
import { rankedRow } from './ranked-row.ts';
import { namedSetChanges, withheldGroups } from './ranked-sets.ts';
import { requireScheme, schemeSummary, type UsedScheme } from './ranking-schemes.ts';

export interface RankingRequest {
  readonly period: string;
  /** Id of a scheme; the default of the year without it. */
  readonly scheme?: string | undefined;
}

interface ComputedRanking {
  readonly result: RankingResult;
  /** The same with every figure that decides, and what is said with it. */
  readonly shown: () => { readonly result: RankingResult; readonly beside: BesideRanking };
  readonly planVersion: string;
  readonly schemeVersion: string;
  /** Hash of everything the result depends on; made when it is asked for, as showing does not need it. */
  readonly inputHash: () => string;
}

/** 各镇街空气质量排名 of a period from what is stored now, by the scheme named or the default one. */
export function computeRanking(context: ServiceContext, { period, scheme }: RankingRequest): ComputedRanking {
  const { plan } = readWorkPlan(context.work.handle);
  return computeWith(context, period, requireScheme(context.work.handle, plan, requirePeriod(period).year, scheme));
}

/** The same by one version of a scheme, as a stored run names it. */
export function computeWith(context: ServiceContext, text: string, stored: UsedScheme): ComputedRanking {
  const db = context.work.handle;
  const { plan } = readWorkPlan(db);
  const scheme = withPm25Decimals(db, stored.scheme, requirePeriod(text).to);
  const used = { ...stored, scheme };
  // What is decided about other years does not make a ranking out of date.
  const { version: planVersion } = readYearPlan(db, requirePeriod(text).year);
  const current = rankFigures(context, plan, used.scheme, text);
  const previous = rankBefore(context, plan, used, current);
  const periods = previous === null ? [current] : [current, previous];
  const events = eventsOfPeriod(context.work.handle, current);
  const changed = previous === null ? [] : setChanges(current.ranked, previous.ranked, used.scheme);
  const { target, own } = current.wholeYear ? pm25Targets(context, plan, requirePeriod(text).year) : NO_TARGETS;
  const result: RankingResult = {
    period: text,
    ...aboutScheme(used, plan, current),
    ...aboutData(current),
    ...(events.length === 0 ? {} : { events }),
    previousPeriod: previous?.text ?? null,
    target,
    ...(current.recent === null ? {} : { recent: current.recent }),
    ...withheldGroups(current.ranked, used.scheme),
    ...namedSetChanges(changed, used.scheme, plan),
    rows: rowsOf(plan, current, previous, { used, target, own, otherSets: new Set(changed.map(({ group }) => group)) }),
  };
  return {
    result,
    shown: () => ({ result: shownResult(result, current.ranked, used.scheme), beside: besideRanking(db, used, current, plan) }),
    planVersion,
    schemeVersion: used.version,
    inputHash: () =>
      contentHash({
        planVersion,
        schemeVersion: used.version,
        demonstration: used.scheme.demonstration,
        target,
        // Without any the hash is that of works that know of none.
        ...(own.size === 0 ? {} : { own: [...own] }),
        ...dustBeside(used, periods),
        ...(events.length === 0 ? {} : { events }),
        ...(scheme === stored.scheme ? {} : { pm25Decimals: scheme.decimals.pm25Mean }),
        figures: periods.map(figuresFingerprint),
      }),
  };
}

/** The ranking beside that of the period before it (上期), both by the same version of the scheme; nothing is stored. */
export function showRanking(context: ServiceContext, request: RankingRequest): MethodOutput<'ranking.show'> {
  const { plan } = readWorkPlan(context.work.handle);
  const used = requireScheme(context.work.handle, plan, requirePeriod(request.period).year, request.scheme);
  const { result: current, beside } = computeWith(context, request.period, used).shown();
  const previous = current.previousPeriod === null ? null : computeWith(context, current.previousPeriod, used).shown().result;
  return { current, previous, beside };
}

/** The ranking with what a run of its period and scheme is known by; nothing is stored. */
export function rankPeriod(context: ServiceContext, request: RankingRequest): Computed<RankingResult> & Pick<ComputedRanking, 'shown'> {
  const { result, shown, inputHash, planVersion, schemeVersion } = computeRanking(context, request);
  const period = runPeriod(request.period, result.schemeId);
  return { about: { kind: 'ranking', period, planVersion, schemeVersion, inputHash: inputHash() }, result, shown };
}

/** A period is ranked by several schemes: each has runs of its own. */
const runPeriod = (period: string, schemeId: string): string => `${period} ${schemeId}`;

/** The period of a stored run; one stored before there were several schemes has no scheme in it. */
export const periodOfRun = (text: string): string => text.split(' ')[0] ?? text;

/** Of another year there may be no data; that is no fault of the period asked for. */
function rankBefore(context: ServiceContext, plan: Plan, { scheme }: UsedScheme, current: RankedPeriod): RankedPeriod | null {
  const text = previousPeriod(current.text);
  if (text === null) return null;
  const before = rankFigures(context, plan, scheme, text);
  const sameYear = before.period.from.slice(0, 4) === current.period.from.slice(0, 4);
  return sameYear || [...before.towns.values()].some(({ evaluation }) => evaluation.days.measured > 0) ? before : null;
}

/** Where it is what the version of the scheme used to say, the hash is that of runs from before dust was a setting of the work. */
function dustBeside({ dustSaid }: UsedScheme, periods: readonly RankedPeriod[]): { dust?: readonly DustSwitches[] } {
  const dust = periods.map((period) => period.dust);
  const asSaid = dust.every(({ concentrations, days }) => concentrations === dustSaid.concentrations && days === dustSaid.days);
  return asSaid ? {} : { dust };
}

function aboutScheme(
  used: UsedScheme,
  plan: Plan,
  { dust }: RankedPeriod,
): Pick<RankingResult, 'schemeId' | 'schemeTitle' | 'schemeVersion' | 'method' | 'demonstration' | 'notes'> {
  const { id, title, version, method, demonstration, notes } = schemeSummary(used, plan, dust);
  return { schemeId: id, schemeTitle: title, schemeVersion: version, method, demonstration, notes };
}

function aboutData(current: RankedPeriod): Pick<RankingResult, 'standards' | 'rejudged' | 'dust' | 'sample'> {
  const towns = [...current.towns.values()];
  const used = new Set(towns.flatMap(({ evaluation }) => evaluation.standards));
  const { concentrations, days } = current.dust;
  return {
    standards: EVALUATION_STANDARDS.filter(({ id }) => used.has(id)).map(standardName),
    rejudged: current.rejudged,
    dust: { days: new Set(towns.flatMap((town) => dustDates(town, current))).size, concentrations, ...dayCountsOf(days) },
    sample: towns.some(({ place, lastPlace, change }) => place.sample || (change !== null && lastPlace?.sample === true)),
  };
}

/** Without PM the days are counted anew and stay; results of before there was such a mode have no word for it. */
const dayCountsOf = (days: DustDayMode): Pick<RankingResult['dust'], 'dayCounts' | 'daysStay'> => ({
  dayCounts: days !== 'kept',
  ...(days === 'without-pm' ? { daysStay: true } : {}),
});

/** Days of the period on which the town has data and dust is listed. */
const dustDates = ({ place }: TownFigures, { period: { from, to } }: RankedPeriod): string[] =>
  place.dustDates.size === 0
    ? []
    : place.days.flatMap(({ date }) => (from <= date && date <= to && place.dustDates.has(date) ? [date] : []));

function rowsOf(
  plan: Plan,
  current: RankedPeriod,
  previous: RankedPeriod | null,
  { used: { scheme }, target, own, otherSets }: Pm25Targets & { used: UsedScheme; otherSets: ReadonlySet<string> },
): RankingResult['rows'] {
  const names = new Map(plan.units.map((unit) => [unit.id, unit.name]));
  const before = new Map(previous?.ranked.map((place) => [place.unitId, place]));
  return current.ranked.flatMap((place) => {
    const town = current.towns.get(place.unitId);
    return town === undefined
      ? []
      : [
          rankedRow({
            town,
            place,
            before: before.get(place.unitId) ?? null,
            otherSet: otherSets.has(place.group),
            period: current.period,
            eventsAct: otherEventsAct(current),
            name: names.get(place.unitId) ?? place.unitId,
            scheme,
            target,
            ownTarget: own.get(place.unitId) ?? null,
          }),
        ];
  });
}

interface Pm25Targets {
  /** The district's; null where the plan has none. */
  readonly target: DecimalText | null;
  /** Unit → what a document sets for that very unit. */
  readonly own: ReadonlyMap<string, DecimalText>;
}

const NO_TARGETS: Pm25Targets = { target: null, own: new Map() };

/** The adopted PM2.5 targets of the year. */
function pm25Targets(context: ServiceContext, plan: Plan, year: number): Pm25Targets {
  const measure = measureOfQuantity(
    plan.annex1.rows.flatMap((row) => row.measures),
    'pm25',
    plan.subjects,
  );
  if (measure === undefined) return NO_TARGETS;
  const ofYear = readYearPlan(context.work.handle, year);
  const held = unitTargets(ofYear.plan).filter((one) => one.measure === measure.id && one.kind === 'binding');
  return {
    target: numberOf(adoptedTargets(context.work.handle, ofYear).get(measure.id)?.target),
    own: new Map(
      held.flatMap(({ unit, target }) => {
        const value = numberOf(target);
        return unit === null || value === null ? [] : [[unit, value] as const];
      }),
    ),
  };
}

const numberOf = (target: Target | undefined): DecimalText | null => (target?.kind === 'number' ? target.value : null);
