import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exact } from '../../../../../../shared/domain/numbers/decimal.ts';
import type { AdoptedTarget, AdoptionRule } from '../../../../../../shared/domain/plan/conflict-types.ts';
import type { Basis } from '../../../../../../shared/domain/plan/schema.ts';
import { readTarget } from '../../../../../../shared/domain/plan/target.ts';
import { compareYears, type YearsCompared } from '../../../../../../shared/domain/plan/years/compare-years.ts';

const adopted = (printed: string, rule: AdoptionRule = 'only'): AdoptedTarget => ({
  measureId: 'M1',
  target: readTarget(printed, 'ge'),
  unit: '%',
  printed,
  displaced: null,
  from: 'M1',
  place: '附件1 第1行',
  rule,
  conflict: null,
});

interface Case {
  readonly targets?: Readonly<Record<number, AdoptedTarget>>;
  readonly results?: Readonly<Record<number, string>>;
  readonly basis?: Basis;
}

const byYear = <Value>(entries: Readonly<Record<number, Value>>): Map<number, Value> =>
  new Map(Object.entries(entries).map(([year, value]) => [Number(year), value]));

const compared = ({ targets = { 2024: adopted('≤39'), 2027: adopted('≤32') }, results = {}, basis = 'level' }: Case): YearsCompared =>
  compareYears({ basis, targets: byYear(targets), results: byYear(results) });

describe('完成进度', () => {
  it('is the share of the way from the earliest result to the last target', () => {
    const { final, progress } = compared({ results: { 2025: '34', 2023: '42', 2024: '37' } });
    expect(final).toEqual({ year: 2027, printed: '≤32' });
    expect(progress).toEqual({ share: '0.8', percent: '80.0', from: { year: 2023, value: '42' }, to: { year: 2025, value: '34' } });
  });

  it('is exact, and rounded once, half to even', () => {
    expect(compared({ results: { 2023: '62', 2024: '52' } }).progress?.percent).toBe('33.3');
    // 1 of 2000 is 0.05 %, 3 of 2000 is 0.15 %: ties, of which the even place stays.
    expect(compared({ targets: { 2027: adopted('≥2000') }, results: { 2023: '0', 2024: '1' } }).progress?.percent).toBe('0.0');
    expect(compared({ targets: { 2027: adopted('≥2000') }, results: { 2023: '0', 2024: '3' } }).progress?.percent).toBe('0.2');
  });

  it('goes beyond the target and behind the start', () => {
    expect(compared({ results: { 2023: '42', 2024: '30' } }).progress?.percent).toBe('120.0');
    expect(compared({ results: { 2023: '42', 2024: '44' } }).progress?.percent).toBe('-20.0');
  });

  it('of a 累计数 counts from nought, so that one result suffices', () => {
    const { progress } = compared({ basis: 'cumulative', targets: { 2027: adopted('≥10') }, results: { 2024: '4' } });
    expect(progress).toMatchObject({ percent: '40.0', from: { year: null, value: '0' } });
  });

  it('leaves targets out that were carried over, interpolated, or are 待定', () => {
    const targets = {
      2025: adopted('≤35'),
      2026: adopted('≤34', 'interpolated'),
      2027: adopted('待定'),
      2028: adopted('≤30', 'carried'),
    };
    expect(compared({ targets, results: {} }).final).toEqual({ year: 2025, printed: '≤35' });
    expect(compared({ targets: { ...targets, 2026: adopted('≤34', 'revised') } }).final?.year).toBe(2026);
  });

  it.each([
    ['noTarget', { targets: {}, results: { 2023: '42', 2024: '37' } }],
    ['notNumber', { targets: { 2027: adopted('完成市级下达任务') }, results: { 2023: '42', 2024: '37' } }],
    ['notNumber', { targets: { 2027: adopted('30～35') }, results: { 2023: '42', 2024: '37' } }],
    ['yearByYear', { basis: 'increment', results: { 2023: '42', 2024: '37' } }],
    ['yearByYear', { basis: 'yearly', results: { 2023: '42', 2024: '37' } }],
    ['noResult', { results: {} }],
    ['noResult', { basis: 'cumulative', targets: { 2027: adopted('≥10') } }],
    ['oneResult', { results: { 2024: '37' } }],
    ['startAtTarget', { results: { 2023: '32', 2024: '37' } }],
    ['startAtTarget', { basis: 'cumulative', targets: { 2027: adopted('≤0') }, results: { 2024: '0.6' } }],
    ['startBeyond', { results: { 2023: '31.9', 2024: '37' } }],
  ] as const)('is not reckoned, and says why: %s', (lack, given) => {
    expect(compared(given)).toMatchObject({ progress: null, progressLack: lack });
  });

  it('is 1 exactly where the newest result is the target', () => {
    const whole = fc.integer({ min: 1, max: 9999 });
    fc.assert(
      fc.property(whole, whole, whole, (start, more, other) => {
        const target = start + more;
        const { progress } = compared({
          targets: { 2027: adopted(`≥${target}`) },
          results: { 2023: String(start), 2024: String(other) },
        });
        const share = exact(progress?.share ?? 'NaN');
        expect(share.eq(1)).toBe(other === target);
        expect(share.gt(1)).toBe(other > target);
        expect(share.lt(0)).toBe(other < start);
      }),
    );
  });
});

describe('趋势', () => {
  it.each([
    ['≤32', '37', '34', 'better'],
    ['≤32', '34', '37', 'worse'],
    ['＜32', '37', '34', 'better'],
    ['≥32', '37', '34', 'worse'],
    ['≥32', '34', '37', 'better'],
    ['＞32', '34', '37', 'better'],
    ['≥32', '37.0', '37', 'level'],
    // As numbers, not as text.
    ['≥32', '9', '10', 'better'],
  ])('with %s from %s to %s is %s', (printed, before, after, direction) => {
    const { trend } = compared({ targets: { 2027: adopted(printed) }, results: { 2024: before, 2025: after } });
    expect(trend).toEqual({ direction, from: { year: 2024, value: before }, to: { year: 2025, value: after } });
  });

  it('is between the two newest results, whatever years lie between them', () => {
    const { trend } = compared({ results: { 2020: '30', 2023: '42', 2025: '34' } });
    expect(trend).toMatchObject({ direction: 'better', from: { year: 2023 }, to: { year: 2025 } });
  });

  it.each([
    ['noTarget', { targets: {}, results: { 2024: '1', 2025: '2' } }],
    ['notNumber', { targets: { 2027: adopted('30～35') }, results: { 2024: '1', 2025: '2' } }],
    ['noDirection', { targets: { 2027: adopted('等于5') }, results: { 2024: '1', 2025: '2' } }],
    ['noResult', { results: {} }],
    ['oneResult', { results: { 2024: '1' } }],
  ] as const)('is not judged, and says why: %s', (lack, given) => {
    expect(compared(given)).toMatchObject({ trend: null, trendLack: lack });
  });
});
