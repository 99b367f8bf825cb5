import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countedMax, scoreYear } from '../../../../../shared/domain/assessment/score.ts';
import type { AssessmentResult, ScoreRow, StoredAnswer, SubjectScore } from '../../../../../shared/domain/assessment/types.ts';
import { exact, roundHalfEven } from '../../../../../shared/domain/numbers/decimal.ts';
import { adoptTargets } from '../../../../../shared/domain/plan/conflicts.ts';
import type { AnswerField } from '../../../../../shared/domain/returns/types.ts';
import {
  type AnswerTexts,
  goodAir,
  loadDefaultScheme,
  makeAnswers,
  makeConsents,
  makeReturns,
} from '../../../../support/assessment-plan.ts';
import { layoutFor } from '../../../../support/layouts.ts';
import { loadTestPlan } from '../../../../support/plan.ts';
import { yearPlanOf } from '../../../../../shared/domain/plan/years/plan-for-year.ts';

const plan = loadTestPlan();
const scheme = loadDefaultScheme();
const yearPlan = yearPlanOf(plan, 2024);
const adopted = adoptTargets(yearPlan);
const towns = plan.units.filter((unit) => unit.kind === 'town');

const JUDGED: ReadonlySet<AnswerField> = new Set(['numerator', 'denominator', 'increment', 'value', 'status', 'date'] as const);

/** Every cell of the year's 51 returns that bears on a score, as 'unit row field'. */
const cells = plan.units.flatMap((unit) =>
  layoutFor(plan, unit, { air: false })
    .sheets.flatMap((sheet) => sheet.rows)
    .flatMap((row) =>
      Object.keys(row.answers)
        .filter((field) => JUDGED.has(field as AnswerField))
        .map((field) => `${unit.id} ${row.rowId} ${field}`),
    ),
);

const quantity = fc.oneof(
  fc.constantFrom('0', '1', '20', '90', '100', '3000', '-', '!NUMBER_VAGUE', '!RATE_PART_MISSING'),
  fc.integer({ min: 0, max: 40_000 }).map((tenths) => `${Math.trunc(tenths / 10)}.${tenths % 10}`),
);
const status = fc.constantFrom('=done', '=onTrack', '=behind', '=notStarted', '=notApplicable', '!EXEMPTION_MIXED');
const date = fc.constantFrom('@2024-08-30', '@2024-08-31', '@2024-09-01', '@2024-12-31');
const values = fc.record({ quantity, status, date });

/** A cell with a text that fits its field. */
const cell = fc.tuple(fc.constantFrom(...cells), values).map(([key, texts]): [string, string] => {
  const field = key.split(' ')[2];
  return [key, field === 'status' ? texts.status : field === 'date' ? texts.date : texts.quantity];
});
const filled = fc.array(cell, { maxLength: 500 }).map((entries): AnswerTexts => Object.fromEntries(entries));

/** The office consents to a third of the rows, to some of them as before: whatever the returns say there. */
const consents = makeConsents(
  ...new Set(
    cells
      .map((key) => key.split(' ').slice(0, 2).join(' '))
      .flatMap((key, index) => (index % 3 === 0 ? [index % 2 === 0 ? key : `${key}*`] : [])),
  ),
);

const score = (answers: readonly StoredAnswer[], reportedOn = '2025-01-10'): AssessmentResult =>
  scoreYear({
    plan: yearPlan,
    scheme,
    year: 2024,
    adopted,
    answers,
    consents,
    returns: makeReturns(Object.fromEntries(plan.units.map((unit) => [unit.id, reportedOn]))),
    townAir: towns.map((town, index) => goodAir(town.id, String(30 + index), 280 + index, 360)),
  });

const subjectsOf = (result: AssessmentResult): readonly SubjectScore[] => [result.district, ...result.units];

const sum = (list: readonly string[]): string => list.reduce((total, value) => total.plus(value), exact(0)).toFixed(2);

/** Rows by 'subject row'. */
const rowsOf = (result: AssessmentResult): ReadonlyMap<string, ScoreRow> =>
  new Map(
    subjectsOf(result).flatMap((subject) =>
      subject.parts.flatMap((part) => part.rows.map((row): [string, ScoreRow] => [`${subject.subjectId} ${row.rowId}`, row])),
    ),
  );

const reads = (row: ScoreRow | undefined, unitId: string, address: string): boolean =>
  row?.figures.some((figure) => figure.sources.some((source) => source.unitId === unitId && source.cell === address)) ?? false;

/**
 * What no score depends on when everything is filled in: the increment beside a cumulative figure, the typed rate beside its parts,
 * figures of a later lead or of a town, the status beside figures, the date of an item without a deadline.
 */
function onlySupports(unitId: string, rowId: string, field: string, texts: AnswerTexts): boolean {
  const item = plan.annex3.items.find((candidate) => candidate.id === rowId);
  if (field === 'status') return unitId.startsWith('dept') && item !== undefined && item.measures.length > 0;
  if (field === 'date') return item?.deadline === undefined || unitId.startsWith('town');
  const row = [...plan.annex1.rows, ...plan.annex2.tasks, ...plan.annex3.items].find((candidate) =>
    candidate.measures.some((measure) => measure.id === rowId),
  );
  return (
    field === 'increment' || row?.leadUnits[0] !== unitId || (field === 'value' && texts[`${unitId} ${rowId} denominator`] !== undefined)
  );
}

describe('scores of the real plan', () => {
  it('name all 52 subjects, and every department and town has rows to be judged by', () => {
    const result = score([]);
    expect(subjectsOf(result)).toHaveLength(52);
    expect(subjectsOf(result).filter((subject) => subject.parts.length === 0)).toEqual([]);
    expect(result.district.parts.map((part) => [part.id, part.rows.length, part.max])).toEqual([
      ['indicators', 20, '60.00'],
      ['tasks', 34, '40.00'],
    ]);
  });

  it('read every cell of the returns that is asked for, with the exception of what only supports it', () => {
    const texts = Object.fromEntries(
      cells.map((key) => [key, key.endsWith('status') ? '=done' : key.endsWith('date') ? '@2024-08-01' : '50']),
    );
    const read = new Set(
      [...rowsOf(score(makeAnswers(texts))).values()].flatMap((row) =>
        row.figures.flatMap((figure) => figure.sources.map((source) => `${source.unitId} ${source.cell.replace('!', ' ')}`)),
      ),
    );
    const unread = cells.filter((key) => !read.has(key)).map((key) => key.split(' '));
    expect(unread.filter(([unitId = '', rowId = '', field = '']) => !onlySupports(unitId, rowId, field, texts))).toEqual([]);
  });

  it('add up: rows to parts, parts to the total, penalties to the end', () => {
    fc.assert(
      fc.property(filled, fc.constantFrom('2025-01-15', '2025-01-16'), (answers, reportedOn) => {
        for (const subject of subjectsOf(score(makeAnswers(answers), reportedOn))) {
          for (const part of subject.parts) {
            expect(part.points).toBe(sum(part.rows.map((row) => row.points ?? '0')));
            expect(part.max).toBe(sum(part.rows.map((row) => row.max)));
            for (const row of part.rows) expect(exact(row.points ?? '0').lte(row.max)).toBe(true);
          }
          expect(subject.exactTotal).toBe(sum(subject.parts.map((part) => part.points)));
          const counted = countedMax(subject.parts, 2);
          const folded = counted === '0.00' ? '0.00' : roundHalfEven(exact(subject.exactTotal).times(100).div(counted), 2);
          const total = sum([folded, ...subject.penalties.map((penalty) => penalty.points)]);
          expect(subject.total).toBe(exact(total).isNegative() ? '0.00' : total);
          expect(exact(subject.total).lte(100)).toBe(true);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('change in exactly the rows that read the changed cell', () => {
    fc.assert(
      fc.property(filled, cell, fc.boolean(), (answers, [key, text], removed) => {
        const [unitId = '', rowId = '', field = ''] = key.split(' ');
        fc.pre(removed ? answers[key] !== undefined : answers[key] !== text);
        const changed = { ...answers, [key]: text };
        if (removed) delete changed[key];
        const [before, after] = [rowsOf(score(makeAnswers(answers))), rowsOf(score(makeAnswers(changed)))];
        const differing = [...before.keys()].filter((id) => JSON.stringify(before.get(id)) !== JSON.stringify(after.get(id)));
        const reading = [...before.keys()].filter(
          (id) => reads(before.get(id), unitId, `${rowId}!${field}`) || reads(after.get(id), unitId, `${rowId}!${field}`),
        );
        expect(differing).toEqual(reading);
      }),
      { numRuns: 60 },
    );
  });

  it('reach 100 when everything is met', () => {
    const met = Object.fromEntries(
      cells.map((key) => {
        const [, rowId = '', field = ''] = key.split(' ');
        const target = adopted.get(rowId)?.target;
        const value = target?.kind === 'number' ? target.value : null;
        if (field === 'status') return [key, '=done'];
        if (field === 'date') return [key, '@2024-08-01'];
        if (field === 'denominator') return [key, '1000'];
        return [
          key,
          field === 'numerator'
            ? exact(value ?? '0')
                .times(10)
                .toFixed()
            : (value ?? '1'),
        ];
      }),
    );
    const best = scoreYear({
      plan: yearPlan,
      scheme,
      year: 2024,
      consents: [],
      adopted,
      answers: makeAnswers(met),
      returns: makeReturns(Object.fromEntries(plan.units.map((unit) => [unit.id, null]))),
      townAir: towns.map((town) => goodAir(town.id, '39.4', 366, 366)),
    });
    expect(new Set(subjectsOf(best).map((subject) => `${subject.total} ${subject.grade}`))).toEqual(new Set(['100.00 优秀']));
  });
});
