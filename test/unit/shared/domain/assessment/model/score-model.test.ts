import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { averageOf, pointsAt } from '../../../../../../shared/domain/assessment/model/average.ts';
import { splitAnew } from '../../../../../../shared/domain/assessment/model/reweigh.ts';
import { createScoreModel } from '../../../../../../shared/domain/assessment/model/score-model.ts';
import { Standings } from '../../../../../../shared/domain/assessment/model/standings.ts';
import { placesOf } from '../../../../../../shared/domain/assessment/places.ts';
import { distributePoints } from '../../../../../../shared/domain/assessment/points.ts';
import { scoreYear } from '../../../../../../shared/domain/assessment/score.ts';
import { exact, roundHalfEven } from '../../../../../../shared/domain/numbers/decimal.ts';
import { madeInput } from '../../../../../support/made-assessment.ts';

describe('points of a row', () => {
  const share = fc.oneof(
    fc.constantFrom('0', '1', '0.5', '0.8', '0.4', '0.48', '0.005'),
    fc.tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 1, max: 400 })).map(([part, more]) =>
      exact(part)
        .div(part + more)
        .toFixed(),
    ),
  );

  it('are those of exact decimals, ties included', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000 }), fc.array(share, { minLength: 1, maxLength: 3 }), (max, shares) => {
        const average = averageOf(shares.map((one) => ({ share: one, counts: true })));
        if (average === null) throw new Error('every figure counts');
        const sum = shares.reduce((total, one) => total.plus(one), exact(0));
        expect(pointsAt(max, average)).toBe(Number(roundHalfEven(exact(max).times(sum).div(shares.length), 0)));
      }),
      { numRuns: 500 },
    );
  });

  it('round a tie to the even step', () => {
    const half = averageOf([{ share: '0.5', counts: true }]);
    expect([1, 3, 5, 133].map((max) => (half === null ? null : pointsAt(max, half)))).toEqual([0, 2, 2, 66]);
  });

  it('leave out figures that do not count', () => {
    expect(averageOf([{ share: '0', counts: false }])).toBeNull();
    expect(
      averageOf([
        { share: '1', counts: true },
        { share: '0', counts: false },
      ]),
    ).toMatchObject({ shares: ['1'], near: 1 });
  });
});

it('full marks are split anew as the scheme splits them', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 1, max: 3000 }), fc.constantFrom(9000, 10_000, 11_000)), { minLength: 1, maxLength: 30 }),
      (rows) => {
        const maxima = rows.map(([max]) => max);
        const max = maxima.reduce((sum, one) => sum + one, 0);
        const weights = rows.map(([own, factor]) => own * factor);
        expect(splitAnew(maxima, weights)).toEqual(distributePoints(String(max), weights.map(String), 0).map(Number));
        expect(splitAnew(maxima, maxima)).toEqual(maxima);
      },
    ),
  );
});

describe('the model of a result', () => {
  const made = fc.record({ seed: fc.integer({ min: 1, max: 1e6 }), filled: fc.constantFrom(0.3, 0.9), reported: fc.constantFrom(0.7, 1) });

  it('gives every total, grade and place of the score of the year', () => {
    fc.assert(
      fc.property(made, (one) => {
        const input = madeInput(one);
        const result = scoreYear(input);
        const model = createScoreModel(result, input.scheme);
        expect(model.subjects.filter(({ follows }) => !follows)).toEqual([]);
        const standings = new Standings(model);
        const places = placesOf(result.units);
        for (const [index, { id }] of model.subjects.entries()) expect([id, standings.place(index)]).toEqual([id, places.get(id) ?? null]);
      }),
      { numRuns: 8 },
    );
  });

  it('says of a total that other rules made that it does not follow', () => {
    const input = madeInput({ seed: 2, filled: 1, reported: 1 });
    const result = scoreYear(input);
    const changed = { ...result, district: { ...result.district, grade: '优秀之外' } };
    expect(createScoreModel(changed, input.scheme).subjects.at(-1)).toMatchObject({ id: 'district', follows: false, grade: '优秀之外' });
  });

  it('places a unit under other totals as counting does', () => {
    const input = madeInput({ seed: 4, filled: 1, reported: 1 });
    const model = createScoreModel(scoreYear(input), input.scheme);
    const standings = new Standings(model);
    const towns = [...model.subjects.entries()].filter(([, { kind }]) => kind === 'town').map(([index]) => index);
    const change = fc.tuple(fc.constantFrom(...towns), fc.option(fc.integer({ min: 0, max: 10_000 })));
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), fc.constantFrom(...towns), (changes, subject) => {
        const changed = new Map(changes);
        const now = (index: number): number | null =>
          changed.has(index) ? (changed.get(index) ?? null) : (model.subjects[index]?.total ?? 0);
        const own = now(subject);
        const expected = own === null ? null : 1 + towns.filter((index) => (now(index) ?? -1) > own).length;
        expect(standings.place(subject, changed)).toBe(expected);
      }),
    );
  });
});
