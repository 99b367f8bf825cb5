const DIGITS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const;

/** 中文数字 for chapter, section and article numbers, 1 to 99: 7 is 七, 10 is 十, 28 is 二十八. */
export function chineseNumeral(number: number): string {
  const tens = Math.trunc(number / 10);
  const ones = number % 10;
  const tensText = tens === 0 ? '' : `${tens === 1 ? '' : (DIGITS[tens] ?? '')}十`;
  return `${tensText}${ones === 0 && tens > 0 ? '' : (DIGITS[ones] ?? '')}`;
}
