import BetterSqlite from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addScheme, applyTo, cellsOf, lacksOf, rowOf } from '../../../../support/applied-scheme.ts';
import { sampleWork } from '../../../../support/core.ts';
import { temporaryFolder } from '../../../../support/folder.ts';

const folder = temporaryFolder();
let made: Awaited<ReturnType<typeof sampleWork>>;

beforeAll(async () => {
  made = await sampleWork(folder);
  await made.call('returns.import', { year: 2024, sources: [made.grant(made.returns)] });
});
afterAll(() => made.core.close());

describe('责任书: measures that the returns give', () => {
  it('are those of the scores, by the district, with their cells', async () => {
    const { score } = await made.call('assessment.explain', { year: 2024, unit: '合川区' });
    const figures = score.parts.flatMap(({ rows }) => rows).flatMap((row) => row.figures);
    const known = figures.find(({ id, exactValue }) => id.startsWith('A1-') && exactValue !== null && exactValue.length > 25);
    expect(known).toBeDefined();
    await addScheme(made, folder, 'duty', `subjects: 全区\nrules: { out: points/1000, of: ${known?.id ?? ''} }`);
    const row = rowOf(await applyTo(made, 'duty', '2024'), '合川区');
    const [num = '0', den = '1'] = (row.explanation.exact ?? '').split('/');
    expect(Number(num) / Number(den)).toBeCloseTo(Number(known?.exactValue), 10);
    expect(den.length).toBeLessThan(8);
    for (const { file, sheet, cell } of known?.sources ?? [])
      expect(cellsOf(row.explanation).some((place) => place.startsWith(`${file} ${sheet} ${cell} `))).toBe(true);
  });

  it('what was settled elsewhere holds in their place, against the target of the year', async () => {
    await addScheme(
      made,
      folder,
      'pm',
      `subjects: 全区\nrules: { out: points/100, vs: target, sum: [3, { of: pm25, rate: { loss: 0.5 }, steps: whole }], floor: 0 }`,
    );
    await made.call('figures.set', {
      figures: [{ measure: 'A1-01', year: 2024, value: '42.4' }],
      document: '市通报〔2025〕2号',
      reason: '认定',
    });
    // 42.4 − 39 = 3.4: three whole µg, 1.5 off.
    const row = rowOf(await applyTo(made, 'pm', '2024'), '合川区');
    expect(row.points).toBe('1.5');
    expect(cellsOf(row.explanation).join('\n')).toContain('市通报〔2025〕2号');
    expect(cellsOf(row.explanation).join('\n')).toContain('附件1');
  });

  it('status of a row, by the unit that reports it', async () => {
    const { score } = await made.call('assessment.explain', { year: 2024, unit: '合川区' });
    const stated = score.parts
      .flatMap(({ rows }) => rows)
      .find((row) => row.figures.length === 1 && row.figures[0]?.rule.params['status'] === 'done' && row.figures[0].sources.length > 0);
    await addScheme(
      made,
      folder,
      'status',
      `subjects: 全区\nrules: { out: points/100, status: { 已完成: 2, 按序推进: 1, 未启动: 0 }, row: ${stated?.rowId ?? ''} }`,
    );
    expect(rowOf(await applyTo(made, 'status', '2024'), '合川区').points).toBe('2');
  });

  it('are of the year: a month has none, and says so', async () => {
    await addScheme(made, folder, 'monthly', 'subjects: 全区\nrules: { out: points/1000, per: month, of: A1-06 }');
    expect(lacksOf(await applyTo(made, 'monthly', '2024-07'), '合川区')).toEqual(['A1-06按年填报，2024-07 没有数']);
  });

  it('the stored scheme of points gives what the scores give', async () => {
    const { result } = await made.call('assessment.score', { year: 2024 });
    const applied = await applyTo(made, 'default-2024', '2024');
    const totals = applied.rows.flatMap(({ subjectId, points }) => (points === null ? [] : [[subjectId, Number(points)] as const]));
    // The figure that was settled above counts in both.
    expect(new Map(totals)).toEqual(
      new Map(
        [result.district, ...result.units]
          .filter(({ grade }) => grade !== '不评定')
          .map(({ subjectId, total }) => [subjectId, Number(total)]),
      ),
    );
  });
});

describe('figures that are entered for a scheme', () => {
  const common = { id: 'entered', period: '2024', unit: '合川区', kind: 'param', document: '通报' } as const;
  const enter = (name: string, value: string) => ({ ...common, name, value });

  beforeAll(async () => {
    await addScheme(
      made,
      folder,
      'entered',
      `subjects: 全区
measures: { gain: { title: 绿电占比增幅, unit: '%', better: more } }
rules: { out: points/1000, sum: [{ of: pm25 }, { of: goodRatio }, { of: A1-08 }, { of: gain }] }`,
    );
  });

  it.each([
    ['pm25', '-3', 'negative'],
    ['goodRatio', '120', 'over'],
    ['A1-08', '20.5', 'whole'],
  ])('are refused as among 认定数 where %s cannot be %s', async (name, value, reason) => {
    expect(await made.fail('schemes.enter', enter(name, value))).toMatchObject({ code: 'FIGURE_INVALID', params: { reason, value } });
  });

  it('are taken where they can be: a change may be below zero', async () => {
    for (const [name, value] of [
      ['pm25', '36.5'],
      ['goodRatio', '100'],
      ['A1-08', '20'],
      ['gain', '-3'],
    ] as const)
      expect((await made.call('schemes.enter', enter(name, value))).value).toBe(value);
  });
});

describe('攻坚战: points of reviewers and events', () => {
  const enter = (unit: string, kind: 'manual' | 'event', name: string, value: string | null) =>
    made.call('schemes.enter', { id: 'campaign', period: '2024', unit, kind, name, value, document: '考核组评审记录' });

  beforeAll(async () => {
    await addScheme(
      made,
      folder,
      'campaign',
      `subjects: 部门
rules:
  out: points/100
  sum: [{ manual: total }]
  grades: { 优秀: 90, 良好: 70, 合格: 60, 不合格: 0 }
  veto: [{ if: { event: 特别重大 }, bar: 优秀 }]`,
    );
  });

  it('say what nobody has entered', async () => {
    const applied = await applyTo(made, 'campaign', '2024');
    expect(applied.rows).toHaveLength(20);
    expect(rowOf(applied, '区公安局')).toMatchObject({ points: null, grade: null });
    expect(lacksOf(applied, '区公安局')).toEqual(['没有录入评审分“total”（2024）']);
  });

  it('give points and a grade, which an event bars', async () => {
    await enter('区公安局', 'manual', 'total', '95');
    await enter('区气象局', 'manual', 'total', '92');
    await enter('区气象局', 'event', '特别重大', '是');
    const applied = await applyTo(made, 'campaign', '2024');
    expect(rowOf(applied, '区公安局')).toMatchObject({ points: '95', grade: '优秀' });
    expect(rowOf(applied, '区气象局')).toMatchObject({ points: '92', grade: '良好' });
    expect(cellsOf(rowOf(applied, '区公安局').explanation)).toEqual(['考核组评审记录   manual:total']);
    await enter('区气象局', 'event', '特别重大', '否');
    expect(rowOf(await applyTo(made, 'campaign', '2024'), '区气象局')).toMatchObject({ grade: '优秀' });
  });

  it('are refused where the scheme does not read them or they say nothing', async () => {
    const request = { id: 'campaign', period: '2024', unit: '区公安局', kind: 'manual', name: 'total', value: '95', document: '记录' };
    expect(await made.fail('schemes.enter', { ...request, name: 'totals' })).toMatchObject({
      code: 'SCHEME_INPUT_NAME',
      params: { known: 'total', kind: '评审分' },
    });
    expect((await made.fail('schemes.enter', { ...request, value: '很好' })).code).toBe('SCHEME_INPUT_VALUE');
    expect((await made.fail('schemes.enter', { ...request, unit: '区教育局' })).code).toBe('UNIT_UNKNOWN');
    expect((await made.fail('schemes.enter', { ...request, period: '去年' })).code).toBe('PERIOD_INVALID');
  });

  it('不涉及 pays nothing, whatever stands beside it', async () => {
    await addScheme(made, folder, 'pay', 'subjects: 部门\nrules: { out: 万元, sum: [100, { manual: 巡查 }] }');
    await made.call('schemes.enter', {
      id: 'pay',
      period: '2024',
      unit: '区公安局',
      kind: 'manual',
      name: '巡查',
      value: '不涉及',
      document: '说明',
    });
    const applied = await applyTo(made, 'pay', '2024');
    expect(rowOf(applied, '区公安局')).toMatchObject({ money: null, notApplicable: true, lacks: [] });
    expect(rowOf(applied, '区气象局')).toMatchObject({ money: null, notApplicable: false });
  });
});

describe('a scheme by the month', () => {
  it('reads no quarter; once it is retired nothing is computed or entered, until it is restored', async () => {
    await addScheme(made, folder, 'patrol', 'subjects: 部门\nrules: { out: 万元, per: month, manual: 巡查 }');
    const request = { id: 'patrol', period: '2024-Q3', kind: 'manual', name: '巡查', value: '1', document: '记录' } as const;
    expect(await made.fail('schemes.enter', request)).toMatchObject({ code: 'SCHEME_INPUT_PERIOD', params: { per: '月' } });
    await made.call('schemes.enter', { ...request, period: '2024' });
    await made.call('schemes.retire', { id: 'patrol', reason: '另有办法' });
    const asked = { source: { id: 'patrol' }, period: '2024-07' };
    expect(await made.fail('schemes.apply', asked)).toMatchObject({ code: 'SCHEME_RETIRED', params: { reason: '另有办法' } });
    expect((await made.fail('schemes.enter', { ...request, period: '2024-07' })).code).toBe('SCHEME_RETIRED');
    await made.call('schemes.retire', { id: 'patrol', reason: '恢复', restore: true });
    expect((await made.call('schemes.apply', asked)).rows.length).toBeGreaterThan(0);
  });
});

describe('the check of the work', () => {
  it('holds what was entered against the log, and sees what was not entered by it', async () => {
    expect((await made.call('work.check', {})).problems).toEqual([]);
    const database = new BetterSqlite(made.workPath);
    database.exec(
      "INSERT INTO scheme_input (scheme_id, period, subject_id, kind, name, value, document, actor, at) VALUES ('pay', '2024', NULL, 'manual', '巡查', '7', 'x', 'y', 'z')",
    );
    database.close();
    expect((await made.call('work.check', {})).problems).toMatchObject([{ kind: 'schemeInput', detail: '库内有，操作记录中没有' }]);
  });
});
