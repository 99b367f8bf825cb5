import { signedText } from './causes-text.ts';
import { numberText } from './monitoring-text.ts';
import { dateText } from './report-text.ts';

/** 往年同期 and 各镇街对区均值的影响 in words: for the command, the page and under the tables. */
interface Value {
  readonly published: string;
  readonly years: readonly number[];
}

interface Usual {
  readonly past: readonly { readonly year: number; readonly wholeYear: { readonly published: string }; readonly met: boolean }[];
  readonly short: readonly number[];
  readonly few: boolean;
  readonly range: {
    readonly least: Value;
    readonly lower: Value | null;
    readonly median: Value;
    readonly upper: Value | null;
    readonly most: Value;
  } | null;
}

const NONE = '—';

/** 35.2（2021）; between two years 35.2（2021、2023）. */
export const usualValueText = (value: Value | null | undefined): string =>
  value === null || value === undefined ? NONE : `${numberText(value.published)}（${value.years.join('、')}）`;

/** 5年; with too few: 2年，偏少；2019年有效天数不足. */
export function usualYearsText({ past, short, few }: Usual): string {
  const told = [
    ...(past.length === 0 ? ['没有往年数据'] : [few ? `${past.length}年，偏少` : `${past.length}年`]),
    ...(short.length === 0 ? [] : [`${short.join('、')}年有效天数不足，未计`]),
  ];
  return told.join('；');
}

/** 全年 30.1～33.5. */
export function wholeYearText({ past }: Usual): string {
  const values = past.map(({ wholeYear }) => wholeYear.published).toSorted((one, other) => Number(one) - Number(other));
  const [least, most] = [values[0], values.at(-1)];
  if (least === undefined || most === undefined) return NONE;
  return least === most ? least : `${least}～${most}`;
}

/** 4/5年; of no year a dash. */
export const metText = ({ past }: Usual): string => (past.length === 0 ? NONE : `${past.filter(({ met }) => met).length}/${past.length}年`);

export const usualNotes = (years: readonly number[]): string[] => [
  years.length === 0
    ? '库内没有往年数据，不能给出往年同期的范围。'
    : `往年同期取库内${[...years].toReversed().join('、')}年与剩余天数相同的月日；各年有效天数不足（GB 3095-2026表4）的不计。`,
  '优良天数和重污染天数按剩余各日今年执行的标准重新判定往年的日值，以便相比。四分位数和中位数按HJ 663附录A的内插法，至少4年才列四分位数；不足3年的注明偏少，范围仅供参考。括号内为数值所在的年度，两个年度的为其间内插。',
  '“照往年后期”是假设剩余天数与该年同期相同时的全年结果；这是往年的范围，不是预测。',
];

export function leversNotes({ target, percentile }: { readonly target: boolean; readonly percentile: boolean }): string[] {
  return [
    '每降1（微克/立方米，CO为毫克/立方米）的影响：该镇街到测算日为止的每个有效日都低1时均值会低多少，由有效天数和当天参与平均的点位数决定，各行合计为1。',
    '剩余天数每降1：今后每天低1时全年均值会低多少，按到测算日为止的占比推算。',
    '拉动：（该镇街均值−总均值）×占比，各行合计为0；正的把总均值拉高。',
    ...(target ? ['目标是全区县的目标，与各镇街均值之差供内部调度参考。'] : []),
    ...(percentile ? ['CO、O3按百分位数评价，这里分解的是日值的平均值。'] : []),
  ];
}

/** A line of the table of levers. */
interface Lever {
  readonly name: string;
  readonly mean: { readonly published: string };
  readonly weight: { readonly published: string };
  readonly rest: { readonly published: string };
  readonly above: { readonly published: string };
  readonly pull: { readonly published: string };
  readonly overTarget: { readonly published: string } | null;
  readonly onLastYear: { readonly published: string } | null;
}

export const LEVER_KEYS = ['mean', 'weight', 'rest', 'above', 'pull', 'overTarget', 'onLastYear'] as const;
export type LeverKey = (typeof LEVER_KEYS)[number];

export function leverCellText(lever: Lever, key: LeverKey): string {
  const value = lever[key];
  if (value === null) return NONE;
  return key === 'mean' || key === 'weight' || key === 'rest' ? value.published : signedText(value.published);
}

/** What the commands and the page say. */
export const usualText = {
  title: (asOf: string): string => `${dateText(asOf)}以后的天数往年同期的情况`,
  describe: '各镇街对区均值的影响：每降 1 微克区均值降多少，高出区均值、目标和上年同期多少',
  heading: (name: string, sign: string, asOf: string, mean: string): string => `${name}${sign}截至${dateText(asOf)}：均值 ${mean}`,
  none: '  没有数据',
  columns: {
    place: '地区',
    measure: '目标项目',
    least: '最低',
    lower: '下四分位',
    median: '中位数',
    upper: '上四分位',
    most: '最高',
    years: '年数',
    met: '照往年后期能达到目标的',
    wholeYear: '照往年后期的全年值',
  },
  levers: {
    title: (name: string, sign: string): string => `各镇街对${name}${sign}均值的影响`,
    name: '镇街',
    mean: '均值',
    weight: '每降1区均值降',
    rest: '剩余天数每降1全年降',
    above: '高出区均值',
    pull: '拉动',
    overTarget: '高出目标',
    onLastYear: '较上年同期',
  },
} as const;
