import { numberText, pollutantSign } from './monitoring-text.ts';
import { periodText } from './report-text.ts';

/** 归因 in words: for the command, the page and under the table. */
interface Cause {
  readonly name: string;
  readonly before: { readonly published: string } | null;
  readonly now: { readonly published: string } | null;
  readonly own: { readonly published: string };
  readonly mix: { readonly published: string };
  readonly total: { readonly published: string };
  readonly share: { readonly published: string } | null;
}

type Rest = Readonly<Record<'own' | 'mix' | 'total', string>>;

interface Causes {
  readonly before: { readonly published: string };
  readonly now: { readonly published: string };
  readonly whole: Pick<Cause, 'own' | 'mix' | 'total'>;
  readonly parts: readonly Cause[];
  readonly months: readonly Cause[];
  readonly rests: { readonly parts: Rest; readonly months: Rest };
}

/** A line of the printed table. */
export interface CauseLine {
  /** Which way the change is taken apart: the lines of one way are the whole change. */
  readonly section: string;
  readonly key: string;
  readonly name: string;
  readonly before: string;
  readonly now: string;
  readonly own: string;
  readonly mix: string;
  readonly total: string;
  readonly share: string;
  readonly kind: 'part' | 'rest' | 'whole';
}

const NONE = '—';

/** +0.012, −1.300; 0 without a sign. */
export const signedText = (number: string): string => (number.startsWith('-') || Number(number) === 0 ? numberText(number) : `+${number}`);

/** Both ways after one another, each with its rest, where there is one, and the whole. */
export function causeLines(causes: Causes, byTown: boolean): CauseLine[] {
  const ways = [
    { key: 'parts', section: byTown ? causesText.byTown : causesText.byStation, rows: causes.parts, nameOf: (name: string) => name },
    { key: 'months', section: causesText.byMonth, rows: causes.months, nameOf: (name: string) => periodText(name) },
  ] as const;
  return ways.flatMap(({ key, section, rows, nameOf }) => [
    ...rows.map((cause) => partLine(section, `${key} ${cause.name}`, nameOf(cause.name), cause)),
    ...restLines(section, key, causes.rests[key]),
    wholeLine(section, key, causes),
  ]);
}

const partLine = (section: string, key: string, name: string, { before, now, own, mix, total, share }: Cause): CauseLine => ({
  section,
  key,
  name,
  before: before?.published ?? NONE,
  now: now?.published ?? NONE,
  own: signedText(own.published),
  mix: signedText(mix.published),
  total: signedText(total.published),
  share: share === null ? NONE : numberText(share.published),
  kind: 'part',
});

function restLines(section: string, key: string, { own, mix, total }: Rest): CauseLine[] {
  if ([own, mix, total].every((rest) => Number(rest) === 0)) return [];
  return [
    {
      section,
      key: `${key} rest`,
      name: causesText.rest,
      before: '',
      now: '',
      own: signedText(own),
      mix: signedText(mix),
      total: signedText(total),
      share: '',
      kind: 'rest',
    },
  ];
}

const wholeLine = (section: string, key: string, { before, now, whole: { own, mix, total } }: Causes): CauseLine => ({
  section,
  key: `${key} whole`,
  name: causesText.whole,
  before: before.published,
  now: now.published,
  own: signedText(own.published),
  mix: signedText(mix.published),
  total: signedText(total.published),
  share: Number(total.published) === 0 ? NONE : '100.0',
  kind: 'whole',
});

export interface CausesNotes {
  readonly pollutant: string;
  readonly joined: readonly string[];
  readonly left: readonly string[];
  /** What the pollutant is judged by, where it is not its mean. */
  readonly judged: { readonly p: number; readonly before: string; readonly now: string } | null;
  /** Periods whose valid days do not carry a mean. */
  readonly short: readonly string[];
}

export function causesNotes({ pollutant, joined, left, judged, short }: CausesNotes): string[] {
  const members = [
    ...(joined.length === 0 ? [] : [`${joined.join('、')}只有本期有数据`]),
    ...(left.length === 0 ? [] : [`${left.join('、')}只有上年同期有数据`]),
  ];
  return [
    '算法：均值是各点位各月“占比×该月浓度”之和，占比由有效天数和当天参与平均的点位数决定，合计为1。浓度变化＝两期占比的平均×浓度之差；构成变化＝（两期浓度的平均−两期总均值的平均）×占比之差。两项对全部点位和月份求和，恰为均值之差，没有余项。方案和标准没有规定归因的算法。',
    '各数由未修约的数一次修约（GB/T 8170），修约后各行之和与合计不等时另列“修约尾差”；同一行两项之和可能与合计差末位。',
    ...(judged === null
      ? []
      : [
          `${pollutantSign(pollutant)}按第${judged.p}百分位数评价（上年同期${judged.before}，本期${judged.now}），百分位数不能分摊，这里分解的是日值的平均值。`,
        ]),
    ...(members.length === 0 ? [] : [`两期点位不同：${members.join('；')}，其影响全部计入构成变化。`]),
    ...short.map((period) => `${periodText(period)}有效天数不足，均值仅供参考。`),
  ];
}

/** What the command and the page say. */
export const causesText = {
  describe: '归因：均值与上年同期之差有多少来自哪些镇街、哪些月份，各行之和恰为总变化',
  pollutant: '污染物：pm25、pm10、so2、no2、co、o3；不写为 pm25',
  pollutantInvalid: '可选 pm25、pm10、so2、no2、co、o3。',
  place: '地点名称；不写为本级，写镇街名称则按其各点位分解',
  cells: '另列各镇街各月的表',
  heading: (name: string, pollutant: string, period: string, lastYear: string): string =>
    `${name}${pollutant} ${periodText(period)}较${periodText(lastYear)}变化的归因`,
  unit: (unit: string): string => `单位：${unit}；占总变化为%`,
  byTown: '按镇街',
  byStation: '按点位',
  byMonth: '按月份',
  rest: '修约尾差',
  whole: '合计',
  columns: {
    section: '分解',
    name: '来源',
    before: '上年同期',
    now: '本期',
    own: '浓度变化',
    mix: '构成变化',
    total: '对总变化的贡献',
    share: '占总变化',
  },
  cellsTitle: (name: string, byTown: boolean): string => `${name}各${byTown ? '镇街' : '点位'}各月对总变化的贡献`,
  none: '  本期或上年同期没有数据，不能归因',
  page: {
    noData: (place: string, period: string): string => `${place}${periodText(period)}或上年同期没有数据`,
    noDataHint: '归因要有本期和上年同期的日均值。请导入上年同期的监测数据，或另选时段。',
    month: (month: string): string => `${Number(month.slice(5))}月`,
  },
} as const;
