import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { withValue } from '../../../../../shared/domain/schemes/form/edit.ts';
import { importedWork, type SampleWork } from '../../../../support/core.ts';
import { temporaryFolder } from '../../../../support/folder.ts';

const YEAR = 2024;
const ID = 'default-2024';
let made: SampleWork;

beforeAll(async () => {
  made = await importedWork(join(temporaryFolder()));
});

type Data = Record<string, unknown>;
const draft = async (id = ID, number = 1): Promise<Data> => (await made.call('schemes.draft', { id, number })).data ?? {};
const edited = async (path: readonly (string | number)[], value: unknown): Promise<Data> => withValue(await draft(), path, value) as Data;

describe('a scheme that is edited', () => {
  it('is saved as a new version, 示范 as before, with the comments of its file', async () => {
    const data = await edited(['rules', 'grades', '优秀'], 85);
    const view = await made.call('schemes.edit', {
      id: ID,
      number: 1,
      data: { ...data, demonstration: false, id: 'other' },
      reason: '界线',
    });
    expect(view.versions.at(-1)).toMatchObject({ number: 2, demonstration: true, reason: '界线' });
    expect(view.id).toBe(ID);
    const { source } = await made.call('schemes.show', { id: ID, number: 2 });
    expect(source).toContain('grades: { 优秀: 85, 良好: 70');
    expect(source).toContain('# 六、得分规则');
    expect((await made.call('schemes.show', { id: ID, number: 1 })).source).toContain('优秀: 90');
  });

  it('is not saved where nothing changed, nor where a rule cannot be read', async () => {
    expect((await made.fail('schemes.edit', { id: ID, number: 1, data: await draft(), reason: '无' })).code).toBe('SCHEME_EXISTS');
    const wrong = await edited(['rules', 'grades'], { 优秀: 'x' });
    const { schemes: before } = await made.call('schemes.list', {});
    expect((await made.fail('schemes.edit', { id: ID, number: 1, data: wrong, reason: '无' })).code).toBe('SCHEME_INVALID');
    expect((await made.call('schemes.list', {})).schemes).toEqual(before);
  });

  it('is tried on the year beside the version it was made from, and nothing is stored', async () => {
    const same = await made.call('schemes.trial', { id: ID, number: 1, data: await draft(), year: YEAR });
    expect(same).toMatchObject({ rows: [], changed: { amounts: 0, grades: 0, places: 0 } });
    expect(same.computed).toBeGreaterThan(40);
    const stricter = await edited(['rules', 'grades', '优秀'], 99);
    const grades = await made.call('schemes.trial', { id: ID, number: 1, data: stricter, year: YEAR });
    expect(grades.changed.grades).toBeGreaterThan(0);
    expect(grades.changed).toMatchObject({ amounts: 0, places: 0 });
    const late = await edited(['rules', 'groups', 'department', 'sum', 1, 'late'], 3);
    const points = await made.call('schemes.trial', { id: ID, number: 1, data: late, year: YEAR });
    const changed = points.rows.filter(({ before, after }) => before.amount !== after.amount);
    expect(changed.map(({ difference }) => difference)).toEqual(Array.from({ length: points.changed.amounts }, () => '-2'));
    expect(changed.length).toBeGreaterThan(0);
    expect(points.rows.slice(0, changed.length)).toEqual(changed);
    expect((await made.call('run.list', {})).runs).toEqual([]);
  });

  it('reckons the year as the scores do', async () => {
    const { result } = await made.call('assessment.score', { year: YEAR });
    const applied = await made.call('schemes.apply', { source: { id: ID }, period: String(YEAR) });
    const scores = new Map(applied.rows.map(({ subject, points }) => [subject, points]));
    for (const { name, total } of result.units) expect(scores.get(name) ?? '0').toBe(String(Number(total)));
  });

  it('differs from another version by rule: which, from what, to what', async () => {
    const { changes } = await made.call('schemes.differ', {
      id: ID,
      number: 1,
      data: await edited(['rules', 'groups', 'town', 'sum', 1, 'late'], 2),
    });
    expect(changes).toHaveLength(1);
    expect(changes[0]).toMatchObject({ kind: 'changed', words: ['late'], before: '1', after: '2' });
    expect(changes[0]?.parts.map(({ source }) => source)).toEqual(['sum', 'late']);
    expect((await made.call('schemes.differ', { id: ID, number: 1, after: 1 })).changes).toEqual([]);
  });

  it('is a tree whose points add up', async () => {
    const outline = await made.call('schemes.outline', { data: await draft() });
    const bodies = (outline?.parts ?? []).filter(({ role }) => role === 'body');
    expect(bodies.map(({ points, sum }) => [points, sum?.adds])).toEqual([
      ['100', true],
      ['100', true],
      ['100', true],
    ]);
    const lacking = await edited(['rules', 'groups', 'district', 'sum', 1, 'total'], 35);
    const broken = await made.call('schemes.outline', { data: lacking });
    expect(broken?.parts.find(({ path }) => path.at(-1) === 'district')?.sum?.adds).toBe(true);
    const unfolded = withValue(lacking, ['rules', 'groups', 'district', 'fold'], undefined) as Data;
    const short = await made.call('schemes.outline', { data: unfolded });
    expect(short?.parts.find(({ path }) => path.at(-1) === 'district')?.sum).toEqual({ parts: '95', whole: '100', adds: false });
  });
});

describe('a new scheme', () => {
  it('begins from a published one, 示范, under its own name', async () => {
    const { schemes } = await made.call('schemes.published', {});
    expect(schemes.length).toBeGreaterThanOrEqual(30);
    const request = { published: '潍坊', kind: 'scoring', newId: 'own-a', title: '本区办法', from: YEAR, reason: '起草' } as const;
    const view = await made.call('schemes.begin', request);
    expect(view).toMatchObject({ id: 'own-a', title: '本区办法', versions: [{ number: 1, demonstration: true, from: YEAR }] });
    expect((await made.fail('schemes.begin', request)).code).toBe('SCHEME_EXISTS');
    expect((await made.fail('schemes.begin', { ...request, newId: 'own-b', published: '../default-2024' })).code).toBe('SCHEME_MISSING');
  });

  it.each(['scoring', 'ranking', 'money'] as const)('begins from a blank one (%s) that can be tried at once', async (kind) => {
    const newId = `blank-${kind}`;
    await made.call('schemes.begin', { published: null, kind, newId, title: '新办法', from: YEAR, reason: '起草' });
    const trial = await made.call('schemes.trial', { id: newId, number: 1, after: 1, year: YEAR });
    expect(trial).toMatchObject({ rows: [], year: YEAR });
    expect(trial.computed).toBeGreaterThan(0);
  });
});
