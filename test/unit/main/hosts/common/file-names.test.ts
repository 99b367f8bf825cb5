import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { freshPath, isFileName } from '../../../../../main/hosts/common/file-names.ts';
import { pageFile } from '../../../../../main/hosts/common/page-files.ts';

describe('names of files', () => {
  it.each(['区气象局-2024年填报表.xlsx', '附件1 主要指标.pdf', 'a', '（示例）“一”.sqlite', 'console.txt', '..a'.slice(2)])(
    '%s is one',
    (name) => {
      expect(isFileName(name)).toBe(true);
    },
  );

  it.each([
    '',
    '.',
    '..',
    '...',
    'a/b',
    'a\\b',
    'C:',
    'a:b',
    'NUL',
    'com1.txt',
    'a.',
    'a ',
    ' a',
    '.a',
    'a\u0000',
    'a\u202Excod.exe',
    'a|b',
    '字'.repeat(70),
  ])('%j is none', (name) => {
    expect(isFileName(name)).toBe(false);
  });

  it('whatever the name, it stays in its folder', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        if (isFileName(name)) expect(join('folder', name)).toBe(`folder${join('/', 'x')[0]}${name}`);
      }),
    );
  });

  it('a name that is taken gets a number', () => {
    const taken = new Set([join('d', '示例.sqlite'), join('d', '示例-2.sqlite')]);
    expect(freshPath('d', '示例', '.sqlite', (path) => taken.has(path))).toBe(join('d', '示例-3.sqlite'));
  });
});

describe('files of the page', () => {
  it('no address leads out of the folder', () => {
    const part = fc.oneof(fc.constantFrom('..', '.', '%2e%2e', '%2f', '%5c', '\\', '/', 'assets', 'page.js', '%00', '%'), fc.string());
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const file = pageFile('/page', `/${parts.join('/')}`);
        if (file !== null) expect(file.path.startsWith(join('/page', '/'))).toBe(true);
      }),
    );
    expect(pageFile('/page', '/')).toEqual({ path: join('/page', 'index.html'), type: 'text/html; charset=utf-8' });
    expect(pageFile('/page', '/assets/page.js')?.type).toBe('text/javascript; charset=utf-8');
  });

  it.each(['/notes.txt', '/.hidden.json', '/assets/.hidden.js', '/a\\b.js', '/%', '/assets'])('%s is none', (address) => {
    expect(pageFile('/page', address)).toBeNull();
  });
});
