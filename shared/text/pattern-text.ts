import { concentrationUnit, pollutantSign } from './monitoring-text.ts';
import { periodText } from './report-text.ts';

/** 时间变化 in words: for the command, and for the page. */
export const PATTERN_PARTS = ['hours', 'weekdays', 'months'] as const;
export type PatternPart = (typeof PATTERN_PARTS)[number];

export interface PatternNotes {
  readonly pollutant: string;
  readonly dust: { readonly days: number; readonly out: boolean };
  /** Places that have daily values and no hours. */
  readonly withoutHours: readonly string[];
  /** Places that have hours on some days only. */
  readonly partly: readonly { readonly name: string; readonly hours: number; readonly days: number }[];
  readonly sample: boolean;
}

/** Sentences to stand under the table. */
export function patternNotes({ pollutant, dust, withoutHours, partly, sample }: PatternNotes): string[] {
  const sign = pollutantSign(pollutant);
  const particles = pollutant === 'pm25' || pollutant === 'pm10';
  return [
    `${sign}各点为时段内落在该小时、星期或月份的全部有效值的算术平均，单位${concentrationUnit(pollutant)}；括号内或“个数”列为值的个数。`,
    pollutant === 'o3'
      ? '按小时为O3的1小时平均；按星期、按月份为日最大8小时平均的平均值，不是评价用的第90百分位数。'
      : `按小时为1小时平均；按星期、按月份为日均值的平均值${pollutant === 'co' ? '，不是评价用的第95百分位数' : ''}。`,
    '一个月的有效日均值少于27天（2月25天）的，月平均不作评价，仅供参考（GB 3095 数据有效性）。',
    ...(particles && dust.days > 0
      ? [dust.out ? `已扣除扣沙日（最多的地区${dust.days}天）。` : `含扣沙日（最多的地区${dust.days}天）。`]
      : []),
    ...(withoutHours.length === 0 ? [] : [`没有${sign}小时值，不能按小时统计：${withoutHours.join('、')}。导入监测站的小时值后才有。`]),
    ...partly.map(({ name, hours, days }) => `${name}有日均值的${days}天中，有小时值的${hours}天；按小时只统计有小时值的日子。`),
    ...(sample ? ['示例数据，仅用于演示。'] : []),
  ];
}

const WEEKDAYS = ['星期一', '星期二', '星期三', '星期四', '星期五', '星期六', '星期日'] as const;

/** 0—1时, 星期一, 1月 */
export function patternPointText(part: PatternPart, at: number): string {
  switch (part) {
    case 'hours':
      return `${at - 1}—${at}时`;
    case 'weekdays':
      return WEEKDAYS[at - 1] ?? '';
    case 'months':
      return `${at}月`;
  }
}

export const patternText = {
  describe: '时间变化：一个项目按小时、按星期、按月份的平均值和值的个数',
  places: '地点，最多六个；本级写“全区”“全县”或本区县名称',
  pollutant: '项目：pm25、pm10、so2、no2、co、o3',
  pollutantInvalid: '可选 pm25、pm10、so2、no2、co、o3。',
  placesInvalid: '一次最多列六个地点。',
  heading: (pollutant: string, period: string): string => `${pollutantSign(pollutant)}时间变化　${periodText(period)}`,
  parts: { hours: '按小时', weekdays: '按星期', months: '按月份' },
  first: { hours: '小时', weekdays: '星期', months: '月份' },
  none: '没有数据',
  noHours: '没有小时值',
  counted: (value: string, count: number): string => `${value}（${count}）`,
  page: {
    part: '分组',
    pollutant: '项目',
    title: (pollutant: string, part: PatternPart): string => `${pollutantSign(pollutant)}${patternText.parts[part]}变化`,
    picture: (places: readonly string[], pollutant: string, part: PatternPart, period: string): string =>
      `${places.join('、')} ${patternText.page.title(pollutant, part)}（${periodText(period)}）`,
    label: (pollutant: string, part: PatternPart): string => `${patternText.page.title(pollutant, part)}曲线，数字见旁边的表`,
    table: (pollutant: string, part: PatternPart): string =>
      `${patternText.page.title(pollutant, part)}（${concentrationUnit(pollutant)}）`,
    count: '个数',
    countOf: (place: string): string => `${place} 个数`,
    line: (place: string, value: string, count: number): string => `${place}：${value}（${count}个值）`,
    hourAxis: '小时（1 为 0—1时，24 为 23—24时）',
    noHoursTitle: (period: string, pollutant: string): string => `${periodText(period)}没有${pollutantSign(pollutant)}小时值`,
    noHoursHint:
      '按小时统计要用监测站的小时值：请在“导入”页导入带小时的监测数据（一行一小时，或一行一天、小时横排）；日均值可以按星期、按月份统计。',
    noDataTitle: (period: string, pollutant: string): string => `${periodText(period)}没有${pollutantSign(pollutant)}数据`,
    noDataHint: '请另选地区、时段或项目，或导入监测数据。',
  },
} as const;
