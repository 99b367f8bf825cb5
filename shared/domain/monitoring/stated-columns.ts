import type { Pollutant } from '../air/standards/pollutants.ts';
import { headerText, pollutantInText } from './pollutant-text.ts';
import type { HeadedColumn } from './table-columns.ts';

/** What a table states of a day or an hour besides its concentrations: 空气质量指数, 级别 or 类别, 首要污染物, and 分指数 of one pollutant. */
export type StatedKind = 'aqi' | 'level' | 'primary' | 'iaqi';

/** A column that is not a value but can be held against the values of its row. */
export interface StatedColumn extends HeadedColumn {
  readonly what: StatedKind;
  /** Of a 分指数; null for what is of all pollutants together. */
  readonly pollutant: Pollutant | null;
}

/** Those of a table of days or of hours. Above 分指数 stands a pollutant, or it is named with it. */
export const statedColumns = (columns: readonly HeadedColumn[], hourly: boolean): StatedColumn[] =>
  columns.flatMap((column): StatedColumn[] => {
    if (column.meaning !== 'known') return [];
    const pollutant = indexOf(column, hourly);
    if (pollutant !== null) return [{ ...column, what: 'iaqi', pollutant }];
    const what = column.said.pollutant === null ? statedKind(column.title, hourly) : null;
    return what === null ? [] : [{ ...column, what, pollutant: null }];
  });

/** The pollutant of a 分指数; null for one of another averaging time than the values of the table: O3 1小时 of a day, 滑动 of an hour. */
function indexOf({ title, said }: HeadedColumn, hourly: boolean): Pollutant | null {
  const plain = headerText(title);
  if (!INDEX.test(plain) || OTHER_TIME.test(plain) || (hourly ? LONGER : SHORTER).test(plain)) return null;
  return said.pollutant ?? pollutantInText(title)?.pollutant ?? null;
}

const INDEX = /分指数|iaqi/u;
const OTHER_TIME = /预报|预测|上年|去年|同期|排名|变化/u;
const SHORTER = /(?<!\d)1(?:小时|h)|实时/u;
const LONGER = /(?:8|24)(?:小时|h)|滑动|日/u;

/** The lowest of several header cells may say it alone: 某某镇 above AQI. */
export function statedKind(title: string, hourly = false): StatedKind | null {
  const plain = headerText(title);
  if (OTHER.test(hourly ? plain.replaceAll(OF_HOUR, '') : plain)) return null;
  if (hourly) return OF_DAY.test(plain) ? null : kindOf(plain.replaceAll(OF_HOUR, ''));
  return kindOf(plain) ?? kindOf(headerText(title.split(' ').at(-1) ?? ''));
}

/** In a table of hours the hour is what is meant. */
const OF_HOUR = /1?小时|实时/gu;
const OF_DAY = /日|滑动|24/u;

/** Of another day, of another time of the day, or of one pollutant. */
const OTHER = /预报|预测|分指数|iaqi|上年|去年|同期|小时|实时|水质|排名|变化/u;

function kindOf(text: string): StatedKind | null {
  const plain = text.replaceAll(/[()[\]:_-]/gu, '');
  if (/首要污染物$|^primarypollutants?$/u.test(plain)) return 'primary';
  if (/(?:级别|类别|等级|质量状况)$|^空气质量$/u.test(plain)) return 'level';
  return /^日?(?:空气质量指数)?aqi(?:指数|数值|值)?$|^(?:日|环境)?空气质量指数(?:日?值)?$/u.test(plain) ? 'aqi' : null;
}
