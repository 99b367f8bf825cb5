import { groupText } from './clause-words.ts';
import { listText } from '../scheme-rule-sentences/measures.ts';
import { schemeMeasure, schemeSlot } from './words.ts';

const KINDS: Readonly<Record<string, string>> = { status: '完成状态', manual: '评审分', param: '参数', event: '事件' };

/** PM2.5 of pm25, PM2.5上年同期 of pm25.lastYear, 评审分“tasks” of manual:tasks. */
export function figureTitle(column: string): string {
  const [, kind = '', name = ''] = /^(status|manual|param|event):(.*)$/u.exec(column) ?? [];
  if (kind !== '') return `${KINDS[kind] ?? kind}${name === '' ? '' : `“${name}”`}`;
  const [, measure = column, slot] = /^(.*)\.([a-zA-Z]+)$/u.exec(column) ?? [];
  return slot === undefined ? schemeMeasure(measure) : `${schemeMeasure(measure)}${schemeSlot(slot)}`;
}

const CHANGES: Readonly<Record<string, string>> = {
  floor: '下限',
  cap: '上限',
  round: '修约',
  sumFolded: '缺项折算',
  weightedFolded: '缺项折算',
  vetoGive: '否决',
  zeroSum: '收支平衡',
  yearEndMissed: '年终系数',
};
/** What is done to a sum. */
export const changeTitle = (code: string): string => CHANGES[code] ?? '调整';

interface Part {
  readonly kind: 'part' | 'change';
  readonly code: string;
  readonly title: string | null;
  readonly measures: readonly string[];
  readonly clause: readonly string[];
}

const NAMED = 3;

/** 分项 as it is called: by its author, by what it is made from, else by its clause. */
export function schemePartTitle({ kind, code, title, measures, clause }: Part): string {
  if (kind === 'change') return changeTitle(code);
  if (title !== null) return title;
  if (code === 'number') return '基本分';
  if (code.startsWith('late')) return '迟报';
  const named = measures.slice(0, NAMED).map(figureTitle).join('、');
  if (named !== '') return measures.length > NAMED ? `${named} 等` : named;
  return clause.length > 0 ? clause.join('、') : '合计';
}

interface Weight {
  readonly title: string | null;
  readonly measures: readonly string[];
  readonly lists: readonly string[];
  readonly clause: readonly string[];
  readonly group: string | null;
  readonly kind: 'factor' | 'full';
}

/** 分值, 权重 as it is called: PM2.5满分, 评审分“peers”权重; before it the group whose rule it stands in. */
export function schemeWeightTitle({ title, measures, lists, clause, group, kind }: Weight): string {
  const lines = lists.map(listText).join('、');
  const named = schemePartTitle({ kind: 'part', code: '', title: title ?? (lines === '' ? null : lines), measures, clause });
  return `${group === null ? '' : `${groupText(group)} `}${named}${kind === 'factor' ? '权重' : '满分'}`;
}

/** The same of a part of a difference, where `title` is its own or the columns it is made from. */
export function partTitle(title: string, kind: string): string {
  if (kind === 'change') return '总分的调整';
  return title === '' ? '基本分' : title.split('+').map(figureTitle).join('、');
}

const UNITS: Readonly<Record<string, string>> = { 万元: '万元', notice: '' };
export const outUnit = (out: string): string => UNITS[out] ?? '分';

type Supposed =
  | {
      readonly kind: 'figure';
      readonly unit: string | null;
      readonly period: string;
      readonly column: string;
      readonly before: string | null;
      readonly after: string;
    }
  | { readonly kind: 'weight'; readonly part: string; readonly before: string; readonly after: string };

/** One supposed change, from what it is to what it would be; the period is said where it is not the year. */
export function supposedText(change: Supposed, year: number): string {
  if (change.kind === 'weight') return `${change.part}：${change.before} → ${change.after}`;
  const { unit, period, column, before, after } = change;
  const then = after === '' ? '空白' : after;
  const at = period === String(year) ? '' : ` ${period}`;
  return `${unit ?? '全部对象'}${at} ${figureTitle(column)}：${unit === null ? '' : `${before ?? '缺'} → `}${then}`;
}

const FLIPS = {
  found:
    '“最近的一个数”是对象自己的监测、填报或录入的数，在各对象现有的数和目标之间变动，总分变动最小就能单独改变等次或名次的；完成状态、事件和目标不在内，请用假设测算（whatif）。',
  unfit: '本办法的结果同其他对象的名次、配额或结算一起决定，或由各期合计，没有逐个数测算；单个数的影响请用假设测算（whatif）。',
  many: '对象和数太多，没有逐个数测算；单个数的影响请用假设测算（whatif）。',
} as const;

export const schemeRunText = {
  title: (title: string, number: number | null, year: number): string =>
    `${year} 年度　${title}${number === null ? '' : `（第 ${number} 版）`}`,
  summed: (periods: number): string => `本办法按期计算，全年为 ${periods} 期合计；等次和名次以各期为准。`,
  columns: {
    place: '名次',
    subject: '对象',
    group: '组别',
    points: '得分',
    money: '金额（万元）',
    grade: '等次',
    notices: '告知',
    range: '区间',
    lacks: '缺什么',
  },
  rangeNone: '办法未定界限，说不出区间',
  rangeText: ({ low, high }: { readonly low: string | null; readonly high: string | null }): string =>
    low === null ? `不高于 ${high ?? ''}` : high === null ? `不低于 ${low}` : low === high ? low : `${low}～${high}`,
  missing: (count: number): string => `还缺的数（${count} 个对象）`,
  final: '数据齐全，没有缺数。',
  missingOf: (subject: string, lacks: readonly string[]): string => `${subject}：${lacks.join('；')}`,
  moreMissing: (count: number): string => `另有 ${count} 个对象`,
  explain: '每一分的来源：score WORK.sqlite --year 年度 --scheme 编号 --unit 单位',
  unitUnknown: (unit: string): string => `办法的对象里没有“${unit}”。`,
  part: (title: string, points: string, max: string | null): string => `${title} ${points}${max === null ? '' : `/${max}`}`,
  sensitivityNone: '还没有算得出结果的对象，没有可以变动的。',
  sensitivityMethod: (percent: string, flips: keyof typeof FLIPS): string =>
    `各分项的权重逐个变动±${percent}%（各项都有满分的，总满分不变，其余各项按比例分摊），看总分、名次、等次能到哪里；“不修约”指总分不取舍。${FLIPS[flips]}`,
  nearest: '最近的一个数',
  nearestNone: '没有一个数能单独改变',
  demonstration: '示范：本办法没有审定，结果只供试算。',
  sample: '含示例数据。',
  basis: (documents: number, returns: number, inputs: number, files: number): string =>
    `依据：方案文件 ${documents} 份，填报表 ${returns} 份，录入 ${inputs} 条，数据文件 ${files} 份`,
} as const;
