import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scoreYear, type ScoreInput } from '../../../../../../shared/domain/assessment/score.ts';
import type { AnswerField } from '../../../../../../shared/domain/returns/types.ts';
import type { SubjectScore } from '../../../../../../shared/domain/assessment/types.ts';
import { Rational } from '../../../../../../shared/domain/numbers/rational.ts';
import { adoptTargets } from '../../../../../../shared/domain/plan/conflicts.ts';
import { yearPlanOf } from '../../../../../../shared/domain/plan/years/plan-for-year.ts';
import type { Explained } from '../../../../../../shared/domain/schemes/base/explain.ts';
import { evaluateScheme, type SubjectResult } from '../../../../../../shared/domain/schemes/evaluate/evaluate.ts';
import type { CompiledScheme } from '../../../../../../shared/domain/schemes/language/compile-scheme.ts';
import { statusCode } from '../../../../../../shared/domain/schemes/base/status-words.ts';
import { compileScoring } from '../../../../../../shared/domain/schemes/translate/compile.ts';
import { rulesOfScoring } from '../../../../../../shared/domain/schemes/translate/scoring.ts';
import { assessmentData } from '../../../../../../shared/domain/schemes/work/assessment-data.ts';
import {
  type AnswerTexts,
  goodAir,
  loadDefaultScheme,
  makeAnswers,
  makeReturns,
  smallInput,
} from '../../../../../support/assessment-plan.ts';
import { layoutFor } from '../../../../../support/layouts.ts';
import { loadTestPlan } from '../../../../../support/plan.ts';
import { schemeData, schemeText } from '../../../../../support/scheme-files.ts';
import { schemeOf } from '../../../../../support/scheme-trial.ts';

/** Total, grade and every row of a subject, as both engines give them. */
interface Said {
  readonly total: string;
  readonly grade: string;
  readonly rows: Readonly<Record<string, readonly [max: string, points: string | null]>>;
}

const textOf = (value: string): string => Rational.of(value).text();

function asToday({ total, grade, parts }: SubjectScore): Said {
  const rows = parts.flatMap(({ rows: own }) =>
    own.map(({ rowId, max, points }) => [rowId, [textOf(max), points === null ? null : textOf(points)] as const] as const),
  );
  return { total: textOf(total), grade, rows: Object.fromEntries(rows) };
}

const listedIn = (node: Explained): Explained[] =>
  node.code === 'rows' || node.code === 'rowsNone' ? [...node.children] : node.children.flatMap(listedIn);

/** Where nothing counts the language has no points, today's engine 0 of them; both grade it 不评定. */
function inTheLanguage({ points, grade, explanation }: SubjectResult): Said {
  const rows = listedIn(explanation).map(({ params, outcome }) => [
    params['id'],
    [params['max'], outcome.state === 'value' ? outcome.value.text() : null],
  ]);
  return { total: points?.text() ?? '0', grade: grade ?? '', rows: Object.fromEntries(rows) as Said['rows'] };
}

function both(
  scheme: CompiledScheme,
  input: ScoreInput,
): { readonly today: Record<string, Said>; readonly language: Record<string, Said> } {
  const result = scoreYear(input);
  const today = [result.district, ...result.units].map((subject) => [subject.subjectId, asToday(subject)] as const);
  const language = evaluateScheme(scheme, assessmentData(input)).map((one) => [one.row.subjectId, inTheLanguage(one)] as const);
  return { today: Object.fromEntries(today), language: Object.fromEntries(language) };
}

const plan = loadTestPlan();
const scheme = loadDefaultScheme();
const yearPlan = yearPlanOf(plan, 2024);
const adopted = adoptTargets(yearPlan);
const towns = plan.units.filter((unit) => unit.kind === 'town');
const JUDGED: ReadonlySet<AnswerField> = new Set(['numerator', 'denominator', 'increment', 'value', 'status', 'date'] as const);

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
  fc.constantFrom('0', '1', '20', '90', '100', '3000', '-'),
  fc.integer({ min: 0, max: 40_000 }).map((tenths) => `${Math.trunc(tenths / 10)}.${tenths % 10}`),
);
const status = fc.constantFrom('=done', '=onTrack', '=behind', '=notStarted', '=notApplicable');
const date = fc.constantFrom('@2024-08-30', '@2024-08-31', '@2024-09-01', '@2024-12-31');
const cell = fc.tuple(fc.constantFrom(...cells), fc.record({ quantity, status, date })).map(([key, texts]): [string, string] => {
  const field = key.split(' ')[2];
  return [key, field === 'status' ? texts.status : field === 'date' ? texts.date : texts.quantity];
});

const input = fc
  .record({
    answers: fc.array(cell, { maxLength: 900 }).map((entries): AnswerTexts => Object.fromEntries(entries)),
    reporting: fc.subarray(plan.units.map(({ id }) => id)),
    reportedOn: fc.constantFrom('2025-01-10', '2025-12-31', null),
    air: fc.array(fc.tuple(fc.constantFrom(...towns), fc.integer({ min: 150, max: 700 }), fc.integer({ min: 0, max: 360 })), {
      maxLength: 31,
    }),
    consented: fc.subarray(cells),
  })
  .map(({ answers, reporting, reportedOn, air, consented }): ScoreInput => ({
    plan: yearPlan,
    scheme,
    year: 2024,
    adopted,
    answers: makeAnswers(answers),
    returns: makeReturns(Object.fromEntries(reporting.map((id) => [id, reportedOn]))),
    consents: consented.map((key) => {
      const [unitId = '', rowId = ''] = key.split(' ');
      return { unitId, rowId, reason: '无此项', by: '张三', asBefore: false };
    }),
    townAir: air.map(([town, tenths, days]) => goodAir(town.id, `${Math.trunc(tenths / 10)}.${tenths % 10}`, Math.min(days, 300), days)),
  }));

describe('the scheme of points in the language', () => {
  it('gives every total, grade, row and maximum of today’s engine on returns of any content', () => {
    const translated = compileScoring(scheme);
    fc.assert(
      fc.property(input, (made) => {
        const { today, language } = both(translated, made);
        expect(language).toEqual(today);
      }),
      { numRuns: 25 },
    );
  });

  it('does so on a plan with every kind of row, filled by hand', () => {
    const made = smallInput(
      {
        'dept-a A1-01 value': '40',
        'dept-a A1-02 numerator': '3',
        'dept-a A1-02 denominator': '366',
        'dept-b A1-03 numerator': '290',
        'dept-b A1-03 denominator': '360',
        'dept-b A1-05b numerator': '0',
        'dept-b A1-05b denominator': '0',
        'dept-a A3-1.2 date': '@2024-09-03',
        'dept-b A3-1.3 status': '=behind',
        'dept-a A2-项1 status': '=onTrack',
        'dept-c 正文-7 status': '=onTrack',
        'town-x A3-1.1 status': '=done',
      },
      {
        townAir: [goodAir('town-x', '42.4', 280, 340)],
        returns: makeReturns({ 'dept-a': '2025-02-01', 'dept-b': null, 'dept-c': null, 'town-x': null }),
      },
    );
    const { today, language } = both(compileScoring(made.scheme), made);
    expect(language).toEqual(today);
    expect(today['dept-a']?.grade).not.toBe(today['district']?.grade === '' ? '' : undefined);
    expect(Object.keys(today)).toHaveLength(6);
  });

  it('marks what is missing although it counts as 0', () => {
    const [district] = evaluateScheme(compileScoring(scheme), assessmentData({ ...smallInput({}), plan: yearPlan, scheme, adopted }));
    expect(district?.points?.text()).toBe('0');
    expect(district?.marked.length).toBeGreaterThan(20);
    expect(district?.marked[0]).toMatchObject({ code: 'figureZero', params: { lack: 'returned' } });
  });

  it('stands in the templates as it is translated, word for word but for its clauses', () => {
    const data = schemeData('default-2024') as { rules: object };
    expect(plain(data.rules)).toEqual(plain(rulesOfScoring(scheme)));
    const { today, language } = both(schemeOf(schemeText('default-2024')), {
      ...smallInput({}),
      plan: yearPlan,
      scheme,
      adopted,
      townAir: towns.map((town, index) => goodAir(town.id, String(30 + index), 280 + index, 360)),
    });
    expect(language).toEqual(today);
  });
});

/** Numbers as numbers, whether written in quotes or not; words of 完成状态 as their codes; without clauses. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value === 'string' && /^-?\d+(?:\.\d+)?$/.test(value)) return Number(value);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).filter(([key]) => key !== 'clause' && key !== 'clauses');
  return Object.fromEntries(entries.map(([key, item]) => [statusCode(key) ?? key, plain(item)]));
}
