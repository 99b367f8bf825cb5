import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ScoreInput } from '../../../../../../shared/domain/assessment/context.ts';
import { placesOf } from '../../../../../../shared/domain/assessment/places.ts';
import { scoreYear } from '../../../../../../shared/domain/assessment/score.ts';
import { contestedTargets } from '../../../../../../shared/domain/assessment/sensitivity/contested.ts';
import { sensitivityOf } from '../../../../../../shared/domain/assessment/sensitivity/sensitivity.ts';
import { applyChanges } from '../../../../../../shared/domain/assessment/whatif/apply-changes.ts';
import { madeInput, madeSecond, madeSmall } from '../../../../../support/made-assessment.ts';
import { naiveSensitivity, verdictOf } from '../../../../../support/naive-sensitivity.ts';

const made = fc.record({ seed: fc.integer({ min: 1, max: 1e6 }), filled: fc.constantFrom(0.4, 0.8, 1), reported: fc.constantFrom(0.7, 1) });
const percent = fc.constantFrom('10', '2.5', '50', '99');

const sensitivity = (input: ScoreInput, weights: string) => {
  const base = scoreYear(input);
  const options = { percent: weights, contested: contestedTargets(input.plan, {}), cells: 3 };
  return { base, options, found: sensitivityOf(input, base, options) };
};

describe('sensitivity', () => {
  it('says the same as computing every case anew', () => {
    fc.assert(
      fc.property(made, percent, (one, weights) => {
        const input = madeSmall(one);
        const { base, options, found } = sensitivity(input, weights);
        expect([...found.units, found.district].map(verdictOf)).toEqual(naiveSensitivity(input, base, options));
      }),
      { numRuns: 8 },
    );
  });

  it('says the same of a district of other kinds of units, decimals and grades', () => {
    fc.assert(
      fc.property(made, (one) => {
        const input = madeSecond(one);
        const { base, options, found } = sensitivity(input, '10');
        expect([...found.units, found.district].filter(({ follows }) => !follows)).toEqual([]);
        expect([...found.units, found.district].map(verdictOf)).toEqual(naiveSensitivity(input, base, options));
      }),
      { numRuns: 3 },
    );
  });

  it('contains what a unit really has, and its reach grows with the weights', () => {
    fc.assert(
      fc.property(made, (one) => {
        const input = madeInput(one);
        const [narrow, wide] = [sensitivity(input, '5'), sensitivity(input, '20')];
        const places = placesOf(narrow.base.units);
        for (const [index, unit] of narrow.base.units.entries()) {
          const [near, far] = [narrow.found.units[index], wide.found.units[index]];
          expect(near).toMatchObject({ total: unit.total, grade: unit.grade, place: places.get(unit.subjectId) ?? null });
          for (const reach of [near?.overall, near?.weights, near?.contested, far?.weights]) {
            expect(Number(reach?.low)).toBeLessThanOrEqual(Number(unit.total));
            expect(Number(reach?.high)).toBeGreaterThanOrEqual(Number(unit.total));
            expect(reach?.grades).toContain(unit.grade);
            const place = places.get(unit.subjectId) ?? null;
            if (place === null) expect(reach).toMatchObject({ best: null, worst: null });
            else expect((reach?.best ?? 99) <= place && (reach?.worst ?? 0) >= place).toBe(true);
          }
          expect(Number(far?.weights.high)).toBeGreaterThanOrEqual(Number(near?.weights.high) - ROUNDED);
          expect(Number(far?.weights.low)).toBeLessThanOrEqual(Number(near?.weights.low) + ROUNDED);
        }
      }),
      { numRuns: 4 },
    );
  });

  it('names cells that do what it says of them', () => {
    fc.assert(
      fc.property(made, (one) => {
        const input = madeSmall(one);
        const { found } = sensitivity(input, '10');
        for (const unit of found.units) {
          for (const flip of [...unit.cells.grade, ...unit.cells.place]) {
            const supposed = applyChanges(input, [
              { kind: 'cell', unitId: flip.unitId, rowId: flip.rowId, field: flip.field, value: flip.after, raw: '' },
            ]);
            const after = scoreYear(supposed ?? input);
            const score = after.units.find(({ subjectId }) => subjectId === unit.subjectId);
            expect(score).toMatchObject({ total: flip.total, grade: flip.grade });
            expect(placesOf(after.units).get(unit.subjectId) ?? null).toBe(flip.place);
            expect(flip.grade !== unit.grade || flip.place !== unit.place).toBe(true);
          }
        }
      }),
      { numRuns: 6 },
    );
  });

  it('lists the contested targets of the real plan, and whom they would move', () => {
    const { found } = sensitivity(madeInput({ seed: 1, filled: 1, reported: 1 }), '10');
    expect(found.contested.map(({ conflict, statement }) => [conflict, statement])).toEqual([
      ['non-fossil-share', 'A3-2.1-a'],
      ['glass', 'A3-4.2-a'],
    ]);
    expect(found.units.some(({ contestedMoves }) => contestedMoves.length > 0)).toBe(true);
  });

  it('leaves alone a total that does not follow from its rows', () => {
    const input = madeSmall({ seed: 7, filled: 1, reported: 1 });
    const base = scoreYear(input);
    const forced = { ...base, units: base.units.map((unit, index) => (index === 0 ? { ...unit, grade: '合格', total: '61.00' } : unit)) };
    const [first] = sensitivityOf(input, forced, { percent: '10', contested: [], cells: 3 }).units;
    expect(first).toMatchObject({ follows: false, total: '61.00', grade: '合格', cells: { grade: [], place: [] } });
    expect(first?.overall).toMatchObject({ low: '61.00', high: '61.00', grades: ['合格'] });
  });
});

/** The split of full marks into hundredths can move a total by a few of them either way. */
const ROUNDED = 0.2;
