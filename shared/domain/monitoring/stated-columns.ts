import { headerText } from './pollutant-text.ts';
import type { HeadedColumn } from './table-columns.ts';

/** What a table states of a day besides its concentrations: 空气质量指数, 级别 or 类别, 首要污染物. */
export type StatedKind = 'aqi' | 'level' | 'primary';

/** A column that is not a value but can be held against the values of its row. */
export interface StatedColumn extends HeadedColumn {
  readonly what: StatedKind;
}

/** Those of a daily table. Above 分指数 stands a pollutant: they are of one pollutant and not looked at. */
export const statedColumns = (columns: readonly HeadedColumn[]): StatedColumn[] =>
  columns.flatMap((column) => {
    const what = column.meaning === 'known' && column.said.pollutant === null ? statedKind(column.title) : null;
    return what === null ? [] : [{ ...column, what }];
  });

/** The lowest of several header cells may say it alone: 某某镇 above AQI. */
export function statedKind(title: string): StatedKind | null {
  const plain = headerText(title);
  if (OTHER.test(plain)) return null;
  return kindOf(plain) ?? kindOf(headerText(title.split(' ').at(-1) ?? ''));
}

/** Of another day, of another time of the day, or of one pollutant. */
const OTHER = /预报|预测|分指数|iaqi|上年|去年|同期|小时|实时|水质|排名|变化/u;

function kindOf(text: string): StatedKind | null {
  const plain = text.replaceAll(/[()[\]:_-]/gu, '');
  if (/首要污染物$|^primarypollutants?$/u.test(plain)) return 'primary';
  if (/(?:级别|类别|等级|质量状况)$|^空气质量$/u.test(plain)) return 'level';
  return /^日?(?:空气质量指数)?aqi(?:指数|数值|值)?$|^(?:日|环境)?空气质量指数(?:日?值)?$/u.test(plain) ? 'aqi' : null;
}
