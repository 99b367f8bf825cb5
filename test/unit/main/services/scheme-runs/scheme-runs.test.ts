import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MethodOutput } from '../../../../../shared/contract/contract.ts';
import type { SchemeRow } from '../../../../../shared/contract/scheme-runs.ts';
import { Rational, sumOf } from '../../../../../shared/domain/numbers/rational.ts';
import { ENGINE_VERSION } from '../../../../../shared/domain/engine.ts';
import { failureText } from '../../../../../shared/text/failure-text.ts';
import { causeText } from '../../../../../shared/text/what-if-text.ts';
import { cellsOf } from '../../../../support/applied-scheme.ts';
import { type SampleWork, testCore } from '../../../../support/core.ts';
import { temporaryFolder } from '../../../../support/folder.ts';
import { enter, ENTRIES, KEYS, REVIEW, reviewedWork, TOWNS } from '../../../../support/reviewed-work.ts';
import { publishedText } from '../../../../support/scheme-trial.ts';

const folder = temporaryFolder();
let made: SampleWork;

beforeAll(async () => {
  made = await reviewedWork(folder);
});
afterAll(() => made.core.close());

const score = (scheme?: string): Promise<MethodOutput<'scheme.score'>> =>
  made.call('scheme.score', { year: 2024, ...(scheme === undefined ? {} : { scheme }) });

function rowOf<Row extends SchemeRow>(rows: readonly Row[], subject: string): Row {
  const row = rows.find((one) => one.subject === subject);
  if (row === undefined) throw new Error(`${subject} is no subject`);
  return row;
}

/** Exact parts of every subject against its total. */
function expectSum({ parts, explanation, points, money }: SchemeRow): void {
  if (points === null && money === null) return;
  const exact = parts.flatMap((part) => (part.exact === null ? [] : [fraction(part.exact)]));
  expect(sumOf(exact).fractionText()).toBe(explanation.exact);
}

function fraction(text: string): Rational {
  const [num = '0', den = '1'] = text.split('/');
  return Rational.of(num).div(Rational.of(den));
}

describe('a scheme of the work, scored', () => {
  it('gives points, grade, place and parts, down to what was entered', async () => {
    const { result, runId } = await score(REVIEW);
    expect(runId).toBeNull();
    const row = rowOf(result.rows, '清平镇');
    // 0.4 × 95 + 0.3 × 92 + 0.3 × 91 + 2
    expect(row).toMatchObject({ points: '94.9', grade: '优秀', place: 1, complete: true, range: null });
    expect(row.parts.map(({ points }) => points)).toEqual(['92.9', '2']);
    expect(cellsOf(row.explanation)).toContain('考核组评审记录   manual:peers');
    expect(result.grades).toEqual(['优秀', '良好', '一般']);
    for (const one of result.rows) expectSum(one);
  });

  it('says what is missing, and that the rules set no bound to it', async () => {
    const review = await score(REVIEW);
    const open = rowOf(review.result.rows, '大石街道');
    expect(open).toMatchObject({ points: null, complete: false, range: null });
    expect(open.missing.map(({ code }) => code)).toEqual(['notEntered', 'notEntered', 'notEntered', 'notEntered']);
  });

  it('stores nothing', async () => {
    const { runs } = await made.call('run.list', {});
    expect(runs.filter(({ kind }) => kind === 'scheme')).toEqual([]);
  });

  it('refuses a scheme there is not, and a year that is not open', async () => {
    expect((await made.fail('scheme.score', { year: 2024, scheme: 'none' })).code).toBe('SCHEME_MISSING');
    expect((await made.fail('run.make', { year: 2026, scheme: REVIEW })).code).toBe('YEAR_NOT_OPEN');
  });
});

describe('its runs', () => {
  it('keep result, scheme, basis and the version of the algorithms; equal inputs are one run, and equal bytes', async () => {
    const first = await made.call('run.make', { year: 2024, scheme: REVIEW });
    expect(first).toMatchObject({
      stored: true,
      run: { kind: 'scheme', period: '2024', scheme: REVIEW, actor: '测试员', engine: ENGINE_VERSION },
    });
    expect(await made.call('run.make', { year: 2024, scheme: REVIEW })).toMatchObject({ stored: false, run: { id: first.run.id } });
    const shown = await made.call('run.show', { id: first.run.id });
    const now = await score(REVIEW);
    expect(now.runId).toBe(first.run.id);
    expect(shown).toMatchObject({ kind: 'scheme', basis: { inputs: expect.arrayContaining([1]), files: ['考核组评审记录'] } });
    if (shown.kind !== 'scheme') throw new Error(shown.kind);
    expect(shown.basis.inputs).toHaveLength(ENTRIES.length);
    expect(shown.result.rows.map(({ points }) => points)).toEqual(now.result.rows.map(({ points }) => points));
  });

  it('another order of entering gives the same bytes', async () => {
    const other = join(folder, 'order.sqlite');
    const fresh = await reviewedWork(temporaryFolder(), ENTRIES.toReversed());
    const { run } = await fresh.call('run.make', { year: 2024, scheme: REVIEW });
    const bytes = (path: string, id: number): unknown => {
      const database = new BetterSqlite(path, { readonly: true });
      const row = database.prepare('SELECT result, input_hash FROM run WHERE id = ?').get(id);
      database.close();
      return row;
    };
    const { runs } = await made.call('run.list', {});
    const own = runs.find(({ scheme }) => scheme === REVIEW)?.id ?? 0;
    cpSync(fresh.workPath, other);
    expect(bytes(fresh.workPath, run.id)).toEqual(bytes(made.workPath, own));
    fresh.core.close();
  });

  it('are compared by unit and part, with the cell that changed', async () => {
    const before = (await made.call('run.make', { year: 2024, scheme: REVIEW })).run.id;
    await enter(made, '龙市镇', 'peers', '100');
    const after = (await made.call('run.make', { year: 2024, scheme: REVIEW })).run.id;
    const { difference } = await made.call('run.diff', { before, after });
    expect(difference.versions).toEqual([]);
    const subject = difference.subjects.find(({ name }) => name === '龙市镇');
    expect(subject).toMatchObject({ total: { before: '76', after: '84' }, grade: { before: '一般', after: '良好' } });
    const [row] = subject?.rows ?? [];
    expect(row?.causes.map(({ code, params }) => causeText(code, params))).toEqual([
      '评审分“互评”：80 → 100（考核组评审记录，“80”改为“100”）',
    ]);
    expect(difference.subjects).toHaveLength(1);
  });

  it('by a new version of the scheme put the difference down to the scheme', async () => {
    const before = (await made.call('run.make', { year: 2024, scheme: REVIEW })).run.id;
    const path = join(folder, 'second.yml');
    const changed = publishedText('互评')
      .replace(/^subjects:.*$/mu, 'subjects: 镇街')
      .replace('[0.4, { manual: peers }]', '[0.3, { manual: peers }]')
      .replace('[0.3, { manual: counties }]', '[0.4, { manual: counties }]');
    writeFileSync(path, changed);
    await made.call('schemes.add', { file: made.grant(path) });
    const after = (await made.call('run.make', { year: 2024, scheme: REVIEW })).run.id;
    const { difference } = await made.call('run.diff', { before, after });
    expect(difference.versions.map(({ code }) => code)).toEqual(['schemeVersion']);
    expect(difference.subjects.flatMap(({ rows }) => rows.flatMap(({ causes }) => causes.map(({ code }) => code)))).toEqual([
      'scheme',
      'scheme',
      'scheme',
    ]);
  });

  it('and the year’s scores are not compared with each other, nor with rankings', async () => {
    const own = (await made.call('run.make', { year: 2024 })).run;
    expect(own.kind).toBe('assessment');
    const other = (await made.call('run.make', { year: 2024, scheme: REVIEW })).run.id;
    const ranking = (await made.call('run.make', { ranking: '2024-07' })).run.id;
    expect((await made.fail('run.diff', { before: own.id, after: other })).code).toBe('RUN_KINDS_DIFFER');
    expect((await made.fail('run.diff', { before: ranking, after: other })).code).toBe('RUN_NOT_SCORES');
  });
});

describe('supposing', () => {
  it('moves points and places as if it were so, and stores nothing', async () => {
    const before = await score(REVIEW);
    const { changes, difference } = await made.call('scheme.whatif', { year: 2024, scheme: REVIEW, changes: ['龙市镇/bonus=20'] });
    expect(changes).toEqual([{ kind: 'figure', unit: '龙市镇', period: '2024', column: 'manual:bonus', before: '0.5', after: '20' }]);
    const subject = difference.subjects.find(({ name }) => name === '龙市镇');
    expect(subject?.place).toEqual({ before: 3, after: 1 });
    expect((await score(REVIEW)).inputHash).toBe(before.inputHash);
  });

  it('says what can be supposed instead', async () => {
    const fail = (change: string) => made.fail('scheme.whatif', { year: 2024, scheme: REVIEW, changes: [change] });
    expect(await fail('龙市镇/pm25=30')).toMatchObject({
      code: 'WHATIF_SCHEME_COLUMN',
      params: { known: expect.stringContaining('manual:peers') },
    });
    expect((await fail('龙市镇/peers=好')).code).toBe('WHATIF_SCHEME_VALUE');
    expect((await fail('某镇/peers=1')).code).toBe('WHATIF_UNIT');
    expect((await fail('龙市镇')).code).toBe('WHATIF_SCHEME_FORM');
  });

  it('moves the weights of its rules for everybody, exactly, and puts it down to the scheme', async () => {
    const changes = ['weight:peers=0.3', 'weight:rules.sum.0.weighted.1.0=0.4'];
    const found = await made.call('scheme.whatif', { year: 2024, scheme: REVIEW, changes });
    expect(found.changes.map((change) => (change.kind === 'weight' ? [change.path, change.before, change.after] : []))).toEqual([
      ['sum.0.weighted.0.0', '0.3', '0.3'],
      ['sum.0.weighted.1.0', '0.4', '0.4'],
    ]);
    const back = await made.call('scheme.whatif', { year: 2024, scheme: REVIEW, changes: ['weight:peers=0.4', 'weight:counties=0.3'] });
    // 0.3 × (95 − 92) more of the second, hence 0.1 × 3 more of the first.
    const subject = back.difference.subjects.find(({ name }) => name === '清平镇');
    expect(subject?.total).toEqual({ before: '94.6', after: '94.9' });
    expect(subject?.rows.flatMap(({ causes }) => causes.map(({ code }) => code))).toEqual(['scheme']);
    expect(rowOf((await score(REVIEW)).result.rows, '清平镇').points).toBe('94.6');
  });

  it('refuses a weight that breaks their sum, is none, or is no number, and says what can be supposed', async () => {
    const fail = (change: string) => made.fail('scheme.whatif', { year: 2024, scheme: REVIEW, changes: [change] });
    expect(await fail('weight:peers=0.5')).toMatchObject({ code: 'WHATIF_SCHEME_WEIGHT', params: { reason: 'sum', sum: '1.2' } });
    expect(await fail('weight:bonus=3')).toMatchObject({ params: { reason: 'rule', known: expect.stringContaining('weighted.0.0=0.3') } });
    expect(await fail('权重:某项=3')).toMatchObject({ params: { reason: 'unknown' } });
    expect(await fail('weight:一=0.3')).toMatchObject({ params: { reason: 'several' } });
    expect(await fail('weight:peers=多')).toMatchObject({ params: { reason: 'value' } });
    expect(failureText('WHATIF_SCHEME_WEIGHT', (await fail('weight:bonus=3')).params)).toContain('没有单独的分值');
  });

  it('sensitivity moves every part, and no place beyond what the totals say', async () => {
    const { rows } = await made.call('scheme.sensitivity', { year: 2024, scheme: REVIEW, percent: '20' });
    expect(rows.map(({ subject }) => subject).toSorted()).toEqual([...TOWNS].toSorted());
    for (const { total, low, high, best, worst, place } of rows) {
      expect(Number(low)).toBeLessThanOrEqual(Number(total));
      expect(Number(high)).toBeGreaterThanOrEqual(Number(total));
      expect(best).toBeLessThanOrEqual(place ?? 0);
      expect(worst).toBeGreaterThanOrEqual(place ?? 0);
    }
  });
});

describe('a year by such a scheme', () => {
  it('signs a run of another scheme only with that on record', async () => {
    const { run } = await made.call('run.make', { year: 2024, scheme: KEYS['责任书'] });
    const refused = await made.fail('year.final', { year: 2024, run: run.id, reason: '定稿' });
    expect(refused.code).toBe('YEAR_BLOCKED');
    expect(String(refused.params['blockers'])).toContain('不是本年度选定的办法');
  });

  it('goes by it once it is changed to it, and what knows only rows of the annexes says so', async () => {
    const view = await made.call('year.change', { year: 2024, change: { scheme: REVIEW }, reason: '改按互评' });
    expect(view.scheme).toMatchObject({ id: REVIEW, number: 2, shape: 'rules' });
    expect((await score()).result.schemeId).toBe(REVIEW);
    expect((await made.call('run.make', { year: 2024 })).run).toMatchObject({ kind: 'scheme', scheme: REVIEW });
    expect((await made.fail('assessment.score', { year: 2024 })).code).toBe('YEAR_SCHEME_RULES');
    expect((await made.call('year.choices', { year: 2024 })).schemes.map(({ id }) => id)).toContain(REVIEW);
    const preview = await made.call('year.preview', { year: 2024, change: { due: '2025-03-01' } });
    expect(preview.scores).toEqual([]);
  });

  it('goes on by its version when the scheme gets a newer one', async () => {
    const path = join(folder, 'third.yml');
    writeFileSync(
      path,
      publishedText('互评')
        .replace(/^subjects:.*$/mu, 'subjects: 镇街')
        .replace('优秀: 90', '优秀: 94'),
    );
    await made.call('schemes.add', { file: made.grant(path) });
    expect((await score()).result.number).toBe(2);
  });

  it('lists what stands against signing, is signed despite it, and is locked', async () => {
    const { run } = await made.call('run.make', { year: 2024 });
    const { blockers, inputHash } = await made.call('year.blockers', { year: 2024 });
    expect(inputHash).toBe(run.inputHash);
    expect(blockers.map(({ code }) => code)).toEqual(['missing', 'open', 'demonstration']);
    expect((await made.fail('year.final', { year: 2024, run: run.id, reason: '定稿' })).code).toBe('YEAR_BLOCKED');
    const view = await made.call('year.final', { year: 2024, run: run.id, reason: '定稿', despite: '先行定稿' });
    expect(view.final).toMatchObject({ run: run.id, despite: '先行定稿' });
    const late = { id: REVIEW, period: '2024', unit: '龙市镇', kind: 'manual', name: 'peers', value: '1', document: '补' };
    expect((await made.fail('schemes.enter', late)).code).toBe('YEAR_FINAL');
    expect((await made.call('work.check', {})).problems).toEqual([]);
  });

  it('after reopening a changed input makes its run one that can no longer be signed', async () => {
    await made.call('year.reopen', { year: 2024, reason: '更正' });
    const { runs } = await made.call('run.list', {});
    const own = runs.find(({ kind, scheme }) => kind === 'scheme' && scheme === REVIEW)?.id ?? 0;
    const before = (await made.call('work.check', {})).checked.staleRuns;
    await enter(made, '钱塘镇', 'peers', '60');
    expect((await made.fail('year.final', { year: 2024, run: own, reason: '定稿', despite: '先' })).code).toBe('YEAR_RUN_STALE');
    expect((await made.call('work.check', {})).checked.staleRuns).toBe(before + 1);
  });
});

describe('the check', () => {
  const tampered = async (sql: string): Promise<MethodOutput<'work.check'>> => {
    const copy = join(folder, `tampered-${sql.length}.sqlite`);
    const source = new BetterSqlite(made.workPath);
    source.prepare('VACUUM INTO ?').run(copy);
    source.close();
    const other = new BetterSqlite(copy);
    other.exec(sql);
    other.close();
    const checking = testCore(folder);
    await checking.call('work.open', { file: checking.grant(copy) });
    const found = await checking.call('work.check', {});
    checking.core.close();
    return found;
  };

  it('sees a result that was changed, whichever program is said to have made it', async () => {
    await made.call('run.make', { year: 2024 });
    const change = "UPDATE run SET result = replace(result, '优秀', '良好') WHERE id = (SELECT max(id) FROM run WHERE kind = 'scheme')";
    expect((await tampered(change)).problems).toMatchObject([{ kind: 'run', place: `办法试算 2024 ${REVIEW}` }]);
    const { problems, engines } = await tampered(change.replace('SET', 'SET engine = 9, '));
    expect(problems.some(({ kind }) => kind === 'run')).toBe(true);
    expect(engines).toEqual([]);
  });
});
