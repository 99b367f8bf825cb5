import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ScoreInput } from '../../../../../shared/domain/assessment/context.ts';
import { diffResults } from '../../../../../shared/domain/assessment/diff-results.ts';
import { scoreYear } from '../../../../../shared/domain/assessment/score.ts';
import type { AssessmentResult, StoredAnswer } from '../../../../../shared/domain/assessment/types.ts';
import { madeInput, madeSmall } from '../../../../support/made-assessment.ts';

const input = madeInput({ seed: 21, filled: 1, reported: 1 });
const base = scoreYear(input);
const head = { schemeVersion: 's1', planVersion: 'p1' };
const otherScheme = { before: head, after: { ...head, schemeVersion: 's2' } };

const withAnswer = (find: (answer: StoredAnswer) => boolean, change: (answer: StoredAnswer) => StoredAnswer): ScoreInput => ({
  ...input,
  answers: input.answers.map((answer) => (find(answer) ? change(answer) : answer)),
});

/** Rows that differ, as 'unit row cause', of the units only. */
const rowsOf = (after: AssessmentResult, before = base, heads?: Parameters<typeof diffResults>[2]): string[] =>
  diffResults(before, after, heads).subjects.flatMap(({ name, rows }) =>
    rows.map(({ rowId, causes }) => `${name} ${rowId} ${causes.map(({ code }) => code).join('+')}`),
  );

describe('two results', () => {
  it('that are the same differ in nothing, and what differs one way differs the other way', () => {
    const made = fc.record({
      seed: fc.integer({ min: 1, max: 1e6 }),
      filled: fc.constantFrom(0.3, 0.9),
      reported: fc.constantFrom(0.7, 1),
    });
    fc.assert(
      fc.property(made, made, (one, other) => {
        const [left, right] = [scoreYear(madeSmall(one)), scoreYear(madeSmall(other))];
        expect(diffResults(left, left)).toEqual({ versions: [], subjects: [], same: left.units.length + 1 });
        const [there, back] = [diffResults(left, right), diffResults(right, left)];
        const points = (difference: typeof there, side: 'before' | 'after') =>
          difference.subjects.map(({ subjectId, rows, total }) => [
            subjectId,
            total[side],
            rows.map((row) => [row.rowId, row.points[side]]),
          ]);
        expect(points(there, 'after')).toEqual(points(back, 'before'));
        expect(there.same).toBe(back.same);
      }),
      { numRuns: 15 },
    );
  });

  it('differ by a value, which is named with its cell as it was and as it is', () => {
    const clean = ({ unitId, rowId, field }: StoredAnswer): boolean => unitId === 'dept-ecology' && rowId === 'A1-01' && field === 'value';
    const after = scoreYear(
      withAnswer(clean, (answer) => ({
        ...answer,
        value: { kind: 'quantity', value: '77' },
        source: { ...answer.source, raw: '77', file: '更正.xlsx' },
      })),
    );
    const { subjects } = diffResults(base, after);
    expect(rowsOf(after)).toEqual(expect.arrayContaining(['合川区 A1-01 valueChanged', '区生态环境局 A1-01 valueChanged']));
    const cause = subjects.find(({ name }) => name === '区生态环境局')?.rows[0]?.causes[0];
    const before = input.answers.find(clean)?.source.raw;
    expect(cause?.params).toMatchObject({ before, after: '77', rawBefore: before, rawAfter: '77', file: '更正.xlsx', sheet: '填报' });
  });

  it('do not differ by the same value from another file', () => {
    const after = scoreYear(
      withAnswer(
        () => true,
        (answer) => ({ ...answer, source: { ...answer.source, file: '第2版.xlsx', cell: 'Z9' } }),
      ),
    );
    expect(diffResults(base, after).subjects).toEqual([]);
  });

  it('differ by a value that came in or went, and by the return that brought it', () => {
    const gone = scoreYear({
      ...input,
      answers: input.answers.filter(({ unitId }) => unitId !== 'dept-emergency'),
      returns: input.returns.filter(({ unitId }) => unitId !== 'dept-emergency'),
    });
    const subject = (after: AssessmentResult, before: AssessmentResult) =>
      diffResults(before, after).subjects.find(({ name }) => name === '区应急局');
    expect(subject(gone, base)).toMatchObject({
      causes: [{ code: 'returnGone' }],
      rows: [{ rowId: 'A3-5.9', causes: [{ code: 'valueGone' }] }],
    });
    expect(subject(base, gone)).toMatchObject({
      causes: [{ code: 'returnNew' }],
      rows: [{ rowId: 'A3-5.9', causes: [{ code: 'valueNew' }] }],
    });
    expect(subject(gone, base)?.place).toMatchObject({ after: null });
  });

  it('differ by a target, with the statement that it comes from', () => {
    const present = input.adopted.get('A1-14');
    if (present === undefined) throw new Error('the plan has targets');
    const target = { kind: 'number', printed: '≥9', operator: 'ge', value: '9' } as const;
    const adopted = new Map([...input.adopted, ['A1-14', { ...present, target, printed: '≥9', from: 'A1-14@文3' }]]);
    const after = scoreYear({ ...input, adopted });
    expect(rowsOf(after)).toEqual(['合川区 A1-14 targetChanged', '区经济信息委 A1-14 targetChanged']);
    const params = diffResults(base, after).subjects[0]?.rows[0]?.causes[0]?.params;
    expect(params).toMatchObject({ before: present.printed, after: '≥9', from: 'A1-14@文3' });
  });

  it('differ by a target that became 待定, and not by the value, which is still there', () => {
    const present = input.adopted.get('A1-14');
    if (present === undefined) throw new Error('the plan has targets');
    const pending = { ...present, target: { kind: 'pending', printed: '待定' } as const, printed: '待定' };
    const after = scoreYear({ ...input, adopted: new Map([...input.adopted, ['A1-14', pending]]) });
    expect(rowsOf(after).filter((line) => line.includes('A1-14'))).toEqual(['合川区 A1-14 targetGone', '区经济信息委 A1-14 targetGone']);
    const row = diffResults(base, after).subjects[0]?.rows.find(({ rowId }) => rowId === 'A1-14');
    expect(row?.causes[0]?.params).toMatchObject({ before: present.printed, pending: 'true' });
    expect(rowsOf(base, after).filter((line) => line.includes('A1-14'))).toEqual([
      '合川区 A1-14 targetNew',
      '区经济信息委 A1-14 targetNew',
    ]);
  });

  it('differ by a consent that was given or is no longer there', () => {
    const given = { unitId: 'dept-ecology', rowId: 'A1-01', reason: '无此类企业', by: '张三', asBefore: false };
    const asked = withAnswer(
      ({ unitId, rowId }) => unitId === 'dept-ecology' && rowId === 'A1-01',
      (answer) => ({ ...answer, value: { kind: 'notApplicable' } }),
    );
    const [before, after] = [scoreYear(asked), scoreYear({ ...asked, consents: [...asked.consents, given] })];
    expect(rowsOf(after, before)).toContain('区生态环境局 A1-01 consentGiven');
    expect(rowsOf(before, after)).toContain('区生态环境局 A1-01 consentGone');
  });

  it('differ by rows that are new or gone', () => {
    const { annex3 } = input.plan;
    if (annex3 === null) throw new Error('the plan has a list');
    const plan = { ...input.plan, annex3: { ...annex3, items: annex3.items.filter(({ id }) => id !== 'A3-5.9') } };
    const after = scoreYear({ ...input, plan });
    expect(rowsOf(after)).toContain('合川区 A3-5.9 rowGone');
    expect(rowsOf(base, after)).toContain('合川区 A3-5.9 rowNew');
    // The points of the row go to the others of its part.
    expect(rowsOf(after)).toContain('合川区 A3-1.1 max');
  });

  it('differ by units that are new or gone', () => {
    const plan = { ...input.plan, units: input.plan.units.slice(1) };
    const after = scoreYear({ ...input, plan });
    const [first] = input.plan.units;
    const found = (one: AssessmentResult, other: AssessmentResult) =>
      diffResults(one, other).subjects.find(({ subjectId }) => subjectId === first?.id)?.causes;
    expect(found(base, after)).toEqual([{ code: 'subjectGone', params: {} }]);
    expect(found(after, base)).toEqual([{ code: 'subjectNew', params: {} }]);
  });

  it('differ by penalties', () => {
    const late = {
      ...input,
      returns: input.returns.map((entry) => ({ ...entry, reportedOn: entry.unitId === 'dept-emergency' ? '2025-03-01' : '2025-01-01' })),
    };
    const early = { ...late, returns: late.returns.map((entry) => ({ ...entry, reportedOn: '2025-01-01' })) };
    const causes = (before: ScoreInput, after: ScoreInput) =>
      diffResults(scoreYear(before), scoreYear(after)).subjects.find(({ subjectId }) => subjectId === 'dept-emergency')?.causes;
    expect(causes(early, late)).toEqual([{ code: 'penaltyNew', params: { after: '-1.00' } }]);
    expect(causes(late, early)).toEqual([{ code: 'penaltyGone', params: { before: '-1.00' } }]);
  });
});

describe('a difference that nothing in the result explains', () => {
  const [unit] = base.units;
  const moved: AssessmentResult = {
    ...base,
    units: base.units.map((one) =>
      one === unit
        ? {
            ...one,
            total: '1.23',
            parts: one.parts.map((part) => ({ ...part, rows: part.rows.map((row) => ({ ...row, points: '0.01' })) })),
          }
        : one,
    ),
  };
  const codes = (heads: Parameters<typeof diffResults>[2]) => new Set(rowsOf(moved, base, heads).map((line) => line.split(' ')[2]));

  it('is put down to the scheme where its version differs, else to the program', () => {
    expect(codes(otherScheme)).toEqual(new Set(['scheme']));
    expect(codes({ before: head, after: head })).toEqual(new Set(['engine']));
    expect(codes(undefined)).toEqual(new Set(['engine']));
  });

  it('of the total alone as well', () => {
    const graded = { ...base, district: { ...base.district, grade: '另一等' } };
    expect(diffResults(base, graded, otherScheme).subjects[0]?.causes).toEqual([{ code: 'scheme', params: {} }]);
  });

  it('is introduced by the versions that differ', () => {
    expect(diffResults(base, base, otherScheme).versions).toEqual([{ code: 'schemeVersion', params: { before: 's1', after: 's2' } }]);
    expect(diffResults(base, base, { before: head, after: head }).versions).toEqual([]);
  });
});
