/** A number of a scheme as it is printed: all its digits, no exponent, a true minus. */
export function numberText(value: number | string): string {
  const plain = withoutExponent(String(value).trim());
  return plain.startsWith('-') ? `−${plain.slice(1)}` : plain;
}

/** 0.8 → 80%, by its digits alone, so that nothing is rounded. */
export function percentText(value: number | string): string {
  return `${numberText(shifted(withoutExponent(String(value).trim()), 2))}%`;
}

export const isNumberText = (value: unknown): value is number | string =>
  typeof value === 'number' || (typeof value === 'string' && /^-?\d+(?:\.\d+)?$/u.test(value.trim()));

export const isZero = (value: unknown): boolean => isNumberText(value) && Number(value) === 0;
export const isNegative = (value: unknown): boolean => isNumberText(value) && Number(value) < 0;

/** Without its sign, for sentences that say 扣 or 缴 instead. */
export const sizeText = (value: number | string): string => numberText(String(value).trim().replace(/^-/u, ''));

function withoutExponent(text: string): string {
  const match = /^(-?\d+(?:\.\d+)?)e([+-]?\d+)$/u.exec(text);
  return match === null ? text : shifted(match[1] ?? '', Number(match[2]));
}

/** The decimal point moved to the right, to the left below zero. */
function shifted(text: string, places: number): string {
  const sign = text.startsWith('-') ? '-' : '';
  const [whole = '', part = ''] = text.replace('-', '').split('.');
  const digits = whole + part;
  const point = whole.length + places;
  const wide = point <= 0 ? '0'.repeat(1 - point) + digits : digits.padEnd(point, '0');
  const at = point <= 0 ? 1 : point;
  const left = wide.slice(0, at).replace(/^0+(?=\d)/u, '');
  const right = wide.slice(at).replace(/0+$/u, '');
  return `${sign}${left}${right === '' ? '' : `.${right}`}`;
}
