import { assert, constantFrom, integer, nat, option, property, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exact } from '../../../../../shared/domain/numbers/decimal.ts';
import { type CountedTarget, type Target, targetSchema } from '../../../../../shared/domain/plan/target-schema.ts';
import { meetsTarget, parseTarget, printsOperator, printTarget, readTarget, targetText } from '../../../../../shared/domain/plan/target.ts';

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

describe('readTarget', () => {
  it.each<[string, Target]>([
    ['≥31', { kind: 'number', printed: '≥31', operator: 'ge', value: '31' }],
    ['31', { kind: 'number', printed: '31', operator: 'le', value: '31' }],
    ['＞31', { kind: 'number', printed: '＞31', operator: 'gt', value: '31' }],
    ['低于31', { kind: 'number', printed: '低于31', operator: 'lt', value: '31' }],
    ['＝31', { kind: 'number', printed: '＝31', operator: 'eq', value: '31' }],
    ['30～35', { kind: 'range', printed: '30～35', low: '30', high: '35' }],
    ['30-35微克/立方米', { kind: 'range', printed: '30-35微克/立方米', low: '30', high: '35' }],
    ['30.5至35', { kind: 'range', printed: '30.5至35', low: '30.5', high: '35' }],
    ['完成市级下达任务', { kind: 'text', printed: '完成市级下达任务' }],
    ['35～30', { kind: 'text', printed: '35～30' }],
    ['', { kind: 'pending', printed: '' }],
    [' — ', { kind: 'pending', printed: '—' }],
    ['待定', { kind: 'pending', printed: '待定' }],
    ['另行下达', { kind: 'pending', printed: '另行下达' }],
  ])('reads %j', (printed, target) => {
    expect(readTarget(printed, 'le')).toEqual(target);
  });
});

describe('targetText', () => {
  it('prints numbers with their sign, ranges by their ends, words as they stand, and 待定 for a blank', () => {
    const texts = (['＞31', '低于31', '30至35', '完成市级下达任务', '', '另行下达'] as const).map((printed) =>
      targetText(readTarget(printed, 'ge')),
    );
    expect(texts).toEqual(['＞31', '＜31', '30～35', '完成市级下达任务', '待定', '另行下达']);
  });
});

describe('meetsTarget', () => {
  const met = (target: CountedTarget): string[] =>
    ['29.9', '30', '30.1', '35', '35.1'].filter((value) => meetsTarget(target, exact(value)));
  const number = (operator: 'ge' | 'le' | 'gt' | 'lt' | 'eq'): CountedTarget => ({ kind: 'number', printed: '30', operator, value: '30' });

  it('counts the limit itself in unless the target is strict', () => {
    expect(met(number('ge'))).toEqual(['30', '30.1', '35', '35.1']);
    expect(met(number('gt'))).toEqual(['30.1', '35', '35.1']);
    expect(met(number('le'))).toEqual(['29.9', '30']);
    expect(met(number('lt'))).toEqual(['29.9']);
    expect(met(number('eq'))).toEqual(['30']);
  });

  it('counts both ends of a range in', () => {
    expect(met({ kind: 'range', printed: '30～35', low: '30', high: '35' })).toEqual(['30', '30.1', '35']);
  });
});

describe('a target in the data of a plan', () => {
  it('is a number where it does not say what it is', () => {
    expect(targetSchema.parse({ printed: '≤39', operator: 'le', value: '39' })).toMatchObject({ kind: 'number' });
    expect(targetSchema.parse({ kind: 'pending', printed: '' })).toEqual({ kind: 'pending', printed: '' });
  });

  it('is refused at the very place that is wrong', () => {
    const places = (target: unknown): string[] => targetSchema.safeParse(target).error?.issues.map(({ path }) => path.join('.')) ?? [];
    expect(places({ printed: '30', operator: 'ge', value: 30 })).toEqual(['value']);
    expect(places({ kind: 'range', printed: '30～35', low: '30' })).toEqual(['high']);
    expect(places({ kind: 'words', printed: 'x' })).toEqual(['kind']);
    expect(places(39)).toEqual(['']);
  });
});
