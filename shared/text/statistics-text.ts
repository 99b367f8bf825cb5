import { decimalsSentences, type PrintedDecimals } from './decimals-text.ts';
import { numberText, pollutantSign } from './monitoring-text.ts';
import { periodText } from './report-text.ts';

/** 数据与超标统计 in words: for the command, the page and under the tables. */
interface Captured {
  readonly valid: number;
  readonly due: number;
  readonly rate: { readonly published: string } | null;
}

interface Over {
  readonly limit: number;
  readonly values: number;
  readonly over: number;
  readonly rate: { readonly published: string } | null;
  readonly days: readonly { readonly date: string; readonly count: number }[];
  readonly peak: { readonly value: string; readonly multiple: string; readonly at: readonly string[] } | null;
}

interface Exceedance {
  readonly standard: string;
  readonly pollutant: string;
  readonly daily: Over;
  readonly hourly: Over | null;
}

const NONE = '—';

/** 27/31（87.1%）; of a month that has too few days for its mean: 20/31（64.5%）不足27天. */
export function capturedText(captured: (Captured & { readonly required?: number }) | null): string {
  if (captured === null) return NONE;
  const { valid, due, rate, required = 0 } = captured;
  const told = `${valid}/${due}${rate === null ? '' : `（${rate.published}%）`}`;
  return valid < required ? `${told} 不足${required}天` : told;
}

const STANDARDS: Readonly<Record<string, string>> = { 2012: 'GB 3095-2012', 2026: 'GB 3095-2026 过渡', 2031: 'GB 3095-2026' };

/** A line of the table: a pollutant against one of its limits. */
export interface ExceedanceLine {
  readonly key: string;
  readonly standard: string;
  readonly pollutant: string;
  readonly averaging: string;
  readonly limit: string;
  readonly values: string;
  readonly over: string;
  readonly rate: string;
  readonly peak: string;
  readonly multiple: string;
  readonly at: string;
  readonly dates: string;
}

/** Days and hours of each pollutant, a line each; `oneYear`: dates without their year. */
export const exceedanceLines = (rows: readonly Exceedance[], oneYear: boolean): ExceedanceLine[] =>
  rows.flatMap(({ standard, pollutant, daily, hourly }) => [
    overLine({ standard, pollutant, kind: 'daily' }, daily, oneYear),
    ...(hourly === null ? [] : [overLine({ standard, pollutant, kind: 'hourly' }, hourly, oneYear)]),
  ]);

interface OverOf {
  readonly standard: string;
  readonly pollutant: string;
  readonly kind: 'daily' | 'hourly';
}

function overLine({ standard, pollutant, kind }: OverOf, over: Over, oneYear: boolean): ExceedanceLine {
  const { limit, values, rate, peak, days } = over;
  const counted = days.map(({ date, count }) => `${dayText(date, oneYear)}（${count}小时）`).join('、');
  return {
    key: `${standard} ${pollutant} ${kind}`,
    standard: STANDARDS[standard] ?? standard,
    pollutant: pollutantSign(pollutant),
    averaging: kind === 'hourly' ? '小时平均' : pollutant === 'o3' ? '日最大8小时' : '日平均',
    limit: `${limit} ${pollutant === 'co' ? 'mg' : 'μg'}/m³`,
    values: String(values),
    over: String(over.over),
    rate: rate?.published ?? NONE,
    peak: peak?.value ?? NONE,
    multiple: peak?.multiple ?? NONE,
    at: peak === null ? NONE : peak.at.map((at) => momentText(at, oneYear)).join('、'),
    dates:
      over.over === 0
        ? NONE
        : kind === 'hourly'
          ? counted
          : datesText(
              days.map(({ date }) => date),
              oneYear,
            ),
  };
}

const dayText = (date: string, oneYear: boolean): string => (oneYear ? date.slice(5) : date);

/** 07-15 16时: the hour that ends then. */
const momentText = (at: string, oneYear: boolean): string => {
  const [date = '', hour] = at.split(' ');
  return hour === undefined ? dayText(date, oneYear) : `${dayText(date, oneYear)} ${Number(hour)}时`;
};

/** 03-01至03-03、03-09: days that follow one another as one span. */
export function datesText(dates: readonly string[], oneYear: boolean): string {
  const runs: { first: string; last: string }[] = [];
  for (const date of dates) {
    const run = runs.at(-1);
    if (run !== undefined && dayAfter(run.last) === date) run.last = date;
    else runs.push({ first: date, last: date });
  }
  return runs.map(({ first, last }) => [...new Set([first, last])].map((date) => dayText(date, oneYear)).join('至')).join('、') || NONE;
}

const dayAfter = (date: string): string => new Date(Date.parse(`${date}T00:00:00Z`) + MILLISECONDS_OF_DAY).toISOString().slice(0, 10);
const MILLISECONDS_OF_DAY = 86_400_000;

export const isOneYear = (period: string): boolean => new Set(period.match(/20\d\d/gu)).size === 1;

export const percentileValueText = (value: { readonly published: string } | undefined): string =>
  value === undefined ? NONE : numberText(value.published);

export interface StatisticsNotes {
  readonly until: string | null;
  readonly hours: boolean;
  readonly decimals: PrintedDecimals;
}

export function statisticsNotes({ until, hours, decimals }: StatisticsNotes): string[] {
  return [
    '应测天数按监测项目和时段计；数据截止日以后的日期不计入应测。有效天数含扣沙日（测到了即为有效），不足GB 3095-2026表4要求的注明。',
    ...(until === null || until === '' ? [] : [`数据截至${until}。`]),
    hours
      ? '小时数为各点位小时数之和：当月有小时值的点位，按其应测天数每天24小时计应测；超标小时按参与平均的点位的小时均值计，时间为该小时的终点。'
      : '没有小时值，不统计小时。',
    '超标：浓度按评价位数修约（GB/T 8170）后高于当日标准的限值；超标倍数＝（浓度−限值）÷限值，由修约后的浓度计算，保留2位小数（HJ 663-2026 表3；HJ 663-2013的条文未能查到原文，暂照同样办理）；最大值相同的各日、各小时都列出。PM10、PM2.5没有小时限值。',
    '首要污染物按计入天数统计，并列的各计一天；百分位数按HJ 663附录A的内插法，由参与评价的日值计算。',
    ...decimalsSentences(decimals),
  ];
}

/** What the command and the page say. */
export const statisticsText = {
  describe: '统计：各月数据获取率、超标天数和小时及最大超标倍数、首要污染物的日期、任意百分位数',
  percentile: '百分位，0 到 100，可写几个，如 50 97.5；不写为 50、90、95、98',
  percentileInvalid: '请写 0 到 100 之间的数，最多 4 位小数，如 90 或 97.5。',
  heading: (name: string, period: string): string => `${name} ${periodText(period)}统计`,
  none: (name: string, period: string): string => `${name}${periodText(period)}没有数据`,
  noneHint: '请另选地区或时段，或导入该时段的监测数据。',
  monthText: (month: string): string => `${month.slice(0, 4)}年${Number(month.slice(5))}月`,
  capture: '各月有效天数（有效/应测）',
  captureHours: '各月有效小时数（有效/应测）',
  exceedances: '超标天数与超标小时',
  primary: '首要污染物',
  percentiles: '日值百分位数',
  asked: '百分位',
  askedHint: '用顿号或空格隔开，如 50 97.5',
  columns: {
    month: '月份',
    due: '天数',
    counted: '计入天数',
    standard: '标准',
    pollutant: '污染物',
    averaging: '均值',
    limit: '限值（二级）',
    values: '评价数',
    over: '超标数',
    rate: '超标率（%）',
    peak: '最大值',
    multiple: '最大超标倍数',
    at: '出现时间',
    dates: '超标日期',
    days: '天数',
    primaryDates: '日期',
    polluted: '其中污染天',
    pollutedDates: '污染天日期',
    validDays: '有效天数',
    percentile: (p: string): string => `第${p}百分位`,
  },
} as const;
