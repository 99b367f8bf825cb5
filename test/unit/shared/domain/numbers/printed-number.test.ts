import { describe, expect, test } from 'vitest';
import { printedNumber } from '../../../../../shared/domain/numbers/printed-number.ts';

describe('a printed number', () => {
  test.each([
    ['88.07', '88.07', 2, false],
    ['−0.80', '-0.80', 2, false],
    ['+6.0%', '6.0', 1, true],
    ['1,350', '1350', 0, false],
    ['83.5%', '83.5', 1, true],
  ])('%s is %s', (text, plain, decimals, percent) => {
    expect(printedNumber(text)).toEqual({ plain, decimals, percent });
  });

  test.each(['', '—', '98.2～99.1', '≤36', '2024-07-15', '×100/40', '1,35', '12345678901234567', '3 项'])('%s is none', (text) => {
    expect(printedNumber(text)).toBeNull();
  });
});
