import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../../architecture/project-files.ts';
import { type App, openApp } from './driver.ts';

describe('the page in a browser', () => {
  let app: App;
  beforeAll(async () => {
    app = await openApp();
  });
  afterAll(() => app.close());

  it('opens, shows Chinese text in a font of its own, and says nothing on the console', async () => {
    await app.page.getByRole('button').first().waitFor();
    const fonts = await app.page.evaluate(async () => [...(await document.fonts.ready)].map(({ family, status }) => `${family} ${status}`));
    expect(fonts).toContainEqual(expect.stringMatching(/ loaded$/));
    expect(fonts).not.toContainEqual(expect.stringMatching(/ error$/));
    const folder = join(ROOT, 'test', 'e2e', 'screenshots');
    mkdirSync(folder, { recursive: true });
    await app.page.screenshot({ path: join(folder, 'smoke.png') });
    expect(await app.page.title()).toBe('治气考核');
    expect(await app.page.textContent('#root')).toMatch(/[\u4e00-\u9fff]{4}/u);
    expect(app.consoleErrors).toEqual([]);
  });

  it('has left the token out of its address and out of its history', async () => {
    expect(app.page.url()).not.toContain('token');
    expect(await app.page.evaluate(() => document.cookie)).toBe('');
  });

  it('goes on after a reload', async () => {
    await app.page.reload();
    await app.page.getByRole('button').first().waitFor();
    expect(app.consoleErrors).toEqual([]);
  });

  it('refuses a script and a style that somebody put into it', async () => {
    const ran = await app.page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'globalThis.intruder = true';
      document.head.append(script);
      return 'intruder' in globalThis;
    });
    expect(ran).toBe(false);
    const sent = await app.page.evaluate(() =>
      fetch('http://127.0.0.1:9/').then(
        () => true,
        () => false,
      ),
    );
    expect(sent).toBe(false);
  });

  it('asks for nothing outside 127.0.0.1', () => {
    const hosts = new Set(
      app.requests
        .filter((address) => !address.startsWith('blob:') && !address.startsWith('data:'))
        .map((address) => new URL(address).host),
    );
    expect([...hosts]).toEqual([new URL(app.url).host]);
  });
});
