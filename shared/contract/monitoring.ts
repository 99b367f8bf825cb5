import { z } from 'zod';
import { periodEvaluation } from './monitoring-evaluation.ts';
import { findingSchema, grant, isoDate, passwords, year } from './common.ts';
import { forecastResult } from './monitoring-forecast.ts';
import { job, query, writingJob } from './method.ts';
import { outlookResult, outlookTarget } from './monitoring-outlook.ts';
import { pollutant, standardChoice } from './monitoring-settings.ts';

/** Which hour of the natural day (自然日) a label 0…23 names: `start` 0 = 00:00–01:00, `end` 0 = the last hour of the day before; `auto` goes by what the file proves, and takes 0…23 as end. */
export const hourStamp = z.enum(['auto', 'start', 'end']);

const previewColumn = z.object({
  /** Cell of the header. */
  cell: z.string(),
  header: z.string(),
  /** What it is read as: 镇街, 日期, PM2.5 …; blank for a column that is not read. */
  meaning: z.string(),
  /** Unit as printed or assumed; blank where none applies. */
  unit: z.string(),
});

const previewTable = z.object({
  sheet: z.string(),
  kind: z.enum(['daily', 'hourly', 'dust', 'forecast']),
  /** 长表, 每列一个镇街 …, in words. */
  shape: z.string(),
  columns: z.array(previewColumn),
});

/** What a file says of one station (or of a place without named stations) beside what is stored. */
const previewPlace = z.object({
  placeId: z.string(),
  name: z.string(),
  station: z.string(),
  kind: z.enum(['daily', 'hourly']),
  from: z.string(),
  to: z.string(),
  days: z.int(),
  newDays: z.int(),
  changedDays: z.int(),
  sameDays: z.int(),
  /** Days inside its span that the file does not have. */
  gapDays: z.int(),
});

/** One value that would differ from what counts now; null = missing (缺测). Hourly files are compared by their daily values; where these stay the same and hours differ, `field` is `hours` and `after` counts them. */
const previewChange = z.object({
  placeId: z.string(),
  name: z.string(),
  station: z.string(),
  date: z.string(),
  field: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
  sheet: z.string(),
  cell: z.string(),
});

const monitoringFile = z.object({
  file: z.string(),
  sha256: z.string().nullable(),
  /** monitoring 监测数据, dust 扣沙日清单, forecast 预报; null where the file is none of them. */
  kind: z.enum(['monitoring', 'dust', 'forecast']).nullable(),
  /** accepted: stored (or would be); duplicate: the same bytes are stored; unchanged: says nothing new; rejected: nothing of it can be used. */
  outcome: z.enum(['accepted', 'duplicate', 'unchanged', 'rejected']),
  sample: z.boolean(),
  /** xlsx, xls, csv; encoding of a text file. */
  format: z.string(),
  encoding: z.string().nullable(),
  tables: z.array(previewTable),
  places: z.array(previewPlace),
  /** The first of them in order of place and date. */
  changes: z.array(previewChange),
  changeCount: z.int(),
  /** Dust days or forecasts: how many are read, new, and taken back. */
  entries: z.object({ read: z.int(), added: z.int(), removed: z.int() }).nullable(),
  findings: z.array(findingSchema),
});
export type MonitoringFile = z.infer<typeof monitoringFile>;

const monitoringReport = z.object({
  dryRun: z.boolean(),
  files: z.array(monitoringFile),
  counts: z.object({
    accepted: z.int(),
    duplicate: z.int(),
    unchanged: z.int(),
    rejected: z.int(),
    errors: z.int(),
    warnings: z.int(),
    infos: z.int(),
  }),
});
export type MonitoringReport = z.infer<typeof monitoringReport>;

const importInput = z.strictObject({
  sources: z.array(grant).min(1),
  hourStamp: hourStamp.default('auto'),
  /** For dates without a year (1月1日). */
  year: year.optional(),
  /** A blank where a value is known: `keep` leaves the value and says so, `replace` takes it back. */
  blanks: z.enum(['keep', 'replace']).default('keep'),
  /** 归入: names of stations that nothing knows, and the stations or places they belong to; the register remembers them. */
  assign: z.array(z.strictObject({ station: z.string().min(1), place: z.string().min(1) })).optional(),
  passwords,
});

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
  standard: z.string(),
  dust: z.boolean(),
  source: daySource.nullable(),
});
export type CalendarDay = z.infer<typeof calendarDay>;

const calendar = z.object({
  placeId: z.string(),
  name: z.string(),
  year: z.int(),
  sample: z.boolean(),
  /** Printed names of the standards used. */
  standards: z.array(z.string()),
  pollutants: z.array(pollutant),
  /** Every day of the year, those without data too. */
  days: z.array(calendarDay),
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
});

const hourRow = z.object({
  /** 1 = 00:00–01:00 … 24. */
  hour: z.int(),
  values: z.array(z.object({ pollutant, value: z.string().nullable(), invalid: z.boolean() })),
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
  steps: z.array(iaqiStep),
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
  /** Stations whose mean the values are. */
  stations: z.array(z.string()),
});
export type MonitoringDayDetail = z.infer<typeof dayDetail>;

const evaluationRow = z.object({
  placeId: z.string(),
  name: z.string(),
  kind: z.enum(['town', 'district']),
  sample: z.boolean(),
  stations: z.int(),
  evaluation: periodEvaluation,
  /** 同比: the same period of the year before, and 环比: the period before; null without data. */
  lastYear: periodEvaluation.nullable(),
  before: periodEvaluation.nullable(),
});
export type EvaluationRow = z.infer<typeof evaluationRow>;

const dustDay = z.object({
  date: z.string(),
  /** Names, or 全区. */ places: z.array(z.string()),
  note: z.string(),
  file: z.string(),
  sheet: z.string(),
  cell: z.string(),
});

/** What is left out is asked of the settings of the work, as they hold on the last day of the period. */
export const evaluationSettings = z.strictObject({
  standard: standardChoice.default('byDate'),
  dust: z.strictObject({ concentrations: z.boolean().optional(), days: z.boolean().optional() }).prefault({}),
  index: z.strictObject({ rounding: z.enum(['sum', 'each']).optional(), weights: z.record(pollutant, z.string()).optional() }).prefault({}),
});

const ASSIGNING = [
  'WORK_NONE',
  'FILE_GRANT_UNKNOWN',
  'UNIT_UNKNOWN',
  'STATION_AMBIGUOUS',
  'STATION_NAME_PLACE',
  'STATION_TARGET',
  'CANCELLED',
] as const;

export const monitoringMethods = {
  /** Reads and judges files of monitoring data, dust days or forecasts; stores nothing. */
  'monitoring.preview': job(importInput, monitoringReport, ASSIGNING),
  /** `only`: SHA-256 of the files to take in. */
  'monitoring.import': writingJob(
    { permission: 'edit', audit: 'monitoring.import' },
    importInput.extend({ dryRun: z.boolean().default(false), only: z.array(z.string()).optional() }),
    monitoringReport,
    ASSIGNING,
  ),
  /** Towns and the district with what is known of the year, and the years that have data. */
  'monitoring.places': query(z.strictObject({ year }), z.object({ places: z.array(place), years: z.array(z.int()) }), ['WORK_NONE']),
  'monitoring.calendar': query(z.strictObject({ place: z.string(), year, standard: standardChoice.default('byDate') }), calendar, [
    'WORK_NONE',
    'UNIT_UNKNOWN',
  ]),
  'monitoring.day': query(z.strictObject({ place: z.string(), date: isoDate, standard: standardChoice.default('byDate') }), dayDetail, [
    'WORK_NONE',
    'UNIT_UNKNOWN',
  ]),
  /** Evaluation of the twelve months of a year, for the curves. */
  'monitoring.months': query(
    z.strictObject({ place: z.string(), year, settings: evaluationSettings.prefault({}) }),
    z.object({
      placeId: z.string(),
      name: z.string(),
      months: z.array(z.object({ month: z.string(), evaluation: periodEvaluation })),
      lastYear: z.array(z.object({ month: z.string(), evaluation: periodEvaluation })),
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
