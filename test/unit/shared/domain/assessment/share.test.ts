import { describe, expect, it } from 'vitest';
import { shareOf } from '../../../../../shared/domain/assessment/share.ts';
import { exact } from '../../../../../shared/domain/numbers/decimal.ts';
import type { CountedTarget, Operator } from '../../../../../shared/domain/plan/target-schema.ts';

const number = (operator: Operator, value: string): CountedTarget => ({ kind: 'number', printed: value, operator, value });
const RANGE: CountedTarget = { kind: 'range', printed: '30～40', low: '30', high: '40' };

/** Rule and share with four decimals. */
const judged = (target: CountedTarget, value: string, decimals = 0): string => {
  const { code, share } = shareOf(target, exact(value), decimals);
  return `${code} ${share.toDecimalPlaces(4).toFixed()}`;
};

describe('the share of a figure', () => {
  it.each([
    ['ge', '20', 'met 1'],
    ['ge', '15', 'proportional 0.75'],
    ['le', '20', 'met 1'],
    ['le', '25', 'proportionalInverse 0.8'],
    ['eq', '20', 'met 1'],
    ['eq', '25', 'proportionalInverse 0.8'],
    ['eq', '15', 'proportional 0.75'],
  ] as const)('of a target %s 20 at %s is %s', (operator, value, expected) => {
    expect(judged(number(operator, '20'), value)).toBe(expected);
  });

  it('of a strict target is whole beyond the limit only, and measured by the first value that meets it', () => {
    expect(judged(number('gt', '20'), '21')).toBe('met 1');
    expect(judged(number('gt', '20'), '20')).toBe('proportional 0.9524');
    expect(judged(number('gt', '20'), '19')).toBe('proportional 0.9048');
    expect(judged(number('lt', '20'), '19')).toBe('met 1');
    expect(judged(number('lt', '20'), '20')).toBe('proportionalInverse 0.95');
    expect(judged(number('lt', '20'), '25')).toBe('proportionalInverse 0.76');
  });

  it('of a strict target goes by the decimals by which values are judged', () => {
    expect(judged(number('gt', '84.5'), '84.5', 1)).toBe('proportional 0.9988');
    expect(judged(number('lt', '0.5'), '0.5', 1)).toBe('proportionalInverse 0.8');
    expect(judged(number('lt', '1'), '1')).toBe('zeroTargetExceeded 0');
  });

  it.each(['gt', 'lt'] as const)('of %s never earns all where it is missed, and never less for a better value', (operator) => {
    const values = Array.from({ length: 80 }, (_, index) => index);
    const shares = (operator === 'gt' ? values : values.toReversed()).map((value) => shareOf(number(operator, '40'), exact(value), 0));
    expect(shares.every(({ share }, index) => index === 0 || share.gte(shares[index - 1]?.share ?? 0))).toBe(true);
    expect(shares.filter(({ code }) => code !== 'met').every(({ share }) => share.lt(1))).toBe(true);
  });

  it('of a range is measured by the end that is missed; both ends belong to it', () => {
    expect(['30', '35', '40'].map((value) => judged(RANGE, value))).toEqual(['met 1', 'met 1', 'met 1']);
    expect(judged(RANGE, '24')).toBe('proportional 0.8');
    expect(judged(RANGE, '50')).toBe('proportionalInverse 0.8');
  });

  it('is nothing where there is nothing to divide by', () => {
    expect(judged(number('le', '0'), '1')).toBe('zeroTargetExceeded 0');
    expect(judged(number('ge', '20'), '-5')).toBe('proportional 0');
    expect(judged({ kind: 'range', printed: '0～0', low: '0', high: '0' }, '1')).toBe('zeroTargetExceeded 0');
  });
});
