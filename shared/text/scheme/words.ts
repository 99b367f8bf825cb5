export type SchemeParams = Readonly<Record<string, string>>;

const MEASURES: Readonly<Record<string, string>> = {
  pm25: 'PM2.5',
  pm10: 'PM10',
  so2: 'SO₂',
  no2: 'NO₂',
  co: 'CO',
  o3: 'O₃',
  index: '综合指数',
  goodDays: '优良天数',
  goodRatio: '优良天数比率',
  heavyDays: '重污染天数',
  roadDust: '道路积尘负荷',
  score: '得分',
};

/** PM2.5＋PM10 of pm25+pm10; a name of the scheme's own stays as it is. */
export const schemeMeasure = (names: string | undefined): string =>
  (names ?? '')
    .split('+')
    .map((name) => MEASURES[name] ?? name)
    .join('＋');

const SLOTS: Readonly<Record<string, string>> = {
  target: '目标',
  stretch: '奋斗目标',
  lastYear: '上年同期',
  lastMonth: '上期',
  base: '基数',
  groupMean: '同类平均',
  limit: '限值',
  place: '名次',
  number: '比较值',
};

export const schemeSlot = (slot: string | undefined): string => SLOTS[slot ?? ''] ?? slot ?? '';

/** 第3行 pm25.target 列 in words: PM2.5的目标（pm25.target）. */
export function schemeColumn(column: string | undefined): string {
  const [, prefix = '', name = ''] = /^(status|manual|param|event):(.*)$/u.exec(column ?? '') ?? [];
  const kinds: Readonly<Record<string, string>> = { status: '完成状态', manual: '人工评分', param: '参数', event: '事件' };
  if (prefix !== '') return `${kinds[prefix] ?? prefix}${name === '' ? '' : `“${name}”`}（${column}）`;
  const dot = (column ?? '').lastIndexOf('.');
  if (dot < 0) return MEASURES[column ?? ''] === undefined ? (column ?? '') : `${schemeMeasure(column)}（${column}）`;
  return `${schemeMeasure(column?.slice(0, dot))}的${schemeSlot(column?.slice(dot + 1))}（${column}）`;
}
