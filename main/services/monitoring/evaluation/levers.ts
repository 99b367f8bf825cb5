import type { LeversResult } from '../../../../shared/contract/monitoring-usual.ts';
import { leversOf } from '../../../../shared/domain/air/outlook/levers.ts';
import type { OutlookTarget } from '../../../../shared/domain/air/outlook/types.ts';
import { daysIn, parsePeriod, samePeriodLastYear, shiftDate } from '../../../../shared/domain/air/period.ts';
import { standardOf } from '../../../../shared/domain/air/standards/evaluation-standard.ts';
import { publishedDecimals } from '../../../../shared/domain/air/standards/hj663.ts';
import type { Pollutant } from '../../../../shared/domain/air/standards/pollutants.ts';
import { Failure } from '../../../../shared/domain/failure.ts';
import { DISTRICT } from '../../../../shared/domain/monitoring/types.ts';
import { leversNotes } from '../../../../shared/text/usual-text.ts';
import type { ServiceContext } from '../../context.ts';
import { requirePeriodOf, requirePlace } from '../gathering/places.ts';
import { causeSide } from './cause-side.ts';
import { settingsOf, type SettingsInput } from './evaluation-settings.ts';
import { planTargets } from './outlook.ts';

interface LeversRequest {
  readonly year: number;
  readonly asOf: string;
  readonly place?: string | undefined;
  readonly pollutant: Pollutant;
  readonly settings: SettingsInput;
  readonly targets?: readonly OutlookTarget[] | undefined;
}

/** 各镇街对区均值的影响: which towns move the district's mean most, so far and in the days that remain. */
export function leversOfPlace(context: ServiceContext, request: LeversRequest): LeversResult {
  const { year, asOf, pollutant } = request;
  if (asOf < `${year}-01-01` || asOf > `${year}-12-31`) throw new Failure('OUTLOOK_DATE_OUTSIDE', { date: asOf, year });
  const db = context.work.handle;
  const settings = settingsOf(db, request.settings, `${year}-12-31`);
  const period = requirePeriodOf(`${year}-01-01..${asOf}`);
  const last = parsePeriod(samePeriodLastYear(`${period.from}..${period.to}`) ?? '');
  const name = request.place ?? DISTRICT;
  const place = requirePlace(context, name, period.from, period.to);
  const rules = { pollutant, settings, monthOf: () => '' };
  const target = pollutant === 'pm25' ? (request.targets ?? planTargets(db, year)).find(({ measure }) => measure === 'pm25') : undefined;
  const remainingDays = daysIn({ from: asOf, to: shiftDate(`${year}-12-31`, 1) }) - 2;
  const found = leversOf({
    now: causeSide(place, period, rules),
    lastYear:
      last === null
        ? { dates: [], parts: [], monthOf: rules.monthOf }
        : causeSide(requirePlace(context, name, last.from, last.to), last, rules),
    remainingDays,
    target: target?.operator === 'le' ? target.value : null,
    decimals: publishedDecimals(pollutant, standardOf(asOf, settings.standard).evaluation, settings.pm25Published),
  });
  return {
    year,
    asOf,
    pollutant,
    placeId: place.placeId,
    name: place.name,
    byTown: place.kind === 'district',
    remainingDays,
    target: target ?? null,
    sample: place.sample && found !== null,
    found,
    notes: leversNotes({ target: target !== undefined, percentile: pollutant === 'co' || pollutant === 'o3' }),
  };
}
