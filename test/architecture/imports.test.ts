import { describe, expect, it } from 'vitest';
import { judge } from './judge.ts';
import { layerOf } from './layers.ts';
import { readProjectFile, sourceFiles } from './project-files.ts';
import { SNIPPETS, STAND_INS } from './snippets.ts';
import { importsOf, readSource } from './source-text.ts';

describe('the layers of the project', () => {
  const files = sourceFiles();

  it('finds the source files', () => {
    expect(files).toContain('main/core.ts');
    expect(files).toContain('shared/domain/findings.ts');
    expect(files).toContain('test/architecture/imports.test.ts');
    expect(files.filter((file) => file.startsWith('node_modules/'))).toEqual([]);
  });

  it('no file imports, names or stands where its layer does not allow it', () => {
    const violations = files.flatMap((file) => judge(file, readProjectFile(file)));
    expect(violations.map(({ file, line, rule, detail }) => `${file}:${line} ${rule}: ${detail}`)).toEqual([]);
  });
});

describe('the judge refuses', () => {
  it.each(SNIPPETS.filter((snippet) => snippet.judge !== null))('$name', ({ file, text, judge: rule }) => {
    const rules = judge(file, text).map((violation) => violation.rule);
    expect(rules).not.toEqual([]);
    expect(new Set(rules)).toEqual(new Set([rule]));
  });

  it('names the line', () => {
    expect(judge('shared/domain/x.ts', "/* one\n two */\nconst text = `three\nfour`;\nimport 'node:fs';\n")).toMatchObject([
      { line: 5, rule: 'node' },
    ]);
  });
});

describe('the judge lets pass', () => {
  it.each(Object.entries(STAND_INS))('%s', (file, text) => {
    expect(judge(file, text)).toEqual([]);
    expect(layerOf(file)).not.toBeNull();
  });

  it('imports that stand in comments, strings, templates and patterns', () => {
    const text = [
      "// import { x } from 'node:fs'; Date.now()",
      "/* export * from '../../main/core.ts'; */",
      'export const single = \'import x from "node:fs"; new Date()\';',
      'export const template = `import("node:fs") ${single} Math.random()`;',
      "export const pattern = /from 'node:fs'|[/'\"]Date.now()/u.test(single);",
      'export const half = single.length / 2; // it\'s from "node:fs"',
    ].join('\n');
    expect(judge('shared/domain/x.ts', text)).toEqual([]);
  });
});

describe('reading imports', () => {
  const specifiers = (text: string): string[] => importsOf(readSource(text)).map((found) => `${found.form} ${found.specifier}`);

  it('sees every form', () => {
    expect(specifiers("import a, { b } from './a.ts';")).toEqual(['static ./a.ts']);
    expect(specifiers('import type {\n  A,\n} from "./b.ts";')).toEqual(['static ./b.ts']);
    expect(specifiers("import './c.ts';")).toEqual(['static ./c.ts']);
    expect(specifiers("export * as d from './d.ts';")).toEqual(['static ./d.ts']);
    expect(specifiers("export type { E } from './e.ts';")).toEqual(['static ./e.ts']);
    expect(specifiers("const f = await import(/* why */ './f.ts');")).toEqual(['dynamic ./f.ts']);
    expect(specifiers("type G = import('./g.ts').G;")).toEqual(['dynamic ./g.ts']);
    expect(specifiers("const h = createRequire(import.meta.url)('h');")).toEqual(['require h']);
    expect(specifiers("const i = require('i');")).toEqual(['require i']);
    expect(specifiers('const j = await import(`./j.ts`);')).toEqual(['dynamic ./j.ts']);
    expect(specifiers('const k = await import(path);')).toEqual(['unreadable ']);
    expect(specifiers('const here = import.meta.url;')).toEqual([]);
  });

  it('goes on behind a template with nested holes, an apostrophe in page text and a division', () => {
    expect(specifiers("const t = `a ${b ? `c ${{ d: '}' }.d}` : ''} e`; import './x.ts';")).toEqual(['static ./x.ts']);
    expect(specifiers("const p = <p>it's</p>;\nimport './x.ts';")).toEqual(['static ./x.ts']);
    expect(specifiers('const q = (a + b) / 2; const r = "/"; import \'./x.ts\';')).toEqual(['static ./x.ts']);
    expect(specifiers("const u = `${await import('./in-hole.ts')}`;")).toEqual(['dynamic ./in-hole.ts']);
  });
});
