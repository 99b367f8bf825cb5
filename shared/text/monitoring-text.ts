import { decimalsSentences, type PrintedDecimals, roundingSentence } from './decimals-text.ts';
import { type Dust, dustSentences } from './dust-text.ts';
import { type IndexBasis, indexBasisSentence, indexRoundingSentence } from './index-text.ts';

/** 评价项目 as documents write them. */
const POLLUTANT_NAMES: Readonly<Record<string, string>> = {
  so2: '二氧化硫',
  no2: '二氧化氮',
  co: '一氧化碳',
  o3: '臭氧',
  pm10: '可吸入颗粒物',
  pm25: '细颗粒物',
  o3OneHour: '臭氧日最大1小时平均',
};
const POLLUTANT_SIGNS: Readonly<Record<string, string>> = {
  so2: 'SO2',
  no2: 'NO2',
  co: 'CO',
  o3: 'O3',
  pm10: 'PM10',
  pm25: 'PM2.5',
  o3OneHour: 'O3-1h',
};

/** 细颗粒物（PM2.5） */
export const pollutantText = (pollutant: string): string => `${POLLUTANT_NAMES[pollutant] ?? pollutant}（${pollutantSign(pollutant)}）`;

/** PM2.5 */
export const pollutantSign = (pollutant: string): string => POLLUTANT_SIGNS[pollutant] ?? pollutant;

/** A number as it is printed: with a true minus. */
export const numberText = (number: string): string => number.replace('-', '−');

/** 首要污染物, 主要污染物: PM2.5、O3; a dash for none. */
export const pollutantsText = (pollutants: readonly string[]): string =>
  pollutants.length === 0 ? '—' : pollutants.map(pollutantSign).join('、');

export const concentrationUnit = (pollutant: string): string => (pollutant === 'co' ? '毫克/立方米' : '微克/立方米');

interface NamedStandard {
  readonly quality: { readonly id: string; readonly stage: string };
  readonly aqi: { readonly id: string };
  readonly evaluation: string;
}

/** GB 3095-2026（过渡阶段限值）、HJ 633-2026、HJ 663-2026 */
export const standardName = ({ quality, aqi, evaluation }: NamedStandard): string =>
  [`${quality.id}${quality.stage === '' ? '' : `（${quality.stage}）`}`, aqi.id, evaluation].join('、');

/** Where a day's values come from. */
const DAY_SOURCES: Readonly<Record<string, string>> = { hours: '小时值', daily: '日均值', return: '填报表', mixed: '多种来源' };
export const daySourceText = (source: string | null): string => (source === null ? '' : (DAY_SOURCES[source] ?? source));

interface CountOfDay {
  readonly count: 'complete' | 'exceeded' | 'incomplete' | 'none' | 'dust';
  readonly countClause: string;
  readonly missing: readonly string[];
  readonly dust?: boolean;
}

/** 有效天: whether a day counts and why, with the clause. */
export const dayCountText = {
  uncounted: (days: number): string => `无底色：缺项且其余不超标，不计入天数 ${days} 天`,
  why: ({ count, countClause, missing, dust }: CountOfDay): string => {
    if (count === 'none') return '没有数据，不计入天数。';
    if (count === 'dust') return dust === false ? '例外事件当日，不计入天数。' : '沙尘影响日，不计入天数。';
    const clause = `（${countClause}）`;
    if (count === 'incomplete') return `缺 ${pollutantsText(missing)}，其余各项不超标，不计入天数${clause}。`;
    if (count === 'complete') return `监测项目齐全，计入天数${clause}。`;
    return `有污染物超标，${missing.length === 0 ? '' : `虽缺 ${pollutantsText(missing)}，`}计入天数${clause}。`;
  },
} as const;

interface PlanWords {
  readonly whole: string;
  readonly ofDistrict: string;
  readonly towns: string;
}

/** What the district's values are the mean of. */
export const districtSourceText = (meanOf: 'stations' | 'towns', { ofDistrict, towns }: PlanWords): string =>
  meanOf === 'stations' ? `${ofDistrict}点位` : `各${towns}全部有效点位`;

/** What a table of evaluations has to say below it. */
export interface EvaluationNotes {
  /** Printed names of the standards. */
  readonly standards: readonly string[];
  /** Whether a standard was chosen for every day, whatever its date. */
  readonly forced: boolean;
  /** The period has days under more than one standard and each is judged by its own. */
  readonly mixed: boolean;
  /** What was taken, and what the work has. */
  readonly dust: { readonly days: number; readonly used: Dust; readonly ofWork: Dust };
  /** Sentences about 例外事件. */
  readonly events?: readonly string[];
  readonly index: { readonly rounding: string; readonly pm25Decimals?: '0' | '1' | undefined };
  /** Null for a period that ends before HJ 663-2026. */
  readonly indexBasis: IndexBasis | null;
  readonly weighted: boolean;
  readonly decimals: PrintedDecimals;
  /** Names of places that do not measure all six pollutants. */
  readonly partial: readonly string[];
  /** Name of the district and what its values are the mean of; null where it is not in the table or has no data. */
  readonly district: { readonly name: string; readonly meanOf: 'stations' | 'towns' } | null;
  /** Names of towns with days taken from their returns. */
  readonly fromReturns: readonly string[];
  readonly sample: boolean;
  readonly words: PlanWords;
}

export function evaluationNotes(notes: EvaluationNotes): string[] {
  return [
    ...(notes.sample ? ['含示例数据，仅供试用，不得作为考核依据。'] : []),
    ...(notes.standards.length === 0
      ? []
      : [`评价依据：${notes.standards.join('；')}${notes.forced ? '（按指定标准评价全部日期）' : ''}。`]),
    ...(notes.mixed ? [MIXED_SENTENCE] : []),
    COUNTED_SENTENCE,
    ...dustSentences(notes.dust.days, notes.dust.used, notes.dust.ofWork),
    ...(notes.events ?? []),
    roundingSentence(notes.decimals),
    ...decimalsSentences(notes.decimals),
    indexSentence(notes),
    ...indexBasisSentence(notes.indexBasis),
    ...(notes.partial.length === 0
      ? []
      : [`${notes.partial.join('、')}未监测全部六项污染物，按已监测项目计算，优良天数和综合指数与六项齐全的不可比。`]),
    ...(notes.district === null
      ? []
      : [`${notes.district.name}数值为${districtSourceText(notes.district.meanOf, notes.words)}的算术平均值。`]),
    ...(notes.fromReturns.length === 0 ? [] : [`${notes.fromReturns.join('、')}没有监测数据的日期采用本单位填报表的日均值。`]),
  ];
}

const MIXED_SENTENCE =
  '时段跨越新旧标准：2026年2月28日及以前按2012年标准、3月1日起按2026年标准逐日评价，达标评价采用时段最后一日的限值；按单一标准评价的结果另列。';

const COUNTED_SENTENCE =
  '有效天数为监测项目齐全的天数，加上虽有缺项但已有污染物超标（AQI大于100）的天数；缺项且其余各项不超标的不计（HJ 663-2013 6.1；2026年3月1日起HJ 633-2026 5.3.1、5.3.2）。';

const indexSentence = ({ index, weighted }: EvaluationNotes): string =>
  `综合指数为各单项指数${weighted ? '加权' : ''}之和，${indexRoundingSentence(index)}；CO取第95百分位数、O3取日最大8小时平均第90百分位数，其余取平均值。`;

export const FORECAST_NOTES: readonly string[] = [
  '方案未规定预报准确率的算法，现并列通行口径：级别（跨级预报含实况级别即为准确）、范围（实况AQI在预报值±25%以内，区间预报取中值）、区间、首要污染物（实况AQI大于50的天数）、重污染（实况AQI大于200的天数）。',
  '分母为既有预报又有有效实况的天数；同一日期、同一时效有多次预报的，以最后一次为准。',
  '误差按预报AQI减实况AQI计，区间预报取中值；污染日为AQI大于100的日子。持续性预报指“被预报之日与发布之日相同”，预报应当好于它。方案和标准没有规定这些指标。',
  '实况按预报发布之日施行的标准评价，2026年3月1日以前发布的预报按2012年标准的级别判定。',
];

export const OUTLOOK_NOTES: readonly string[] = ['剩余天数均按有效天数、无沙尘影响测算；目标按修约后的数值判定（GB/T 8170）。'];

export const outlookTownNote = ({ whole, towns }: PlanWords): string => `方案目标是${whole}目标，${towns}测算结果供内部调度参考。`;

const TABLE_SHAPES: Readonly<Record<string, string>> = {
  long: '长表（每行一个地点、一个时间）',
  townColumns: '每列一个地点',
  townPollutantColumns: '每列一个地点的一项污染物',
  sheetPerTown: '每个工作表一个地点',
  dateColumns: '每列一个日期',
  hourColumns: '每列一个小时',
  dust: '扣沙日清单',
  forecast: '预报清单',
};
export const tableShapeText = (shape: string): string => TABLE_SHAPES[shape] ?? shape;

const COLUMN_MEANINGS: Readonly<Record<string, string>> = {
  place: '地点',
  station: '点位',
  region: '区域',
  year: '年',
  month: '月',
  date: '日期',
  hour: '小时',
  pollutantName: '监测项目',
  value: '监测值',
  stated: '只作核对',
  flag: '数据标识',
};

/** What a column is read as; blank where it is not read. */
export const columnMeaningText = (meaning: string, field: string | null): string =>
  field === null ? (COLUMN_MEANINGS[meaning] ?? '') : pollutantSign(field);
