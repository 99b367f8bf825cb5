import type { MethodOutput } from '../../../../shared/contract/contract.ts';
import type { EvaluationRow } from '../../../../shared/contract/monitoring.ts';
import { parsePeriod, previousPeriod, samePeriodLastYear } from '../../../../shared/domain/air/period.ts';
import { EVALUATION_STANDARDS } from '../../../../shared/domain/air/standards/evaluation-standard.ts';
import { POLLUTANTS } from '../../../../shared/domain/air/standards/pollutants.ts';
import { evaluatePeriod } from '../../../../shared/domain/air/statistics/evaluate-period.ts';
import type { DustSwitches } from '../../../../shared/domain/air/types.ts';
import type { EvaluationSettings, PeriodEvaluation } from '../../../../shared/domain/air/statistics/types.ts';
import { monthsOfYear } from '../../../../shared/domain/calendar.ts';
import { type EvaluationNotes, evaluationNotes, standardName } from '../../../../shared/text/monitoring-text.ts';
import { areaNotes } from '../../../../shared/text/area-text.ts';
import { planWords } from '../../../../shared/text/plan-words.ts';
import type { ServiceContext } from '../../context.ts';
import { readWorkPlan } from '../../plan/work-plan.ts';
import { airCacheOf } from '../gathering/air-cache.ts';
import { gatherYears, present, type Wanted } from '../gathering/gather-places.ts';
import type { GatheredPlace } from '../gathering/gathered-place.ts';
import { printedDecimals } from './printed-decimals.ts';
import { indexBasisOf, settingsOf, type SettingsInput } from './evaluation-settings.ts';
import { areaShareOn } from '../gathering/area-members.ts';
import { type LastMembers, periodMembers } from './period-members.ts';
import { eventSentencesOf } from './period-events.ts';
import { dustOn } from '../../settings/dust.ts';
import { districtFirst, placeIdOf, requirePeriodOf, requirePlace } from '../gathering/places.ts';

type Evaluation = MethodOutput<'monitoring.evaluate'>;
type Months = MethodOutput<'monitoring.months'>;

/** 时段评价 of some places or of all, district first, each beside 同期 (last year) and 上期 (the period before). */
export function evaluatePlaces(
  context: ServiceContext,
  request: { period: string; places?: readonly string[] | undefined; settings: SettingsInput },
): Evaluation {
  const period = requirePeriodOf(request.period);
  const settings = settingsOf(context.work.handle, request.settings, period.to);
  const { plan } = readWorkPlan(context.work.handle);
  const wanted = request.places === undefined ? null : new Set(request.places.map((name) => placeIdOf(plan, name, period)));
  const places = districtFirst(gatherYears(context, plan, period.from, period.to, wanted).filter(present(plan, period.from, period.to)));
  const [lastYear, before] = [
    earlier(context, samePeriodLastYear(request.period), settings, wanted),
    earlier(context, previousPeriod(request.period), settings, wanted),
  ];
  const lastMembers = membersBefore(context, samePeriodLastYear(request.period), wanted);
  const rows = places.map((place): EvaluationRow => ({
    placeId: place.placeId,
    name: place.name,
    kind: place.kind,
    sample: place.sample,
    stations: place.stationCount,
    members: periodMembers(place, period, lastMembers(place.placeId)),
    evaluation: evaluateWith(context, place, request.period, settings),
    lastYear: lastYear(place.placeId),
    before: before(place.placeId),
  }));
  const inside = places.filter((_, index) => (rows[index]?.evaluation.days.measured ?? 0) > 0);
  const sample = inside.some((place) => place.sample);
  return {
    period: request.period,
    rows,
    sample,
    notes: [
      ...notesOf(
        rows.map((row) => row.evaluation),
        inside,
        settings,
        {
          sample,
          words: planWords(plan),
          indexBasis: indexBasisOf(context.work.handle, period.to),
          dustOfWork: dustOn(context, period.to),
          events: eventSentencesOf(context.work.handle, inside, period, settings.dust),
        },
      ),
      ...areaNotes(rows, areaShareOn(context.work.handle, period.to)),
    ],
  };
}

function evaluateWith(context: ServiceContext, place: GatheredPlace, period: string, settings: EvaluationSettings): PeriodEvaluation {
  return evaluatePeriod(place, requirePeriodOf(period), settings, airCacheOf(context.work).summaries);
}

/** Evaluations of an earlier period by place; null for a place without a value in it. */
function earlier(
  context: ServiceContext,
  text: string | null,
  settings: EvaluationSettings,
  wanted: Wanted,
): (placeId: string) => PeriodEvaluation | null {
  const period = text === null ? null : parsePeriod(text);
  if (text === null || period === null) return () => null;
  const { plan } = readWorkPlan(context.work.handle);
  const places = new Map(gatherYears(context, plan, period.from, period.to, wanted).map((place) => [place.placeId, place]));
  return (placeId) => {
    const place = places.get(placeId);
    const evaluation = place === undefined ? null : evaluateWith(context, place, text, settings);
    return evaluation === null || evaluation.days.measured === 0 ? null : evaluation;
  };
}

/** Places of an earlier period that have a value in it. */
function membersBefore(context: ServiceContext, text: string | null, wanted: Wanted): (placeId: string) => LastMembers | null {
  const period = text === null ? null : parsePeriod(text);
  if (period === null) return () => null;
  const { plan } = readWorkPlan(context.work.handle);
  const places = new Map(gatherYears(context, plan, period.from, period.to, wanted).map((place) => [place.placeId, place]));
  return (placeId) => {
    const place = places.get(placeId);
    const measured = place?.days.some(({ date }) => period.from <= date && date <= period.to) ?? false;
    return place === undefined || !measured ? null : { place, period };
  };
}

/** The twelve months of a year, of the year before and of `earlier` years before that, those with data, for the curves. */
export function evaluateMonths(
  context: ServiceContext,
  { place: name, year, earlier: back, settings: input }: { place: string; year: number; earlier: number; settings: SettingsInput },
): Months {
  const monthsOf = (ofYear: number): Months['months'] => {
    const place = requirePlace(context, name, `${ofYear}-01-01`, `${ofYear}-12-31`);
    const measured = new Set(place.days.map((day) => day.date.slice(0, 7)));
    return monthsOfYear(ofYear)
      .filter((month) => measured.has(month))
      .map((month) => {
        const settings = settingsOf(context.work.handle, input, requirePeriodOf(month).to);
        return { month, evaluation: evaluateWith(context, place, month, settings) };
      });
  };
  const { placeId, name: printed } = requirePlace(context, name, `${year}-01-01`, `${year}-12-31`);
  return {
    placeId,
    name: printed,
    months: monthsOf(year),
    lastYear: monthsOf(year - 1),
    earlier: Array.from({ length: back }, (_, index) => year - 2 - index).map((ofYear) => ({ year: ofYear, months: monthsOf(ofYear) })),
  };
}

function notesOf(
  evaluations: readonly PeriodEvaluation[],
  places: readonly GatheredPlace[],
  settings: EvaluationSettings,
  { dustOfWork, ...about }: Pick<EvaluationNotes, 'sample' | 'words' | 'indexBasis' | 'events'> & { readonly dustOfWork: DustSwitches },
): string[] {
  const used = new Set(
    evaluations.flatMap((evaluation) => [...evaluation.standards, ...(evaluation.days.measured > 0 ? [evaluation.limitsOf] : [])]),
  );
  const district = places.find((place) => place.kind === 'district');
  return evaluationNotes({
    standards: EVALUATION_STANDARDS.filter((standard) => used.has(standard.id)).map(standardName),
    forced: settings.standard !== 'byDate',
    mixed: evaluations.some((evaluation) => evaluation.mixed),
    dust: {
      days: Math.max(0, ...evaluations.map((evaluation) => evaluation.dust.days)),
      used: settings.dust,
      ofWork: dustOfWork,
    },
    index: settings.index,
    decimals: printedDecimals(settings, evaluations[0]?.period.to ?? ''),
    weighted: POLLUTANTS.some((pollutant) => settings.index.weights[pollutant] !== '1'),
    partial: places.filter((place) => partialIn(place, evaluations)).map((place) => place.name),
    district: district === undefined || district.meanOf === null ? null : { name: district.name, meanOf: district.meanOf },
    fromReturns: places.filter((place) => place.kind === 'town' && isMixedWithReturns(place)).map((place) => place.name),
    ...about,
  });
}

const partialIn = (place: GatheredPlace, evaluations: readonly PeriodEvaluation[]): boolean =>
  (evaluations.find((evaluation) => evaluation.placeId === place.placeId)?.monitored.length ?? POLLUTANTS.length) < POLLUTANTS.length;

/** Monitoring data and returns in one year. */
function isMixedWithReturns({ sources }: GatheredPlace): boolean {
  const kinds = new Set(sources.values());
  return kinds.has('return') && kinds.size > 1;
}
