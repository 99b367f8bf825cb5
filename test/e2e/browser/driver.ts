import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { runWebHost } from '../../support/web-host.ts';
import { builtPage } from './built-page.ts';
import { chromiumProgram } from './chromium-files.ts';

export interface App {
  readonly page: Page;
  /** The page's origin on 127.0.0.1, with a slash at its end. */
  readonly url: string;
  /** Folder the works lie in. */
  readonly data: string;
  /** Every address asked for, by the page and by what it opened. */
  readonly requests: readonly string[];
  /** What the console showed as an error (a refusal of the Content-Security-Policy is one), and errors nobody caught. */
  readonly consoleErrors: readonly string[];
  /** Closes the page and ends the host, once; gives what the host wrote. */
  close(): Promise<string>;
}

export interface AppOptions {
  /** Without it one is launched that ends with the app. */
  readonly browser?: Browser;
  /** The name that the settings of the machine say; without it those of no machine. */
  readonly user?: string;
  /** A work to open at the start. */
  readonly work?: string;
  /** Data folder to use; without it a fresh one that is removed at the end. */
  readonly data?: string;
  readonly context?: BrowserContextOptions;
}

/** Chromium without the fonts of the machine: what is seen in Chinese is what the page brings along. Elsewhere than on Linux the installed Chrome. */
export async function launchBrowser(): Promise<Browser> {
  const program = chromiumProgram();
  if (program === null) return chromium.launch(process.platform === 'win32' ? { channel: 'msedge' } : { channel: 'chrome' });
  return chromium.launch({
    executablePath: program.path,
    args: ['--no-sandbox', '--no-zygote', '--disable-gpu', '--font-render-hinting=none'],
    env: {
      ...environment(),
      FONTCONFIG_FILE: program.fontConfiguration,
      ...(program.libraries === null ? {} : { LD_LIBRARY_PATH: program.libraries }),
    },
  });
}

/** The real interface on the real web host. */
export async function openApp({ browser: given, work, data, context, user }: AppOptions = {}): Promise<App> {
  const own = mkdtempSync(join(tmpdir(), 'zhiqi-e2e-'));
  const folder = data ?? own;
  if (user !== undefined) writeFileSync(join(own, 'settings.json'), JSON.stringify({ userName: user }));
  const host = await runWebHost({
    page: await builtPage(),
    data: folder,
    ...(work === undefined ? {} : { work }),
    ...(user === undefined ? {} : { env: { ZHIQI_CONFIG: own } }),
  });
  const browser = given ?? (await launchBrowser());
  const opened = await browser.newContext({
    viewport: { width: 1280, height: 720 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    acceptDownloads: true,
    ...context,
  });
  // A machine that others use can take minutes for what takes a second alone; only what never comes is a failure.
  opened.setDefaultTimeout(120_000);
  const requests: string[] = [];
  const consoleErrors: string[] = [];
  opened.on('request', (request) => requests.push(request.url()));
  opened.on('console', (message) => {
    if (message.type() === 'error') consoleErrors.push(message.text());
  });
  opened.on('weberror', (error) => consoleErrors.push(String(error.error())));
  const end = async (): Promise<string> => {
    await (given === undefined ? browser : opened).close();
    const { code, output } = await host.stop();
    rmSync(own, { recursive: true, force: true });
    if (code !== 0) throw new Error(`the web host ended with ${code}: ${output}`);
    return output;
  };
  let closing: Promise<string> | null = null;
  const page = await opened.newPage();
  await page.goto(host.link);
  return {
    page,
    url: `${host.origin}/`,
    data: folder,
    requests,
    consoleErrors,
    close: () => (closing ??= end()),
  };
}

const environment = (): Record<string, string> =>
  Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined));
