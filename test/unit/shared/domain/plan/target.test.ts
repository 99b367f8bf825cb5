import { assert, constantFrom, integer, nat, option, property, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTarget, printsOperator, printTarget } from '../../../../../shared/domain/plan/target.ts';

describe('parseTarget', () => {
  it.each([
    ['≤39', 'le', '39'],
    ['≥81.3', 'ge', '81.3'],
    ['≥ 85', 'ge', '85'],
    ['85', 'ge', '85'],
    ['0', 'ge', '0'],
    ['８５', 'ge', '85'],
    ['不少于1350', 'ge', '1350'],
    ['不少于3000辆次', 'ge', '3000'],
    ['至少1', 'ge', '1'],
    ['至少完成1台', 'ge', '1'],
    ['90%以上', 'ge', '90'],
    ['50家次以上', 'ge', '50'],
    ['32微克/立方米及以下', 'le', '32'],
    ['达25%', 'ge', '25'],
    ['达到85%', 'ge', '85'],
    ['力争达到25%', 'ge', '25'],
    ['不超过1,350', 'le', '1350'],
    ['每季度', 'ge', '4'],
  ])('reads %s', (printed, operator, value) => {
    expect(parseTarget(printed, 'ge')).toEqual([{ operator, value }]);
  });

  it('gives a bare number the default direction', () => {
    expect(parseTarget('0', 'le')).toEqual([{ operator: 'le', value: '0' }]);
  });

  it('gives the two numbers of a composite cell in printed order', () => {
    expect(parseTarget('32（100）', 'ge')).toEqual([
      { operator: 'ge', value: '32' },
      { operator: 'ge', value: '100' },
    ]);
  });

  it.each(['', '持续推进', '十个', '20—30', '≥', '≥20以下', '32（全部）', '3.', '1.2.3'])('does not guess at %j', (printed) => {
    expect(parseTarget(printed, 'ge')).toEqual([]);
  });

  it('reads back every printed target', () => {
    const value = tuple(nat({ max: 99_999 }), option(integer({ min: 1, max: 9 }), { nil: null })).map(([whole, tenth]) =>
      tenth === null ? `${whole}` : `${whole}.${tenth}`,
    );
    assert(
      property(constantFrom('ge', 'le', 'eq'), value, (operator, number) => {
        expect(parseTarget(printTarget(operator, number), 'ge')).toEqual([{ operator, value: number }]);
      }),
    );
  });
});

describe('printsOperator', () => {
  it('tells a printed direction from a bare number', () => {
    expect(['≥20', '不少于20', '90%以上', '每季度', '≤39'].map(printsOperator)).toEqual([true, true, true, true, true]);
    expect(['20', '0', '32（100）', '提高'].map(printsOperator)).toEqual([false, false, false, false]);
  });
});

describe('printTarget', () => {
  it('prints the sign before the number', () => {
    expect([printTarget('ge', '20'), printTarget('le', '39'), printTarget('eq', '1')]).toEqual(['≥20', '≤39', '=1']);
  });
});
