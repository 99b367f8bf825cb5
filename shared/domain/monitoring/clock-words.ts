/** Hours as people say them: 上午1:00, 1:00 PM, 十四时. */

const BEFORE = /(上午|下午) ?(\d{1,2})(?=[:时点])/u;
const AFTER = /(\d{1,2})((?::\d{2}){1,2}) ?([ap])\.?m\.?$/iu;

/** A time of one half of the day by the hours of the whole day: 上午12:00 and 12:00 AM are 0:00, 下午12:00 is noon. */
export function inWholeDay(text: string): string {
  const before = BEFORE.exec(text);
  if (before !== null) {
    const hour = hourOfHalf(Number(before[2]), before[1] === '下午');
    return hour === null ? text : text.replace(BEFORE, ` ${hour}`).replace(/^ /u, '');
  }
  const after = AFTER.exec(text);
  if (after === null) return text;
  const hour = hourOfHalf(Number(after[1]), after[3]?.toLowerCase() === 'p');
  return hour === null ? text : text.replace(AFTER, `${hour}$2`);
}

/** 12 begins each half. */
const hourOfHalf = (hour: number, second: boolean): number | null => (hour < 1 || hour > 12 ? null : (hour % 12) + (second ? 12 : 0));

const DIGITS = '零一二三四五六七八九';
const IN_CHARACTERS = /^(?:([一二]?)(十)([一二三四五六七八九]?)|([零〇一二三四五六七八九]))(?:时|点|点钟)$/u;

/** 零时 to 二十四时. */
export function hourInCharacters(text: string): number | null {
  const match = IN_CHARACTERS.exec(text);
  if (match === null) return null;
  const [, tens = '', ten, ones = '', alone = ''] = match;
  const valueOf = (digit: string): number => Math.max(DIGITS.indexOf(digit), 0);
  const hour = ten === undefined ? valueOf(alone) : 10 * (tens === '' ? 1 : valueOf(tens)) + (ones === '' ? 0 : valueOf(ones));
  return hour <= 24 ? hour : null;
}
