import { comparableText } from '../cell-text.ts';

export type TypedKey = 'id' | 'name' | 'field' | 'unit' | 'value' | 'remark';

/** A column of a table that the office types a return into (录入表); it is found by its title, wherever it stands. */
export interface TypedColumn {
  readonly key: TypedKey;
  readonly title: string;
  readonly aliases: readonly string[];
  /** In Excel characters. */
  readonly width: number;
}

export const TYPED_COLUMNS: readonly TypedColumn[] = [
  { key: 'id', title: '编号', aliases: ['项目编号', '指标编号', '任务编号', '事项编号'], width: 14 },
  { key: 'name', title: '名称', aliases: ['项目', '指标', '指标名称', '任务内容', '项目名称', '事项'], width: 44 },
  { key: 'field', title: '填报项', aliases: ['填报内容', '填报栏目'], width: 14 },
  { key: 'unit', title: '计量单位', aliases: ['单位'], width: 14 },
  { key: 'value', title: '填报值', aliases: ['数值', '填报数', '值'], width: 24 },
  { key: 'remark', title: '备注', aliases: ['说明'], width: 30 },
];

/** What the title of a column means; null for words that are none. */
export function typedKey(text: string): TypedKey | null {
  const title = comparableText(text);
  if (title === '') return null;
  const called = ({ title: own, aliases }: TypedColumn): boolean => [own, ...aliases].some((word) => comparableText(word) === title);
  return (TYPED_COLUMNS.find(({ title: own }) => comparableText(own) === title) ?? TYPED_COLUMNS.find(called))?.key ?? null;
}

export const typedTitle = (key: TypedKey): string => TYPED_COLUMNS.find((column) => column.key === key)?.title ?? key;
