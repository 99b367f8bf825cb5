import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placesOf } from '../../../../../../shared/domain/assessment/places.ts';
import { scoreYear } from '../../../../../../shared/domain/assessment/score.ts';
import type { ScoreInput } from '../../../../../../shared/domain/assessment/context.ts';
import type { SubjectScore } from '../../../../../../shared/domain/assessment/types.ts';
import type { Change } from '../../../../../../shared/domain/assessment/whatif/changes.ts';
import { readChange } from '../../../../../../shared/domain/assessment/whatif/read-change.ts';
import { weightedRows } from '../../../../../../shared/domain/assessment/whatif/weights.ts';
import { whatIf } from '../../../../../../shared/domain/assessment/whatif/what-if.ts';
import { madeInput, madeSmall } from '../../../../../support/made-assessment.ts';

const made = fc.record({ seed: fc.integer({ min: 1, max: 1e6 }), filled: fc.constantFrom(0.3, 0.9), reported: fc.constantFrom(0.7, 1) });

function suppose(input: ScoreInput, ...changes: readonly (Change | string)[]) {
  const read = changes.map((change) => {
    if (typeof change !== 'string') return change;
    const reading = readChange(change, input);
    if (!reading.ok) throw new Error(JSON.stringify(reading.problem));
    return reading.change;
  });
  const found = whatIf(input, scoreYear(input), read);
  if (!found.ok) throw new Error(found.problem.code);
  return found;
}

const rowOf = (subject: SubjectScore | undefined, rowId: string) =>
  subject?.parts.flatMap((part) => part.rows).find((row) => row.rowId === rowId);

describe('supposing what already is', () => {
  it('changes nothing, be it values, weights or targets', () => {
    fc.assert(
      fc.property(made, (one) => {
        const input = madeSmall(one);
        const cells = input.answers.map(({ unitId, rowId, field, value }): Change => ({
          kind: 'cell',
          unitId,
          rowId,
          field,
          value,
          raw: '',
        }));
        const weights = weightedRows(input.scheme).map((row): Change => ({ kind: 'weight', row, points: row.points }));
        const targets = [...input.adopted.values()].map(({ measureId, target }): Change => ({ kind: 'target', measureId, target }));
        for (const changes of [cells, weights, targets, [...cells, ...weights, ...targets]]) {
          const { difference, after } = suppose(input, ...changes);
          expect(difference.subjects).toEqual([]);
          expect(after).toEqual(scoreYear(input));
        }
      }),
      { numRuns: 15 },
    );
  });

  it('leaves the input as it was, whatever is supposed', () => {
    const input = madeSmall({ seed: 9, filled: 1, reported: 1 });
    const before = JSON.stringify([input.answers, [...input.adopted], input.scheme, input.returns]);
    const [unit] = input.plan.units;
    const [answer] = input.answers.filter(({ unitId }) => unitId === unit?.id);
    if (answer === undefined) throw new Error('the unit has answered');
    suppose(input, { kind: 'cell', ...answer, value: null, raw: '' }, 'weight:A1-01=20', 'target:A1-01=≤1');
    expect(JSON.stringify([input.answers, [...input.adopted], input.scheme, input.returns])).toBe(before);
  });
});

describe('a supposed value', () => {
  const input = madeInput({ seed: 11, filled: 1, reported: 1 });

  it('gives what a return with that value would give', () => {
    const answer = input.answers.find(
      ({ unitId, field, value }) =>
        unitId.startsWith('town') && field === 'status' && value.kind === 'status' && value.value === 'notStarted',
    );
    if (answer === undefined) throw new Error('a town has not started something');
    const { difference, after } = suppose(input, { kind: 'cell', ...answer, value: { kind: 'status', value: 'done' }, raw: '已完成' });
    const answers = input.answers.map((one) => (one === answer ? { ...one, value: { kind: 'status', value: 'done' } as const } : one));
    const real = scoreYear({ ...input, answers });
    expect(after.units.map(({ total, grade }) => [total, grade])).toEqual(real.units.map(({ total, grade }) => [total, grade]));
    const own = difference.subjects.find(({ subjectId }) => subjectId === answer.unitId);
    expect(own?.rows).toHaveLength(1);
    expect(own?.rows[0]).toMatchObject({
      rowId: answer.rowId,
      state: { before: 'unmet', after: 'met' },
      causes: [{ code: 'valueChanged', params: { before: 'notStarted', after: 'done', rawAfter: '已完成', file: '' } }],
    });
    expect(difference.subjects.length + difference.same).toBe(52);
  });

  it('of a unit that has not reported takes its return for sent', () => {
    const quiet = madeInput({ seed: 11, filled: 1, reported: 0 });
    const { after, difference } = suppose(quiet, '区应急局/A3-5.9/完成状态=已完成');
    const unit = after.units.find(({ name }) => name === '区应急局');
    expect(unit).toMatchObject({ reported: true, total: '100.00' });
    expect(difference.subjects.find(({ name }) => name === '区应急局')?.causes).toEqual([{ code: 'returnNew', params: {} }]);
  });

  it('moves the places of others, and says that it was others', () => {
    const first = [...placesOf(scoreYear(input).units)].find(([id, place]) => place === 1 && id.startsWith('town'))?.[0];
    const cells = input.answers.filter(({ unitId, field }) => unitId === first && field === 'status');
    const { difference } = suppose(input, ...cells.map((cell): Change => ({ kind: 'cell', ...cell, value: null, raw: '' })));
    const others = difference.subjects.filter(({ causes }) => causes.some(({ code }) => code === 'others'));
    for (const { place, rows, total } of others) {
      expect(place.before).not.toBe(place.after);
      expect([rows, total.before]).toEqual([[], total.after]);
    }
    expect(others.length).toBeGreaterThan(0);
  });
});

describe('a supposed weight', () => {
  const input = madeInput({ seed: 12, filled: 1, reported: 1 });

  it('is what the row is worth in the district, and the others share the rest in their proportion', () => {
    const { after } = suppose(input, 'weight:A1-01=15');
    const points = (rowId: string) => rowOf(after.district, rowId)?.max;
    expect([points('A1-01'), points('A1-02'), points('A1-03'), points('A1-05')]).toEqual(['15.00', '3.75', '9.38', '1.88']);
    expect(after.district.parts[0]?.max).toBe('60.00');
  });

  it('of the air of towns concerns the towns alone', () => {
    const { difference, after } = suppose(input, 'weight:镇街/A1-01=60');
    expect(rowOf(after.units.at(-1), 'A1-01')?.max).toBe('60.00');
    expect(rowOf(after.units.at(-1), 'A1-03')?.max).toBe('0.00');
    expect(new Set(difference.subjects.map(({ kindName }) => kindName))).toEqual(new Set(['镇街']));
  });

  it('is refused where several exceed the full marks, or leave some that no row is left to take', () => {
    const base = scoreYear(input);
    const rows = weightedRows(input.scheme);
    const all = rows.filter(({ table }) => table === 'annex1').map((row): Change => ({ kind: 'weight', row, points: '1' }));
    expect(whatIf(input, base, all)).toMatchObject({ ok: false, problem: { code: 'WHATIF_WEIGHT_SUM' } });
    const two = rows.slice(0, 2).map((row): Change => ({ kind: 'weight', row, points: '40' }));
    expect(whatIf(input, base, two)).toMatchObject({ ok: false, problem: { code: 'WHATIF_WEIGHT_SUM' } });
  });
});

describe('a supposed target', () => {
  const input = madeInput({ seed: 13, filled: 1, reported: 1 });

  it('judges every subject that has the measure, and no other', () => {
    const { difference, changes } = suppose(input, 'target:A1-03=≥99.9');
    expect(changes).toEqual([{ kind: 'target', measureId: 'A1-03', before: '≥81.3', after: '≥99.9' }]);
    const rows = difference.subjects.flatMap((subject) => subject.rows.map(({ rowId, causes }) => [rowId, causes[0]?.code]));
    expect(new Set(rows.map(String))).toEqual(new Set(['A1-03,targetChanged']));
    expect(rows.length).toBeGreaterThan(20);
  });

  it('that is pending takes the row out of the score, towns included', () => {
    const { after } = suppose(input, 'target:A1-01=待定');
    expect(rowOf(after.district, 'A1-01')?.points).toBeNull();
    expect(rowOf(after.units.at(-1), 'A1-01')?.points).toBeNull();
  });
});
