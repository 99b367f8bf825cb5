import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { testCore, type TestCore } from '../../../../../support/core.ts';
import { temporaryFolder } from '../../../../../support/folder.ts';
import { csvFile, emptyWork, type Row, workbookFile } from '../../../../../support/monitoring-files.ts';
import { SECOND_PLAN, templatesWithSecondDistrict } from '../../../../../support/templates.ts';
import { tamper } from '../../../../../support/tamper.ts';

const TOWNS = ['清平镇', '草街街道'] as const;
const NAMES = ['PM2.5', 'PM10', 'SO2', 'NO2', 'CO', 'O3-8h'] as const;

/** December 2024 and January 2025 of two towns: 40 µg/m³ of PM2.5, on 31 December and 1 January 200. */
async function measured(): Promise<TestCore & { readonly folder: string; readonly workPath: string }> {
  const folder = temporaryFolder();
  const made = await emptyWork(folder);
  const dates = [12, 13].flatMap((number) =>
    Array.from({ length: 31 }, (_, day) => `${number === 12 ? '2024-12' : '2025-01'}-${String(day + 1).padStart(2, '0')}`),
  );
  const rows = dates.flatMap((date) =>
    TOWNS.map((town): Row => (/12-31|01-01/.test(date) ? [town, date, 200, 300, 8, 30, 0.8, 60] : [town, date, 40, 70, 8, 30, 0.8, 60])),
  );
  await made.call('monitoring.import', { sources: [made.grant(csvFile(folder, '日均值.csv', [['镇街', '日期', ...NAMES], ...rows]))] });
  return { ...made, folder };
}

const FIREWORKS = { kind: 'fireworks' as const, from: '2024-12-31', to: '2025-01-01', places: [String(TOWNS[0])], reason: '跨年燃放' };

/** PM2.5, counted and good days of a month as the evaluation has them. */
async function month(made: TestCore, place: string, period: string): Promise<readonly (string | number | undefined)[]> {
  const { rows } = await made.call('monitoring.evaluate', { period, places: [place] });
  const evaluation = rows[0]?.evaluation;
  return [evaluation?.concentrations.pm25?.mean.published, evaluation?.days.valid, evaluation?.days.good];
}

const setFireworks = async (made: TestCore, concentrations: boolean, days: string, from = '2024-01-01') => {
  await made.call('settings.set', { key: 'events.fireworks.concentrations', value: concentrations, from, reason: '市级明确' });
  await made.call('settings.set', { key: 'events.fireworks.days', value: days, from, reason: '市级明确' });
};

const sha = async (made: TestCore) => (await made.call('work.check', {})).problems.map(({ kind }) => kind);

test('only what is approved acts, as the setting of its day says, on the town and the days that it names', async () => {
  const made = await measured();
  const asMeasured = ['45.2', 31, 30];
  const added = await made.call('events.add', FIREWORKS);
  expect(added).toMatchObject({ state: 'applied', pollutants: ['pm10', 'pm25'], approval: null });
  await setFireworks(made, true, 'without-pm');
  expect(await month(made, TOWNS[0], '2024-12')).toEqual(asMeasured);
  expect((await made.call('events.effect', { event: added.id })).acting).toBe(false);
  expect(await made.fail('events.decide', { event: added.id, verdict: 'approve', reason: '批复' })).toMatchObject({ code: 'EVENT_NUMBER' });
  await made.call('events.decide', { event: added.id, verdict: 'approve', number: '渝环〔2025〕1号', reason: '批复' });
  // (200 + 30 × 40) ÷ 31 = 45.16; without the day 40.
  expect(await month(made, TOWNS[0], '2024-12')).toEqual(['40.0', 31, 31]);
  expect(await month(made, TOWNS[0], '2025-01')).toEqual(['40.0', 31, 31]);
  expect(await month(made, TOWNS[1], '2024-12')).toEqual(asMeasured);
  await setFireworks(made, false, 'left-out', '2025-01-01');
  expect(await month(made, TOWNS[0], '2024-12')).toEqual(['40.0', 31, 31]);
  expect(await month(made, TOWNS[0], '2025-01')).toEqual(['45.2', 30, 30]);
  const effect = await made.call('events.effect', { event: added.id });
  expect(effect.acting).toBe(true);
  expect(effect.rows.find(({ name, period }) => name === TOWNS[0] && period === '2024-12')).toMatchObject({
    days: ['2024-12-31'],
    before: { pm25: '45.2', validDays: 31, goodDays: 30, goodRatio: '96.8' },
    after: { pm25: '40.0', validDays: 31, goodDays: 31, goodRatio: '100.0' },
  });
  expect(effect.rows.some(({ name }) => name === TOWNS[1])).toBe(false);
  made.core.close();
});

test('what was said is undone step by step, refused where it is none, and shown with the day whatever its state', async () => {
  const made = await measured();
  await setFireworks(made, true, 'without-pm');
  const { id: event } = await made.call('events.add', { ...FIREWORKS, number: '渝环〔2025〕1号', office: '市局', date: '2025-01-20' });
  const state = async () => {
    const found = (await made.call('events.list', { year: 2025 })).events[0];
    const { day } = await made.call('monitoring.day', { place: TOWNS[0], date: '2025-01-01' });
    return [found?.state, day.events?.[0]?.state, day.aqi, day.measured?.aqi ?? null];
  };
  // NO2 of 30 µg/m³ is what is left: 30 ÷ 40 × 50 = 37.5.
  expect(await state()).toEqual(['approved', 'approved', 38, 250]);
  await made.call('events.withdraw', { event, reason: '重复' });
  expect(await state()).toEqual(['withdrawn', undefined, 250, null]);
  expect(await made.fail('events.withdraw', { event, reason: '再' })).toMatchObject({ code: 'EVENT_STATE' });
  await made.call('events.undo', { event, reason: '没有重复' });
  expect(await state()).toEqual(['approved', 'approved', 38, 250]);
  await made.call('events.undo', { event, reason: '文号弄错' });
  expect(await state()).toEqual(['applied', 'applied', 250, null]);
  await made.call('events.decide', { event, verdict: 'refuse', reason: '不予认定' });
  expect(await state()).toEqual(['refused', undefined, 250, null]);
  await made.call('events.undo', { event, reason: '重新申请' });
  expect(await made.fail('events.undo', { event, reason: '再' })).toMatchObject({ code: 'EVENT_STATE' });
  const [listed] = (await made.call('events.list', { year: 2024 })).events;
  expect(listed?.statements.map(({ act }) => act)).toEqual(['report', 'approve', 'withdraw', 'undo', 'undo', 'refuse', 'undo']);
  expect(await sha(made)).toEqual([]);
  made.core.close();
});

test('a ranking names the approvals, has the value with everything beside, and a run of before an approval is out of date, not wrong', async () => {
  const made = await measured();
  await setFireworks(made, true, 'without-pm');
  await made.call('run.make', { ranking: '2024-12' });
  const { id } = await made.call('events.add', FIREWORKS);
  const before = await made.call('work.check', {});
  expect([before.problems, before.checked.staleRuns]).toEqual([[], 0]);
  await made.call('events.decide', { event: id, verdict: 'approve', number: '渝环〔2025〕1号', reason: '批复' });
  const after = await made.call('work.check', {});
  expect([after.problems, after.checked.staleRuns]).toEqual([[], 1]);
  await made.call('run.make', { ranking: '2024-12' });
  const result = await made.call('ranking.rank', { period: '2024-12' });
  expect(result.events).toEqual([{ kind: 'fireworks', name: '', days: 1, numbers: ['渝环〔2025〕1号'], out: true }]);
  const towns = TOWNS.map((town) => result.rows.find(({ name }) => name === town));
  expect(towns.map((row) => [row?.pm25Mean, row?.pm25Other, row?.goodDays])).toEqual([
    ['40.0', '45.2', 31],
    ['45.2', '45.2', 30],
  ]);
  expect(await sha(made)).toEqual([]);
  made.core.close();
});

test('approved dust joins the days of the lists and goes by the setting of dust', async () => {
  const made = await measured();
  await made.call('events.add', { kind: 'dust', from: '2024-12-31', number: '总站〔2025〕1号', reason: '总站认定' });
  expect(await month(made, TOWNS[1], '2024-12')).toEqual(['40.0', 31, 31]);
  await made.call('settings.set', { key: 'dust.days', value: 'left-out', from: '2024-01-01', reason: '市级明确' });
  expect(await month(made, TOWNS[1], '2024-12')).toEqual(['40.0', 30, 30]);
  await made.call('settings.set', { key: 'dust.concentrations', value: false, from: '2024-01-01', reason: '市级明确' });
  expect(await month(made, TOWNS[1], '2024-12')).toEqual(['45.2', 30, 30]);
  made.core.close();
});

test('evidence is kept once and given out as it came', async () => {
  const made = await measured();
  const file = join(made.folder, '照片.jpg');
  writeFileSync(file, Buffer.from([0xff, 0xd8, 0xff, 1, 2, 3]));
  const { id } = await made.call('events.add', { ...FIREWORKS, evidence: [made.grant(file)] });
  const decided = await made.call('events.decide', {
    event: id,
    verdict: 'approve',
    number: '1号',
    evidence: [made.grant(file)],
    reason: '批复',
  });
  expect(decided.evidence.map(({ name }) => name)).toEqual(['照片.jpg']);
  const out = join(made.folder, 'out');
  mkdirSync(out);
  expect(await made.call('events.evidence', { event: id, folder: made.grant(out) })).toEqual({ files: [{ file: '照片.jpg', bytes: 6 }] });
  expect(readFileSync(join(out, '照片.jpg'))).toEqual(readFileSync(file));
  const empty = join(made.folder, '空.pdf');
  writeFileSync(empty, '');
  expect(await made.fail('events.add', { ...FIREWORKS, kind: 'smoke', evidence: [made.grant(empty)] })).toMatchObject({
    code: 'EVENT_EVIDENCE',
  });
  expect(await sha(made)).toEqual([]);
  made.core.close();
});

test.each([
  [
    'an approval slipped in',
    'INSERT INTO event_statement SELECT 9, 1, \'approve\', \'{"number":"2号","office":"","date":null}\', \'[]\', \'r\', \'a\', at FROM event_statement WHERE id = 1',
    'exceptionalEvent',
  ],
  ['an approval taken away', 'DELETE FROM event_statement WHERE id = 2', 'exceptionalEvent'],
  ['another day', "UPDATE event_statement SET content = replace(content, '2025-01-01', '2025-01-02') WHERE id = 1", 'exceptionalEvent'],
  ['another number', "UPDATE event_statement SET content = replace(content, '1号', '3号') WHERE id = 2", 'exceptionalEvent'],
  [
    'other evidence',
    "UPDATE file SET bytes = x'00' WHERE sha256 = (SELECT evidence ->> '$[0].sha256' FROM event_statement WHERE id = 1)",
    'file',
  ],
])('the check notices %s', async (_, sql, kind) => {
  const made = await measured();
  const file = join(made.folder, '证据.pdf');
  writeFileSync(file, '%PDF-1.4 证据');
  await made.call('events.add', { ...FIREWORKS, number: '1号', evidence: [made.grant(file)] });
  expect(await sha(made)).toEqual([]);
  made.core.close();
  expect(tamper(made.workPath, sql)).toBe(1);
  await made.call('work.open', { file: made.grant(made.workPath) });
  expect(await sha(made)).toContain(kind);
  made.core.close();
});

test('a list of events is taken whole or not at all, and says why', async () => {
  const made = await measured();
  const list = await workbookFile(made.folder, '例外事件.xlsx', {
    清单: [
      ['2024年例外事件清单'],
      ['类型', '日期', '结束日期', '区域', '污染物', '时段', '批准文号', '批准单位', '批准日期'],
      ['秸秆焚烧', '12月3日', '12月4日', '清平镇、草街街道', 'PM2.5', '18时-24时', null, null, null],
      ['森林火灾', '2024-12-10', null, '全区', null, null, '渝环〔2025〕3号', '市局', '2025-01-05'],
      ['沙尘', '12月12日至12月13日', null, null, null, null, '总站〔2025〕2号', null, null],
    ],
  });
  const wrong = csvFile(made.folder, '错.csv', [
    ['类型', '日期', '区域', '时段'],
    ['秸秆焚烧', '12月33日', '清平镇', null],
    ['烟花爆竹', '2024-12-05', '没有的镇', null],
    ['烟花爆竹', '2024-12-05', '清平镇', '晚上'],
    ['烟花爆竹', '2024-12-06', '清平镇', null],
    ['烟花爆竹', '2024-12-06', '清平镇', null],
    ['其他', '2024-12-07', '清平镇', null],
  ]);
  const refused = await made.call('events.import', { source: made.grant(wrong), reason: '试' });
  expect([refused.stored, refused.lines.map(({ failure }) => failure?.code ?? null)]).toEqual([
    false,
    ['EVENT_CELL', 'UNIT_UNKNOWN', 'EVENT_CELL', null, 'EVENT_TWICE', 'EVENT_NAME'],
  ]);
  expect((await made.call('events.list', { year: 2024 })).events).toEqual([]);
  const taken = await made.call('events.import', { source: made.grant(list), reason: '市局清单' });
  expect(taken.stored).toBe(true);
  const { events } = await made.call('events.list', { year: 2024 });
  expect(events.map(({ kind, name, from, to, state, approval }) => [kind, name, from, to, state, approval?.number ?? ''])).toEqual([
    ['smoke', '', '2024-12-03', '2024-12-04', 'applied', ''],
    ['other', '森林火灾', '2024-12-10', '2024-12-10', 'approved', '渝环〔2025〕3号'],
    ['dust', '', '2024-12-12', '2024-12-13', 'approved', '总站〔2025〕2号'],
  ]);
  expect(events[0]).toMatchObject({ pollutants: ['pm25'], hours: { from: 18, to: 24 }, evidence: [{ name: '例外事件.xlsx' }] });
  const again = await made.call('events.import', { source: made.grant(list), reason: '市局清单' });
  expect(again.lines.map(({ failure }) => failure?.code)).toEqual(['EVENT_TWICE', 'EVENT_TWICE', 'EVENT_TWICE']);
  expect(await sha(made)).toEqual([]);
  made.core.close();
});

test('in a county with other kinds of places events name the whole, a kind, or one of them', async () => {
  const folder = temporaryFolder();
  const made = testCore(folder, templatesWithSecondDistrict(folder));
  await made.call('work.create', { file: made.grant(join(folder, '临江.sqlite')), planId: SECOND_PLAN });
  const list = csvFile(folder, '例外事件.csv', [
    ['类型', '日期', '范围', '批准文号'],
    ['沙尘', '2026-04-02', '全县', '总站〔2026〕1号'],
    ['烟花爆竹', '2026-02-17', '各园区', null],
    ['秸秆焚烧', '2026-06-03', '柳溪镇', null],
  ]);
  const taken = await made.call('events.import', { source: made.grant(list), reason: '县局清单' });
  expect([taken.stored, taken.lines.map(({ failure }) => failure)]).toEqual([true, [null, null, null]]);
  const { events } = await made.call('events.list', { year: 2026 });
  const [parks, ...others] = events.map(({ places }) => places);
  expect(parks).toHaveLength(2);
  expect(parks?.filter((name) => !/[区园]管委会$/u.test(name))).toEqual([]);
  expect(others).toEqual([['全县'], ['柳溪镇']]);
  made.core.close();
});

test('what cannot be is refused with the reason', async () => {
  const made = await measured();
  const refused = async (changed: object) => (await made.fail('events.add', { ...FIREWORKS, ...changed })).code;
  expect(await refused({ to: '2024-12-30' })).toBe('EVENT_SPAN');
  expect(await refused({ to: '2025-02-28' })).toBe('EVENT_SPAN');
  expect(await refused({ kind: 'other' })).toBe('EVENT_NAME');
  expect(await refused({ to: '2024-12-31', hours: { from: 20, to: 6 } })).toBe('EVENT_HOURS');
  expect(await refused({ kind: 'dust', pollutants: ['o3'] })).toBe('EVENT_DUST_POLLUTANTS');
  expect(await refused({ places: ['没有的镇'] })).toBe('UNIT_UNKNOWN');
  expect(await refused({ office: '市局' })).toBe('EVENT_NUMBER');
  expect((await made.fail('events.effect', { event: 7 })).code).toBe('EVENT_UNKNOWN');
  expect((await made.call('events.list', { year: 2024 })).events).toEqual([]);
  made.core.close();
});
