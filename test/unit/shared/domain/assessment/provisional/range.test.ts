import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ScoreInput } from '../../../../../../shared/domain/assessment/context.ts';
import { saysExempt } from '../../../../../../shared/domain/assessment/exemption.ts';
import { provisionalOf } from '../../../../../../shared/domain/assessment/provisional/range.ts';
import { scoreYear } from '../../../../../../shared/domain/assessment/score.ts';
import { JUDGED_FIELDS } from '../../../../../../shared/domain/assessment/whatif/changes.ts';
import { exact } from '../../../../../../shared/domain/numbers/decimal.ts';
import type { Unit } from '../../../../../../shared/domain/plan/schema.ts';
import type { AnswerField } from '../../../../../../shared/domain/returns/types.ts';
import { createRandom } from '../../../../../../main/services/samples/random.ts';
import { type AnswerTexts, smallInput } from '../../../../../support/assessment-plan.ts';
import { formRows, madeAnswer, madeSecond, madeSmall, valueFor } from '../../../../../support/made-assessment.ts';

const made = fc.record({
  seed: fc.integer({ min: 1, max: 1e6 }),
  filled: fc.constantFrom(0.2, 0.6, 0.9, 1),
  reported: fc.constantFrom(0.4, 0.8, 1),
});

/** What may still come of one unit: blank cells that it owes, cells in error, and rows it asks to be exempt from. */
function openCells({ plan, adopted, answers, consents }: ScoreInput) {
  const given = new Map(answers.map((answer) => [`${answer.unitId}|${answer.rowId}|${answer.field}`, answer]));
  const settled = new Set(consents.map(({ unitId, rowId }) => `${unitId}|${rowId}`));
  const of = (unit: Unit, rowId: string) => JUDGED_FIELDS.flatMap((field) => given.get(`${unit.id}|${rowId}|${field}`) ?? []);
  const rows = plan.units.flatMap((unit) => formRows(unit, { plan, adopted }).map((row) => ({ unit, row, own: of(unit, row.rowId) })));
  const asked = rows.filter(({ own }) => own.length > 0 && own.every(saysExempt));
  const exempt = new Set(asked.map(({ unit, row }) => `${unit.id}|${row.rowId}`));
  const owing = rows.filter(({ unit, row }) => ![row.rowId, row.parent].some((id) => exempt.has(`${unit.id}|${id}`)));
  return {
    requests: asked.filter(({ unit, row }) => !settled.has(`${unit.id}|${row.rowId}`)).map(({ unit, row }) => ({ unit, rowId: row.rowId })),
    cells: owing.flatMap(({ unit, row, own }) =>
      JUDGED_FIELDS.flatMap((field) => {
        const [cell, present] = [row.answers[field], own.find((answer) => answer.field === field)];
        const open = cell !== undefined && (present === undefined ? cell.required : present.value.kind === 'rejected');
        return open ? [{ unit, rowId: row.rowId, field, cell }] : [];
      }),
    ),
  };
}

/** Some of what is missing comes in, with whatever values; the office consents to some requests; air whose days did not suffice does. */
function completed(input: ScoreInput, seed: number, share: number): ScoreInput {
  const next = createRandom(seed);
  const { cells, requests } = openCells(input);
  const filled = cells
    .filter(() => next() < share)
    .map(({ unit, rowId, field, cell }) => {
      const exempt = field === 'status' && next() < 0.1;
      return madeAnswer(unit, rowId, field, exempt ? { kind: 'status', value: 'notApplicable' } : valueFor(cell, field, next));
    });
  const changed = new Set(filled.map(({ unitId, rowId, field }) => `${unitId}|${rowId}|${field}`));
  const returned = new Set(input.returns.map(({ unitId }) => unitId));
  const newcomers = [...new Set(filled.map(({ unitId }) => unitId))].filter((unitId) => !returned.has(unitId));
  const reportedOn = next() < 0.5 ? '2025-02-20' : '2025-01-02';
  return {
    ...input,
    answers: [...input.answers.filter(({ unitId, rowId, field }) => !changed.has(`${unitId}|${rowId}|${field}`)), ...filled],
    returns: [...input.returns, ...newcomers.map((unitId) => ({ unitId, file: '', sha256: '', reportedOn, reportedOnSource: null }))],
    consents: [
      ...input.consents,
      ...requests
        .filter(() => next() < share)
        .map(({ unit, rowId }) => ({ unitId: unit.id, rowId, reason: '同意', by: '李四', asBefore: false })),
    ],
    townAir: input.townAir.map((town) => (town.insufficient !== null && next() < 0.5 ? { ...town, insufficient: null } : town)),
  };
}

describe('the range of a provisional total', () => {
  it('contains the total now and after whatever comes in of what is missing', () => {
    fc.assert(
      fc.property(made, fc.integer(), fc.constantFrom(0.3, 0.7, 1), (one, seed, share) => {
        const input = seed % 3 === 0 ? madeSecond(one) : madeSmall(one, 4, 4);
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
  it('is the return of a unit that has not reported, though another one gives all that it leads', () => {
    const given = madeSecond({ seed: 1, filled: 1, reported: 1 });
    const without = <Own extends { readonly unitId: string }>(own: readonly Own[]) => own.filter(({ unitId }) => unitId !== 'D07');
    const input = { ...given, answers: without(given.answers), returns: without(given.returns), consents: without(given.consents) };
    const outlook = provisionalOf(input, scoreYear(input)).get('D07');
    expect(outlook?.missing.filter(({ code }) => code === 'return')).toMatchObject([{ unitId: 'D07', unit: '县公安局' }]);
    expect(outlook?.range).toEqual({ low: '0.0', high: '100.0' });
  });

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

describe('a row that several units are asked for', () => {
  const answers = { 'dept-a A1-01 value': '40', 'dept-b A1-04 value': '15', 'dept-a A3-1.1 status': '=done' };
  const consent = { unitId: 'dept-b', rowId: 'A3-1.3', reason: '同意', by: '张三', asBefore: false };
  const { plan } = smallInput({});
  const { annex3 } = plan;
  if (annex3 === null) throw new Error('the small plan has a list');
  const shared = { ...plan, annex3: { ...annex3, items: annex3.items.map((item) => ({ ...item, leadUnits: ['dept-a', 'dept-b'] })) } };

  /** The row of the new answers was said to be open, and the district's total, which they move, lies in the range that was given before them. */
  function holds(before: AnswerTexts, more: AnswerTexts, consents: ScoreInput['consents'] = []): void {
    const [then, now] = [before, { ...before, ...more }].map((texts) => smallInput(texts, { plan: shared, consents })) as [
      ScoreInput,
      ScoreInput,
    ];
    const { range, missing = [] } = provisionalOf(then, scoreYear(then)).get('district') ?? {};
    const [, row = ''] = Object.keys(more)[0]?.split(' ') ?? [];
    expect(missing.flatMap(({ rows }) => rows)).toContain(row);
    const total = scoreYear(now).district.total;
    expect(total).not.toBe(scoreYear(then).district.total);
    expect(exact(total).gte(range?.low ?? 101) && exact(total).lte(range?.high ?? -1)).toBe(true);
  }

  it('may still get a date from any of them while none has given one', () => {
    holds({ ...answers, 'dept-a A3-1.2 status': '=behind' }, { 'dept-b A3-1.2 date': '@2024-08-20' });
  });

  it('may still be stated by the first after a later one was exempted', () => {
    holds({ ...answers, 'dept-b A3-1.3 status': '=notApplicable' }, { 'dept-a A3-1.3 status': '=notStarted' }, [consent]);
  });

  it('may still be stated by a later one where the first was exempted before consents were asked for', () => {
    const before = { ...consent, unitId: 'dept-a', asBefore: true };
    holds({ ...answers, 'dept-a A3-1.3 status': '=notApplicable' }, { 'dept-b A3-1.3 status': '=notStarted' }, [before]);
  });

  it('is settled once the first has been exempted', () => {
    const input = smallInput(
      { ...answers, 'dept-a A3-1.3 status': '=notApplicable' },
      { plan: shared, consents: [{ ...consent, unitId: 'dept-a' }] },
    );
    const { missing = [] } = provisionalOf(input, scoreYear(input)).get('district') ?? {};
    expect(missing.filter(({ rows }) => rows.includes('A3-1.3'))).toEqual([]);
  });
});

describe('what stands in the way', () => {
  const codes = (texts: AnswerTexts, rejected?: string) => {
    const input = smallInput(texts);
    const answers = input.answers.map((answer): typeof answer =>
      answer.rowId === rejected ? { ...answer, value: { kind: 'rejected', value: 'NUMBER_VAGUE' } } : answer,
    );
    const changed = { ...input, answers };
    const { missing = [] } = provisionalOf(changed, scoreYear(changed)).get('dept-b') ?? {};
    return missing.filter(({ rows }) => rows.includes('A1-04')).map(({ code, unit, fields }) => [code, unit, fields]);
  };

  it('is a cell in error, or 不涉及 that nobody has consented to', () => {
    expect(codes({ 'dept-b A1-04 value': '15' })).toEqual([]);
    expect(codes({})).toEqual([['cells', '乙局', ['value']]]);
    expect(codes({ 'dept-b A1-04 value': '15' }, 'A1-04')).toEqual([['error', '乙局', ['value']]]);
    expect(codes({ 'dept-b A1-04 value': '-' })).toEqual([['consent', '乙局', []]]);
  });
});
