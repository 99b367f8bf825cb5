import { POLLUTANTS, type Pollutant } from '../air/standards/pollutants.ts';
import { headerText, pollutantText } from './pollutant-text.ts';

/** 空气质量指数类别 (HJ 633 表1) with the names in use for its six levels. */
const LEVEL_WORDS: readonly (readonly [number, readonly string[]])[] = [
  [3, ['轻度污染', '轻度', '三级', '3级', '轻污染', 'iii级', 'iii']],
  [4, ['中度污染', '中度', '四级', '4级', 'iv级', 'iv']],
  [5, ['重度污染', '重度', '五级', '5级', 'v级', 'v']],
  [6, ['严重污染', '严重', '六级', '6级', 'vi级', 'vi']],
  [2, ['良好', '良', '二级', '2级', 'ii级', 'ii']],
  [1, ['优', '一级', '1级', 'i级', 'i']],
];

/** '良', '良-轻度污染', '良或轻度污染', '良～轻度污染', '良至轻度': one level, or two. Null where it is not understood or names more. */
export function levelsOf(text: string): readonly number[] | null {
  const plain = headerText(text).replaceAll(/空气质量|级别|类别|等级/gu, '');
  if (NOTHING.has(plain)) return [];
  const parts = plain.split(/[-~～—–、,/或至到转]+/u).filter((part) => part !== '');
  const levels = parts.map(
    (part) => LEVEL_WORDS.find(([, words]) => words.includes(part))?.[0] ?? (/^[1-6]$/.test(part) ? Number(part) : null),
  );
  if (levels.includes(null) || levels.length === 0 || levels.length > 2) return null;
  return [...new Set(levels.filter((level) => level !== null))].toSorted((left, right) => left - right);
}

/** 'PM2.5、O3' or 'PM2.5/O3'; empty for 无 and —. Null where a name is not understood. */
export function primariesOf(text: string): readonly Pollutant[] | null {
  const plain = headerText(text);
  if (NOTHING.has(plain)) return [];
  const parts = plain.split(/[、,/;和或及+]+/u).filter((part) => part !== '');
  const found = parts.map(
    (part) =>
      pollutantText(part.replaceAll(/[-_]?8h|[-_]?8小时|臭氧8小时/gu, (match) => (match.startsWith('臭氧') ? '臭氧' : '')))?.pollutant ??
      null,
  );
  if (found.includes(null)) return null;
  return POLLUTANTS.filter((pollutant) => found.includes(pollutant));
}

const NOTHING = new Set(['无', '-', '--', '—', '——', '/', 'na', 'n/a', '']);

/** '60-80', '60～80', '60至80', '75', '70±10' (a middle and its width). Null where it is none. AQI is a whole number of at most 500. */
export function aqiRange(text: string): { readonly low: number; readonly high: number } | null {
  const plain = headerText(text).replaceAll('aqi', '');
  const wide = /^(\d{1,3})±(\d{1,3})$/u.exec(plain);
  const pair = /^(\d{1,3})[-~～—–至到]+(\d{1,3})$/u.exec(plain);
  const [low, high] =
    wide === null
      ? pair === null
        ? [Number(plain), Number(plain)]
        : [Number(pair[1]), Number(pair[2])]
      : [Number(wide[1]) - Number(wide[2]), Number(wide[1]) + Number(wide[2])];
  if (wide === null && pair === null && !/^\d{1,3}$/.test(plain)) return null;
  return low < 0 || low > high || high > HIGHEST_AQI ? null : { low, high };
}

const HIGHEST_AQI = 500;
