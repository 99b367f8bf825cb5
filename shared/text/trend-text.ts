import { numberText, pollutantSign } from './monitoring-text.ts';

/** 多年变化 in words: for the command and for under its table. */
interface Test {
  readonly count: number;
  readonly published: string;
  readonly critical: string;
  readonly significant: boolean;
  readonly direction: 'rising' | 'falling' | 'level';
}

interface Trend {
  readonly measure: string;
  readonly spearman: Test | null;
  readonly missing: 'few' | 'many' | null;
  readonly slope: { readonly published: string } | null;
}

export const trendMeasureText = (measure: string): string => (measure === 'index' ? '综合指数' : pollutantSign(measure));

const DIRECTIONS = { rising: '上升', falling: '下降', level: '持平' } as const;

/** 下降，显著（rs −1.000，N 6，临界值 0.829）; why there is none. */
export function trendTestText({ spearman, missing }: Trend): string {
  if (spearman === null) return missing === 'many' ? '年数超出检验表（5至10年），不作检验' : '数据年数不足（至少5年），不作检验';
  const { direction, significant, published, count, critical } = spearman;
  const said = significant ? `${DIRECTIONS[direction]}，显著` : `${DIRECTIONS[direction]}，不显著`;
  return `${said}（rs ${numberText(published)}，N ${count}，临界值 ${critical}）`;
}

export const trendSlopeText = ({ slope }: Trend): string => (slope === null ? '—' : numberText(slope.published));

export const trendNotes = ({ severalLimits }: { readonly severalLimits: boolean }): string[] => [
  '各年值为年均值，CO为第95百分位数，O3为日最大8小时平均第90百分位数；有效天数不足的年度不计。',
  '三年滑动平均为连续三年各年值（未修约）的算术平均；三年中有一年不计的不列。',
  '趋势按HJ 663-2013附录B的秩相关系数法（Spearman，显著性水平0.05）：|rs|不小于临界值的为显著；每年变化为Theil–Sen斜率（各两年之间变化率的中位数）。',
  ...(severalLimits ? ['综合指数跨越不同限值的年度，不可直接相比。'] : []),
];

/** What the command says. */
export const trendText = {
  describe: '多年变化：各年值、三年滑动平均、Spearman 趋势检验、Theil–Sen 每年变化',
  from: '从哪一年起',
  to: '到哪一年',
  heading: (name: string, from: number, to: number): string => `${name} ${from}—${to} 年变化`,
  columns: { measure: '项目', threeYears: '三年滑动平均', slope: '每年变化', test: '趋势' },
  page: {
    title: (place: string, measure: string): string => `${place}${measure}历年变化`,
    label: (place: string, measure: string): string => `${place}${measure}历年值和三年滑动平均，数字见下面的表`,
    table: (place: string, from: number, to: number): string => `${place} ${from}—${to} 年各年值`,
    value: '年值',
    threeYears: '三年滑动平均',
    year: (year: number): string => `${year}年`,
    line: (name: string, value: string, unit: string): string => `${name}：${value}${unit}`,
    noData: (place: string): string => `${place}没有可以评价的年度`,
    noDataHint: '一年的有效天数足够，才有年值。请导入往年的监测数据。',
    threeYearsTo: (year: number): string => `至 ${year} 年`,
  },
  none: '  没有数据',
  orderInvalid: '起止年份不正确：起始年不晚于终止年，最多 30 年。',
} as const;
