import { beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/folder.ts';
import { compileRefusals, lintRefusals, projectCopy, type Refusals } from './guard-runs.ts';
import { LEAVES, SNIPPETS, STAND_INS } from './snippets.ts';

const GOOD = { ...STAND_INS, ...LEAVES };
/** A snippet in the place of a good file would spoil every file that imports it; the judge alone sees those. */
const files = SNIPPETS.filter((snippet) => GOOD[snippet.file] === undefined);
const linted = temporaryFolder();
const compiled = temporaryFolder();
let lint: Refusals;
let compile: Refusals;

beforeAll(async () => {
  projectCopy(linted, { ...GOOD, ...texts(() => true) });
  projectCopy(compiled, { ...GOOD, ...texts((snippet) => snippet.compile !== null) });
  [lint, compile] = await Promise.all([lintRefusals(linted), compileRefusals(compiled)]);
});

describe('oxlint with the rules of the project', () => {
  it.each(files.filter((snippet) => snippet.lint !== null))('refuses: $name', ({ file, lint: rule }) => {
    expect([...(lint.get(file) ?? [])]).toContain(rule);
  });

  it('refuses nothing else', () => {
    const expected = new Set(files.filter((snippet) => snippet.lint !== null).map((snippet) => snippet.file));
    expect([...lint].filter(([file]) => !expected.has(file)).map(([file, rules]) => `${file} ${[...rules].join(' ')}`)).toEqual([]);
  });
});

describe('tsc with the projects of the layers', () => {
  it.each(files.filter((snippet) => snippet.compile !== null))('refuses: $name', ({ file, compile: error }) => {
    expect([...(compile.get(file) ?? [])]).toContain(error);
  });

  it('refuses nothing else', () => {
    const expected = new Set(files.filter((snippet) => snippet.compile !== null).map((snippet) => snippet.file));
    expect([...compile].filter(([file]) => !expected.has(file)).map(([file, errors]) => `${file} ${[...errors].join(' ')}`)).toEqual([]);
  });
});

function texts(chosen: (snippet: (typeof SNIPPETS)[number]) => boolean): Record<string, string> {
  return Object.fromEntries(files.filter(chosen).map(({ file, text }) => [file, text]));
}
