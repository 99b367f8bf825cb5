import type { GatheredPlace } from '../gathering/gathered-place.ts';
import type { EvaluationSettings } from '../../../../shared/domain/air/statistics/types.ts';
import type { OutlookResult } from '../../../../shared/contract/monitoring-outlook.ts';
import { limitOf } from '../../../../shared/domain/air/outlook/limit-of.ts';
import { outlook } from '../../../../shared/domain/air/outlook/outlook.ts';
import type { OutlookMeasure, OutlookTarget } from '../../../../shared/domain/air/outlook/types.ts';
import { shiftDate } from '../../../../shared/domain/air/period.ts';
import { Failure } from '../../../../shared/domain/failure.ts';
import { type AirQuantity, airQuantityOf } from '../../../../shared/domain/plan/air-quantity.ts';
import { dustSentences } from '../../../../shared/text/dust-text.ts';
import { OUTLOOK_NOTES, outlookTownNote } from '../../../../shared/text/monitoring-text.ts';
import { planWords } from '../../../../shared/text/plan-words.ts';
import type { ReadHandle } from '../../../db/handles.ts';
import type { ServiceContext } from '../../context.ts';
import { adoptedTargets, readWorkPlan } from '../../plan/work-plan.ts';
import { readYearPlan } from '../../plan/year-plan.ts';
import { airCacheOf } from '../gathering/air-cache.ts';
import { dustOn } from '../../settings/dust.ts';
import { settingsOf, type SettingsInput } from './evaluation-settings.ts';
import { eventSentencesOf } from './period-events.ts';
import { gatherYears } from '../gathering/gather-places.ts';
import { districtFirst, placeIdOf } from '../gathering/places.ts';

export interface OutlookRequest {
  readonly year: number;
  readonly asOf: string;
  readonly places?: readonly string[] | undefined;
  readonly settings: SettingsInput;
  readonly targets?: readonly OutlookTarget[] | undefined;
}

/** 倒排测算 as of a day of the year, that day included, for the district (first) and the towns; the day before the year: nothing has elapsed. */
export function outlookOf(context: ServiceContext, request: OutlookRequest): OutlookResult {
  const { year, asOf } = request;
  if (asOf < shiftDate(`${year}-01-01`, -1) || asOf > `${year}-12-31`) throw new Failure('OUTLOOK_DATE_OUTSIDE', { date: asOf, year });
  const db = context.work.handle;
  const { plan } = readWorkPlan(db);
  const targets = request.targets ?? planTargets(db, year);
  if (targets.length === 0) throw new Failure('OUTLOOK_NO_TARGETS', { year, known: plan.annex1.years.join('、') });
  const settings = settingsOf(db, request.settings, `${year}-12-31`);
  const span = { from: `${year}-01-01`, to: `${year}-12-31` };
  const wanted = request.places === undefined ? null : new Set(request.places.map((name) => placeIdOf(plan, name, span)));
  const places = districtFirst(gatherYears(context, plan, `${year}-01-01`, `${year}-12-31`, wanted));
  const rows = places.map((place) => ({
    placeId: place.placeId,
    name: place.name,
    kind: place.kind,
    sample: place.sample,
    outlook: outlook(place, { year, asOf, targets, settings }, airCacheOf(context.work).summaries),
  }));
  const towns = rows.some((row) => row.kind === 'town');
  return {
    year,
    asOf,
    targetsFrom: request.targets === undefined ? 'plan' : 'input',
    targets: [...targets],
    rows,
    sample: rows.some((row) => row.sample),
    notes: [
      ...OUTLOOK_NOTES,
      ...dustNotes(context, places, settings, request),
      ...eventSentencesOf(db, places, { from: span.from, to: asOf }, settings.dust),
      ...(towns && request.targets === undefined ? [outlookTownNote(planWords(plan))] : []),
    ],
  };
}

function dustNotes(
  context: ServiceContext,
  places: readonly Pick<GatheredPlace, 'dustDates'>[],
  { dust }: EvaluationSettings,
  { year, asOf }: OutlookRequest,
): string[] {
  const elapsed = places.map(({ dustDates }) => [...dustDates].filter((date) => date <= asOf).length);
  return dustSentences(Math.max(0, ...elapsed), dust, dustOn(context, `${year}-12-31`));
}

/** Measures of annex 1 that daily values can be held against. */
const OUTLOOK: Readonly<Partial<Record<AirQuantity, OutlookMeasure>>> = {
  pm25: 'pm25',
  goodRatio: 'goodDayRatio',
  heavyRatio: 'heavyDayRatio',
};

/** Targets of annex 1 as adopted for the year; none for a year that neither a document nor its opening gives any. */
export function planTargets(db: ReadHandle, year: number): OutlookTarget[] {
  const { plan } = readYearPlan(db, year);
  const adopted = adoptedTargets(db, { plan });
  return plan.annex1.rows
    .flatMap((row) => row.measures)
    .flatMap((measure) => {
      const quantity = airQuantityOf(measure, plan.subjects);
      const [kind, target] = [quantity === null ? undefined : OUTLOOK[quantity], adopted.get(measure.id)];
      return kind === undefined || target?.target.kind !== 'number'
        ? []
        : [{ measure: kind, ...limitOf(target.target, measure.decimals), decimals: measure.decimals }];
    });
}
