import { pollutantSign } from './monitoring-text.ts';

const LEVELS: Readonly<Record<string, string>> = {
  pm25Mean: 'PM2.5平均浓度',
  pm10Mean: 'PM10平均浓度',
  so2Mean: 'SO2平均浓度',
  no2Mean: 'NO2平均浓度',
  coPercentile: 'CO日均值第95百分位数',
  o3Percentile: 'O3日最大8小时平均第90百分位数',
  goodDayRatio: '优良天数比率',
  heavyDays: '重污染天数',
  compositeIndex: '综合指数',
  sum: '浓度之和',
};

/** Of what a change is told; the ratio changes by 百分点, all others by %. */
const CHANGED: Readonly<Record<string, string>> = {
  pm25: 'PM2.5',
  pm10: 'PM10',
  so2: 'SO2',
  no2: 'NO2',
  co: 'CO',
  o3: 'O3',
  goodDayRatio: '优良天数比率',
  compositeIndex: '综合指数',
  sum: '浓度之和',
};

const WAYS = { Change: '同比', Recent: '环比' } as const;

const NAMES: Readonly<Record<string, string>> = {
  ...LEVELS,
  ...Object.fromEntries(
    Object.entries(CHANGED).flatMap(([of, name]) =>
      (['Change', 'Recent'] as const).map((way) => [`${of}${way}`, `${name}${WAYS[way]}变化${of === 'goodDayRatio' ? '' : '率'}`]),
    ),
  ),
};

interface SumOfText {
  readonly weighted: boolean;
  readonly parts: readonly { readonly of: string; readonly weight: string }[];
}

/** 排名项目 by its id; what a sum adds up is told where it is known. */
export function measureName(measure: string, sum?: SumOfText): string {
  const name = NAMES[measure] ?? measure;
  return sum === undefined || !measure.startsWith('sum') ? name : `${sumText(sum)}${name}`;
}

/** The same for the head of a narrow column, one under the other; of many how many they are, as the method names them. */
export const sumLines = ({ parts }: SumOfText): string =>
  parts.length > NAMED_IN_HEAD
    ? `${parts.length}项\n浓度`
    : parts.map(({ of, weight }) => `${pollutantSign(of)}${weight === '1' ? '' : `\n×${weight}`}`).join('\n+');

const NAMED_IN_HEAD = 3;

/** PM10、PM2.5, of a weighted sum PM2.5×0.6、PM10×0.4. */
const sumText = ({ weighted, parts }: SumOfText): string =>
  parts.map(({ of, weight }) => `${pollutantSign(of)}${weighted ? `×${weight}` : ''}`).join('、');

export const rankingMeasures: readonly string[] = Object.keys(NAMES);
