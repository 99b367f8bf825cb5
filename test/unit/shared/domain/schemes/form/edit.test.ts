import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differenceOf } from '../../../../../../shared/domain/schemes/form/difference.ts';
import {
  canRemove,
  inserted,
  keptTogether,
  moved,
  scaleIn,
  valueAt,
  withPart,
  withValue,
} from '../../../../../../shared/domain/schemes/form/edit.ts';

const data = {
  title: '甲',
  from: 2024,
  notes: ['一'],
  rules: {
    out: 'points/100',
    grades: { 优秀: 90, 不合格: 0 },
    sum: [{ of: 'pm25', share: 60 }, { manual: 'a', cap: 30 }, { manual: 'b' }],
  },
};

describe('a scheme as data', () => {
  it('changes at one place, and nothing else does', () => {
    const changed = withValue(data, ['rules', 'sum', 1, 'cap'], 40);
    expect(valueAt(changed, ['rules', 'sum', 1])).toEqual({ manual: 'a', cap: 40 });
    expect(differenceOf(data, changed)).toEqual([{ path: ['rules', 'sum', 1, 'cap'], kind: 'changed', before: 30, after: 40 }]);
    expect(valueAt(data, ['rules', 'sum', 1, 'cap'])).toBe(30);
  });

  it('keeps what stands beside the rule of a subject, and the words of the head that have no field', () => {
    const body = withPart(data, ['rules'], 'body', { mean: [{ manual: 'a' }] });
    expect(valueAt(body, ['rules'])).toEqual({ out: 'points/100', grades: { 优秀: 90, 不合格: 0 }, mean: [{ manual: 'a' }] });
    expect(withPart(data, [], 'head', { title: '乙', from: 2025 })).toEqual({ ...data, title: '乙', from: 2025 });
  });

  it('moves, adds and takes away rows of a list, down to the last one', () => {
    const row = ['rules', 'sum', 0];
    const swapped = moved(data, row, 1);
    expect(swapped?.row).toEqual(['rules', 'sum', 1]);
    expect(valueAt(swapped?.data, ['rules', 'sum', 1])).toEqual({ of: 'pm25', share: 60 });
    expect(moved(data, row, -1)).toBeNull();
    const added = inserted(data, row, { manual: 'c' });
    expect(valueAt(added.data, added.row)).toEqual({ manual: 'c' });
    expect(canRemove(data, row)).toBe(true);
    expect(canRemove({ sum: [1] }, ['sum', 0])).toBe(false);
  });

  it('changes alike where two places go together', () => {
    const twice = { a: { x: 1 }, b: { x: 1 }, c: { x: 1 } };
    expect(keptTogether(twice, withValue(twice, ['b', 'x'], 2), [[['a'], ['b']]])).toEqual({ a: { x: 2 }, b: { x: 2 }, c: { x: 1 } });
    expect(keptTogether(twice, twice, [[['a'], ['b']]])).toEqual(twice);
  });

  it('says how many points there are in all', () => {
    expect([scaleIn(data), scaleIn({ rules: { out: 'points/2x100' } }), scaleIn({ rules: { out: '万元' } })]).toEqual(['100', '100', null]);
  });
});

describe('the difference by rule', () => {
  it('tells rows that moved, came and went from rows that changed', () => {
    const kinds = (after: unknown): string[] => differenceOf(data.rules.sum, after).map(({ kind, path }) => `${kind} ${path.join('.')}`);
    const [first, second, third] = data.rules.sum;
    expect(kinds([second, first, third])).toEqual(['moved ']);
    expect(kinds([first, third])).toEqual(['removed 1']);
    expect(kinds([first, second, third, { manual: 'd' }])).toEqual(['added 3']);
    expect(kinds([first, { manual: 'a', cap: 20 }, third])).toEqual(['changed 1.cap']);
  });

  it('is none between what says the same, and some between what does not', () => {
    const value = fc.jsonValue({ maxDepth: 3 });
    fc.assert(
      fc.property(value, value, (one, other) => {
        expect(differenceOf(one, structuredClone(one))).toEqual([]);
        expect(differenceOf({ at: one }, { at: other }).length > 0).toBe(differenceOf({ at: other }, { at: one }).length > 0);
      }),
    );
  });
});
