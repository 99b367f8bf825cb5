import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Rational, sumOf } from '../../../../../shared/domain/numbers/rational.ts';
import { type Figures, money, points, publishedText, schemeOf, trialOf } from '../../../../support/scheme-trial.ts';

const tenths = (min: number, max: number): fc.Arbitrary<string> =>
  fc.integer({ min: min * 10, max: max * 10 }).map((units) => `${Math.trunc(units / 10)}.${Math.abs(units % 10)}`);
const amounts = (given: readonly (string | undefined)[]): number[] => given.map(Number);

/** Rules of which more of the better is never less, with what they read. */
const MONOTONE: readonly (readonly [string, string])[] = [
  ['met and unmet', '{out: 万元, of: pm25, vs: target, met: 100, unmet: -30}'],
  ['rate with dead band', '{out: 万元, of: pm25, vs: target, rate: {gain: 20, loss: 40}, dead: 2}'],
  ['rate in whole steps', '{out: 万元, of: pm25, vs: target, rate: 5, steps: whole}'],
  ['marginal tiers', '{out: 万元, of: pm25, vs: target, tiers: {gain: [[3, 5], [rest, 8]], loss: [[5, 10], [rest, 20]]}}'],
  ['flat tiers', '{out: 万元, of: pm25, vs: target, tiers: [[5, 10], [rest, 20]], mode: flat}'],
  ['share', '{out: points/100, of: pm25, share: 24}'],
  ['table', '{out: points/100, of: pm25, table: [[30, 10], [40, 6], [rest, 0]]}'],
  ['base and excess within limits', '{out: points/100, sum: [48, {of: pm25, vs: target, in: pct, rate: 0.5}], floor: 0, cap: 72}'],
  ['efficacy', '{out: points/100, of: pm25, efficacy: [60, 100]}'],
  ['places', '{out: 万元, rank: {of: pm25}, places: {1: 20, 2: 15, -2: -15, -1: -20}}'],
  ['places that are split', '{out: 万元, rank: {of: pm25}, places: {1: 20, 2: 15, -2: -15, -1: -20}, ties: split}'],
  ['pool by improvement', '{out: 万元, pool: 300, split: {of: pm25, vs: target}}'],
];

const row = fc.record({ pm25: tenths(1, 80), 'pm25.target': tenths(20, 50) });
const table = fc.array(row, { minLength: 2, maxLength: 12 });
const value = (given: { points?: string; money?: string } | undefined): number => Number(given?.points ?? given?.money);

/** A concentration is never negative. */
function lowered(concentration: string, by: string): string {
  const left = Rational.of(concentration).minus(Rational.of(by));
  return left.cmp(Rational.of('0.1')) < 0 ? '0.1' : left.text();
}

describe('a better value', () => {
  it.each(MONOTONE)('never lowers a score or a payment: %s', (_name, text) => {
    const scheme = schemeOf(text);
    fc.assert(
      fc.property(table, tenths(0, 30), fc.nat(), (rows, better, pick) => {
        const index = pick % rows.length;
        const improved = rows.map((own, at): Figures => (at === index ? { ...own, pm25: lowered(own.pm25, better) } : own));
        const [before, after] = [rows, improved].map((all) => trialOf(scheme, all).rows[index]?.result);
        const [low, high] = [before, after].map((result) => result?.points ?? result?.money ?? null);
        expect(low !== null && high !== null && low !== undefined && high !== undefined && high.cmp(low) >= 0).toBe(true);
      }),
    );
  });
});

describe('the order of the rows', () => {
  it('never matters', () => {
    const schemes = MONOTONE.map(([, text]) => schemeOf(text));
    const named = table.chain((rows) => {
      const all = rows.map((own, index): Figures => ({ ...own, subject: `s${index}`, class: index % 2 === 0 ? '重点' : '其他' }));
      return fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }));
    });
    fc.assert(
      fc.property(named, fc.nat(), ([rows, shuffled], pick) => {
        const scheme = schemes[pick % schemes.length];
        if (scheme === undefined) throw new Error('no scheme');
        const results = (all: readonly Figures[]) => {
          const given = scheme.out.kind === 'points' ? points(scheme, all) : money(scheme, all);
          return new Map(all.map((own, index) => [own['subject'], given[index]]));
        };
        expect([...results(shuffled)].toSorted()).toEqual([...results(rows)].toSorted());
      }),
    );
  });

  it('nor does it for streaks over several periods', () => {
    const scheme = schemeOf(publishedText('日照'));
    const all = ['2021-01', '2021-02', '2021-03'].flatMap((period) =>
      [1, 2, 3, 4, 5].map((score): Figures => ({ subject: `s${score}`, class: '其他', period, score })),
    );
    const notices = (rows: readonly Figures[]): string[] =>
      trialOf(scheme, rows)
        .rows.map(({ result }) => `${result?.row.subjectId} ${result?.row.period} ${result?.notices.map(({ params }) => params['text'])}`)
        .toSorted();
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (shuffled) => {
        expect(notices(shuffled)).toEqual(notices(all));
      }),
      { numRuns: 20 },
    );
    expect(notices(all).filter((text) => /[\u4e00-\u9fff]$/u.test(text))).toEqual([
      's1 2021-01 预警',
      's1 2021-02 挂牌督办',
      's1 2021-03 约谈',
    ]);
  });
});

describe('parts add up', () => {
  it('to zero where the scheme says zero sum, whichever side is fitted', () => {
    const schemes = ['awards', 'payments'].map((side) =>
      schemeOf(`{out: 万元, of: pm25, vs: target, rate: {gain: 7, loss: 3}, zeroSum: ${side}}`),
    );
    fc.assert(
      fc.property(table, (rows) => {
        for (const scheme of schemes) {
          const paid = trialOf(scheme, rows).rows.flatMap(({ result }) => result?.money ?? []);
          expect(paid).toHaveLength(rows.length);
          expect(sumOf(paid).sign).toBe(0);
        }
      }),
    );
  });

  it('to the pool, or to nothing where nobody earns a share', () => {
    const scheme = schemeOf('{out: 万元, pool: 300, split: {of: pm25, vs: target}}');
    fc.assert(
      fc.property(table, (rows) => {
        const total = sumOf(trialOf(scheme, rows).rows.flatMap(({ result }) => result?.money ?? []));
        const earned = rows.some((own) => Rational.of(own.pm25).cmp(Rational.of(own['pm25.target'])) < 0);
        expect(total.text()).toBe(earned ? '300' : '0');
      }),
    );
  });

  it('to the mirrored lists of places as long as nobody ties', () => {
    const scheme = schemeOf('{out: 万元, rank: {of: pm25}, places: {1: 20, 2: 15, -2: -15, -1: -20}}');
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 12 }), (values) => {
        const paid = trialOf(
          scheme,
          values.map((pm25) => ({ pm25 })),
        ).rows.flatMap(({ result }) => result?.money ?? []);
        expect(sumOf(paid).sign).toBe(0);
      }),
    );
  });

  it('to the whole of the places that tied ones take up, when these are split', () => {
    const scheme = schemeOf('{out: 万元, rank: {of: pm25}, places: {1: 20, 2: 15, -2: -15, -1: -20}, ties: split}');
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 12 }), (values) => {
        const paid = trialOf(
          scheme,
          values.map((pm25) => ({ pm25 })),
        ).rows.flatMap(({ result }) => result?.money ?? []);
        expect(sumOf(paid).sign).toBe(0);
      }),
    );
  });
});

describe('不涉及', () => {
  it.each(MONOTONE)('never pays and never costs: %s', (_name, text) => {
    const scheme = schemeOf(text);
    fc.assert(
      fc.property(table, (rows) => {
        const [first] = trialOf(scheme, [{ pm25: '不涉及', 'pm25.target': 30 }, ...rows]).rows;
        expect(first?.result).toMatchObject({ money: null, points: null, notApplicable: true });
      }),
    );
  });

  it('leaves the others as they would be without it', () => {
    const schemes = MONOTONE.map(([, text]) => schemeOf(text));
    fc.assert(
      fc.property(table, fc.nat(), (rows, pick) => {
        const scheme = schemes[pick % schemes.length];
        if (scheme === undefined) throw new Error('no scheme');
        const given = (all: readonly Figures[]) => (scheme.out.kind === 'points' ? points(scheme, all) : money(scheme, all));
        const named = rows.map((own, index): Figures => ({ ...own, subject: `s${index}` }));
        expect(given([...named, { subject: 'x', pm25: '不涉及', 'pm25.target': 30 }]).slice(0, -1)).toEqual(given(named));
      }),
    );
  });
});

describe('a tie on a paid place', () => {
  it('gives both its amount, and the next place is skipped', () => {
    const scheme = schemeOf('{out: 万元, rank: {of: score}, order: asc, places: {1: 100, 2: 50, 3: 20}}');
    expect(
      amounts(
        money(
          scheme,
          [1, 1, 2, 3].map((score) => ({ score })),
        ),
      ),
    ).toEqual([100, 100, 20, 0]);
  });

  it('is split where the scheme says so', () => {
    const scheme = schemeOf('{out: 万元, rank: {of: score}, order: asc, places: {1: 100, 2: 50, 3: 20}, ties: split}');
    expect(
      amounts(
        money(
          scheme,
          [1, 1, 2, 3].map((score) => ({ score })),
        ),
      ),
    ).toEqual([75, 75, 20, 0]);
  });

  it('at the end costs both', () => {
    const scheme = schemeOf('{out: 万元, rank: {of: score}, order: asc, places: {-2: -50, -1: -100}}');
    expect(
      amounts(
        money(
          scheme,
          [1, 2, 3, 3].map((score) => ({ score })),
        ),
      ),
    ).toEqual([0, 0, -100, -100]);
  });
});

describe('a missing figure', () => {
  it('is never counted as 0: its part and the whole have no value, and the lack is named', () => {
    fc.assert(
      fc.property(table, fc.nat(), (rows, pick) => {
        const scheme = schemeOf('{out: 万元, vs: target, sum: [5, {of: pm25, rate: 3}, {of: pm25, met: 10}]}');
        const index = pick % rows.length;
        const all = rows.map((own, at): Figures => (at === index ? { ...own, pm25: '' } : own));
        const result = trialOf(scheme, all).rows[index]?.result;
        expect(result?.money).toBeNull();
        expect(result?.lacks.map(({ code, params }) => `${code} ${params['column']}`)).toContain('blank pm25');
        expect(value({})).toBeNaN();
      }),
    );
  });
});
