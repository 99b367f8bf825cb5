import { z } from 'zod';
import { MEASURES } from '../domain/air/ranking/measures.ts';
import { EVENT_KINDS } from '../domain/monitoring/events/event-kinds.ts';
import { sumSchema } from '../domain/air/ranking/sums.ts';
import { pollutant } from './monitoring-settings.ts';
import { computed } from './assessment.ts';
import { grant, year } from './common.ts';
import { command, query } from './method.ts';

const gap = z.discriminatedUnion('code', [
  z.object({ code: z.literal('NO_DATA') }),
  z.object({ code: z.literal('MONTH_DAYS_SHORT'), month: z.string(), validDays: z.int(), required: z.int() }),
  z.object({ code: z.literal('YEAR_DAYS_SHORT'), validDays: z.int(), required: z.int() }),
]);

/** A figure beside the same one of another period: `amount` is % for concentrations and indices, 百分点 for ratios, days for counts. */
const change = z.object({ amount: z.string(), course: z.enum(['better', 'worse', 'same']) });
export type AirChange = z.infer<typeof change>;

const rankedTown = z.object({
  unitId: z.string(),
  name: z.string(),
  /** Group it is ranked in (重点/一般); blank where the scheme has none. */
  group: z.string(),
  /** Competition rank (并列占位, 1 2 2 4) within its group; null where the data do not suffice. */
  rank: z.int().nullable(),
  /** Another town holds the same rank (并列). */
  shared: z.boolean(),
  /** Rank in the period before (上期), and places gained since (负数为下降). */
  previousRank: z.int().nullable(),
  movement: z.int().nullable(),
  /** Score of a mix scheme, published; null for others. */
  score: z.string().nullable(),
  /** Named stations; 1 where none is named. */
  stations: z.int(),
  /** Published means, µg/m³, decimals of the scheme. By the scheme's dust switch, and the other version. */
  pm25Mean: z.string().nullable(),
  pm25Other: z.string().nullable(),
  /** 同比. */
  pm25Change: change.nullable(),
  pm25Rank: z.int().nullable(),
  pm10Mean: z.string().nullable(),
  goodDays: z.int(),
  /** 优良天数比率, %, one decimal. */
  goodDayRatio: z.string().nullable(),
  goodDayRatioOther: z.string().nullable(),
  /** 百分点, 同比. */
  goodDayRatioChange: change.nullable(),
  goodDaysRank: z.int().nullable(),
  heavyDays: z.int(),
  /** 综合指数; null where a pollutant is missing. */
  compositeIndex: z.string().nullable(),
  compositeIndexChange: change.nullable(),
  compositeRank: z.int().nullable(),
  /** 主要污染物: of the largest single index. */
  mainPollutants: z.array(pollutant),
  /** PM2.5 less the target of the year (µg/m³); null where the year has none or the period is no whole year. */
  targetGap: z.string().nullable(),
  /** The target that a document sets for this very town, where it has one; else the gap is to the district's. */
  ownTarget: z.string().optional(),
  validDays: z.int(),
  calendarDays: z.int(),
  /** What was measured; fewer than six pollutants make the AQI an incomplete one. */
  pollutants: z.array(z.string()),
  /** Why it has no rank; empty for a ranked town. */
  gaps: z.array(gap),
  /** Measures of the scheme by which it does not compare: for lack of pollutants, or of data (同比 without last year's). It may be ranked all the same. */
  lacking: z.array(z.object({ measure: z.enum(MEASURES), reason: z.enum(['pollutants', 'data']) })),
  /** 名次不公布: it could be ranked, and too few of its group can; absent of others. */
  withheld: z.literal(true).optional(),
  /** Measures that decide its rank and have no column of their own, as they are published; absent where there are none. */
  figures: z.array(z.object({ measure: z.enum(MEASURES), sum: sumSchema.optional(), value: z.string().nullable() })).optional(),
  /** Where its days come from. */
  sources: z.array(z.enum(['hours', 'daily', 'return'])),
});
export type RankedTown = z.infer<typeof rankedTown>;

/** 名次不公布: a group (blank where the scheme has none) of which fewer can be ranked than the scheme needs for places. */
const withheldGroup = z.object({ group: z.string(), ranked: z.int(), needed: z.int() });
export type WithheldGroup = z.infer<typeof withheldGroup>;

/** 名次升降 is left out of a group: who is ranked now and was not in the period before, and the other way round, by name. */
const setChange = z.object({
  group: z.string(),
  came: z.array(z.string()),
  left: z.array(z.string()),
  /** The places of the period before are not published. */
  withheldBefore: z.boolean(),
});
export type RankedSetChange = z.infer<typeof setChange>;

const schemeSummary = z.object({
  id: z.string(),
  title: z.string(),
  /** Content hash. */
  version: z.string(),
  /** 第几版 of the scheme. */
  number: z.int(),
  /** First year it holds for. */
  year: z.int(),
  demonstration: z.boolean(),
  /** How it ranks, in one sentence made from its data. */
  method: z.string(),
  notes: z.array(z.string()),
  groups: z.array(z.object({ id: z.string(), name: z.string() })),
  /** What the first key or the mix is about, for the choice of the chart. */
  leading: z.enum(MEASURES),
});
export type RankingSchemeSummary = z.infer<typeof schemeSummary>;

export const rankingResult = z.object({
  period: z.string(),
  schemeId: z.string(),
  schemeTitle: z.string(),
  schemeVersion: z.string(),
  method: z.string(),
  demonstration: z.boolean(),
  notes: z.array(z.string()),
  /** Printed names of the standards used, one text for each set: GB 3095-2012、HJ 633-2012、HJ 663-2013. */
  standards: z.array(z.string()),
  /** 同比: last year's days are judged anew by this period's standard, because another one held then. */
  rejudged: z.boolean(),
  /** The period before (上期) that `previousRank` is of; null where there is none or it has no data. */
  previousPeriod: z.string().nullable(),
  /** Dust days of the period for some town, and what was taken out; `daysStay`: PM alone, the days count with the AQI of the others. */
  dust: z.object({ days: z.int(), concentrations: z.boolean(), dayCounts: z.boolean(), daysStay: z.literal(true).optional() }),
  /** Approved 例外事件 of the period, by kind, with the numbers of their approvals; `out`: something is taken out. Left out without any. */
  events: z
    .array(z.object({ kind: z.enum(EVENT_KINDS), name: z.string(), days: z.int(), numbers: z.array(z.string()), out: z.boolean() }))
    .optional(),
  /** µg/m³, the district's target of the year that `targetGap` is held against; null where there is none. */
  target: z.string().nullable(),
  sample: z.boolean(),
  /** Absent where the places of every group are published. */
  withheld: z.array(withheldGroup).optional(),
  /** Absent where every place is held against the period before. */
  setChanges: z.array(setChange).optional(),
  /** 环比: what the period is held against (null before the year 2000), and whether any town has enough data then; absent of other schemes. */
  recent: z.object({ period: z.string().nullable(), known: z.boolean() }).optional(),
  rows: z.array(rankedTown),
});
export type RankingResult = z.infer<typeof rankingResult>;

const otherMembers = z.object({ joined: z.array(z.string()), left: z.array(z.string()) }).nullable();

/** Said with a ranking that is shown or printed; a stored run does not keep it. */
const besideRanking = z.object({
  /** 第几版 of the scheme. */
  schemeNumber: z.int(),
  /** Decimals of PM2.5 by the scheme and by the settings of the work, where they are not the same; the scheme's hold. */
  pm25Decimals: z.object({ scheme: z.int(), work: z.int() }).nullable(),
  /** 参与平均的点位: names, of towns that are the mean of several, or of other ones than last year or the period before; null where they are the same. */
  members: z.array(
    z.object({ unitId: z.string(), name: z.string(), entered: z.array(z.string()), lastYear: otherMembers, recent: otherMembers }),
  ),
});
export type BesideRanking = z.infer<typeof besideRanking>;

const streakRow = z.object({
  unitId: z.string(),
  name: z.string(),
  group: z.string(),
  /** Twelve months in order; null where not ranked. `of` = how many were ranked in the group. */
  months: z.array(z.object({ month: z.string(), rank: z.int().nullable(), of: z.int(), bottom: z.boolean() })),
  /** Consecutive months in the bottom up to the last month with data; the run may have begun in the year before. */
  current: z.int(),
  /** Month in which that run began; null without one. */
  since: z.string().nullable(),
  /** Of the months of the year alone. */
  longest: z.int(),
  /** 预警, 约谈 … as the scheme names them, with the month in which each fell due. */
  actions: z.array(z.object({ month: z.string(), action: z.string(), rule: z.string() })),
});
export type StreakRow = z.infer<typeof streakRow>;

const rankingInput = z.strictObject({
  period: z.string().min(1),
  /** Id of a scheme; the work's default without it. */ scheme: z.string().optional(),
});

export const rankingMethods = {
  /** The ranking of a period (2024, 2024-H1, 2024-Q3, 2024-07, 2024-01..2024-07, 2024-07-01..2024-07-15) beside the period before; stores nothing. */
  'ranking.show': query(rankingInput, z.object({ current: rankingResult, previous: rankingResult.nullable(), beside: besideRanking }), [
    'WORK_NONE',
    'PERIOD_INVALID',
    'YEAR_NO_SCHEME',
    'SCHEME_UNKNOWN',
  ]),
  /** The ranking alone with the hash of what it came from; stores nothing (run.make does). */
  'ranking.rank': query(rankingInput, rankingResult.extend(computed.shape).extend(besideRanking.shape), [
    'WORK_NONE',
    'PERIOD_INVALID',
    'YEAR_NO_SCHEME',
    'SCHEME_UNKNOWN',
  ]),
  /** Months of a year in which towns stood at the bottom, and what the scheme asks for then. */
  'ranking.streaks': query(
    z.strictObject({ year, scheme: z.string().optional() }),
    z.object({
      year: z.int(),
      schemeId: z.string(),
      rules: z.array(z.string()),
      /** What a month without a rank does to a run. */ unrankedMonth: z.string(),
      rows: z.array(streakRow),
      /** Months of the year in which the places of a group are not published. */
      withheld: z.array(withheldGroup.extend({ month: z.string() })),
      sample: z.boolean(),
    }),
    ['WORK_NONE', 'YEAR_NO_SCHEME', 'SCHEME_UNKNOWN'],
  ),
  /** Schemes of the work that hold for the year, newest version of each, the default first; `offered`: templates that are not in the work yet. */
  'ranking.schemes': query(
    z.strictObject({ year }),
    z.object({ schemes: z.array(schemeSummary), offered: z.array(z.object({ id: z.string(), title: z.string() })) }),
    ['WORK_NONE'],
  ),
  /** Adds a scheme, or a new version of one, from a YAML file or from the program's templates; older versions stay. */
  'ranking.add': command(
    { permission: 'decide', audit: 'ranking.add' },
    z.strictObject({ file: grant.optional(), template: z.string().optional() }),
    schemeSummary,
    ['WORK_NONE', 'SCHEME_INVALID', 'SCHEME_UNKNOWN', 'SCHEME_EXISTS', 'SCHEME_OTHER_KIND', 'FILE_GRANT_UNKNOWN'],
  ),
};
