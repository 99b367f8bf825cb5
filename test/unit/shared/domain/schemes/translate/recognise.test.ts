import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type RankingScheme, rankingSchemeSchema } from '../../../../../../shared/domain/air/ranking/ranking-scheme.ts';
import { schemeProblem } from '../../../../../../shared/domain/air/ranking/scheme-problems.ts';
import { type ScoringScheme, scoringSchemeSchema } from '../../../../../../shared/domain/assessment/scheme.ts';
import { checkSchemes } from '../../../../../../shared/domain/schemes/check-scheme.ts';
import {
  effective,
  rankingData,
  rankingInLanguage,
  scoringData,
  scoringInLanguage,
} from '../../../../../../shared/domain/schemes/translate/compile.ts';
import { rankingOf, scoringOf } from '../../../../../../shared/domain/schemes/translate/recognise.ts';
import { rankingScheme, schemeData } from '../../../../../support/scheme-files.ts';
import { anyRanking, head, note, word } from './any-ranking.ts';
import { loadDefaultScheme } from '../../../../../support/assessment-plan.ts';

/** The shipped schemes as they were before the language, and as works hold them. */
const OLDER = '../../../../../fixtures/older-schemes/';
const SHIPPED = [
  'default-2024',
  'ranking-2024',
  'ranking-change',
  'ranking-composite',
  'ranking-good-days',
  'ranking-mix',
  'ranking-recent',
];

const share = fc.integer({ min: 0, max: 100 }).map((value) => String(value / 100));
const shares = fc.record({ done: share, onTrack: share, behind: share, notStarted: share });
const titled = fc.record({ title: word, max: fc.constantFrom('0', '12.5', '40', '60') });

const anyScoring = fc
  .record({
    ...head,
    demonstration: fc.boolean(),
    notes: fc.array(note, { maxLength: 2 }),
    decimals: fc.record({ points: fc.integer({ min: 0, max: 4 }), total: fc.integer({ min: 0, max: 4 }) }),
    bounds: fc.uniqueArray(fc.integer({ min: 1, max: 999 }), { maxLength: 4 }),
    statusShares: fc.record({ annual: shares, multiYear: shares, finalYear: shares }),
    lateShare: share,
    lateReturnPenalty: fc.constantFrom('0', '1', '2.5'),
    rows: fc.uniqueArray(fc.constantFrom('A1-01', 'A1-02', 'B7', 'K-3'), { minLength: 1 }),
    points: fc.integer({ min: 1, max: 9 }),
    parts: fc.tuple(titled, titled, titled, titled),
    air: fc.tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 50 })),
    swapped: fc.boolean(),
  })
  .map(({ bounds, rows, points, parts: [annex3, annex1, tasks, items], air, swapped, ...rest }): ScoringScheme => {
    const [pm25, goodDays] = swapped ? ['A1-03', 'A1-01'] : ['A1-01', 'A1-03'];
    return scoringSchemeSchema.parse({
      id: 'x',
      kind: 'scoring',
      ...rest,
      grades: [...bounds.toSorted((one, other) => other - one), 0].map((from, index) => ({
        name: `第${index}等`,
        from: String(from / 10),
      })),
      ungraded: '不评',
      district: {
        name: '某区',
        annex1: { title: '甲', max: String(rows.length * points), rows: Object.fromEntries(rows.map((row) => [row, String(points)])) },
        annex3,
      },
      department: { annex1, tasks },
      town: {
        air: {
          title: '空气',
          max: String(air[0] + air[1]),
          pm25: { measure: pm25, max: String(air[0]) },
          goodDays: { measure: goodDays, max: String(air[1]) },
        },
        items,
      },
    });
  });

describe('a scheme that was translated is recognised', () => {
  it('as the scheme of points that it was, whatever its figures', () => {
    fc.assert(
      fc.property(anyScoring, (scheme) => {
        expect(scoringOf(scoringData(scheme))).toEqual({ scheme, misfits: [] });
        expect(scoringInLanguage(scheme)).not.toBeNull();
      }),
      { numRuns: 200 },
    );
  });

  it('as the ranking that it was, but for values that change nothing in it', () => {
    fc.assert(
      fc.property(anyRanking, (scheme) => {
        expect(schemeProblem(scheme)).toBeNull();
        expect(rankingOf(rankingData(scheme))).toEqual({ scheme: effective(scheme), misfits: [] });
        expect(rankingInLanguage(scheme)).not.toBeNull();
      }),
      { numRuns: 300 },
    );
  });

  it('and is a scheme without a mistake for whoever checks it', () => {
    const errors = (data: object) =>
      checkSchemes(data).schemes.flatMap(({ problems }) => problems.filter(({ severity }) => severity === 'error'));
    fc.assert(
      fc.property(anyScoring, anyRanking, (scoring, ranking) => {
        expect(errors(scoringData(scoring))).toEqual([]);
        expect(errors(rankingData(ranking))).toEqual([]);
      }),
    );
  });

  it('not where two measures of the air are the same row: the language has one place for them', () => {
    const scheme = loadDefaultScheme();
    const { air } = scheme.town;
    const one = { ...scheme, town: { ...scheme.town, air: { ...air, goodDays: { ...air.goodDays, measure: air.pm25.measure } } } };
    expect(scoringInLanguage(one)).toBeNull();
  });
});

/** The plain data of a shipped file with something else at a path. */
function edited(id: string, path: readonly (string | number)[], value: unknown): object {
  const data = structuredClone(schemeData(id)) as Record<string | number, unknown>;
  const last = path.at(-1) ?? '';
  let place = data;
  for (const part of path.slice(0, -1)) place = place[part] as Record<string | number, unknown>;
  if (value === undefined) delete place[last];
  else place[last] = value;
  return data;
}

const scoring = loadDefaultScheme();

describe('a shipped file', () => {
  const older = (id: string): unknown => parse(readFileSync(new URL(`${OLDER}${id}.yml`, import.meta.url), 'utf8'));

  it('is the scheme of points that works held before there was a language', () => {
    expect(scoring).toEqual(scoringSchemeSchema.parse(older('default-2024')));
  });

  it.each(['ranking-2024', 'ranking-change', 'ranking-composite', 'ranking-good-days', 'ranking-mix'])('is the ranking: %s', (id) => {
    // Shipped ones are rounded in stages and tell movements in equal sets since; what was stored goes on as it was (version 170).
    const { evaluation, notes, ...before } = rankingSchemeSchema.parse(older(id));
    const shipped = rankingScheme(id);
    // Their notes name the measure whose days count since.
    expect(shipped.notes).toHaveLength(notes.length);
    expect(shipped).toEqual({
      ...before,
      notes: shipped.notes,
      movement: 'sameSet',
      evaluation: { ...evaluation, index: { ...evaluation.index, rounding: 'stages' } },
    });
  });

  it.each(SHIPPED)('has no mistake, no clause without a rule and no rule without a clause: %s', (id) => {
    const { problems, schemes } = checkSchemes(schemeData(id));
    expect([...problems, ...schemes.flatMap((scheme) => scheme.problems)]).toEqual([]);
    expect(schemes[0]?.scheme.clauses).toMatchObject({ withoutRule: [], withoutClause: [] });
  });
});

describe('an edited file of points', () => {
  it.each<[string, readonly (string | number)[], unknown, (scheme: ScoringScheme) => ScoringScheme]>([
    [
      'another bound of a grade',
      ['rules', 'grades', '优秀'],
      92,
      (one) => ({ ...one, grades: one.grades.with(0, { name: '优秀', from: '92' }) }),
    ],
    [
      'another share',
      ['rules', 'judging', 'status', 'annual', '按序推进'],
      0.75,
      (one) => ({ ...one, statusShares: { ...one.statusShares, annual: { ...one.statusShares.annual, onTrack: '0.75' } } }),
    ],
    [
      'other points of a part',
      ['rules', 'groups', 'town', 'sum', 0, 'sum', 1, 'total'],
      '42.50',
      (one) => ({ ...one, town: { ...one.town, items: { ...one.town.items, max: '42.50' } } }),
    ],
    ['another title and clause', ['title'], '新办法', (one) => ({ ...one, title: '新办法' })],
    ['no word for late items', ['rules', 'judging', 'late'], undefined, (one) => ({ ...one, lateShare: '1' })],
  ])('with %s is the same scheme with exactly that changed', (_name, path, value, change) => {
    expect(scoringOf(edited('default-2024', path, value))).toEqual({ scheme: change(scoring), misfits: [] });
  });

  it.each<[string, readonly (string | number)[], unknown, readonly { code: string; path: readonly (string | number)[] }[]]>([
    ['a veto', ['rules', 'veto'], [{ if: { event: '事故' }, give: 0 }], [{ code: 'FOREIGN', path: ['rules', 'veto'] }]],
    ['a mean of parts', ['rules', 'groups', 'town', 'floor'], undefined, [{ code: 'ABSENT', path: ['rules', 'groups', 'town', 'floor'] }]],
    [
      'another penalty for towns',
      ['rules', 'groups', 'town', 'sum', 1, 'late'],
      3,
      [{ code: 'DIFFERENT', path: ['rules', 'groups', 'town', 'sum', 1, 'late'] }],
    ],
    ['a share above 1', ['rules', 'judging', 'late'], 1.5, [{ code: 'VALUE', path: ['rules', 'judging', 'late'] }]],
    ['a beginning within a year', ['from'], '2024-07', [{ code: 'VALUE', path: ['from'] }]],
    ['subjects that are chosen', ['subjects'], { classes: ['town'] }, [{ code: 'FOREIGN', path: ['subjects'] }]],
    [
      'one more part',
      ['rules', 'groups', 'district', 'sum', 2],
      { manual: 'x', cap: 5 },
      [{ code: 'FOREIGN', path: ['rules', 'groups', 'district', 'sum', 2] }],
    ],
  ])('with %s is no scheme for today’s engine, and says where', (_name, path, value, misfits) => {
    expect(scoringOf(edited('default-2024', path, value))).toEqual({ scheme: null, misfits });
  });
});

describe('an edited file of a ranking', () => {
  const mix = rankingScheme('ranking-mix');
  it.each<[string, string, readonly (string | number)[], unknown, (scheme: RankingScheme) => RankingScheme]>([
    [
      'another weight',
      'ranking-mix',
      ['rules', 'rank', 0, 'weighted', 0, 0],
      0.4,
      (one) => ({
        ...one,
        mix: { by: 'scores', base: 60, parts: (mix.mix?.parts ?? []).with(0, { measure: 'pm25Mean', order: 'ascending', weight: '0.4' }) },
      }),
    ],
    [
      'more decimals',
      'ranking-2024',
      ['rules', 'rank', 1, 'decimals'],
      2,
      (one) => ({ ...one, decimals: { ...one.decimals, goodDayRatio: 2 } }),
    ],
    ['no settings', 'ranking-2024', ['rules', 'evaluation'], undefined, (one) => one],
    ['no order', 'ranking-change', ['rules', 'rank', 0, 'order'], undefined, (one) => one],
    [
      'another action',
      'ranking-2024',
      ['rules', 'notices', 1, 'do'],
      '通报',
      (one) => ({ ...one, streaks: one.streaks.with(1, { bottom: 3, months: 2, action: '通报' }) }),
    ],
  ])('with %s is the same scheme with exactly that changed', (_name, id, path, value, change) => {
    expect(rankingOf(edited(id, path, value))).toEqual({ scheme: change(rankingScheme(id)), misfits: [] });
  });

  it.each<[string, readonly (string | number)[], unknown, readonly { code: string; path: readonly (string | number)[] }[]]>([
    ['a measure it does not know', ['rules', 'rank', 0, 'of'], 'roadDust', [{ code: 'VALUE', path: ['rules', 'rank', 0] }]],
    ['another comparison', ['rules', 'rank', 0, 'vs'], 'target', [{ code: 'FOREIGN', path: ['rules', 'rank', 0, 'vs'] }]],
    [
      'unlike rules for months without a rank',
      ['rules', 'notices', 1, 'if', 'unranked'],
      'skips',
      [{ code: 'DIFFERENT', path: ['rules', 'notices', 1, 'if', 'unranked'] }],
    ],
    ['money', ['rules', 'out'], '万元', [{ code: 'DIFFERENT', path: ['rules', 'out'] }]],
  ])('with %s is none for today’s engine, and says where', (_name, path, value, misfits) => {
    expect(rankingOf(edited('ranking-2024', path, value))).toEqual({ scheme: null, misfits });
  });
});
