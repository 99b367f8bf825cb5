import { type ExactNumber, exact, toText } from '../numbers/decimal.ts';
import { comparableText } from './cell-text.ts';
import { simplified } from './written-characters.ts';

/** How what is typed behind a number relates to the unit of the row: the same, another scale of it (万), or another unit. */
export type TypedUnit =
  | { readonly kind: 'same' }
  | { readonly kind: 'percent' }
  | { readonly kind: 'scaled'; readonly factor: ExactNumber }
  | { readonly kind: 'other' };

/** 120台 in a 台 row is the same; 0.5万辆 in a 辆 row is scaled by 10000; 120台 in a 家 row is another unit. */
export function relateUnit(typed: string, rowUnit: string): TypedUnit {
  const written = canonical(typed);
  const wanted = canonical(rowUnit);
  if (written === '%') return wanted === '%' ? { kind: 'percent' } : { kind: 'other' };
  if (written === '' || written === wanted) return { kind: 'same' };
  const from = splitScale(written);
  const to = splitScale(wanted);
  if (from.base !== to.base && !(from.base === '' && from.factor !== '1')) return { kind: 'other' };
  const factor = exact(from.factor).div(exact(to.factor));
  return factor.eq(1) ? { kind: 'same' } : wanted === '%' ? { kind: 'other' } : { kind: 'scaled', factor };
}

const SCALES: ReadonlyMap<string, string> = new Map([
  ['十', '10'],
  ['百', '100'],
  ['千', '1000'],
  ['万', '10000'],
  ['亿', '100000000'],
]);

/** 万平方米 → 10000 × 平方米, 百万吨 → 1000000 × 吨, 千辆 → 1000 × 辆. 千 also begins units of its own (千米, 千瓦时), which stay whole. */
function splitScale(unit: string): { readonly factor: string; readonly base: string } {
  const words = /^[十百千]?[万亿]|^[十百千](?!瓦|米|克|卡|伏|升|帕)/u.exec(unit)?.[0] ?? '';
  const factor = [...words].reduce((product, word) => product.times(SCALES.get(word) ?? '1'), exact(1));
  return { factor: toText(factor), base: words === '' ? unit : canonical(unit.slice(words.length)) };
}

const SYNONYMS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '%': ['PERCENT', '百分比'],
    '微克/立方米': ['UG/M3', 'UG/M^3', '微克/M3', '微克每立方米', 'UG/立方米', '微克'],
    '毫克/立方米': ['MG/M3', 'MG/M^3', '毫克/M3', '毫克每立方米', 'MG/立方米', '毫克'],
    平方米: ['M2', 'M^2', '㎡', '平米', '平方'],
    公里: ['KM', '㎞', '千米'],
    吨: ['T', '公吨'],
    '蒸吨/小时': ['蒸吨/时', '蒸吨每小时', 'T/H'],
    千瓦时: ['KWH', '度', 'KW·H'],
    条: ['条线路'],
    台次: ['台·次', '台(次)'],
    家次: ['家·次', '家(次)'],
  }).flatMap(([unit, others]) => others.map((other) => [other, unit] as const)),
);

/** Units as they were written before, in their one form: the same few stand in every row of every form. */
const written = new Map<string, string>();

function canonical(unit: string): string {
  const known = written.get(unit);
  if (known !== undefined) return known;
  const found = reckoned(unit);
  if (unit.length <= LONGEST_KEPT && written.size < MOST_KEPT) written.set(unit, found);
  return found;
}

const LONGEST_KEPT = 20;
const MOST_KEPT = 1000;

function reckoned(unit: string): string {
  const text = comparableText(simplified(unit).replaceAll('²', '2').replaceAll('³', '3')).replaceAll(/[μµ]/giu, 'U').replaceAll('Μ', 'U');
  return SYNONYMS.get(text) ?? text;
}

/**
 * Units in which things and times are counted: half a 辆 is a slip, whatever it would be rounded to. 万辆 is none of them, nor is anything
 * measured (吨, 公里, %, 微克/立方米).
 */
export const isCountUnit = (unit: string): boolean => COUNT_UNITS.has(canonical(unit));

export const isDayUnit = (unit: string): boolean => ['天', '日'].includes(canonical(unit));

/** A word that is a unit wherever it stands: 辆, 万辆, km, %. */
export function isKnownUnit(word: string): boolean {
  const unit = canonical(word);
  const { base, factor } = splitScale(unit);
  return [unit, base].some((one) => COUNT_UNITS.has(one) || MEASURED.has(one)) || (base === '' && factor !== '1');
}

const COUNT_UNITS: ReadonlySet<string> = new Set(
  [
    '家 户 处 所 座 栋 间 站 个站点 点 点位 个点位 村 个村 镇 个镇 个镇街 社区 园区',
    '个 件 项 台 套 辆 艘 架 部 只 头 口 盏 张 份 册 本 篇 条 组 起 宗 例 期 批 批次 场 场次',
    '人 名 人次 次 家次 户次 处次 个次 辆次 台次 套次 件次 组次 天 日 天次 个月 季度 个季度',
  ].flatMap((units) => units.split(' ')),
);

const MEASURED: ReadonlySet<string> = new Set([
  ...SYNONYMS.values(),
  ...'米 克 千克 公斤 亩 公顷 平方公里 立方米 千瓦 吨标准煤 元 小时 分 个百分点'.split(' '),
]);
