import BetterSqlite from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { MethodOutput } from '../../../../../shared/contract/contract.ts';
import { importedWork, type SampleWork } from '../../../../support/core.ts';
import { temporaryFolder } from '../../../../support/folder.ts';
import { writeSampleReturn } from '../../../../support/sample-return.ts';

const YEAR = 2024;
const folder = temporaryFolder();
let made: SampleWork;

beforeAll(async () => {
  made = await importedWork(folder);
});
afterAll(() => made.core.close());

/** Everything that is stored, table by table. */
function content(): Record<string, unknown[]> {
  const database = new BetterSqlite(made.workPath, { readonly: true });
  try {
    const tables = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").pluck().all() as string[];
    return Object.fromEntries(tables.map((table) => [table, database.prepare(`SELECT * FROM "${table}"`).raw().all()]));
  } finally {
    database.close();
  }
}

const suppose = (...changes: string[]) => made.call('assessment.whatif', { year: YEAR, changes });
const totals = ({ result }: MethodOutput<'assessment.score'>) =>
  new Map([result.district, ...result.units].map(({ name, total }) => [name, total]));

describe('supposing', () => {
  test('and asking for sensitivity stores nothing', async () => {
    await made.call('run.make', { year: YEAR });
    const before = content();
    await suppose('区经济信息委/A1-14/完成值=2', 'weight:A1-01=20', 'target:A1-03=≥99', '区商务委/正文-14/完成状态=已完成');
    await made.call('assessment.sensitivity', { year: YEAR });
    expect(content()).toEqual(before);
    expect(Object.keys(before)).toContain('run');
  });

  test('a value gives what importing it gives', async () => {
    const before = totals(await made.call('assessment.score', { year: YEAR }));
    // The swept area is asked for twice, and must be the same.
    const supposed = await suppose('区城市管理局/A1-16/分子=1100.5', '区城市管理局/A3-5.2-a/分子=1100.5');
    const path = await writeSampleReturn(made, folder, '改.xlsx', {
      unitName: '区城市管理局',
      changes: { 'A1-16|numerator': { number: '1100.5' }, 'A3-5.2-a|numerator': { number: '1100.5' } },
    });
    await made.call('returns.import', { year: YEAR, sources: [made.grant(path)], adoptAll: true });
    const after = totals(await made.call('assessment.score', { year: YEAR }));
    const moved = [...after].filter(([name, total]) => before.get(name) !== total);
    expect(moved.length).toBeGreaterThan(1);
    const changed = supposed.difference.subjects.filter(({ total }) => total.before !== total.after);
    expect(new Map(changed.map(({ name, total }) => [name, total.after]))).toEqual(new Map(moved));
  });

  test('what already is changes nothing, and is shown as it is', async () => {
    const supposed = await suppose('区城市管理局/A1-16/分子=1100.5', 'weight:A1-01=12', 'target:A1-01=≤39');
    expect(supposed.difference.subjects).toEqual([]);
    expect(supposed.changes.map(({ change }) => change)).toMatchObject([
      { before: { value: '1100.5' }, after: { value: '1100.5' } },
      { before: '12', after: '12' },
      { before: '≤39', after: '≤39' },
    ]);
  });

  test('what cannot be read is refused with part and known names', async () => {
    expect(await made.fail('assessment.whatif', { year: YEAR, changes: ['区应急局/A3-5.9/完成值=1'] })).toEqual({
      code: 'WHATIF_FIELD',
      params: { unit: '区应急局', row: 'A3-5.9', field: '完成值', known: '完成状态、完成日期' },
    });
    expect(await made.fail('assessment.whatif', { year: YEAR, changes: ['weight:A1-01=40', 'weight:A1-02=40'] })).toMatchObject({
      code: 'WHATIF_WEIGHT_SUM',
    });
    expect(await made.fail('assessment.whatif', { year: YEAR, changes: [] })).toMatchObject({ code: 'INPUT_INVALID' });
    expect(await made.fail('assessment.whatif', { year: 2030, changes: ['weight:A1-01=1'] })).toMatchObject({ code: 'YEAR_NOT_OPEN' });
  });
});

describe('the score', () => {
  test('says of every subject where its final total can lie and what is missing; what is stored says neither', async () => {
    const { result } = await made.call('assessment.score', { year: YEAR });
    const { run } = await made.call('run.make', { year: YEAR });
    const unit = (name: string) => result.units.find((one) => one.name === name);
    expect(unit('区商务委')).toMatchObject({
      place: null,
      range: { low: '0.00', high: '100.00' },
      missing: [{ code: 'return', unit: '区商务委' }],
    });
    expect(unit('区农业农村委')).toMatchObject({ range: { low: '100.00', high: '100.00' }, missing: [] });
    expect(unit('区经济信息委')?.missing).toContainEqual({
      code: 'error',
      unitId: 'dept-economy-information',
      unit: '区经济信息委',
      rows: ['A1-14'],
      figure: '建成超充站',
      fields: ['value'],
    });
    expect(result.district.place).toBeNull();
    const stored = content()['run']?.find((row) => (row as unknown[])[0] === run.id) as unknown[];
    const text = stored.find((value) => typeof value === 'string' && value.startsWith('{'));
    expect(text).not.toContain('"missing":[');
    expect(text).not.toContain('"range"');
  });
});

describe('sensitivity', () => {
  test('has a line for every unit and for the district, wider with a wider change of weights', async () => {
    const [narrow, wide] = [
      await made.call('assessment.sensitivity', { year: YEAR, percent: '1' }),
      await made.call('assessment.sensitivity', { year: YEAR, percent: '30' }),
    ];
    expect(narrow.units).toHaveLength(51);
    expect(narrow.district).toMatchObject({ place: null, follows: true });
    const span = ({ units }: typeof wide) => units.reduce((sum, { weights }) => sum + ((weights.worst ?? 0) - (weights.best ?? 0)), 0);
    expect(span(wide)).toBeGreaterThan(span(narrow));
    expect(wide.contested.map(({ place }) => place)).toEqual(['附件3 二·1', '附件3 四·2']);
  });

  test('takes the bureau’s decision for what holds, and what lost against it for contested', async () => {
    await made.call('plan.decide', { year: YEAR, subject: 'glass', statement: 'A3-4.2-a', reason: '以清单为准', by: '张三' });
    const { contested } = await made.call('assessment.sensitivity', { year: YEAR });
    const glass = contested.find(({ conflict }) => conflict === 'glass');
    expect(glass?.place).toBe('附件1 第11行');
    expect(glass?.targets.map(({ adopted, other }) => [adopted, other])).toContainEqual(['≥20', '≥10']);
  });

  test('is refused for a change of weights that is none, or all', async () => {
    for (const percent of ['0', '0.00', '100', '-5', '十', '1.234'])
      expect(await made.fail('assessment.sensitivity', { year: YEAR, percent })).toMatchObject({ code: 'INPUT_INVALID' });
  });
});

describe('comparing runs', () => {
  test('says what changed between two of them, where the value stands, and that others moved', async () => {
    const first = await made.call('run.make', { year: YEAR });
    const path = await writeSampleReturn(made, folder, '再改.xlsx', {
      unitName: '区城市管理局',
      changes: { 'A1-16|numerator': { number: '900' }, 'A3-5.2-a|numerator': { number: '900' } },
    });
    await made.call('returns.import', { year: YEAR, sources: [made.grant(path)], adoptAll: true });
    const second = await made.call('run.make', { year: YEAR });
    const { before, after, difference } = await made.call('run.diff', { before: first.run.id, after: second.run.id });
    expect([before.id, after.id, before.year]).toEqual([first.run.id, second.run.id, '2024']);
    expect(difference.versions).toEqual([]);
    const own = difference.subjects.find(({ name }) => name === '区城市管理局');
    expect(own?.rows.map(({ rowId }) => rowId)).toEqual(['A1-16', 'A3-5.2']);
    expect(own?.rows[0]).toMatchObject({
      rowId: 'A1-16',
      causes: [{ code: 'valueChanged', params: { rawAfter: '900', file: '再改.xlsx' } }],
    });
    expect(own?.rows[0]?.causes[0]?.params['cell']).toMatch(/^[A-Z]+\d+$/);
    expect(difference.subjects.filter(({ rows }) => rows.length === 0).every(({ causes }) => causes[0]?.code === 'others')).toBe(true);
    expect(await made.call('run.diff', { before: second.run.id, after: second.run.id })).toMatchObject({
      difference: { subjects: [], same: 52 },
    });
  });

  test('is refused for a run that there is not, and for a ranking', async () => {
    const ranked = await made.call('run.make', { ranking: '2024-07' });
    expect(await made.fail('run.diff', { before: 1, after: 999 })).toEqual({ code: 'RUN_UNKNOWN', params: { id: 999 } });
    expect(await made.fail('run.diff', { before: ranked.run.id, after: 1 })).toEqual({
      code: 'RUN_NOT_SCORES',
      params: { id: ranked.run.id },
    });
  });
});
