import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../../../../main/db/open.ts';
import { readYearPlan } from '../../../../../main/services/plan/year-plan.ts';
import { AIR_HEAD, addScheme, airMonth, type Applied, applyTo, cellsOf, lacksOf, rowOf } from '../../../../support/applied-scheme.ts';
import { importedWork, type SampleWork, type TestCore } from '../../../../support/core.ts';
import { temporaryFolder } from '../../../../support/folder.ts';
import { csvFile, emptyWork } from '../../../../support/monitoring-files.ts';

const folder = temporaryFolder();
const TOWNS = 'subjects: { units: [清平镇, 土场镇] }';
const MONTHS = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0'));

/** Means of 2024: 清平镇 45, 土场镇 45; of 2020: 清平镇 60. */
const DAYS = [
  AIR_HEAD,
  ...MONTHS.flatMap((month) => [
    ...airMonth('清平镇', `2024-${month}`, { pm25: 45 }),
    ...airMonth('土场镇', `2024-${month}`, { pm25: 45 }),
    ...airMonth('清平镇', `2020-${month}`, { pm25: 60 }),
  ]),
];

let made: TestCore;
const HEAD = { document: '渝环〔2024〕9号', from: '2024-10-01', reason: '下达' };
const revise = (value: string, more: { unit?: string; kind?: 'binding' | 'stretch' } = {}, head: Partial<typeof HEAD> = {}) =>
  made.call('targets.revise', { revisions: [{ measure: 'A1-01', year: 2024, value, ...more }], ...HEAD, ...head });
const moneyOf = async (id: string): Promise<(string | null)[]> => {
  const applied = await applyTo(made, id, '2024');
  return ['清平镇', '土场镇'].map((town) => rowOf(applied, town).money);
};

beforeAll(async () => {
  made = await emptyWork(folder);
  await made.call('monitoring.import', { sources: [made.grant(csvFile(folder, '日均值.csv', DAYS))] });
  await addScheme(made, folder, 'plain', `${TOWNS}\nrules: { out: 万元, per: year, of: pm25, vs: target, rate: 1 }`);
  await addScheme(
    made,
    folder,
    'headed',
    `${TOWNS}\ntargets: { pm25: { 清平镇: 50, default: 48 } }\nrules: { out: 万元, per: year, of: pm25, vs: target, rate: 1 }`,
  );
  await addScheme(made, folder, 'stretch', `${TOWNS}\nrules: { out: 万元, per: year, of: pm25, vs: stretch, rate: 1 }`);
  await addScheme(
    made,
    folder,
    'base',
    `${TOWNS}\nparams: { baseYear: 2020 }\nrules: { out: 万元, per: year, of: pm25, vs: base, rate: 1 }`,
  );
});
afterAll(() => made.core.close());

describe('a target of one town, in rules that read targets', () => {
  it('is told of before it is stored, for that town alone, and does what was told', async () => {
    // Without any: the district's 39, or what the head says.
    expect([await moneyOf('plain'), await moneyOf('headed')]).toEqual([
      ['-6', '-6'],
      ['5', '3'],
    ]);
    const revisions = [{ measure: 'A1-01', year: 2024, value: '42', unit: '清平' }];
    const effect = await made.call('targets.preview', { revisions, from: HEAD.from });
    expect(effect.targets).toEqual([
      { measure: 'A1-01', name: '细颗粒物（PM2.5）浓度', year: 2024, unit: '清平镇', before: null, after: '≤42' },
    ]);
    const change = { year: 2024, subject: '清平镇', out: 'money' };
    expect(effect.schemes).toEqual([
      { ...change, scheme: 'plain', before: '-6', after: '-3' },
      { ...change, scheme: 'headed', before: '5', after: '-3' },
    ]);
    expect(await made.call('targets.revise', { revisions, ...HEAD })).toEqual(effect);
    expect([await moneyOf('plain'), await moneyOf('headed')]).toEqual([
      ['-3', '-6'],
      ['-3', '3'],
    ]);
    expect(cellsOf(rowOf(await applyTo(made, 'plain', '2024'), '清平镇').explanation).join('\n')).toContain(HEAD.document);
  });

  it('the newest by the day of effect holds; what was overruled is shown', async () => {
    await revise('44', { unit: '清平镇' }, { document: '早', from: '2024-09-01' });
    expect((await moneyOf('plain'))[0]).toBe('-3');
    const { units, targets } = await made.call('targets.show', { year: 2024 });
    expect(units).toMatchObject([
      {
        measure: 'A1-01',
        unit: '清平镇',
        kind: 'binding',
        printed: '≤42',
        place: HEAD.document,
        displaced: [{ printed: '≤44', place: '早' }],
      },
    ]);
    expect(targets.find(({ measure }) => measure === 'A1-01')).toMatchObject({ adopted: '≤39', rule: 'only' });
  });

  it('what was entered for the town on a later day comes before it, what was entered for all does not', async () => {
    const entered = { id: 'plain', period: '2024', kind: 'param', name: 'pm25.target', document: '会议纪要' } as const;
    await made.call('schemes.enter', { ...entered, value: '47' });
    expect(await moneyOf('plain')).toEqual(['-3', '2']);
    await made.call('schemes.enter', { ...entered, value: '46', unit: '清平镇' });
    // Entered on 2025-02-10.
    expect(await moneyOf('plain')).toEqual(['1', '2']);
    await revise('43', { unit: '清平镇' }, { document: '迟', from: '2024-12-31' });
    expect(await moneyOf('plain')).toEqual(['1', '2']);
    for (const unit of [{}, { unit: '清平镇' }]) await made.call('schemes.enter', { ...entered, ...unit, value: null });
    expect((await moneyOf('plain'))[0]).toBe('-2');
  });

  it('is refused for a unit or a measure that the year has not', async () => {
    const request = { ...HEAD, revisions: [{ measure: 'A1-01', year: 2024, value: '42', unit: '不存在镇' }] };
    expect((await made.fail('targets.revise', request)).code).toBe('UNIT_UNKNOWN');
    expect((await made.fail('targets.preview', { ...request, document: undefined })).code).toBe('UNIT_UNKNOWN');
  });
});

describe('the ranking of a year', () => {
  it('holds a town to its own target, where it says how far each is from it', async () => {
    const { current } = await made.call('ranking.show', { period: '2024' });
    const gaps = Object.fromEntries(current.rows.map(({ name, targetGap, ownTarget }) => [name, [targetGap, ownTarget]]));
    expect([gaps['清平镇'], gaps['土场镇']]).toEqual([
      ['2.0', '43'],
      ['6.0', undefined],
    ]);
  });
});

describe('奋斗目标 in rules that read it', () => {
  it('is missing, then the district’s, then the town’s own', async () => {
    const lacking = await applyTo(made, 'stretch', '2024');
    expect(lacksOf(lacking, '土场镇')).toEqual(['PM2.5没有 2024 年奋斗目标']);
    const effect = await revise('36', { kind: 'stretch' });
    expect(effect.targets).toMatchObject([{ measure: 'A1-01', kind: 'stretch', before: null, after: '≤36' }]);
    expect(effect.scores).toEqual([]);
    expect(await moneyOf('stretch')).toEqual(['-9', '-9']);
    await revise('40', { kind: 'stretch', unit: '土场镇' });
    expect(await moneyOf('stretch')).toEqual(['-9', '-5']);
    const { targets, units } = await made.call('targets.show', { year: 2024 });
    expect(targets[0]).toMatchObject({ stretch: '≤36', stretchPlace: HEAD.document, stretchDisplaced: [] });
    expect(units.filter(({ kind }) => kind === 'stretch')).toMatchObject([{ unit: '土场镇', printed: '≤40' }]);
  });
});

describe('figures of towns', () => {
  const before = (applied: Applied, town: string) => rowOf(applied, town).money;

  it('a base year is measured where there are data, and what was settled says so where there are none', async () => {
    const applied = await applyTo(made, 'base', '2024');
    expect(before(applied, '清平镇')).toBe('15');
    expect(before(applied, '土场镇')).toBeNull();
    const figures = [{ measure: 'A1-01', year: 2020, value: '55', unit: '土场镇' }];
    const effect = await made.call('figures.preview', { figures });
    expect(effect.schemes).toEqual([{ year: 2024, scheme: 'base', subject: '土场镇', before: null, after: '10', out: 'money' }]);
    await made.call('figures.set', { figures, document: '2020年公报', reason: '基准年' });
    const after = await applyTo(made, 'base', '2024');
    expect(before(after, '土场镇')).toBe('10');
    expect(cellsOf(rowOf(after, '土场镇').explanation).join('\n')).toContain('2020年公报');
  });
});

describe('the shipped scheme', () => {
  let work: SampleWork;
  beforeAll(async () => {
    work = await importedWork(join(folder, 'sample'));
  });
  afterAll(() => work.core.close());

  const totals = async (): Promise<ReadonlyMap<string, string>> => {
    const { result } = await work.call('assessment.score', { year: 2024 });
    return new Map([result.district, ...result.units].map(({ name, total }) => [name, total]));
  };

  it('judges the air of a town by the town’s own target, and nobody else by it', async () => {
    const before = await totals();
    const request = { revisions: [{ measure: 'A1-03', year: 2024, value: '≥99.9', unit: '钱塘镇' }], ...HEAD };
    const effect = await work.call('targets.revise', request);
    expect(effect.scores.map(({ subject }) => subject)).toEqual(['钱塘镇']);
    const after = await totals();
    expect([...after].filter(([name, total]) => before.get(name) !== total)).toEqual([['钱塘镇', effect.scores[0]?.after]]);
    const { score } = await work.call('assessment.explain', { year: 2024, unit: '钱塘镇' });
    const figure = score.parts
      .flatMap(({ rows }) => rows)
      .flatMap(({ figures }) => figures)
      .find(({ id }) => id === 'A1-03');
    expect(figure).toMatchObject({ target: '≥99.9', targetFrom: HEAD.document });
  });

  const formVersion = (): string => {
    const opened = openDatabase(work.workPath);
    try {
      return readYearPlan(opened.handle, 2024).version;
    } finally {
      opened.close();
    }
  };

  it('tells by the hash of its inputs that a town’s target changed, while forms stay those that are out', async () => {
    const [hash, version] = [(await work.call('year.blockers', { year: 2024 })).inputHash, formVersion()];
    await work.call('targets.revise', { revisions: [{ measure: 'A1-03', year: 2024, value: '≥99.8', unit: '钱塘镇' }], ...HEAD });
    expect((await work.call('year.blockers', { year: 2024 })).inputHash).not.toBe(hash);
    expect(formVersion()).toBe(version);
  });

  it('is scored as before by a 奋斗目标, which forms print', async () => {
    const [before, version] = [await totals(), formVersion()];
    await work.call('targets.revise', { revisions: [{ measure: 'A1-01', year: 2024, value: '≤30', kind: 'stretch' }], ...HEAD });
    expect(await totals()).toEqual(before);
    expect(formVersion()).not.toBe(version);
  });
});
