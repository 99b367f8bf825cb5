import { schemeMeasure, schemeSlot } from '../words.ts';
import type { MeasureNames } from './words-of.ts';

/** Measures that are known by name, for a choice. */
export const KNOWN_MEASURE_NAMES: readonly string[] = [
  'pm25',
  'pm10',
  'so2',
  'no2',
  'co',
  'o3',
  'index',
  'goodDays',
  'goodRatio',
  'heavyDays',
  'roadDust',
];

const OUTS: Readonly<Record<string, string>> = {
  'points/100': '百分制得分',
  'points/1000': '千分制得分',
  'points/2x100': '两个百分制',
  万元: '金额（万元）',
  notice: '只排名、告知',
};

export const KNOWN_OUTS: readonly string[] = Object.keys(OUTS);

/** A name of the language as it is shown. */
export function nameText(names: string | null, value: string, measures: MeasureNames): string {
  if (names === 'measure' || names === 'row') return measures[value] ?? schemeMeasure(value);
  if (names === 'out') return OUTS[value] ?? `满分 ${value.split(/[/x]/u).at(-1) ?? ''} 分`;
  return value;
}

/** 完成值, 目标 and the like: what an example asks for. */
export function exampleColumn(column: string, measures: MeasureNames): string {
  const named = LISTED[column];
  if (named !== undefined) return named;
  const [, prefix = '', name = ''] = /^(status|manual|param|event):(.*)$/u.exec(column) ?? [];
  if (prefix !== '') return `${KINDS[prefix] ?? ''}${name === '' ? '' : `“${name}”`}`;
  const dot = column.lastIndexOf('.');
  const measure = dot < 0 ? column : column.slice(0, dot);
  const title = measures[measure] ?? schemeMeasure(measure);
  return dot < 0 ? title : `${title} 的${schemeSlot(column.slice(dot + 1))}`;
}

const LISTED: Readonly<Record<string, string>> = {
  'list:value': '完成值（越少越好）',
  'list:target': '目标',
  'list:status': '完成状态',
  'list:late': '迟报',
};
const KINDS: Readonly<Record<string, string>> = { status: '完成状态', manual: '人工评分', param: '参数', event: '发生' };
