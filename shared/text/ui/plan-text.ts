import type { AnnexLabels } from '../conflict-text.ts';

/** Words of 方案与清单 and 表述不一致. */
export const planText = {
  hint: (number: string, date: string): string => `${number}　${date}印发`,
  search: '在方案中查找',
  searchPlaceholder: '指标、任务、单位、条文…',
  tabs: {
    annex1: '主要指标',
    annex2: '重大任务',
    annex3: '年度事项',
    articles: '正文条文',
    body: '正文目标',
    conflicts: '表述不一致',
  },
  tabCount: (name: string, count: number): string => `${name}（${count}）`,
  noAnnex2: '本方案没有重大任务清单。',
  noList: '这个年度还没有年度事项清单。',
  noListHint: '在“方案与清单”中导入该年度的清单后显示。',
  copy: '复制',
  measures: '考核指标量',
  number: '编号',
  leadUnits: '牵头单位',
  unitsLine: (units: string): string => `责任单位：${units}`,
  chapter: (number: string, title: string): string => `${number}、${title}`,
  thisYear: '本年度',
  conflictMark: '表述不一致',
  conflictMarkHint: '方案别处的说法不同，点击查看',
  bodyColumns: { id: '编号', place: '出处', quote: '原文', year: '年度', demand: '要求', basis: '口径', units: '牵头单位' },
  searchCount: (count: number): string => (count === 0 ? '没有找到，请换一个词' : `找到 ${count} 处`),
  searchClear: '清除查找',
} as const;

/** 附件1 主要指标: a part of the plan with the name that the plan gives it, where it gives one. */
export function partName(part: keyof typeof planText.tabs, labels: AnnexLabels): string {
  const label = part === 'annex1' || part === 'annex2' || part === 'annex3' ? (labels[part]?.label ?? '') : '';
  return label === '' ? planText.tabs[part] : `${label} ${planText.tabs[part]}`;
}

export const basisText = (basis: string | null): string => (basis === null ? '' : (BASES[basis] ?? basis));

const BASES: Readonly<Record<string, string>> = { level: '当年状态', cumulative: '累计', increment: '当年新增', yearly: '全年工作量' };

const SIGNS: Readonly<Record<string, string>> = { ge: '≥', le: '≤', gt: '＞', lt: '＜', eq: '＝' };

/** ≥20%; words where there is no number. */
export function demandText(demand: {
  readonly operator: string | null;
  readonly value: string | null;
  readonly unit: string | null;
  readonly qualitative: string | null;
}): string {
  if (demand.value === null) return demand.qualitative ?? '';
  const number = `${demand.operator === null ? '' : (SIGNS[demand.operator] ?? '')}${demand.value}${demand.unit ?? ''}`;
  return demand.qualitative === null ? number : `${number}（${demand.qualitative}）`;
}

/** 0 → 正文 一、总体要求; 7 → 正文（七）. */
export const articlePlace = (article: number): string => (article === 0 ? '正文 一、总体要求' : `正文（${chineseNumber(article)}）`);

const DIGITS = '零一二三四五六七八九';

/** 1 … 99. */
function chineseNumber(value: number): string {
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  if (tens === 0) return DIGITS.charAt(ones);
  return `${tens === 1 ? '' : DIGITS.charAt(tens)}十${ones === 0 ? '' : DIGITS.charAt(ones)}`;
}

export const conflictText = {
  intro: (numbers: number, leads: number, displaced: number): string =>
    `方案各处对同一事项的说法：数值或口径不一致 ${numbers} 处，其中 ${displaced} 处同年数值不同，已按规则取定其一；仅牵头单位不一致 ${leads} 处。`,
  numbers: '数值或口径不一致',
  leads: '仅牵头单位不一致',
  kinds: (kinds: string): string => `不一致之处：${kinds}`,
  adopted: (year: number, demand: string, place: string): string => `${year} 年采用 ${demand}（${place}）`,
  adoptedNone: (year: number): string => `${year} 年没有可采用的数值，各按原文`,
  rule: (rule: string): string => `取定规则：${rule}`,
  losing: '未采用',
  winning: '采用',
  columns: { mark: '取定', place: '出处', quote: '原文', year: '年度', demand: '要求', basis: '口径', scope: '范围', units: '牵头单位' },
  decision: (by: string, at: string, reason: string): string => `人工决定：${by}，${at}，理由：${reason}`,
  decide: '由本局决定',
  decideHint: '只能选有本年度数值的表述。决定连同理由和姓名记入工作库，评分、附表随之改变；可以再次更改，以最新一次为准。',
  choose: '采用哪一处',
  agree: '同意现采用：',
  agreeButton: '同意现采用…',
  agreeTitle: '同意现在采用的表述',
  agreeConfirm: '同意',
  submit: '改为采用…',
  confirmTitle: '改用另一处表述',
  confirm: '改为采用',
  by: '决定人',
  byPlaceholder: '姓名',
  byHint: '由别人决定、您来登记的，写决定人；不写就是操作人。',
  noneHolds: '没有可采用的数值',
  notOpen: (year: number): string => `${year} 年度开启后，可以在这里决定采用哪一处。`,
  saved: '已记录决定，评分和附表按新的目标计算。',
  only: '本年度只有一处有数值，没有可以改用的表述。',
  show: '原文和取定',
  empty: '方案各处的说法一致。',
} as const;
