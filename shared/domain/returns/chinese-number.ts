import { type ExactNumber, exact } from '../numbers/decimal.ts';

const DIGITS = '零一二三四五六七八九';

/** 0–9 of 零〇一二两三…九; null for another character. */
export function chineseDigit(character: string): number | null {
  if (character === '〇') return 0;
  if (character === '两') return 2;
  const at = character === '' ? -1 : DIGITS.indexOf(character);
  return at < 0 ? null : at;
}

/** Characters of which a number in words is made. */
export const CHINESE_NUMBER = /^[零〇一二两三四五六七八九十百千万亿]+(?:点[零〇一二三四五六七八九]+)?/u;

const SECTION =
  /^(?:([一二两三四五六七八九])千)?(零?)(?:([一二两三四五六七八九])百)?(零?)(?:([一二三四五六七八九])?十)?(零?)([一二两三四五六七八九])?$/u;

/**
 * A whole number in words: 一千三百五十, 十三万五千, 二〇二四. What has two readings is none: 两三百 is two or three hundred, 三五 three to five,
 * 三百五 either 350 or 305.
 */
export function chineseInteger(text: string): ExactNumber | null {
  if (/^[零〇一二三四五六七八九]{3,}$|^[零〇一二两三四五六七八九]$/u.test(text))
    return exact([...text].map((character) => String(chineseDigit(character) ?? '')).join(''));
  const scaled = /^(?:(.+)亿)?(?:(.+)万)?(.*)$/u.exec(text.replaceAll('〇', '零'));
  if (scaled === null) return null;
  const [hundredMillions, tenThousands, ones] = [scaled[1], scaled[2], scaled[3]].map((part) => (part === undefined ? 0 : section(part)));
  if (hundredMillions === undefined || tenThousands === undefined || ones === undefined) return null;
  if (hundredMillions === null || tenThousands === null || ones === null) return null;
  return exact(String(hundredMillions)).times(10_000).plus(tenThousands).times(10_000).plus(ones);
}

/** Up to 9999; null where a figure has no place of its own. */
function section(text: string): number | null {
  if (text === '') return 0;
  const found = SECTION.exec(text);
  if (found === null) return null;
  const [, thousand, , hundred, , tens, gap, one] = found;
  const hasTen = text.includes('十');
  // 三百五, 一千三百: a last figure needs its own place or a 零 before it.
  if (one !== undefined && !hasTen && gap === '' && !text.includes('零') && (thousand !== undefined || hundred !== undefined)) return null;
  const ten = hasTen ? (tens === undefined ? 1 : (chineseDigit(tens) ?? 0)) : 0;
  return digit(thousand) * 1000 + digit(hundred) * 100 + ten * 10 + digit(one);
}

const digit = (character: string | undefined): number => (character === undefined ? 0 : (chineseDigit(character) ?? 0));

/** With 点: 八十五点五. */
export function chineseNumber(text: string): ExactNumber | null {
  const [whole = '', decimals] = text.split('点');
  const integer = chineseInteger(whole);
  if (integer === null || decimals === undefined) return integer;
  return integer.plus(exact(`0.${[...decimals].map((character) => String(chineseDigit(character) ?? '')).join('')}`));
}

/** Figures in words of a date: 二〇二四年八月三十一日 → 2024年8月31日. */
export const withArabicDates = (text: string): string =>
  text.replaceAll(/[零〇一二三四五六七八九十]+/gu, (run) => {
    if (/^[零〇一二三四五六七八九]+$/u.test(run)) return [...run].map((character) => String(chineseDigit(character) ?? '')).join('');
    return chineseInteger(run)?.toFixed() ?? run;
  });

/** Older words of dates (廿, 卅, 元月) and the circles that people type for 〇, as withArabicDates reads them: 二○二五年元月廿一日. */
export const inPlainDates = (text: string): string =>
  text
    .replaceAll('元月', '一月')
    .replaceAll(/[廿念](?=[一二三四五六七八九日号])/gu, '二十')
    .replaceAll(/卅(?=[一日号])/gu, '三十')
    .replaceAll(/(?<=[零〇一二三四五六七八九])[○◯⚪⭕Oo0](?=[零〇一二三四五六七八九○◯⚪⭕Oo0年])/gu, '〇')
    .replaceAll(/(?<=[零〇一二三四五六七八九])[○◯⚪⭕Oo0](?=年)/gu, '〇');
