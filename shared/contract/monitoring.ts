import { z } from 'zod';
import { DUST_DAY_MODES } from '../domain/air/types.ts';
import { EVENT_KINDS, EVENT_STATES } from '../domain/monitoring/events/event-kinds.ts';
import { periodEvaluation } from './monitoring-evaluation.ts';
import { isoDate, year } from './common.ts';
import { forecastResult } from './monitoring-forecast.ts';
import { query } from './method.ts';
import { importMethods } from './monitoring-import.ts';
import { outlookResult, outlookTarget } from './monitoring-outlook.ts';
import { evaluationSettings, MOST_PLACES, pollutant, standardChoice } from './monitoring-settings.ts';

/** By what days are looked at; dust days as the work has them where nothing is said. */
const looked = { standard: standardChoice.default('byDate'), dustDays: z.enum(DUST_DAY_MODES).optional() };

export { hourStamp, type MonitoringFile, type MonitoringReport } from './monitoring-import.ts';

/** hours: reckoned from hourly means; daily: imported daily means; return: the town's own 填报表; mixed: by pollutant or station. */
const daySource = z.enum(['hours', 'daily', 'return', 'mixed']);

const place = z.object({
  placeId: z.string(),
  name: z.string(),
  kind: z.enum(['town', 'district']),
  /** Named stations; empty where a place's data name none. */
  stations: z.array(z.string()),
  /** Days of the year with any value; of them with hours. */
  days: z.int(),
  hourDays: z.int(),
  pollutants: z.array(pollutant),
  from: z.string().nullable(),
  to: z.string().nullable(),
  sample: z.boolean(),
});
export type MonitoringPlace = z.infer<typeof place>;

const calendarDay = z.object({
  date: z.string(),
  /** published: the AQI stands; na: a pollutant is missing and the rest is at most 100 (HJ 633-2026 5.3.1); none: no value at all. */
  status: z.enum(['published', 'na', 'none']),
  aqi: z.int().nullable(),
  /** AQI of the pollutants that are there on an `na` day. */
  partialAqi: z.int().nullable(),
  level: z.int().min(1).max(6).nullable(),
  category: z.string().nullable(),
  primary: z.array(pollutant),
  missing: z.array(pollutant),
  /** 有效天: one of the days of the good-day ratio; why it is or is not, and what says so. */
  counted: z.boolean(),
  count: z.enum(['complete', 'exceeded', 'incomplete', 'none', 'dust']),
  countClause: z.string(),
  standard: z.string(),
  dust: z.boolean(),
  /** Of a day that counts without what dust or another event touches of it: what it was with all; the rest of the day is then without. */
  measured: z
    .object({ aqi: z.int().nullable(), level: z.int().nullable(), category: z.string().nullable(), primary: z.array(pollutant) })
    .nullable(),
  /** 例外事件 applied for or approved of the place on this day; left out without any. `out`: the work takes something out for it. */
  events: z
    .array(
      z.object({
        event: z.int(),
        kind: z.enum(EVENT_KINDS),
        name: z.string(),
        state: z.enum(EVENT_STATES),
        number: z.string(),
        pollutants: z.array(pollutant),
        out: z.boolean(),
      }),
    )
    .optional(),
  source: daySource.nullable(),
  /** Of the pollutant that most stations have: how many have it, ought to have it, and must. Null without a word of any station. */
  stations: z.object({ entered: z.int(), expected: z.int(), required: z.int() }).nullable(),
});
export type CalendarDay = z.infer<typeof calendarDay>;

/** How dust days count here, and how they do by the setting of the work. */
const dustDays = z.object({ used: z.enum(DUST_DAY_MODES), ofWork: z.enum(DUST_DAY_MODES) });

const calendar = z.object({
  placeId: z.string(),
  name: z.string(),
  year: z.int(),
  sample: z.boolean(),
  /** Printed names of the standards used. */
  standards: z.array(z.string()),
  pollutants: z.array(pollutant),
  dustDays,
  /** Every day of the year, those without data too. */
  days: z.array(calendarDay),
  /** Of the year (2024) and of each month (2024-07), as measured: 优良天, 超标天, 有效天, and days without a value for lack of stations. */
  tallies: z.array(z.object({ period: z.string(), good: z.int(), over: z.int(), counted: z.int(), tooFew: z.int() })),
  /** Runs of days without data between the first and the last day with data. */
  gaps: z.array(z.object({ from: z.string(), to: z.string(), days: z.int() })),
  firstDay: z.string().nullable(),
  lastDay: z.string().nullable(),
});
export type MonitoringCalendar = z.infer<typeof calendar>;

/** The calculation of one 分指数, step by step (HJ 633 公式(1)). */
const iaqiStep = z.object({
  pollutant,
  /** Unrounded concentration and the one that is put in (GB/T 8170: whole, CO one decimal). */
  exact: z.string().nullable(),
  rounded: z.string().nullable(),
  low: z.string().nullable(),
  high: z.string().nullable(),
  iaqiLow: z.int().nullable(),
  iaqiHigh: z.int().nullable(),
  /** Before it is rounded up. */
  iaqiExact: z.string().nullable(),
  iaqi: z.int().nullable(),
  clause: z.string(),
  /** present; missing 缺测 (NA); unmonitored 未监测 (/); beyond 超出最高限值. */
  state: z.enum(['present', 'missing', 'unmonitored', 'beyond']),
  /** Valid hours of the daily mean, or valid 8-hour means, of several stations the fewest; null where the day has no hours. */
  validHours: z.int().nullable(),
  /** Stations that have a value, ought to have one, and must; null without a word of any station. */
  stations: z.object({ entered: z.int(), expected: z.int(), required: z.int() }).nullable(),
});

const hourRow = z.object({
  /** 1 = 00:00–01:00 … 24. */
  hour: z.int(),
  /** Without a value: one was reported and is invalid, or there are some but not of as many stations as the day asks for. */
  values: z.array(z.object({ pollutant, value: z.string().nullable(), invalid: z.boolean(), tooFew: z.boolean() })),
  /** O3 8小时滑动平均 that ends with this hour; null where fewer than 6 hours are valid. */
  ozone8h: z.string().nullable(),
  aqi: z.int().nullable(),
  level: z.int().nullable(),
  primary: z.array(pollutant),
});

const dayDetail = z.object({
  placeId: z.string(),
  name: z.string(),
  date: z.string(),
  day: calendarDay,
  dustDays,
  steps: z.array(iaqiStep),
  /** 二级 limits of the day's standard (GB 3095): 24-hour mean, of O3 日最大8小时, and 1-hour mean where there is one; µg/m³, CO mg/m³. */
  limits: z.array(z.object({ pollutant, daily: z.number(), hourly: z.number().nullable() })),
  /** O3 日最大1小时平均. */
  ozoneOneHour: z.string().nullable(),
  hours: z.array(hourRow),
  /** Where each value of the day stands. */
  sources: z.array(
    z.object({
      station: z.string(),
      field: z.string(),
      file: z.string(),
      sha256: z.string(),
      sheet: z.string(),
      cell: z.string(),
      importedAt: z.string(),
    }),
  ),
  /** 公布的AQI: what tables without concentrations state of the day; nothing is computed from it. `differs` from what is computed, where both are known. */
  published: z.array(
    z.object({
      station: z.string(),
      aqi: z.int(),
      level: z.int().nullable(),
      primary: z.array(pollutant).nullable(),
      differs: z.boolean(),
      file: z.string(),
      sheet: z.string(),
      cell: z.string(),
    }),
  ),
  /** Stations whose mean the values are. */
  stations: z.array(z.string()),
  /** Names of the stations and towns that have values on the day, and of those that ought to have. */
  members: z.object({ entered: z.array(z.string()), lacking: z.array(z.string()) }),
});
export type MonitoringDayDetail = z.infer<typeof dayDetail>;

/** 参与平均的点位 of a period: what a value of an area is the mean of. */
const areaMembers = z.object({
  /** Names of those with a value in the period. */
  entered: z.array(z.string()),
  /** Most that ought to have one on a day, most that had one, and fewest that had one on a day with a value of the area. */
  expected: z.int(),
  most: z.int(),
  fewest: z.int(),
  /** Days on which some pollutant has no value of the area because too few stations have one. */
  shortDays: z.int(),
  /** Against the same period of last year: who entered now and not then, and then and not now; null without data then. */
  lastYear: z.object({ joined: z.array(z.string()), left: z.array(z.string()) }).nullable(),
});
export type AreaMembers = z.infer<typeof areaMembers>;

const evaluationRow = z.object({
  placeId: z.string(),
  name: z.string(),
  kind: z.enum(['town', 'district']),
  sample: z.boolean(),
  stations: z.int(),
  members: areaMembers,
  evaluation: periodEvaluation,
  /** 同比: the same period of the year before, and 环比: the period before; null without data. */
  lastYear: periodEvaluation.nullable(),
  before: periodEvaluation.nullable(),
});
export type EvaluationRow = z.infer<typeof evaluationRow>;

const evaluatedMonths = z.array(z.object({ month: z.string(), evaluation: periodEvaluation }));

/** Six years in one drawing are all that can be told apart in black and white. */
export const MOST_EARLIER = 4;

const dustDay = z.object({
  date: z.string(),
  /** Names, or 全区. */ places: z.array(z.string()),
  note: z.string(),
  file: z.string(),
  sheet: z.string(),
  cell: z.string(),
});

export const monitoringMethods = {
  ...importMethods,
  /** Towns and the district with what is known of the year, and the years that have data. */
  'monitoring.places': query(z.strictObject({ year }), z.object({ places: z.array(place), years: z.array(z.int()) }), ['WORK_NONE']),
  'monitoring.calendar': query(z.strictObject({ place: z.string(), year, ...looked }), calendar, ['WORK_NONE', 'UNIT_UNKNOWN']),
  'monitoring.day': query(z.strictObject({ place: z.string(), date: isoDate, ...looked }), dayDetail, ['WORK_NONE', 'UNIT_UNKNOWN']),
  /** The same of several places, for a view side by side. */
  'monitoring.calendars': query(
    z.strictObject({ places: z.array(z.string()).min(1).max(MOST_PLACES), year, ...looked }),
    z.object({ calendars: z.array(calendar) }),
    ['WORK_NONE', 'UNIT_UNKNOWN'],
  ),
  /** Evaluation of the twelve months of a year, for the curves. */
  'monitoring.months': query(
    z.strictObject({
      place: z.string(),
      year,
      /** Years before the last one that are wanted too. */ earlier: z.int().min(0).max(MOST_EARLIER).default(0),
      settings: evaluationSettings.prefault({}),
    }),
    z.object({
      placeId: z.string(),
      name: z.string(),
      months: evaluatedMonths,
      lastYear: evaluatedMonths,
      /** The newest first. */ earlier: z.array(z.object({ year: z.int(), months: evaluatedMonths })),
    }),
    ['WORK_NONE', 'UNIT_UNKNOWN'],
  ),
  /** Evaluation of a period (as in ranking.show) for some places, or all: district first. */
  'monitoring.evaluate': query(
    z.strictObject({ period: z.string().min(1), places: z.array(z.string()).optional(), settings: evaluationSettings.prefault({}) }),
    z.object({
      period: z.string(),
      rows: z.array(evaluationRow),
      sample: z.boolean(),
      /** Sentences on standard, dust and rounding, to print under a table. */ notes: z.array(z.string()),
    }),
    ['WORK_NONE', 'PERIOD_INVALID', 'UNIT_UNKNOWN'],
  ),
  'monitoring.dust': query(z.strictObject({ year }), z.object({ days: z.array(dustDay) }), ['WORK_NONE']),
  /** 预报准确率 over a span; the observation is that of `place`, the district by default. */
  'monitoring.forecast': query(
    z.strictObject({ period: z.string().min(1), place: z.string().optional(), lead: z.int().min(1).max(7).optional() }),
    forecastResult,
    ['WORK_NONE', 'PERIOD_INVALID', 'UNIT_UNKNOWN'],
  ),
  /** 倒排测算 as of a day (that day included) for the district and the towns; `targets` where the plan has none for the year. */
  'monitoring.outlook': query(
    z.strictObject({
      year,
      asOf: isoDate,
      places: z.array(z.string()).optional(),
      settings: evaluationSettings.prefault({}),
      targets: z.array(outlookTarget).min(1).optional(),
    }),
    outlookResult,
    ['WORK_NONE', 'UNIT_UNKNOWN', 'OUTLOOK_NO_TARGETS', 'OUTLOOK_DATE_OUTSIDE'],
  ),
};
