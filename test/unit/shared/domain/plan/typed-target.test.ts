import { describe, expect, it } from 'vitest';
import { limitFault } from '../../../../../shared/domain/plan/measure-limits.ts';
import { measureSchema, type Measure } from '../../../../../shared/domain/plan/schema.ts';
import type { Target } from '../../../../../shared/domain/plan/target-schema.ts';
import { readTypedTarget } from '../../../../../shared/domain/plan/typed-target.ts';

const measure = (name = 'PM2.5浓度', unit = '微克/立方米'): Measure =>
  measureSchema.parse({ id: 'M1', name, unit, kind: 'amount', basis: 'level', decimals: 1, subject: 's', targets: {} });
const atMost = (value: string): Target => ({ kind: 'number', printed: `≤${value}`, operator: 'le', value });

/** What is read, or why it is not. */
const read = (typed: string, of = measure(), known: readonly Target[] = [atMost('38')]) => {
  const found = readTypedTarget(typed, of, known);
  return found.ok ? found.target : found.fault.reason;
};
const remarks = (typed: string, known: readonly Target[] = [atMost('38')]) => {
  const found = readTypedTarget(typed, measure(), known);
  return found.ok ? found.remarks.map(({ code }) => code) : ['refused'];
};

describe('a typed target', () => {
  it.each([
    ['', 'blank'],
    ['  ', 'blank'],
    ['90-80', 'reversed'],
    ['35～35', 'reversed'],
    ['≥', 'unreadable'],
    ['≥8.3.1', 'unreadable'],
    ['≥85且≤90', 'unreadable'],
    ['85-', 'unreadable'],
    ['——？', 'unreadable'],
    ['完成90项', 'unit'],
    ['≤35家', 'unit'],
    ['无', 'none'],
    ['零', 'none'],
  ])('“%s” is none: %s', (typed, reason) => {
    expect(read(typed)).toBe(reason);
  });

  it('is a number in the direction of the years beside it, a range, 待定, or words that are meant as words', () => {
    expect(read('31')).toMatchObject({ kind: 'number', operator: 'le', value: '31' });
    expect(read('≥ 84')).toMatchObject({ kind: 'number', operator: 'ge', value: '84' });
    expect(read('30～35')).toMatchObject({ kind: 'range', low: '30', high: '35' });
    expect(read('待定')).toMatchObject({ kind: 'pending' });
    expect(read('完成市级下达任务')).toEqual({ kind: 'text', printed: '完成市级下达任务' });
  });

  it('takes 〈 for ＜ and says so; says an unusual direction, a value far from other years, and words', () => {
    expect(read('〈35')).toMatchObject({ kind: 'number', operator: 'lt', value: '35' });
    expect(remarks('〈35')).toEqual(['TARGET_BRACKETS']);
    expect(remarks('≥38')).toEqual(['TARGET_DIRECTION']);
    expect(remarks('≤99')).toEqual(['TARGET_FAR']);
    expect(remarks('完成市级下达任务')).toEqual(['BOOK_TARGET_WORDS']);
    expect(remarks('≤37')).toEqual([]);
  });

  it('is no part of a thing that is counted, and no ratio above 100 %', () => {
    expect(read('≥4.5', measure('A级企业', '家'), [])).toBe('whole');
    expect(read('≥120%', measure('机扫率', '%'), [])).toBe('over');
  });
});

describe('a number of a measure', () => {
  it.each([
    ['淘汰老旧车辆', '辆', '349.6', 'whole'],
    ['PM2.5浓度', '微克/立方米', '-3', 'negative'],
    ['优良天数比率', '%', '120', 'over'],
    ['优良天数', '天', '367', 'over'],
    ['优良天数', '天', '366', null],
    ['PM2.5浓度下降比例', '%', '-3', null],
    ['任务完成率', '%', '120', null],
    ['淘汰老旧车辆', '辆', '350', null],
  ])('%s of %s at %s: %s', (name, unit, value, reason) => {
    expect(limitFault({ name, unit }, value)?.reason ?? null).toBe(reason);
  });
});
