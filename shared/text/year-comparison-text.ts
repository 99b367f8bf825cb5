import { stateText, statusText } from './score-text.ts';

/** Words of 多年对照: on the page, on the command line, in the workbook. */
export const yearComparisonText = {
  command: '多年对照：指标各年度目标和完成值、对最后一年目标的完成进度、趋势',
  span: '只列这些年度，如 2024-2027；不写列出全部',
  out: '另存为 Excel 工作簿',
  spanInvalid: (text: string): string => `“${text}”不是年度范围，请写 2024-2027 或 2024。`,
  written: (file: string, kilobytes: number): string => `已生成 ${file}（${kilobytes} KB）`,

  fileName: '多年对照.xlsx',
  export: '导出 Excel…',
  exported: (name: string): string => `已导出：${name}`,
  downloaded: (name: string): string => `已交浏览器下载：${name}`,
  table: '主要指标各年度目标和完成值',
  documentTitle: (subject: string, first: number, last: number): string =>
    `${subject}${first === last ? first : `${first}—${last}`}年目标和完成情况对照表`,
  empty: '没有可以对照的指标。',
  number: '序号',
  category: '类别',
  name: '指标',
  measureName: (name: string, unit: string, cumulative: boolean): string => `${cumulative ? '＊' : ''}${name}（${unit}）`,
  targetOf: (year: number): string => `${year}年目标`,
  resultOf: (year: number, sample: boolean): string => `${year}年完成${sample ? '〔示例〕' : ''}`,
  progress: '完成进度',
  trend: '趋势',
  none: '—',
  sampleMark: '〔示例数据〕',
  /** 80.0%（2023年起）; of a 累计数 the percentage alone. */
  progressFrom: (percent: string, from: number | null): string => (from === null ? `${percent}%` : `${percent}%（${from}年起）`),
  trends: { better: '改善', level: '持平', worse: '变差' },
  notes: [
    '完成值：已开启并选定评分办法的年度，为指标完成情况表的完成值（含认定数）；其余年度为已录入的认定数。',
    '完成进度为本工具自定的算法，方案和标准没有规定：（最新完成值－起点）÷（最后一年目标－起点）。起点为最早一年的完成值；带“＊”的累计数从0起算。最后一年目标指印发或按文件调整的最后一个年度目标，不含沿用、插值所得。大于100%为超过目标，负数为比起点更差。按表中完成值计算，保留一位小数。',
    '缺起点：只有一年完成值；逐年完成：当年新增、每年完成一次的指标，各年互不相加；起点已达目标：最早一年的完成值已好于目标。这几种情况不算进度。目标为文字或区间的也不算。',
    '趋势为本工具自定的算法：最近两个有完成值的年度相比，目标为不低于的，升为改善；目标为不高于的，降为改善；相等为持平。',
  ],
  sampleNote: '标“〔示例〕”的年度，完成值全部或部分来自示例数据，不得作为考核依据。',
} as const;

/** What stands under the comparison; of signed years by which run their results are. */
export const comparisonNotes = (years: readonly { readonly year: number; readonly signedRun: number | null }[]): string[] => [
  ...yearComparisonText.notes,
  ...years.flatMap(({ year, signedRun }) => (signedRun === null ? [] : [`${year}年已定稿，完成值出自定稿的第 ${signedRun} 号计算记录。`])),
];

/** A result in a cell: its number, else what was reported in words, else why there is none. */
export function yearResultText(result: ResultCell | null | undefined): string {
  if (result === null || result === undefined) return yearComparisonText.none;
  const untargeted = result.untargeted === null ? null : UNTARGETED_TEXTS[result.untargeted];
  if (result.value !== null) return untargeted === null ? result.value : `${result.value}（${untargeted}）`;
  if (untargeted !== null) return untargeted;
  if (result.status !== null) return statusText(result.status);
  return result.state === null ? yearComparisonText.none : stateText(result.state);
}

/** By what a result would be judged: not 不涉及, which is said of a unit. */
const UNTARGETED_TEXTS = { pending: '目标待定', none: '不考核' } as const;

interface ResultCell {
  readonly untargeted: keyof typeof UNTARGETED_TEXTS | null;
  readonly value: string | null;
  readonly state: Parameters<typeof stateText>[0] | null;
  readonly status: string | null;
}

/** 完成进度 in a cell: per cent with its start, or why there is none. */
export function progressCellText({ progress, progressLack }: ProgressCell): string {
  if (progress !== null) return yearComparisonText.progressFrom(progress.percent, progress.from.year);
  return progressLack === null ? yearComparisonText.none : PROGRESS_LACK_TEXTS[progressLack];
}

interface ProgressCell {
  readonly progress: { readonly percent: string; readonly from: { readonly year: number | null } } | null;
  readonly progressLack: keyof typeof PROGRESS_LACK_TEXTS | null;
}

/** 趋势 in a cell: its word, or why there is none. */
export function trendCellText({ trend, trendLack }: TrendCell): string {
  if (trend !== null) return yearComparisonText.trends[trend.direction];
  return trendLack === null ? yearComparisonText.none : TREND_LACK_TEXTS[trendLack];
}

interface TrendCell {
  readonly trend: { readonly direction: keyof typeof yearComparisonText.trends } | null;
  readonly trendLack: keyof typeof TREND_LACK_TEXTS | null;
}

const TREND_LACK_TEXTS = {
  noTarget: '没有目标',
  notNumber: '目标不是数值',
  noDirection: '目标没有方向',
  noResult: '没有完成值',
  oneResult: '只有一年',
} as const;

const PROGRESS_LACK_TEXTS = {
  noTarget: '没有目标',
  notNumber: '目标不是数值',
  yearByYear: '逐年完成',
  noResult: '没有完成值',
  oneResult: '缺起点',
  startAtTarget: '起点等于目标',
  startBeyond: '起点已达目标',
} as const;
