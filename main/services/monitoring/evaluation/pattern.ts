import type { PatternResult } from '../../../../shared/contract/monitoring-pattern.ts';
import { isOut } from '../../../../shared/domain/air/aqi/treated-day.ts';
import { timePattern } from '../../../../shared/domain/air/pattern/time-pattern.ts';
import type { Pollutant } from '../../../../shared/domain/air/standards/pollutants.ts';
import { patternNotes } from '../../../../shared/text/pattern-text.ts';
import type { ServiceContext } from '../../context.ts';
import { placeHours } from '../gathering/place-hours.ts';
import { requirePeriodOf, requirePlace } from '../gathering/places.ts';
import { settingsOf, type SettingsInput } from './evaluation-settings.ts';
import { eventSentencesOf } from './period-events.ts';

/** 时间变化 of some places in a period; dust days are in or out as in the evaluation of that period. */
export function patternOf(
  context: ServiceContext,
  request: { places: readonly string[]; period: string; pollutant: Pollutant; settings: SettingsInput },
): PatternResult {
  const { pollutant } = request;
  const period = requirePeriodOf(request.period);
  const { dust } = settingsOf(context.work.handle, request.settings, period.to);
  const inside = (date: string): boolean => period.from <= date && date <= period.to;
  const places = request.places.map((name) => {
    const place = requirePlace(context, name, period.from, period.to);
    const days = place.days.filter(({ date }) => inside(date));
    const hours = placeHours(context.work.handle, place, period, [pollutant]).map(({ date, means }) => ({
      date,
      means: means[pollutant] ?? [],
    }));
    const own = new Set([...place.dustDates].filter(inside));
    const dates = new Set([...days, ...hours].map(({ date }) => date));
    const out = new Set([...dates].filter((date) => isOut(place, date, pollutant, dust.concentrations)));
    const pattern = timePattern(pollutant, { days, hours, out });
    return {
      place,
      dustDays: own.size,
      shown: { placeId: place.placeId, name: place.name, sample: place.sample && days.length > 0, pattern },
    };
  });
  return {
    period: request.period,
    pollutant,
    places: places.map(({ shown }) => shown),
    notes: [
      ...patternNotes({
        pollutant,
        dust: { days: Math.max(...places.map(({ dustDays }) => dustDays)), out: dust.concentrations },
        withoutHours: places.flatMap(({ shown }) => (shown.pattern.days > 0 && shown.pattern.hourDays === 0 ? [shown.name] : [])),
        partly: places.flatMap(({ shown: { name, pattern } }) =>
          0 < pattern.hourDays && pattern.hourDays < pattern.days ? [{ name, hours: pattern.hourDays, days: pattern.days }] : [],
        ),
        sample: places.some(({ shown }) => shown.sample),
      }),
      ...eventSentencesOf(
        context.work.handle,
        places.map(({ place }) => place),
        period,
        dust,
      ),
    ],
  };
}
