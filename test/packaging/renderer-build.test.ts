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
    expect(addresses).toHaveLength(2);
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => `./${file.replaceAll('\\', '/')}`);
    for (const address of addresses) expect(files).toContain(address);
  });

  it('has a strict Content-Security-Policy and nothing that would break it', () => {
    const policy = /http-equiv="Content-Security-Policy"\s+content="([^"]*)"/.exec(page())?.[1] ?? '';
    expect(policy.split('; ').toSorted()).toEqual([
      "base-uri 'none'", "connect-src 'self'", "default-src 'none'", "font-src 'self'", "form-action 'none'", "img-src 'self'", "script-src 'self'", "style-src 'self'",
    ]);
    expect(page()).not.toMatch(/<style|<script(?![^>]*\ssrc=)|\sstyle=|\son\w+=/);
  });

  it('asks no style for anything from elsewhere', () => {
    const styles = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.css')).map((file) => readFileSync(join(folder, file), 'utf8'));
    expect(styles).toHaveLength(1);
    expect(styles.join('')).not.toMatch(/url\(|@import/);
  });
});
