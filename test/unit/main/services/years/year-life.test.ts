import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { testCore, type TestCore } from '../../../../support/core.ts';
import { failureText } from '../../../../../shared/text/failure-text.ts';
import { findingText } from '../../../../../shared/text/finding-text.ts';
import { changesText } from '../../../../../shared/text/year-text.ts';
import { temporaryFolder } from '../../../../support/folder.ts';

const folder = temporaryFolder();
let works = 0;
let made: TestCore;

beforeEach(async () => {
  made = testCore(folder);
  await made.call('work.create', { file: made.grant(join(folder, `work-${(works += 1)}.sqlite`)), planId: 'hechuan-2024' });
});

const open2026 = (changes: Readonly<Record<string, string>> = {}) =>
  made.call('year.open', { year: 2026, targets: 'carry', choices: changes, reason: '按计划开启' });

describe('opening a year', () => {
  it('a new work has its first year open, by nobody but its making', async () => {
    const { years } = await made.call('year.list', {});
    expect(years.map(({ year, state }) => [year, state])).toEqual([
      [2024, 'preparing'],
      [2025, 'unopened'],
      [2026, 'unopened'],
      [2027, 'unopened'],
    ]);
    expect((await made.call('year.show', { year: 2024 })).history).toMatchObject([{ act: 'open', by: '新建' }]);
  });

  it('until then forms, returns and scores of the year are refused', async () => {
    const forms = { year: 2026, folder: made.grant(join(folder, 'forms')) };
    expect((await made.fail('returns.templates', forms)).code).toBe('YEAR_NOT_OPEN');
    expect((await made.fail('returns.import', { year: 2026, sources: [made.grant(folder)] })).code).toBe('YEAR_NOT_OPEN');
    expect((await made.fail('assessment.score', { year: 2026 })).code).toBe('YEAR_NOT_OPEN');
  });

  it('asks for every target that nothing sets, and refuses to open while one is left', async () => {
    const proposal = await made.call('year.propose', { year: 2026, targets: 'ask', choices: { 'A1-01': '31' } });
    expect(proposal.questions).toHaveLength(20);
    expect(proposal.chosen).toMatchObject([{ measure: 'A1-01', source: 'entered', printed: '≤31' }]);
    const refused = await made.fail('year.open', { year: 2026, targets: 'ask', choices: {}, reason: '开启' });
    expect(refused).toMatchObject({ code: 'YEAR_TARGETS_OPEN', params: { year: 2026, count: 21 } });
  });

  it('2025 needs no choice: the annex prints its targets', async () => {
    const view = await made.call('year.open', { year: 2025, targets: 'ask', choices: {}, reason: '开启' });
    expect(view.targets.find(({ measure }) => measure === 'A1-01')).toMatchObject({ adopted: '≤32', rule: 'only' });
    expect(view.due).toBe('2026-01-15');
  });

  it('records each choice with what it was made from', async () => {
    const view = await open2026({ 'A1-03': 'interpolate', 'A1-07': 'none', 'A1-14': '≥28' });
    const targets = new Map(view.targets.map((row) => [row.measure, row]));
    expect(targets.get('A1-01')).toMatchObject({ adopted: '≤32', rule: 'carried', fromYears: [2025] });
    expect(targets.get('A1-03')).toMatchObject({ adopted: '≥83.5', rule: 'interpolated', fromYears: [2025, 2027] });
    expect(targets.get('A1-07')).toMatchObject({ adopted: null, rule: 'none' });
    expect(targets.get('A1-14')).toMatchObject({ adopted: '≥28', rule: 'entered' });
    expect(view.due).toBe('2027-01-15');
  });

  it('says what is to be said of targets that are typed, each with its measure, and opens all the same', async () => {
    const choices = { 'A1-01': '≥31', 'A1-14': '〈28', 'A1-08': 'carry' };
    const proposal = await made.call('year.propose', { year: 2026, targets: 'carry', choices });
    const said = proposal.remarks.map(({ measure, code }) => `${measure.split(' ')[0]} ${code}`);
    expect(said).toContain('A1-01 TARGET_DIRECTION');
    expect(said).toContain('A1-14 TARGET_BRACKETS');
    expect(said.filter((one) => one.startsWith('A1-08'))).toEqual([]);
    await open2026(choices);
    const changed = { year: 2026, change: { targets: { 'A1-01': '≥30' } } };
    expect((await made.call('year.preview', changed)).remarks).toMatchObject([
      { code: 'TARGET_DIRECTION', measure: 'A1-01 细颗粒物（PM2.5）浓度' },
    ]);
  });

  it('is done once, for a year of the plan, and for measures that are open', async () => {
    await open2026();
    expect((await made.fail('year.open', { year: 2026, targets: 'carry', reason: '再开' })).code).toBe('YEAR_OPEN_ALREADY');
    expect((await made.fail('year.open', { year: 2031, targets: 'carry', reason: '开' })).code).toBe('YEAR_OUTSIDE_PLAN');
    const stranger = { year: 2025, targets: 'carry', choices: { 'A1-01': '30' }, reason: '开' };
    expect((await made.fail('year.open', stranger)).code).toBe('TARGET_NOT_OPEN');
  });
});

describe('changing and cancelling', () => {
  it('a change names what it changes, with its reason', async () => {
    await open2026();
    const view = await made.call('year.change', {
      year: 2026,
      change: { due: '2027-02-01', targets: { 'A1-07': 'none' } },
      reason: '顺延',
    });
    expect(view.due).toBe('2027-02-01');
    expect(view.targets.find(({ measure }) => measure === 'A1-07')?.rule).toBe('none');
    expect(view.targets.find(({ measure }) => measure === 'A1-08')?.rule).toBe('carried');
    expect(view.history.at(-1)).toMatchObject({ act: 'change', reason: '顺延', changes: [{ part: 'due' }, { part: 'targets' }] });
    expect(Object.keys(view.history.at(-1) ?? {})).not.toContain('changed');
  });

  it('the history says of every change from what to what, also of the units that report', async () => {
    const opened = await open2026();
    const [kept = '', ...rest] = opened.units.flatMap(({ names }) => names);
    await made.call('year.change', { year: 2026, change: { due: '2027-02-01', targets: { 'A1-07': 'none' } }, reason: '顺延' });
    await made.call('year.change', {
      year: 2026,
      change: { units: [kept], rounds: ['year', 'quarter'], roundsDue: { '2026-Q1': '2026-04-15' } },
      reason: '试点',
    });
    const { history } = await made.call('year.show', { year: 2026 });
    const [first, second, third] = history.map(({ changes }) => changes);
    expect(first).toEqual([]);
    expect(second).toMatchObject([
      { part: 'due', before: opened.due, after: '2027-02-01' },
      { part: 'targets', subject: expect.stringMatching(/^A1-07 ./u), before: expect.stringContaining('（沿用2025年）'), after: '不考核' },
    ]);
    expect(third).toMatchObject([
      { part: 'rounds', before: '年报', after: '年报、季调度' },
      { part: 'roundsDue', subject: '第1季度', before: null, after: '2026-04-15' },
      { part: 'units', before: `${rest.length + 1} 个`, after: expect.stringContaining(`1 个（移出 ${rest[0]}、`) },
    ]);
    expect(changesText(second ?? [])).toContain(`年报截止 ${opened.due}→2027-02-01；A1-07 `);
    expect(changesText(second ?? [])).toContain('→不考核');
  });

  it('cancels while nothing came in', async () => {
    await open2026();
    expect((await made.call('year.cancel', { year: 2026, reason: '弄错了' })).state).toBe('unopened');
    await open2026();
  });
});

describe('目标调整', () => {
  const revision = {
    revisions: [{ measure: 'A1-01', year: 2024, value: '≤37' }],
    document: '渝环〔2024〕9号',
    from: '2024-10-01',
    reason: '上级下达',
  };

  it('shows what it does before it is stored, and stores with number and date', async () => {
    const preview = await made.call('targets.preview', revision);
    expect(preview.targets).toEqual([{ measure: 'A1-01', name: '细颗粒物（PM2.5）浓度', year: 2024, before: '≤39', after: '≤37' }]);
    expect((await made.call('targets.show', { year: 2024 })).targets[0]?.adopted).toBe('≤39');
    await made.call('targets.revise', revision);
    expect((await made.call('targets.show', { year: 2024 })).targets[0]).toMatchObject({
      adopted: '≤37',
      rule: 'revised',
      place: '渝环〔2024〕9号',
      displaced: '≤39',
    });
  });

  it('of two documents the one that takes effect later holds, whichever was entered first', async () => {
    await made.call('targets.revise', revision);
    await made.call('targets.revise', {
      ...revision,
      revisions: [{ measure: 'A1-01', year: 2024, value: '≤38' }],
      document: '旧文',
      from: '2024-05-01',
    });
    expect((await made.call('targets.show', { year: 2024 })).targets[0]?.adopted).toBe('≤37');
  });

  it('changes no other row', async () => {
    const before = await made.call('targets.show', { year: 2024 });
    await made.call('targets.revise', revision);
    const after = await made.call('targets.show', { year: 2024 });
    expect(after.targets.slice(1)).toEqual(before.targets.slice(1));
  });

  it('says of each revision who took it in and why, also of one that leaves the target open', async () => {
    await made.call('targets.revise', revision);
    const open = { revisions: [{ measure: 'A1-01', year: 2024, value: '待定' }], document: '后文', from: '2024-11-01', reason: '另行下达' };
    await made.call('targets.revise', open);
    const { targets } = await made.call('targets.show', { year: 2024 });
    expect(targets[0]).toMatchObject({
      adopted: '待定',
      revisions: [
        { number: '渝环〔2024〕9号', effectiveOn: '2024-10-01', printed: '≤37', by: '测试员', reason: '上级下达' },
        { number: '后文', effectiveOn: '2024-11-01', printed: '待定', by: '测试员', reason: '另行下达' },
      ],
    });
  });

  it('takes several years of one measure in one document', async () => {
    const years = [2025, 2027].map((year) => ({ measure: 'A1-01', year, value: year === 2025 ? '≤31' : '≤29' }));
    const effect = await made.call('targets.revise', { ...revision, revisions: years });
    expect(effect.targets.map(({ year, after }) => [year, after])).toEqual([
      [2025, '≤31'],
      [2027, '≤29'],
    ]);
  });

  it('refuses a year outside the plan, before and behind it; such a year is not shown either', async () => {
    for (const year of [2023, 2028]) {
      const outside = { ...revision, revisions: [{ measure: 'A1-01', year, value: '≤37' }], from: '2023-01-01' };
      const failure = { code: 'YEAR_OUTSIDE_PLAN', params: { year, from: 2024, to: 2027 } };
      expect(await made.fail('targets.revise', outside)).toEqual(failure);
      expect(await made.fail('targets.preview', outside)).toEqual(failure);
      expect(await made.fail('year.show', { year })).toEqual(failure);
      expect(await made.fail('targets.show', { year })).toEqual(failure);
    }
    expect((await made.call('targets.show', { year: 2024 })).targets[0]?.revisions).toEqual([]);
  });

  it('refuses a measure that the plan does not know', async () => {
    const failure = await made.fail('targets.revise', { ...revision, revisions: [{ measure: 'a1-1', year: 2024, value: '1' }] });
    expect(failure).toMatchObject({ code: 'MEASURE_UNKNOWN', params: { measure: 'a1-1' } });
    const known = String(failure.params['known']).split('、');
    expect(known).toHaveLength(8);
    expect(known.slice(0, 2)).toContain('A1-01');
    expect(failureText(failure.code, failure.params)).toMatch(/没有指标 a1-1。可写编号或名称，如 .*（共 \d\d 个）。$/u);
  });
});

describe('认定数', () => {
  it('counts in place of what units report, with its document', async () => {
    await made.call('figures.set', { figures: [{ measure: 'A1-01', year: 2024, value: '36.5' }], document: '市通报', reason: '上级认定' });
    const { score } = await made.call('assessment.explain', { year: 2024, unit: '全区' });
    const figure = score.parts.flatMap((part) => part.rows).find((row) => row.rowId === 'A1-01')?.figures[0];
    // 36.5 is judged as a whole number, half to even.
    expect(figure).toMatchObject({ judgedValue: '36', exactValue: '36.5', state: 'met', sources: [{ file: '市通报', raw: '36.5' }] });
  });

  it('says what it takes the place of, before it is stored and then', async () => {
    const figures = [{ measure: 'A1-01', year: 2023, value: '33.3' }];
    const first = await made.call('figures.set', { figures, document: '市通报', reason: '上级认定' });
    expect(first.remarks).toEqual([]);
    const next = { figures: [{ measure: 'A1-01', year: 2023, value: '33.4' }] };
    const told = [{ code: 'FIGURE_REPLACED', params: { before: '33.3', value: '33.4', document: '市通报', year: 2023, unit: '' } }];
    expect((await made.call('figures.preview', next)).remarks).toMatchObject(told);
    const { remarks } = await made.call('figures.set', { ...next, document: '更正', reason: '更正' });
    expect(remarks).toMatchObject(told);
    const [remark] = remarks;
    expect(remark === undefined ? '' : findingText(remark.code, remark.params)).toBe(
      'A1-01 2023 年原有认定数 33.3（市通报），由 33.4 代替。',
    );
    const otherPlaces = [
      { measure: 'A1-01', year: 2022, value: '40' },
      { measure: 'A1-01', year: 2023, value: '40', unit: '清平镇' },
    ];
    expect((await made.call('figures.preview', { figures: otherPlaces })).remarks?.map(({ code }) => code)).not.toContain(
      'FIGURE_REPLACED',
    );
  });

  it('refuses a year behind the plan, and takes one before it with a word unless a score looks back on it', async () => {
    const settled = (year: number) => ({ figures: [{ measure: 'A1-01', year, value: '30' }] });
    const outside = { code: 'YEAR_OUTSIDE_PLAN', params: { year: 2028, from: 2024, to: 2027 } };
    expect(await made.fail('figures.preview', settled(2028))).toEqual(outside);
    expect(await made.fail('figures.set', { ...settled(2028), document: '文', reason: '认定' })).toEqual(outside);
    const told = async (year: number) => (await made.call('figures.preview', settled(year))).remarks?.map(({ code }) => code);
    expect([await told(2027), await told(2023), await told(2020)]).toEqual([[], [], ['FIGURE_EARLY']]);
    const text =
      'id: base\ntitle: 办法\nkind: money\nfrom: 2024\nparams: {baseYear: 2020}\nrules: {out: 万元, of: pm25, vs: base, rate: 1}';
    const file = join(folder, 'base.yml');
    writeFileSync(file, text);
    await made.call('schemes.add', { file: made.grant(file), reason: '基准年' });
    expect(await told(2020)).toEqual([]);
  });

  it('refuses what is no number', async () => {
    const bad = { figures: [{ measure: 'A1-01', year: 2024, value: '约36' }], document: '市通报', reason: '认定' };
    expect((await made.fail('figures.set', bad)).code).toBe('FIGURE_INVALID');
  });
});

describe('报送轮次', () => {
  it('a last day is set for a round that the year has, and the next one is shown with who has reported', async () => {
    await open2026();
    const change = (parts: object) => ({ year: 2026, change: parts, reason: '按季调度' });
    const dates = { roundsDue: { '2026-Q1': '2026-04-15' } };
    expect(await made.fail('year.change', change(dates))).toMatchObject({ code: 'YEAR_ROUND_UNKNOWN', params: { known: '' } });
    const view = await made.call('year.change', change({ rounds: ['year', 'quarter'], ...dates }));
    expect(view.nextRound).toMatchObject({ round: '2026-Q1', due: '2026-04-15', after: null, reported: [] });
    expect(view.nextRound?.missing).toHaveLength(51);
    made.setNow('2026-05-06T09:00:00+08:00');
    const later = await made.call('year.change', change({ roundsDue: { '2026-Q2': '2026-07-15' } }));
    expect(later.nextRound).toMatchObject({ round: '2026-Q2', due: '2026-07-15', after: '2026-04-15' });
    expect((await made.call('returns.status', { year: 2026 })).nextRound).toEqual(later.nextRound);
    expect((await made.fail('year.change', change({ roundsDue: { '2026-Q5': '2026-12-01' } }))).params).toMatchObject({ round: '2026-Q5' });
    const early = change({ roundsDue: { '2026-Q1': '2025-12-31' } });
    expect(await made.fail('year.change', early)).toMatchObject({ code: 'YEAR_DUE_EARLY', params: { due: '2025-12-31' } });
    expect((await made.fail('year.open', { year: 2027, targets: 'carry', due: '2026-12-01', reason: '开' })).code).toBe('YEAR_DUE_EARLY');
  });
});
