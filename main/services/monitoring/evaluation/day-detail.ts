import type { MonitoringDayDetail } from '../../../../shared/contract/monitoring.ts';
import type { DailyAqi } from '../../../../shared/domain/air/aqi/daily-aqi.ts';
import { concentrationDecimals, iaqiSteps } from '../../../../shared/domain/air/aqi/iaqi.ts';
import { dayOfHours } from '../../../../shared/domain/air/hours/day-of-hours.ts';
import { type EvaluationStandard, type StandardChoice, standardOf } from '../../../../shared/domain/air/standards/evaluation-standard.ts';
import { type Pollutant, POLLUTANTS } from '../../../../shared/domain/air/standards/pollutants.ts';
import type { DustDayMode, PlaceDay } from '../../../../shared/domain/air/types.ts';
import type { Fraction } from '../../../../shared/domain/numbers/fraction.ts';
import { shownBeforeRounding } from '../../../../shared/domain/numbers/shown-before-rounding.ts';
import { airUnits } from '../../../../shared/domain/plan/unit-schema.ts';
import { REGISTERED } from '../../../../shared/domain/monitoring/stations/register.ts';
import { selectPublishedDays } from '../../../db/queries/published-days.ts';
import type { ServiceContext } from '../../context.ts';
import { readWorkPlan } from '../../plan/work-plan.ts';
import { eventsOnDays } from '../../settings/acting-events.ts';
import { dustOn } from '../../settings/dust.ts';
import { calendarDay, dustDaysOf, monitoredOf } from './calendar.ts';
import { type DayStation, sourcesOfDay, stationsOfDay } from '../gathering/day-stations.ts';
import { hourRows } from '../gathering/hour-rows.ts';
import type { GatheredPlace } from '../gathering/gathered-place.ts';
import { requirePlace } from '../gathering/places.ts';
import { stationsOf } from './period-members.ts';

type IaqiStep = MonitoringDayDetail['steps'][number];

/** One day of a place: its hours, the calculation of each 分指数, and where each value stands. */
export function airDay(
  context: ServiceContext,
  {
    place: name,
    date,
    standard: choice,
    dustDays: asked,
  }: { place: string; date: string; standard: StandardChoice; dustDays?: DustDayMode | undefined },
): MonitoringDayDetail {
  const db = context.work.handle;
  const place = requirePlace(context, name, date, date);
  const standard = standardOf(date, choice);
  const day = place.days.find((candidate) => candidate.date === date);
  const dustDays = dustDaysOf(context, Number(date.slice(0, 4)), asked);
  const events = eventsOnDays(db, place.placeId, { ...dustOn(context, `${date.slice(0, 4)}-12-31`), days: dustDays.used });
  const shown = calendarDay(place, date, day, { monitored: monitoredOf(place), standard, dust: dustDays.used, events });
  const stations = stationsOfDay(db, place, date);
  const towns = airUnits(readWorkPlan(db).plan).map((unit) => unit.id);
  return {
    placeId: place.placeId,
    name: place.name,
    date,
    day: shown.day,
    dustDays,
    steps: POLLUTANTS.map((pollutant) => ({
      ...stepOf(pollutant, day, shown.aqi, standard, stations),
      stations: stationsOf(place, date, pollutant),
    })),
    limits: limitsOf(standard),
    ozoneOneHour: day === undefined ? null : exactText('o3', day.o3OneHour),
    hours: hourRows(
      stations.map((station) => station.day.hours),
      stations.map((station) => station.weight),
      { standard: standard.aqi, least: (pollutant) => stationsOf(place, date, pollutant)?.required ?? 1 },
    ),
    sources: sourcesOfDay(db, place, date, towns),
    published: publishedOf(context, place, date, shown.aqi),
    stations: [...new Set(stations.flatMap((station) => (station.name === '' ? [] : [station.name])))],
    members: namesOf(place, date),
  };
}

/** What is published of the place, or of a station of the register that stands for it alone in its name. */
function publishedOf(
  { work }: ServiceContext,
  { placeId, stations }: GatheredPlace,
  date: string,
  reckoned: DailyAqi | null,
): MonitoringDayDetail['published'] {
  const own = reckoned?.status === 'published' ? reckoned.aqi : null;
  // An AQI may come from a pollutant that is not measured here: then only one that is too low contradicts.
  const whole = reckoned?.used.length === POLLUTANTS.length;
  return selectPublishedDays(work.handle, date, date)
    .filter((day) => day.placeId === placeId || (day.placeId === REGISTERED && stations.includes(day.station)))
    .map(({ station, aqi: said, level, primary, fileName: file, sheet, cell }) => ({
      station,
      aqi: said,
      level,
      primary: primary === null ? null : [...primary],
      differs: station === '' && own !== null && (said < own || (whole && said > own)),
      file,
      sheet,
      cell,
    }));
}

function namesOf(place: GatheredPlace, date: string): MonitoringDayDetail['members'] {
  const { entered, lacking } = place.members.names(date);
  return { entered: [...entered], lacking: [...lacking] };
}

const limitsOf = ({ quality: { second } }: EvaluationStandard): MonitoringDayDetail['limits'] =>
  POLLUTANTS.map((pollutant) => ({ pollutant, daily: second.daily[pollutant], hourly: second.hourly[pollutant] ?? null }));

const NOTHING = { rounded: null, low: null, high: null, iaqiLow: null, iaqiHigh: null, iaqiExact: null, iaqi: null } as const;

function stepOf(
  pollutant: Pollutant,
  day: PlaceDay | undefined,
  aqi: DailyAqi | null,
  standard: EvaluationStandard,
  stations: readonly DayStation[],
): Omit<IaqiStep, 'stations'> {
  const value = day?.values[pollutant] ?? null;
  const validHours = validHoursOf(pollutant, stations);
  if (value === null) {
    const missing = aqi === null || aqi.missing.includes(pollutant);
    return {
      pollutant,
      exact: null,
      ...NOTHING,
      clause: standard.aqi.clauses.missing,
      state: missing ? 'missing' : 'unmonitored',
      validHours,
    };
  }
  const { exact: iaqiExact, ...steps } = iaqiSteps(pollutant, value, standard.aqi, 'daily');
  // Above the 8-hour scale of HJ 633-2012 the AQI takes the index of the 1-hour value.
  return {
    pollutant,
    exact: exactText(pollutant, value),
    ...steps,
    iaqiExact,
    iaqi: steps.iaqi ?? aqi?.iaqi[pollutant] ?? null,
    state: steps.low === null ? 'beyond' : 'present',
    validHours,
  };
}

const exactText = (pollutant: Pollutant, value: Fraction | null): string | null =>
  value === null ? null : shownBeforeRounding(value, concentrationDecimals(pollutant));

/** Valid hours of the daily mean, of O3 valid 8-hour means; of several stations the fewest. Null where no station has hours. */
function validHoursOf(pollutant: Pollutant, stations: readonly DayStation[]): number | null {
  const counts = stations.flatMap(({ day: { day, hours } }) => {
    const ofPollutant = hours[pollutant];
    if (ofPollutant === undefined) return [];
    const reckoned = dayOfHours({ date: day.date, values: { [pollutant]: ofPollutant } });
    return [pollutant === 'o3' ? reckoned.ozoneWindows : reckoned.hours[pollutant]];
  });
  return counts.length === 0 ? null : Math.min(...counts);
}
