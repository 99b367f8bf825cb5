import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { distributePoints } from '../../../../../shared/domain/assessment/points.ts';
import { exact } from '../../../../../shared/domain/numbers/decimal.ts';

it('of two equal remainders the earlier part is raised, whatever stands before the point', () => {
  // 4 over 7, 4 and 1: two and a third, one and a third, a third.
  expect(distributePoints('4', ['7', '4', '1'], 0)).toEqual(['3', '1', '0']);
  expect(distributePoints('4', ['1', '4', '7'], 0)).toEqual(['1', '1', '2']);
});

it('the parts add up to the whole and none is a step away from its share', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 100 }),
      fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 40 }),
      (max, weights) => {
        const parts = distributePoints(
          String(max),
          weights.map((weight) => `${Math.floor(weight / 10)}.${weight % 10}`),
          2,
        );
        expect(parts.reduce((sum, part) => sum.plus(part), exact(0)).toFixed()).toBe(String(max));
        const whole = weights.reduce((sum, weight) => sum + weight, 0);
        for (const [index, part] of parts.entries())
          expect(Math.abs(Number(part) - (max * (weights[index] ?? 0)) / whole)).toBeLessThan(0.01);
      },
    ),
  );
});
