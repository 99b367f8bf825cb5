import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Causes, causesOf } from '../../../../../../shared/domain/air/causes/causes.ts';
import type { CauseSide } from '../../../../../../shared/domain/air/causes/cells.ts';
import type { RoundedNumber } from '../../../../../../shared/domain/air/statistics/types.ts';
import { exact } from '../../../../../../shared/domain/numbers/decimal.ts';
import { fractionOf } from './arbitraries.ts';
import { causesBy, meanOfDays, type OracleDay } from './causes.ts';
import { halfEven, minus, plus, type Rational, rational, standsFor } from './rational.ts';

const PARTS = ['甲镇', '乙镇', '丙镇', '丁镇'];
const MONTHS = ['2025-01', '2025-02', '2025-03'];
const WEIGHTS = [rational(1), rational(1), rational(1, 2), rational(3)];

/** Days with at least one station, of whatever months and stations. */
const sides = fc.array(
  fc.record({
    month: fc.constantFrom(...MONTHS),
    values: fc
      .array(fc.option(fc.tuple(fc.integer({ min: 0, max: 200_000 }), fc.integer({ min: 20, max: 24 })), { freq: 3 }), {
        minLength: PARTS.length,
        maxLength: PARTS.length,
      })
      .filter((values) => values.some((value) => value !== null)),
  }),
  { minLength: 1, maxLength: 25 },
);

type Side = typeof sides extends fc.Arbitrary<infer T> ? T : never;

const oracleDays = (side: Side, weighted: boolean): OracleDay[] =>
  side.map(({ month, values }) => ({
    month,
    stations: values.flatMap((value, index) =>
      value === null
        ? []
        : [{ part: PARTS[index] ?? '', value: rational(value[0], value[1] * 1000), weight: weighted ? (WEIGHTS[index] ?? ONE) : ONE }],
    ),
  }));

const ONE = rational(1);
const dateOf = (index: number): string => `day-${String(index).padStart(2, '0')}`;

const sideOf = (side: Side, weighted: boolean): CauseSide => ({
  dates: side.map((_, index) => dateOf(index)),
  monthOf: (date) => side[Number(date.slice(4))]?.month ?? '',
  parts: PARTS.map((name, index) => ({
    name,
    values: new Map(
      side.flatMap(({ values }, day) => {
        const value = values[index];
        return value === null || value === undefined ? [] : [[dateOf(day), fractionOf(rational(value[0], value[1] * 1000))] as const];
      }),
    ),
    weightOn: weighted ? () => ['1', '1', '0.5', '3'][index] ?? '1' : undefined,
  })),
});

/** Decimals of a number that may be negative: half-even is the same on both sides of zero. */
function printsAs({ exact: text, published }: RoundedNumber, value: Rational, decimals: number): boolean {
  const rounded = halfEven(value, decimals);
  return standsFor(text, value) && exact(published).eq(exact(rounded.n.toString()).div(rounded.d.toString()));
}

describe('the oracle agrees on 归因', () => {
  it('with every part, every month and both together, and all are the whole change', () => {
    fc.assert(
      fc.property(sides, sides, fc.boolean(), fc.constantFrom(1, 3), (first, second, weighted, decimals) => {
        const [before, now] = [oracleDays(first, weighted), oracleDays(second, weighted)];
        const found = causesOf(sideOf(first, weighted), sideOf(second, weighted), decimals);
        if (found === null) throw new Error('there are days');
        expect(printsAs(found.before, meanOfDays(before), decimals)).toBe(true);
        expect(printsAs(found.now, meanOfDays(now), decimals)).toBe(true);
        const change = minus(meanOfDays(now), meanOfDays(before));
        const [parts, months, cells] = [
          causesBy(before, now, (part) => part),
          causesBy(before, now, (_part, month) => month),
          causesBy(before, now, (part, month) => `${part} ${month}`),
        ];
        for (const expected of [parts, months, cells])
          expect(minus([...expected.values()].map(({ own, mix }) => plus(own, mix)).reduce(plus), change).n).toBe(0n);
        expectCauses(found.parts, parts, decimals);
        expectCauses(found.months, months, decimals);
        for (const { name, totals } of found.cells)
          for (const [index, total] of totals.entries()) {
            const cell = cells.get(`${name} ${found.months[index]?.name}`);
            expect(printsAs(total, cell === undefined ? rational(0) : plus(cell.own, cell.mix), decimals)).toBe(true);
          }
        expectRests(found);
      }),
      { numRuns: 200 },
    );
  });

  it('with members that have values in one period only', () => {
    fc.assert(
      fc.property(sides, sides, (first, second) => {
        const named = (side: Side): Set<string> =>
          new Set(oracleDays(side, false).flatMap(({ stations }) => stations.map(({ part }) => part)));
        const [old, young] = [named(first), named(second)];
        const found = causesOf(sideOf(first, false), sideOf(second, false), 3);
        expect(new Set(found?.joined)).toEqual(new Set([...young].filter((name) => !old.has(name))));
        expect(new Set(found?.left)).toEqual(new Set([...old].filter((name) => !young.has(name))));
        for (const { name, own } of found?.parts ?? []) if (!old.has(name) || !young.has(name)) expect(own.exact).toBe('0');
      }),
    );
  });
});

function expectCauses(found: Causes['parts'], expected: ReadonlyMap<string, { own: Rational; mix: Rational }>, decimals: number): void {
  expect(new Set(found.map(({ name }) => name))).toEqual(new Set(expected.keys()));
  for (const { name, own, mix, total } of found) {
    const cause = expected.get(name);
    if (cause === undefined) throw new Error(name);
    expect([
      name,
      printsAs(own, cause.own, decimals),
      printsAs(mix, cause.mix, decimals),
      printsAs(total, plus(cause.own, cause.mix), decimals),
    ]).toEqual([name, true, true, true]);
  }
}

/** What is printed of the parts and the rest are what is printed of the whole. */
function expectRests({ whole, parts, months, rests }: Causes): void {
  for (const key of ['own', 'mix', 'total'] as const)
    for (const [rows, rest] of [[parts, rests.parts] as const, [months, rests.months] as const])
      expect(rows.reduce((sum, row) => sum.plus(row[key].published), exact(rest[key])).toFixed()).toBe(
        exact(whole[key].published).toFixed(),
      );
}
