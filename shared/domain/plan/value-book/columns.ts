import { comparableText } from '../../returns/cell-text.ts';

/** targets: 目标调整, what a document sets; figures: 认定数, what is settled elsewhere. */
export const VALUE_KINDS = ['targets', 'figures'] as const;
export type ValueKind = (typeof VALUE_KINDS)[number];

export type ValueKey = 'measure' | 'name' | 'year' | 'subject' | 'kind' | 'unit' | 'current' | 'value' | 'note' | 'leads';

/** A column of a 目标调整表 or 认定数表; it is found by its title, wherever it stands. */
export interface ValueColumn {
  readonly key: ValueKey;
  readonly title: string;
  readonly aliases: readonly string[];
  /** In Excel characters. */
  readonly width: number;
  /** What a clerk writes; the others only say of which measure the row is. */
  readonly filledIn: boolean;
  readonly prompt?: string;
}

export const VALUE_SHEETS: Readonly<Record<ValueKind, string>> = { targets: '目标调整', figures: '认定数' };

const shown = (key: ValueKey, title: string, width: number, aliases: readonly string[] = []): ValueColumn => ({
  key,
  title,
  aliases,
  width,
  filledIn: false,
});

const MEASURE = shown('measure', '指标编号', 14, ['编号', '指标量编号']);
const NAME = shown('name', '指标名称', 44, ['指标', '指标量名称', '主要指标']);
const YEAR = shown('year', '年度', 9, ['考核年度', '年份']);
const UNIT = shown('unit', '计量单位', 14, ['单位']);
const SUBJECT: ValueColumn = {
  ...shown('subject', '单位名称', 18, ['对象', '报送单位', '镇街', '乡镇', '镇街名称', '园区']),
  filledIn: true,
  prompt: '只对一个单位的，写单位名称；留空的是本级（全区、全县）。',
};
const KIND: ValueColumn = {
  ...shown('kind', '目标种类', 12, ['种类', '目标类别', '目标类型']),
  filledIn: true,
  prompt: '约束目标可不填；力争的更高目标写“奋斗目标”。',
};
const LEADS = shown('leads', '牵头单位', 30, ['牵头责任单位']);
const NOTE: ValueColumn = { ...shown('note', '说明', 30, ['备注']), filledIn: true, prompt: '可不填；填了的随记录保存。' };

const COLUMNS: Readonly<Record<ValueKind, readonly ValueColumn[]>> = {
  targets: [
    MEASURE,
    NAME,
    YEAR,
    SUBJECT,
    KIND,
    UNIT,
    shown('current', '现行目标', 16, ['现目标', '原目标']),
    {
      ...shown('value', '目标', 18, ['目标值', '新目标', '调整后目标', '调整后目标值', '调整后的目标']),
      filledIn: true,
      prompt: '只填要调整的：≥32、≤31、30～35、完成市级下达任务、待定。不调整的留空。',
    },
    NOTE,
    LEADS,
  ],
  figures: [
    MEASURE,
    NAME,
    YEAR,
    SUBJECT,
    UNIT,
    shown('current', '已录入数值', 16, ['现有数值', '原数值']),
    {
      ...shown('value', '数值', 18, ['认定数', '认定值', '认定数值']),
      filledIn: true,
      prompt: '只填数字，按“计量单位”栏的单位；百分数 85% 填 85。没有认定的留空。',
    },
    NOTE,
    LEADS,
  ],
};

export const valueColumns = (kind: ValueKind): readonly ValueColumn[] => COLUMNS[kind];

/** Title of a column where the file's own is not at hand. */
export const valueTitle = (kind: ValueKind, key: ValueKey): string => COLUMNS[kind].find((column) => column.key === key)?.title ?? key;

/** What the title of a column means; null for words that are none. */
export function valueKey(kind: ValueKind, text: string): ValueKey | null {
  const title = comparableText(text);
  if (title === '') return null;
  const found =
    COLUMNS[kind].find((column) => comparableText(column.title) === title) ??
    COLUMNS[kind].find((column) => column.aliases.some((alias) => comparableText(alias) === title));
  return found?.key ?? null;
}
