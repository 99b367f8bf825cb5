import { describe, expect, it } from 'vitest';
import { LONG_TESTS } from '../support/long-tests.ts';
import { forbiddenPlaces, unexplainedSilences, unexplainedSkips } from './text-rules.ts';
import { projectFiles, readProjectFile, sourceFiles } from './project-files.ts';

const TOP_LEVEL = new Set([
  'package.json',
  'package-lock.json',
  'electron-builder.yml',
  'tsconfig.json',
  'vite.config.ts',
  'vitest.config.ts',
  'README.md',
  'main',
  'renderer',
  'shared',
  'templates',
  'test',
]);

const FOLDERS_WITH_README = ['shared', 'main', 'renderer', 'templates', 'test'];

/** What is read as bytes: its letters mean nothing. */
const BINARY = /\.(?:ttf|otf|xlsx|xls|pdf|png|jpg|ico|icns|zip|sqlite)$/;

describe('the shape of the project', () => {
  it('nothing stands at the top level but the fixed entries and dot files', () => {
    const entries = new Set(projectFiles().map((file) => file.split('/')[0] ?? ''));
    expect([...entries].filter((entry) => !entry.startsWith('.') && !TOP_LEVEL.has(entry))).toEqual([]);
  });

  it.each(FOLDERS_WITH_README)('%s has a README of at most a page', (folder) => {
    const lines = readProjectFile(`${folder}/README.md`).trimEnd().split('\n');
    expect(lines.length).toBeGreaterThan(10);
    expect(lines.length).toBeLessThanOrEqual(60);
  });

  it('every long test that is left out of a short run is there', () => {
    expect(LONG_TESTS.filter((file) => !projectFiles().includes(file))).toEqual([]);
  });

  it('no text names a place of one machine', () => {
    const found = projectFiles()
      .filter((file) => !BINARY.test(file))
      .flatMap((file) => forbiddenPlaces(readProjectFile(file)).map((place) => `${file}: ${place}`));
    expect(found).toEqual([]);
  });

  it('no test is left out, and no rule silenced, without a reason', () => {
    const found = sourceFiles().flatMap((file) => {
      const text = readProjectFile(file);
      return [...unexplainedSkips(text), ...unexplainedSilences(text)].map(({ line, problem }) => `${file}:${line} ${problem}`);
    });
    expect(found).toEqual([]);
  });
});

describe('the rules of the text bite', () => {
  const problems = (text: string): string[] =>
    [...unexplainedSkips(text), ...unexplainedSilences(text)].map(({ line, problem }) => `${line} ${problem}`);

  it('a place of one machine is found', () => {
    for (const place of [
      ['', 'tmp', 'a.xlsx'],
      ['', 'home', 'me', 'a'],
      ['', 'Users', 'me'],
      ['', 'root', '.npm'],
    ].map((parts) => parts.join('/'))) {
      expect(forbiddenPlaces(`see ${place}`)).toHaveLength(1);
    }
    expect(forbiddenPlaces(`C:${String.fromCodePoint(92)}Users${String.fromCodePoint(92)}me`)).toHaveLength(1);
    expect(forbiddenPlaces('https://example.org/home/page and main/db and ./out/x')).toEqual([]);
  });

  it('a test left out is found, one with a reason is not', () => {
    expect(problems("it.only('a', () => {});")).toEqual(['1 .only']);
    expect(problems("\ndescribe.skip('a', () => {});")).toEqual(['2 .skip without a reason']);
    expect(problems("it.skipIf(noChromium)('a', () => {});")).toEqual(['1 .skipIf without a reason']);
    expect(problems("it.todo('a');")).toEqual(['1 .todo without a reason']);
    expect(problems("// Chromium is not part of this installation.\nit.skipIf(noChromium)('a', () => {});")).toEqual([]);
    expect(problems("const text = 'it.only(1)'; // it.only(")).toEqual([]);
  });

  it('a silenced rule is found, one with a reason is not', () => {
    const silence = ['oxlint', 'disable-next-line'].join('-');
    expect(problems(`// ${silence} no-control-regex\nx();`)).toEqual(['1 a silenced rule without a reason']);
    expect(problems(`// ${silence} no-control-regex -- control characters are what is looked for\nx();`)).toEqual([]);
    expect(problems(`// @ts-${'expect-error'}\nx();`)).toEqual(['1 a silenced rule without a reason']);
  });
});
