import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { TEMPLATES, testCore, type TestCore } from '../../../../support/core.ts';
import { temporaryFolder } from '../../../../support/folder.ts';

const folder = temporaryFolder();
let works = 0;
let made: TestCore;

beforeEach(async () => {
  made = testCore(folder);
  await made.call('work.create', { file: made.grant(join(folder, `work-${(works += 1)}.sqlite`)), planId: 'hechuan-2024' });
});

function written(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return made.grant(path);
}

const schemeOf = async (id: string) => (await made.call('schemes.list', {})).schemes.find((scheme) => scheme.id === id);

describe('schemes of a work', () => {
  it('are of both kinds, each with its first version, all 示范', async () => {
    const { schemes } = await made.call('schemes.list', {});
    expect(schemes.map(({ kind }) => kind).toSorted()).toEqual(['ranking', 'ranking', 'ranking', 'ranking', 'ranking', 'scoring']);
    expect(schemes.every(({ versions }) => versions.length === 1 && versions[0]?.demonstration === true)).toBe(true);
  });

  it('a copy is edited and comes back as a second version', async () => {
    await made.call('schemes.copy', { id: 'default-2024', newId: 'own' });
    const { text } = await made.call('schemes.export', { id: 'own' });
    await made.call('schemes.add', { file: written('own.yml', text.replace(/^title: .*$/mu, 'title: 本区办法')), reason: '改名' });
    expect(await schemeOf('own')).toMatchObject({ title: '本区办法', versions: [{ number: 1 }, { number: 2, reason: '改名' }] });
    expect((await made.call('schemes.show', { id: 'own', number: 1 })).source).toBe(text);
  });

  it('the same content is not stored twice', async () => {
    const source = readFileSync(join(TEMPLATES, 'schemes', 'default-2024.yml'), 'utf8');
    expect((await made.fail('schemes.add', { file: written('same.yml', source) })).code).toBe('SCHEME_EXISTS');
  });

  it('rules of the scheme language are a scheme like any other; without a head they have no name to be kept under', async () => {
    const published = join(TEMPLATES, 'schemes', 'published', '成都.yml');
    expect(await made.call('schemes.add', { file: made.grant(published) })).toMatchObject({ id: 'chengdu-2017', kind: 'rules' });
    const bare = written('bare.yml', 'rules: { out: 万元, of: pm25, vs: target, met: 100 }');
    expect((await made.fail('schemes.add', { file: bare })).code).toBe('SCHEME_HEAD_MISSING');
    const wrong = written('wrong.yml', 'id: a\ntitle: b\nfrom: 2025\nrules: { out: 万元, off: pm25 }');
    expect(await made.fail('schemes.add', { file: wrong })).toMatchObject({ code: 'SCHEME_INVALID' });
  });
});

describe('审定', () => {
  it('takes the mark 示范 from the version it names, by name and document, and from no later one', async () => {
    expect((await made.call('assessment.score', { year: 2024 })).result.demonstration).toBe(true);
    await made.call('schemes.approve', { id: 'default-2024', document: '合环委〔2025〕1号' });
    expect((await made.call('assessment.score', { year: 2024 })).result.demonstration).toBe(false);
    const { text } = await made.call('schemes.export', { id: 'default-2024' });
    await made.call('schemes.add', { file: written('next.yml', text.replace("lateReturnPenalty: '1'", "lateReturnPenalty: '2'")) });
    expect((await schemeOf('default-2024'))?.versions.map(({ demonstration }) => demonstration)).toEqual([false, true]);
  });
});

describe('a new version', () => {
  it('does not count for a year that is open until the year is changed to it', async () => {
    const { text } = await made.call('schemes.export', { id: 'default-2024' });
    await made.call('schemes.add', { file: written('new.yml', text.replace(/^title: .*$/mu, 'title: 新办法')) });
    expect((await made.call('assessment.score', { year: 2024 })).result.schemeTitle).not.toBe('新办法');
    await made.call('year.change', { year: 2024, change: { scheme: 'default-2024' }, reason: '改用新办法' });
    expect((await made.call('assessment.score', { year: 2024 })).result.schemeTitle).toBe('新办法');
    expect((await made.call('year.show', { year: 2024 })).scheme).toMatchObject({ id: 'default-2024', number: 2 });
  });
});

describe('停用', () => {
  it('takes a scheme from new years and rankings, leaves open years alone, and can be undone', async () => {
    await made.call('schemes.retire', { id: 'default-2024', reason: '已有新办法' });
    expect((await made.call('year.propose', { year: 2025, targets: 'ask' })).scheme).toBeNull();
    expect((await made.call('assessment.score', { year: 2024 })).result.schemeId).toBe('default-2024');
    await made.call('schemes.retire', { id: 'default-2024', reason: '仍用', restore: true });
    expect((await made.call('year.propose', { year: 2025, targets: 'ask' })).scheme?.id).toBe('default-2024');
    await made.call('schemes.retire', { id: 'ranking-change', reason: '不用' });
    expect((await made.call('ranking.schemes', { year: 2024 })).schemes.map(({ id }) => id)).not.toContain('ranking-change');
  });

  it('names the schemes there are where none has that id', async () => {
    expect(await made.fail('schemes.retire', { id: 'x', reason: 'y' })).toMatchObject({ code: 'SCHEME_MISSING' });
  });
});
