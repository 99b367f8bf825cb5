import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkSchemeFile } from '../../../../../main/services/schemes/language/check-file.ts';
import type { SchemeCheckView } from '../../../../../shared/contract/schemes.ts';
import { PROBLEM_SEVERITY } from '../../../../../shared/domain/schemes/base/problems.ts';
import { schemeProblemSentence } from '../../../../../shared/text/scheme-text.ts';

const check = async (text: string | Uint8Array): Promise<SchemeCheckView> => {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  return (await checkSchemeFile({ name: '办法.yml', read: () => Promise.resolve(bytes) })).view;
};

/** code@line:column of everything that is said. */
async function said(text: string): Promise<string[]> {
  const view = await check(text);
  return [...view.problems, ...view.schemes.flatMap(({ problems }) => problems)].map(
    ({ code, line, column }) => `${code}@${line}:${column}`,
  );
}

const HEAD = 'id: a\ntitle: 办法\nkind: money\nfrom: 2026\nsource: x\ntext: []';

const BOMB = 'abcdef'
  .replaceAll(/./gu, (key, at: number) => {
    const inside = at === 0 ? '1' : `*${'abcdef'[at - 1] ?? ''}`;
    return `${key}: &${key} [${Array(9).fill(inside).join(',')}]\n`;
  })
  .concat('rules: {out: notice, sum: *f}');

/** A scheme that years are scored by, with one word of it changed. */
const readTemplate = (word: RegExp, other: string): string =>
  readFileSync(new URL('../../../../../templates/schemes/default-2024.yml', import.meta.url), 'utf8').replace(word, other);

/** Each mistake by itself: the file, and what is said of it. */
const MISTAKES: readonly (readonly [string, string, readonly string[]])[] = [
  ['a text instead of rules', 'hello', ['NOT_A_MAP@1:1']],
  ['a full-width colon', 'out：万元', ['FULLWIDTH@1:1']],
  ['nothing that is a rule', '{title: 办法}', ['FORM_NONE@1:1']],
  ['an unknown word', 'out: 万元\nof: pm25\nvs: target\nratte: 3', ['KEY_UNKNOWN@4:1']],
  [
    'an unknown word of the head',
    'titel: 办法\nrules: {out: notice, rank: {of: score}}',
    [...Array(6).fill('HEAD_MISSING@1:1'), 'KEY_UNKNOWN@1:1'],
  ],
  [
    'a head that cannot be read',
    'params: 5\nrules: {out: notice, rank: {of: score}}',
    [...Array(6).fill('HEAD_MISSING@1:1'), 'HEAD_VALUE@1:1'],
  ],
  ['a kind that its output contradicts', 'kind: scoring\nout: 万元\nmanual: a', ['HEAD_KIND@2:1']],
  ['a word without the one it belongs to', '{out: 万元, of: pm25, vs: target, met: 1, dead: 2}', ['KEY_MISPLACED@1:41']],
  ['no source', '{out: 万元, met: 100}', ['SOURCE_NONE@1:1']],
  ['two sources', '{out: 万元, of: pm25, manual: a}', ['SOURCE_TWICE@1:21']],
  ['two functions', '{out: 万元, of: pm25, vs: target, met: 1, rate: 2}', ['FUNCTION_TWICE@1:41']],
  ['an empty condition', '{out: 万元, first: [{if: {}, then: 1}, {then: 0}]}', ['CONDITION_NONE@1:20']],
  ['a condition without comparison', '{out: 万元, first: [{if: {of: pm25}, then: 1}, {then: 0}]}', ['COMPARISON_NONE@1:20']],
  ['a word written another way', '{out: 万元, of: pm25, vs: target, rate: [1]}', ['SHAPE@1:33']],
  ['a value that is none of the known ones', '{out: 万元, of: pm25, vs: target, rate: 1, steps: whol}', ['VALUE_UNKNOWN@1:42']],
  ['an output that does not exist', '{out: 元, manual: a}', ['SHAPE@1:2']],
  [
    'one that the rest would fit',
    `${HEAD}\nrules: {out: 元, zeroSum: true, manual: a, notices: [{if: {streak: 2, last: 1}, do: 约谈}]}`,
    ['SHAPE@7:9'],
  ],
  ['rules that stand beside their word', `${HEAD}\nrules:\nout: 万元\nmanual: a`, ['RULES_EMPTY@7:1']],
  ['a measure in the spelling of reports', '{out: 万元, of: PM2.5}', ['MEASURE_FORM@1:11']],
  ['a measure that is nearly a known one', '{out: 万元, of: goodDay}', ['MEASURE_NEAR@1:11']],
  ['a mistyped reference', '{out: 万元, of: pm25, vs: traget, met: 1}', ['WORD_NEAR@1:21']],
  ['a target that is met by nothing', '{out: 万元, of: pm25, met: 1}', ['REFERENCE_NEEDED@1:21']],
  ['a share of what is no measure', '{out: points/100, manual: a, share: 5}', ['MEASURE_NEEDED@1:30']],
  ['paid places without a ranking', '{out: 万元, of: pm25, places: {1: 5}}', ['PLACES_WITHOUT_RANK@1:21']],
  ['a ranking that should be a number', '{out: 万元, sum: [{rank: {of: score}}]}', ['RANK_WITHOUT_PLACES@1:18']],
  ['places that run backwards', '{out: 万元, rank: {of: score}, places: {3..1: 5}}', ['PLACES_FORM@1:39']],
  ['places that overlap', '{out: 万元, rank: {of: score}, places: {1..3: 5, 3: 4}}', ['PLACES_OVERLAP@1:39']],
  ['tiers out of order', '{out: 万元, of: pm25, vs: base, tiers: [[5, 10], [3, 20]]}', ['TIERS_ORDER@1:48']],
  ['a line of a table that is never reached', '{out: 万元, of: pm25, table: [[50, 1], [35, 2]]}', ['TABLE_ORDER@1:38']],
  ['a floor above the cap', '{out: 万元, manual: a, floor: 5, cap: 3}', ['LIMITS_CROSSED@1:22']],
  ['weights that do not add up', '{out: 万元, weighted: [[0.5, {manual: a}], [0.4, {manual: b}]]}', ['WEIGHT_SUM@1:11']],
  ['a case behind the last', '{out: 万元, first: [{then: 1}, {if: {of: pm25, gt: 3}, then: 0}]}', ['CASE_UNREACHABLE@1:30']],
  ['no last case', '{out: 万元, first: [{if: {of: pm25, gt: 3}, then: 0}]}', ['CASE_OPEN@1:11']],
  ['a fold without full points', '{out: points/100, sum: [{manual: a}], fold: true}', ['FOLD_UNKNOWN@1:39']],
  ['parts worth more than the whole', '{out: points/100, sum: [{manual: a, cap: 60}, {manual: b, cap: 50}]}', ['SCALE_EXCEEDED@1:2']],
  ['no output', '{manual: a}', ['OUT_MISSING@1:1']],
  ['rows without a way to judge them', '{out: points/100, rows: annex1, total: 60}', ['JUDGING_MISSING@1:19']],
  ['a status that is none', '{out: points/100, manual: a, judging: {status: {annual: {好: 1}}}}', ['STATUS_UNKNOWN@1:58']],
  ['grades that do not descend', '{out: points/100, manual: a, grades: {良好: 70, 优秀: 90, 差: 0}}', ['GRADES_ORDER@1:47']],
  ['a lowest grade above 0', '{out: points/100, manual: a, grades: {优秀: 90, 良好: 70}}', ['GRADES_OPEN@1:47']],
  ['a grade that does not exist', '{out: points/100, manual: a, grades: {优秀: 90, 差: 0}, quota: {优良: 0.2}}', ['GRADE_UNKNOWN@1:62']],
  ['a quota above 1', '{out: points/100, manual: a, grades: {优秀: 90, 差: 0}, quota: {优秀: 15}}', ['QUOTA_RANGE@1:62']],
  ['a quota of no grades', '{out: points/100, manual: a, quota: {优秀: 0.2}}', ['QUOTA_WITHOUT_GRADES@1:30']],
  ['a veto of nothing', '{out: points/100, manual: a, veto: [{if: {event: 事故}}]}', ['VETO_EMPTY@1:37']],
  [
    'a streak that looks at the ranking it decides',
    '{out: points/100, first: [{if: {streak: 2, last: 1}, then: 0}, {then: {manual: a}}]}',
    ['STREAK_CIRCULAR@1:33'],
  ],
  ['a streak without a ranking', '{out: 万元, manual: a, notices: [{if: {streak: 2, last: 1}, do: 约谈}]}', ['STREAK_WITHOUT_RANK@1:38']],
  ['points that balance', '{out: points/100, manual: a, zeroSum: true}', ['ZERO_SUM_POINTS@1:30']],
  [
    'a clause that the text does not have',
    '{out: 万元, manual: a, clause: 九, text: [{id: 一, text: 甲}]}',
    ['CLAUSE_UNKNOWN@1:22', 'CLAUSE_UNUSED@1:40'],
  ],
  ['a clause twice', '{out: 万元, manual: a, clause: 一, text: [{id: 一, text: 甲}, {id: 一, text: 乙}]}', ['CLAUSE_TWICE@1:59']],
  [
    'a rule without its clause',
    '{out: 万元, sum: [{manual: a, clause: 一}, {manual: b}], text: [{id: 一, text: 甲}]}',
    ['RULE_WITHOUT_CLAUSE@1:41'],
  ],
  ['a word twice', 'out: 万元\nout: notice\nmanual: a', ['YAML@2:1']],
  ['a bracket that is never closed', 'out: 万元\nsum: [1, 2', ['YAML@2:11']],
  ['a tab in front', 'out: 万元\nsum:\n\t- 1', ['YAML@3:1']],
  ['a line that is indented under a finished one', `${HEAD}\nrules:\n  out: 万元\n    manual: a\n    cap: 3`, ['YAML@8:8']],
  [
    'lines that are indented each in its own way',
    'out: 万元\nsum:\n  - {manual: b}\n    - 2\n   - manual: a\n      cap: 3\n veto: []',
    ['YAML@4:5'],
  ],
  ['a word twice in front of a bracket', 'out: 万元\nout: 元\nsum: [1, 2', ['YAML@2:1', 'YAML@3:11']],
  ['a part that refers to itself', 'a: &a [*a]\nrules: *a', ['YAML@1:8']],
  ['a reference to nothing', 'out: 万元\nsum: *a', ['YAML@2:6']],
  ['references that grow without bounds', BOMB, ['YAML@5:8']],
  ['a negative dead band', '{out: 万元, of: pm25, vs: target, rate: 1, dead: -1}', ['NEGATIVE@1:42']],
  ['a loss with a minus of its own', '{out: 万元, of: pm25, vs: target, rate: {gain: 1, loss: -2}}', ['NEGATIVE@1:49']],
  ['a rate that rewards getting worse', '{out: 万元, of: pm25, vs: target, rate: -1}', ['NEGATIVE@1:33']],
  ['so much off for each event, which is no mistake', '{out: 万元, of: heavyDays, rate: -1}', []],
  ['full points below zero', '{out: points/100, of: pm25, share: "-30"}', ['NEGATIVE@1:29']],
  ['a pool below zero', '{out: 万元, pool: -200, split: equal}', ['NEGATIVE@1:11']],
  ['a negative deduction for lateness', '{out: points/100, sum: [{manual: a}, {late: -1}]}', ['NEGATIVE@1:39']],
  [
    'rows worth less than nothing',
    '{out: points/100, judging: {missing: zero}, rows: annex1, total: -60, points: {A: -1}}',
    ['NEGATIVE@1:59', 'NEGATIVE@1:80'],
  ],
  ['a negative part of a whole', '{out: 万元, weighted: [[1.5, {manual: a}], [-0.5, {manual: b}]]}', ['NEGATIVE@1:43']],
  ['a free weight that takes off', '{out: 万元, weighted: [[1, {manual: a}], [-0.5, {manual: b}]], weights: free}', []],
  ['a target that no air can meet', '{out: 万元, of: pm25, vs: target, met: 1, targets: {pm25: {甲: -5}}}', ['NEGATIVE@1:58']],
  ['a comparison with less than clean air', '{out: 万元, of: pm25, vs: -3, met: 1}', ['NEGATIVE@1:21']],
  [
    'a judged share above the points there are',
    '{out: points/100, manual: a, judging: {late: 1.5, status: {annual: {已完成: -0.1}}}}',
    ['SHARE_RANGE@1:40', 'SHARE_RANGE@1:69'],
  ],
  ['points that turn the best into the worst', '{out: points/100, of: pm25, efficacy: [100, 60]}', ['EFFICACY_ORDER@1:29']],
  ['a word for a number in a sketch', '{out: 万元, of: pm25, vs: target, rate: {gain: three}}', ['PARAM_TAKEN@1:40']],
  ['a parameter that the sketch declares', '{out: 万元, times: [k, g, {of: pm25}], params: {k: 2}, names: {g: 系数}}', []],
  ['a word to compare with that is none', `${HEAD}\nrules: {out: 万元, of: pm25, vs: foo, met: 1}`, ['PARAM_UNDECLARED@7:28']],
  ['a word for a number', `${HEAD}\nrules: {out: 万元, of: pm25, vs: target, rate: {gain: three}}`, ['PARAM_UNDECLARED@7:47']],
  ['a first year that is none', `${HEAD.replace('2026', '明年')}\nrules: {out: 万元, manual: a}`, ['HEAD_VALUE@4:1']],
  ['a first month that is none', `${HEAD.replace('2026', '2026-13')}\nrules: {out: 万元, manual: a}`, ['HEAD_VALUE@4:1']],
  ['an id of two words', `${HEAD.replace('id: a', 'id: a b')}\nrules: {out: 万元, manual: a}`, ['HEAD_VALUE@1:1']],
  ['a scheme for the scores of a year without its plan', readTemplate(/^plan: .*$/mu, ''), ['PLAN_MISSING@42:1']],
  ['one with groups of its own', readTemplate(/^ {4}town:$/mu, '    园区:'), ['BECOMES_RULES@77:3']],
];

describe('a scheme file is checked', () => {
  it.each(MISTAKES)('%s is told with its place', async (_name, text, expected) => {
    expect((await said(text)).toSorted()).toEqual([...expected].toSorted());
  });

  it('for every mistake there is', () => {
    const told = new Set(MISTAKES.flatMap(([, , expected]) => expected.map((one) => one.split('@')[0])));
    expect(Object.keys(PROBLEM_SEVERITY).filter((code) => !told.has(code))).toEqual([]);
  });

  it('and the nearest known word is named', async () => {
    const [problem] = (await check('{out: 万元, of: pm25, vs: target, ratte: 3}')).schemes.flatMap(({ problems }) => problems);
    expect(schemeProblemSentence(problem?.code ?? '', problem?.params ?? {})).toBe('不认识“ratte”，是不是“rate”？');
    const [grade] = (await check('{out: points/100, manual: a, grades: {优秀: 90, 差: 0}, quota: {优良: 0.2}}')).schemes.flatMap(
      ({ problems }) => problems,
    );
    expect(schemeProblemSentence(grade?.code ?? '', grade?.params ?? {})).toContain('（有：优秀、差）');
  });

  it.each([
    ['sum:', '读到的是空白。'],
    ['sum: ""', '读到的是空白。'],
    ['sum: []', '读到的是空的列表。'],
    ['manual: a\nround: [1, 2]', '读到的是一个列表 [1, 2]。'],
    ['manual: a\nround: {a: 1}', '读到的是几个“词: 内容” {a: 1}。'],
    ['manual: a\nround: many', '读到的是“many”。'],
    ['manual: a\nper: [1, 2]', '“per”不能是一个列表 [1, 2]。'],
  ])('and what stands in place of the right thing is said in words: %j', async (line, words) => {
    const [problem] = (await check(`out: 万元\n${line}`)).schemes.flatMap(({ problems }) => problems);
    expect(schemeProblemSentence(problem?.code ?? '', problem?.params ?? {})).toContain(words);
  });

  it('and what is wrong within a group is found at the group', async () => {
    const text = '{out: 万元, rank: {of: score}, places: {1: 5},\n  groups: {重点: {places: {1: 5, 1..2: 4}}}}';
    expect(await said(text)).toEqual(['PLACES_OVERLAP@2:32']);
  });

  it('whatever it is saved in, and its encoding is named', async () => {
    const text = '成都: {out: 万元, manual: a}';
    const gbk = Uint8Array.from([
      0xb3,
      0xc9,
      0xb6,
      0xbc,
      ...new TextEncoder().encode(': {out: '),
      0xcd,
      0xf2,
      0xd4,
      0xaa,
      ...new TextEncoder().encode(', manual: a}'),
    ]);
    const wide = Uint8Array.from([
      0xff,
      0xfe,
      ...[...text].flatMap((char) => [char.charCodeAt(0) % 256, Math.floor(char.charCodeAt(0) / 256)]),
    ]);
    for (const [bytes, encoding] of [
      [new TextEncoder().encode(text), 'utf-8'],
      [gbk, 'gb18030'],
      [wide, 'utf-16le'],
    ] as const)
      expect(await check(bytes)).toMatchObject({ usable: true, encoding, schemes: [{ name: '成都' }] });
    await expect(check(Uint8Array.from([0xff, 0xff, 0x01]))).rejects.toMatchObject({ code: 'SCHEME_FILE_UNREADABLE' });
  });

  it('in each of its forms: head and rules, rules under a name, rules alone, several under their names', async () => {
    const rule = '{out: 万元, of: pm25, vs: target, met: 100}';
    for (const text of [rule, `成都: ${rule}`, `rules: ${rule}`, `rules: {成都: ${rule}}`, `甲: ${rule}\n乙: ${rule}`])
      expect(await check(text), text).toMatchObject({ usable: true });
    expect((await check(`甲: ${rule}\n乙: ${rule}`)).schemes.map(({ name }) => name)).toEqual(['甲', '乙']);
  });
});
