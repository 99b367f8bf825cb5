import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ScoreInput } from '../../../../../../shared/domain/assessment/context.ts';
import { provisionalOf } from '../../../../../../shared/domain/assessment/provisional/range.ts';
import { scoreYear } from '../../../../../../shared/domain/assessment/score.ts';
import type { StoredAnswer } from '../../../../../../shared/domain/assessment/types.ts';
import { JUDGED_FIELDS } from '../../../../../../shared/domain/assessment/whatif/changes.ts';
import { exact } from '../../../../../../shared/domain/numbers/decimal.ts';
import { layoutReturn } from '../../../../../../shared/domain/returns/layout.ts';
import type { AnswerCell, AnswerField } from '../../../../../../shared/domain/returns/types.ts';
import { createRandom } from '../../../../../../main/services/samples/random.ts';
import { madeAnswer, madeSmall, valueFor } from '../../../../../support/made-assessment.ts';

const made = fc.record({
  seed: fc.integer({ min: 1, max: 1e6 }),
  filled: fc.constantFrom(0.2, 0.6, 0.9, 1),
  reported: fc.constantFrom(0.4, 0.8, 1),
});

interface Blank {
  readonly unit: ScoreInput['plan']['units'][number];
  readonly rowId: string;
  readonly field: AnswerField;
  readonly cell: AnswerCell;
}

/** Cells that have to be filled in and are not, of returned forms and of those that have not come. */
function blanksOf({ plan, adopted, answers }: ScoreInput): Blank[] {
  const given = new Set(answers.map(({ unitId, rowId, field }) => `${unitId}|${rowId}|${field}`));
  return plan.units.flatMap((unit) =>
    layoutReturn(plan, '', unit, { air: false, adopted })
      .sheets.flatMap((sheet) => sheet.rows)
      .flatMap((row) =>
        JUDGED_FIELDS.flatMap((field): Blank[] => {
          const cell = row.answers[field];
          const open = cell !== undefined && cell.required && !given.has(`${unit.id}|${row.rowId}|${field}`);
          return open ? [{ unit, rowId: row.rowId, field, cell }] : [];
        }),
      ),
  );
}

/** Some of what is missing comes in, with whatever values; air of towns whose days did not suffice as well. */
function completed(input: ScoreInput, seed: number, share: number): ScoreInput {
  const next = createRandom(seed);
  const filled = blanksOf(input)
    .filter(() => next() < share)
    .map(({ unit, rowId, field, cell }): StoredAnswer => madeAnswer(unit, rowId, field, valueFor(cell, field, next)));
  const returned = new Set(input.returns.map(({ unitId }) => unitId));
  const newcomers = [...new Set(filled.map(({ unitId }) => unitId))].filter((unitId) => !returned.has(unitId));
  return {
    ...input,
    answers: [...input.answers, ...filled],
    returns: [
      ...input.returns,
      ...newcomers.map((unitId) => ({
        unitId,
        file: '',
        sha256: '',
        reportedOn: next() < 0.5 ? '2025-02-20' : '2025-01-02',
        reportedOnSource: null,
      })),
    ],
    townAir: input.townAir.map((town) => (town.insufficient !== null && next() < 0.5 ? { ...town, insufficient: null } : town)),
  };
}

describe('the range of a provisional total', () => {
  it('contains the total now and after whatever comes in of what is missing', () => {
    fc.assert(
      fc.property(made, fc.integer(), fc.constantFrom(0.3, 0.7, 1), (one, seed, share) => {
        const input = madeSmall(one, 4, 4);
        const result = scoreYear(input);
        const outlook = provisionalOf(input, result);
        const later = scoreYear(completed(input, seed, share));
        for (const subject of [...result.units, result.district, ...later.units, later.district]) {
          const range = outlook.get(subject.subjectId)?.range;
          expect([subject.subjectId, exact(subject.total).gte(range?.low ?? 101)]).toEqual([subject.subjectId, true]);
          expect([subject.subjectId, exact(subject.total).lte(range?.high ?? -1)]).toEqual([subject.subjectId, true]);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('is a point exactly where nothing is missing', () => {
    fc.assert(
      fc.property(made, (one) => {
        const input = madeSmall(one, 4, 4);
        const result = scoreYear(input);
        const outlook = provisionalOf(input, result);
        for (const { subjectId, total } of [...result.units, result.district]) {
          const { range, missing } = outlook.get(subjectId) ?? { range: null, missing: [] };
          if (missing.length === 0) expect(range).toEqual({ low: total, high: total });
        }
      }),
      { numRuns: 20 },
    );
  });

  it('is everything for a unit that has not reported, and names the return once with the rows that wait for it', () => {
    const input = madeSmall({ seed: 3, filled: 1, reported: 0 });
    const result = scoreYear(input);
    const [first] = result.units;
    const found = provisionalOf(input, result).get(first?.subjectId ?? '');
    expect(found).toMatchObject({ place: null, range: { low: '0.00', high: '100.00' } });
    const own = found?.missing.filter(({ unitId }) => unitId === first?.subjectId) ?? [];
    expect(own).toHaveLength(1);
    expect(own[0]).toMatchObject({ code: 'return', unit: first?.name });
    expect(own[0]?.rows.length).toBeGreaterThan(3);
  });
});

describe('what is missing', () => {
  const input = madeSmall({ seed: 5, filled: 1, reported: 1 });
  const missingOf = (changed: ScoreInput, subjectId: string) => provisionalOf(changed, scoreYear(changed)).get(subjectId)?.missing ?? [];
  const without = (unitId: string, rowId: string, field: AnswerField): ScoreInput => ({
    ...input,
    answers: input.answers.filter((answer) => !(answer.unitId === unitId && answer.rowId === rowId && answer.field === field)),
  });
  const [town] = input.plan.units.filter((unit) => unit.kind === 'town');
  const item = input.answers.find(({ unitId, field }) => unitId === town?.id && field === 'status');

  it('is named by row, field and unit', () => {
    const found = missingOf(without(town?.id ?? '', item?.rowId ?? '', 'status'), town?.id ?? '');
    expect(found).toContainEqual({
      code: 'cells',
      unitId: town?.id,
      unit: town?.name,
      rows: [item?.rowId],
      figure: '完成状态',
      fields: ['status'],
    });
  });

  it('is one part of a rate where the other is given', () => {
    const rate = input.answers.find(({ rowId, field }) => field === 'denominator' && rowId.startsWith('A1'));
    const found = missingOf(without(rate?.unitId ?? '', rate?.rowId ?? '', 'denominator'), rate?.unitId ?? '');
    expect(found.filter(({ code }) => code === 'cells').flatMap(({ rows, fields }) => [...rows, ...fields])).toEqual([
      rate?.rowId,
      'denominator',
    ]);
  });

  it('is a target that is still to be set, which no unit owes', () => {
    const [id = ''] = [...input.adopted.keys()];
    const present = input.adopted.get(id);
    if (present === undefined) throw new Error('the plan has targets');
    const pending = new Map([...input.adopted, [id, { ...present, target: { kind: 'pending', printed: '' } as const, printed: '待定' }]]);
    const changed = { ...input, adopted: pending };
    const result = scoreYear(changed);
    const { range, missing = [] } = provisionalOf(changed, result).get('district') ?? {};
    expect(missing.find(({ code }) => code === 'target')).toMatchObject({ unitId: null, unit: null, rows: [id] });
    expect(exact(range?.low ?? 0).lt(result.district.total)).toBe(true);
    expect(exact(range?.high ?? 0).gt(result.district.total)).toBe(true);
  });

  it('is the air of a town whose days do not suffice, once for all its rows', () => {
    const short = { ...input, townAir: input.townAir.map((air) => ({ ...air, insufficient: 'YEAR_DAYS_SHORT' })) };
    const found = missingOf(short, town?.id ?? '').filter(({ code }) => code === 'air');
    expect(found).toHaveLength(1);
    expect(found[0]?.rows).toHaveLength(2);
  });
});
