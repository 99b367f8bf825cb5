import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/folder.ts';

const folder = temporaryFolder();

beforeAll(async () => {
  await build({ configFile: join(import.meta.dirname, '..', '..', 'vite.config.ts'), logLevel: 'error', build: { outDir: folder } });
});

describe('the built page', () => {
  const page = (): string => readFileSync(join(folder, 'index.html'), 'utf8');

  it('loads only files that lie beside it', () => {
    const addresses = [...page().matchAll(/\s(?:src|href)="([^"]*)"/g)].map((match) => match[1] ?? '');
    // The program, its styles, and what the builder puts before parts that are fetched when they are wanted; no such part itself.
    expect(addresses.filter((address) => !address.includes('/rolldown-runtime-'))).toHaveLength(2);
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => `./${file.replaceAll('\\', '/')}`);
    for (const address of addresses) expect(files).toContain(address);
  });

  it('has a strict Content-Security-Policy and nothing that would break it', () => {
    const policy = /http-equiv="Content-Security-Policy"\s+content="([^"]*)"/.exec(page())?.[1] ?? '';
    expect(policy.split('; ').toSorted()).toEqual([
      "base-uri 'none'",
      "connect-src 'self'",
      "default-src 'none'",
      "font-src 'self'",
      "form-action 'none'",
      "img-src 'self'",
      "script-src 'self'",
      "style-src 'self'",
    ]);
    expect(page()).not.toMatch(/<style|<script(?![^>]*\ssrc=)|\sstyle=|\son\w+=/);
  });

  it('asks its styles only for files that lie beside them: the fonts', () => {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => file.replaceAll('\\', '/'));
    const styles = files.filter((file) => file.endsWith('.css'));
    expect(styles).toHaveLength(1);
    const text = styles.map((file) => readFileSync(join(folder, file), 'utf8')).join('');
    expect(text).not.toMatch(/@import/);
    // antd's picture placeholder is a data: address, which the policy refuses and this page never shows.
    const addresses = [...text.matchAll(/url\(["']?([^"')]*)["']?\)/g)]
      .map((match) => match[1] ?? '')
      .filter((address) => !address.startsWith('data:'));
    expect(addresses.length).toBeGreaterThan(0);
    for (const address of addresses) expect(files).toContain(`assets/${address.replace(/^\.\//, '')}`);
  });

  it('makes inert elements of antd’s inline styles', () => {
    const scripts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.js'))
      .map((file) => readFileSync(join(folder, file), 'utf8'))
      .join('');
    expect(scripts.includes('urn:zhiqi:inert-style')).toBe(true);
  });
});
