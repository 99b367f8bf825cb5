import { comparableText } from './cell-text.ts';
import { isCountUnit, relateUnit } from './quantity-units.ts';
import type { LayoutColumn } from './types.ts';

/** How a header cell (表头) names a column of the form. */
export interface TitleMatch {
  readonly column: LayoutColumn;
  /** exact: as printed; words: with something in brackets behind it, or without what the form has there; synonym: another word for it. */
  readonly how: 'exact' | 'words' | 'synonym';
  /** The words in brackets as typed; null where there are none. */
  readonly words: string | null;
}

/** What offices write in place of the form's own titles. */
const SYNONYMS: Readonly<Record<string, readonly string[]>> = {
  编号: ['序号', '编码', '代码', '任务编号', '指标编号', '事项编号'],
  日期: ['监测日期', '时间'],
  任务内容: ['任务', '工作任务'],
  完成状态: ['状态', '完成情况'],
  完成日期: ['完成时间'],
  完成值: ['完成数', '完成数量', '实际完成值', '实际完成数'],
  当年新增: ['本年新增', '新增'],
  进展情况: ['进展', '工作进展'],
  佐证材料: ['证明材料', '佐证'],
  备注: ['说明'],
};

const BRACKETED = /^(.+?)[(（[【〔]([^()（）[\]【】〔〕]*)[)）\]】〕]$/su;

/** A title and what stands in brackets behind it: 完成值（辆） is 完成值 and 辆. */
export function splitTitle(title: string): { readonly base: string; readonly words: string | null } {
  const parts = BRACKETED.exec(title.trim());
  return { base: comparableText(parts?.[1] ?? title), words: parts?.[2]?.trim() ?? null };
}

export type TitleMatcher = (text: string) => TitleMatch | null;

/** Finds the column that a header cell means. */
export function titleMatcher(columns: readonly LayoutColumn[]): TitleMatcher {
  const exact = new Map(columns.map((column) => [comparableText(column.title), column]));
  const bases = new Map(columns.map((column) => [splitTitle(column.title).base, column]));
  const synonyms = new Map(
    columns.flatMap((column) => (SYNONYMS[column.title] ?? []).map((word) => [comparableText(word), column] as const)),
  );
  const matched = (text: string): ReturnType<TitleMatcher> => {
    const same = exact.get(comparableText(text));
    if (same !== undefined) return { column: same, how: 'exact', words: null };
    const { base, words } = splitTitle(text);
    const near = bases.get(base);
    if (near !== undefined) return { column: near, how: 'words', words };
    const other = synonyms.get(base);
    return other === undefined ? null : { column: other, how: 'synonym', words };
  };
  // Every cell of a sheet is asked whether it is a title, and a year of days says the same again and again.
  const known = new Map<string, ReturnType<TitleMatcher>>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const match = matched(text);
    known.set(text, match);
    return match;
  };
}

const MEASURED = new Set(
  '% 吨 公里 千米 米 平方米 立方米 平方公里 亩 公顷 元 万元 亿元 千瓦 千瓦时 蒸吨 微克/立方米 毫克/立方米 小时 分'.split(' '),
);

/** Whether words in brackets are a unit at all: 完成日期（年月日） and 备注（选填） have none. */
export function unitInWords(words: string | null): string | null {
  if (words === null) return null;
  const unit = words.replace(/^单位[:：]?/u, '').trim();
  const plain = unit.replace(/^[万亿]/u, '');
  const known = isCountUnit(plain) || [...MEASURED].some((measured) => ['same', 'percent'].includes(relateUnit(plain, measured).kind));
  return plain !== '' && known ? unit : null;
}
