import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { TEMPLATES, testCore, type TestCore } from '../../../../support/core.ts';
import { failureText } from '../../../../../shared/text/failure-text.ts';
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
    expect(schemes.map(({ kind }) => kind).toSorted()).toEqual([...Array.from({ length: 6 }, () => 'ranking'), 'scoring']);
    expect(schemes.every(({ versions }) => versions.length === 1 && versions[0]?.demonstration === true)).toBe(true);
  });

  it('a copy is edited and comes back as a second version', async () => {
    await made.call('schemes.copy', { id: 'default-2024', newId: 'own' });
    const { text } = await made.call('schemes.export', { id: 'own' });
    await made.call('schemes.add', { file: written('own.yml', text.replace(/^title: .*$/mu, 'title: 本区办法')), reason: '改名' });
    expect(await schemeOf('own')).toMatchObject({ title: '本区办法', versions: [{ number: 1 }, { number: 2, reason: '改名' }] });
    expect((await made.call('schemes.show', { id: 'own', number: 1 })).source).toBe(text);
  });

  it('what check refuses add refuses too, with the same place; nothing fails inside', async () => {
    const head = 'id: eigen\ntitle: 办法\nkind: money\nfrom: 明年\nsource: x\ntext: []\nrules: { out: 万元, manual: a }';
    for (const [text, path] of [
      [head, '4:1'],
      ['a: &a [*a]\nrules: *a', '1:8'],
    ] as const)
      expect(await made.fail('schemes.add', { file: written('wrong.yml', text) })).toMatchObject({
        code: 'SCHEME_INVALID',
        params: { path },
      });
  });

  it('a ranking is not chosen for a year, and the error says which schemes can be; where none can be, it says to add one', async () => {
    const asked = { year: 2024, change: { scheme: 'ranking-2024' }, reason: '换' };
    const failure = await made.fail('year.change', asked);
    expect(failure).toMatchObject({ code: 'SCHEME_NOT_SCORING', params: { kind: 'ranking', known: 'default-2024' } });
    expect(failureText(failure.code, failure.params)).toContain('可选的评分办法：default-2024');
    const none = { code: 'SCHEME_UNKNOWN', params: { scheme: 'x', year: 2024, known: '' } } as const;
    expect(failureText(none.code, none.params)).not.toContain('可用：');
    expect((await made.call('plan.documents', {})).plan).toBe('hechuan-2024');
  });

  it('a copy of the preferred ranking does not take its place', async () => {
    const first = async () => (await made.call('ranking.schemes', { year: 2024 })).schemes[0]?.id ?? '';
    const before = await first();
    await made.call('schemes.copy', { id: before, newId: 'own-ranking' });
    expect(await first()).toBe(before);
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

describe('a scheme of the older form', () => {
  const OLDER = new URL('../../../../fixtures/older-schemes/default-2024.yml', import.meta.url);
  const older = (): string =>
    readFileSync(OLDER, 'utf8').replace('id: default-2024', 'id: older').replace("lateShare: '0.6'", "lateShare: '0.55'");

  it('scores a year, is exported in the language, and scores the same as the version that comes back so', async () => {
    const scored = async (number: number) => {
      await made.call('year.change', { year: 2024, change: { scheme: 'older' }, reason: `第 ${number} 版` });
      expect((await made.call('year.show', { year: 2024 })).scheme).toMatchObject({ id: 'older', number });
      const { district, units } = (await made.call('assessment.score', { year: 2024 })).result;
      return { district, units };
    };
    expect(await made.call('schemes.add', { file: written('older.yml', older()) })).toMatchObject({ id: 'older', kind: 'scoring' });
    const before = await scored(1);
    const { text } = await made.call('schemes.export', { id: 'older' });
    expect(text).toMatch(/^rules:$/mu);
    expect(text).toMatch(/^ {4}late: 0\.55$/mu);
    expect((await made.call('schemes.check', { file: written('exported.yml', text) })).usable).toBe(true);
    expect(await made.call('schemes.add', { file: written('exported.yml', text) })).toMatchObject({ kind: 'scoring', versions: [{}, {}] });
    expect(await scored(2)).toEqual(before);
  });

  it('is copied in the language', async () => {
    await made.call('schemes.add', { file: written('older.yml', older()) });
    await made.call('schemes.copy', { id: 'older', newId: 'mine' });
    expect(await schemeOf('mine')).toMatchObject({ kind: 'scoring' });
    expect((await made.call('schemes.show', { id: 'mine' })).source).toMatch(/^rules:$/mu);
  });
});

describe('a file of points in the language', () => {
  const own = (changes: (text: string) => string): string =>
    changes(readFileSync(join(TEMPLATES, 'schemes', 'default-2024.yml'), 'utf8').replace('id: default-2024', 'id: own'));

  it('of today’s shape opens a year; with a rule that years are not scored by it is a scheme of rules', async () => {
    const kindOf = async (text: string) => (await made.call('schemes.add', { file: written('own.yml', text) })).kind;
    expect(await kindOf(own((text) => text.replace('优秀: 90', '优秀: 95')))).toBe('scoring');
    expect((await made.call('year.propose', { year: 2025, targets: 'ask', scheme: 'own' })).scheme).toMatchObject({ id: 'own' });
    const veto = (text: string): string => text.replace('rules:\n', 'rules:\n  veto: [{ if: { event: 事故 }, grade: 不合格 }]\n');
    expect(await kindOf(own((text) => veto(text.replace('id: own', 'id: vetoed'))))).toBe('rules');
  });

  it('that is a version of a scheme of points stays one, or says what years are not scored by', async () => {
    const veto = own((text) => text.replace('id: own', 'id: default-2024').replace('  late: 0.6', '  late: 0.6\n    missing2: zero'));
    expect(await made.fail('schemes.add', { file: written('bad.yml', veto) })).toMatchObject({ code: 'SCHEME_INVALID' });
    const exact = own((text) => text.replace('id: own', 'id: default-2024').replace('  ungraded:', '  gradeFrom: exact\n  ungraded:'));
    expect(await made.fail('schemes.add', { file: written('exact.yml', exact) })).toMatchObject({
      code: 'SCHEME_INVALID',
      params: { path: 'rules.gradeFrom', detail: expect.stringMatching(/换一个编号/u) },
    });
  });

  it('for another plan is refused', async () => {
    const other = own((text) => text.replace('plan: hechuan-2024', 'plan: other'));
    expect(await made.fail('schemes.add', { file: written('other.yml', other) })).toMatchObject({ code: 'SCHEME_OTHER_PLAN' });
  });
});

describe('审定', () => {
  it('takes the mark 示范 from the version it names, by name and document, and from no later one', async () => {
    expect((await made.call('assessment.score', { year: 2024 })).result.demonstration).toBe(true);
    await made.call('schemes.approve', { id: 'default-2024', document: '合环委〔2025〕1号' });
    expect((await made.call('assessment.score', { year: 2024 })).result.demonstration).toBe(false);
    const { text } = await made.call('schemes.export', { id: 'default-2024' });
    await made.call('schemes.add', { file: written('next.yml', text.replaceAll('{ late: 1,', '{ late: 2,')) });
    expect((await schemeOf('default-2024'))?.versions.map(({ demonstration }) => demonstration)).toEqual([false, true]);
  });
});

describe('the title of an approved scheme', () => {
  it('says 示范方案 no longer, in lists, scores, rankings and the year, though its text does', async () => {
    const titles = async () => ({
      list: (await schemeOf('default-2024'))?.title,
      score: (await made.call('assessment.score', { year: 2024 })).result.schemeTitle,
      year: (await made.call('year.show', { year: 2024 })).scheme?.title,
      rank: (await made.call('ranking.show', { period: '2024-07' })).current.schemeTitle,
      choices: (await made.call('ranking.schemes', { year: 2024 })).schemes.find(({ id }) => id === 'ranking-2024')?.title,
      applied: (await made.call('schemes.apply', { source: { id: 'default-2024' }, period: '2024' })).scheme.title,
    });
    for (const title of Object.values(await titles())) expect(title).toMatch(/（示范方案）$/u);
    for (const id of ['default-2024', 'ranking-2024']) await made.call('schemes.approve', { id, document: '合环委〔2025〕1号' });
    for (const title of Object.values(await titles())) expect(title).toMatch(/办法$/u);
    expect((await made.call('schemes.show', { id: 'default-2024' })).source).toContain('（示范方案）');
    const { notes } = (await made.call('ranking.show', { period: '2024-07' })).current;
    expect(notes.filter((note) => note.includes('示范'))).toEqual([]);
  });
});

describe('an id that is in use', () => {
  const money = (id: string, rest: string): string => `id: ${id}\ntitle: 甲办法\nfrom: 2024\nrules: { ${rest} }`;
  const add = (text: string) => made.call('schemes.add', { file: written('used.yml', text) });
  const refused = (text: string) => made.fail('schemes.add', { file: written('used.yml', text) });

  it('takes a new version of the same scheme, whose former title is kept beside it', async () => {
    await add(money('used', 'out: 万元, of: pm25, vs: target, rate: 5'));
    const { versions } = await add(money('used', 'out: 万元, of: pm25, vs: target, rate: 6').replace('甲', '乙'));
    expect(versions.map(({ number, title }) => `${number} ${title}`)).toEqual(['1 甲办法', '2 乙办法']);
    expect(await refused(money('used', 'out: 万元, of: pm25, vs: target, rate: 5'))).toMatchObject({
      code: 'SCHEME_EXISTS',
      params: { number: 1, newest: 2 },
    });
  });

  it('is refused to a scheme of another kind, or one that gives something else, whichever way it is added', async () => {
    await add(money('used', 'out: 万元, of: pm25, vs: target, rate: 5'));
    expect(await refused(money('used', 'out: points/100, manual: 评审'))).toMatchObject({
      code: 'SCHEME_OTHER_KIND',
      params: { title: '甲办法' },
    });
    expect((await refused(money('default-2024', 'out: 万元, of: pm25, vs: target, rate: 5'))).code).toBe('SCHEME_OTHER_KIND');
    const ranking = readFileSync(join(TEMPLATES, 'schemes', 'ranking-mix.yml'), 'utf8').replace(/^id: .*$/mu, 'id: default-2024');
    expect((await refused(ranking)).code).toBe('SCHEME_OTHER_KIND');
    expect((await made.fail('ranking.add', { file: written('ranking.yml', ranking) })).code).toBe('SCHEME_OTHER_KIND');
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
