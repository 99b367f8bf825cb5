import type { CausesResult } from '../../../../shared/contract/monitoring-causes.ts';
import { causesOf } from '../../../../shared/domain/air/causes/causes.ts';
import { parsePeriod, type Period, samePeriodLastYear } from '../../../../shared/domain/air/period.ts';
import { standardOf } from '../../../../shared/domain/air/standards/evaluation-standard.ts';
import { publishedDecimals } from '../../../../shared/domain/air/standards/hj663.ts';
import type { Pollutant } from '../../../../shared/domain/air/standards/pollutants.ts';
import { evaluatePeriod } from '../../../../shared/domain/air/statistics/evaluate-period.ts';
import type { ConcentrationEvaluation, EvaluationSettings } from '../../../../shared/domain/air/statistics/types.ts';
import { DISTRICT } from '../../../../shared/domain/monitoring/types.ts';
import { Failure } from '../../../../shared/domain/failure.ts';
import { causesNotes } from '../../../../shared/text/causes-text.ts';
import type { ServiceContext } from '../../context.ts';
import { airCacheOf } from '../gathering/air-cache.ts';
import type { GatheredPlace } from '../gathering/gathered-place.ts';
import { requirePeriodOf, requirePlace } from '../gathering/places.ts';
import { causeSide } from './cause-side.ts';
import { settingsOf, type SettingsInput } from './evaluation-settings.ts';

interface CausesRequest {
  readonly period: string;
  readonly place?: string | undefined;
  readonly pollutant: Pollutant;
  readonly settings: SettingsInput;
}

/** 归因: the change of a place's mean on last year's by its towns (of a town its stations) and by months; `causes` null where a period is empty. */
export function causesOfChange(context: ServiceContext, request: CausesRequest): CausesResult {
  const { pollutant } = request;
  const period = requirePeriodOf(request.period);
  const lastYear = samePeriodLastYear(request.period);
  const last = lastYear === null ? null : parsePeriod(lastYear);
  if (lastYear === null || last === null) throw new Failure('PERIOD_INVALID', { period: request.period });
  const settings = settingsOf(context.work.handle, request.settings, period.to);
  const sides = [last, period].map((span) => sideOf(context, request.place ?? DISTRICT, span, pollutant, settings));
  const [before, now] = sides;
  if (before === undefined || now === undefined) throw new RangeError('two periods');
  const causes = causesOf(
    causeSide(before.place, before.period, {
      pollutant,
      settings,
      monthOf: (date) => `${Number(date.slice(0, 4)) + 1}${date.slice(4, 7)}`,
    }),
    causeSide(now.place, now.period, { pollutant, settings, monthOf: (date) => date.slice(0, 7) }),
    publishedDecimals(pollutant, standardOf(period.to, settings.standard).evaluation, settings.pm25Published) + FURTHER_DECIMALS,
  );
  return {
    period: request.period,
    lastYear,
    pollutant,
    placeId: now.place.placeId,
    name: now.place.name,
    byTown: now.place.kind === 'district',
    sample: sides.some(({ place, evaluated }) => place.sample && evaluated !== null),
    causes,
    notes: causesNotes({
      pollutant,
      joined: causes?.joined ?? [],
      left: causes?.left ?? [],
      // CO and O3 are judged by a percentile, which is no sum of anything.
      judged:
        before.evaluated === null || now.evaluated === null || now.evaluated.value === now.evaluated.mean
          ? null
          : { p: now.evaluated.percentile.p, before: before.evaluated.value.published, now: now.evaluated.value.published },
      short: sides.flatMap(({ evaluated }, index) => ((evaluated?.gaps.length ?? 0) > 0 ? [index === 0 ? lastYear : request.period] : [])),
    }),
  };
}

/** Parts of a change are small against the value: so many decimals more than it has. */
const FURTHER_DECIMALS = 2;

interface Side {
  readonly place: GatheredPlace;
  readonly period: Period;
  readonly evaluated: ConcentrationEvaluation | null;
}

function sideOf(context: ServiceContext, name: string, period: Period, pollutant: Pollutant, settings: EvaluationSettings): Side {
  const place = requirePlace(context, name, period.from, period.to);
  const evaluated = evaluatePeriod(place, period, settings, airCacheOf(context.work).summaries).concentrations[pollutant];
  return { place, period, evaluated };
}
