import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { BRIDGE_CHANNELS } from '../../shared/contract/bridge.ts';
import { PAGE_POLICY } from '../../main/hosts/common/page-files.ts';
import { FUSES, isPageUrl, isTrustedSender, openOutside, webPreferences } from '../../main/hosts/electron/security.ts';
import { readProjectFile, sourceFiles } from '../architecture/project-files.ts';
import { type Desktop, start, startDesktop } from '../support/desktop.ts';
import { fakeElectron, messageFrom } from '../support/fake-electron.ts';
import { temporaryFolder } from '../support/folder.ts';

const folder = temporaryFolder();
let desktop: Desktop;
let run = 0;
beforeEach(async () => {
  desktop = await startDesktop(join(folder, String((run += 1))));
});

/** An event with `preventDefault`, and whether it was called. */
function navigation(url: string): { readonly url: string; prevented: boolean; preventDefault(): void } {
  return {
    url,
    prevented: false,
    preventDefault() {
      this.prevented = true;
    },
  };
}

const FOREIGN = [
  'https://attacker.example/',
  'http://127.0.0.1/',
  'file:///etc/passwd',
  'app://zhiqi.attacker.example/',
  'app://other/',
  'app://zhiqi@attacker.example/',
  'app://user@zhiqi/',
  'javascript:alert(1)',
  'data:text/html,x',
  'app:zhiqi',
  'about:blank',
  '',
];

describe('the window', () => {
  it('has exactly these preferences, and developer tools only in development', () => {
    const expected = {
      preload: 'p',
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: false,
    };
    expect(webPreferences('p', false)).toEqual(expected);
    expect(webPreferences('p', true)).toEqual({ ...expected, devTools: true });
    expect(desktop.window.options['webPreferences']).toEqual({ ...expected, preload: expect.stringMatching(/preload\.cjs$/) });
  });

  it('every process is in the sandbox, and there is one program at a time', async () => {
    expect(desktop.app.sandboxed).toBe(true);
    const second = fakeElectron(join(folder, 'second'));
    second.app.hasLock = false;
    await start(second, join(folder, 'second'));
    expect([second.app.quits, second.windows, second.children]).toEqual([1, [], []]);
  });

  it('loads its page from its own scheme, which has no way round the policy', () => {
    expect(desktop.window.loaded).toBe('app://zhiqi/');
    expect(desktop.schemes).toEqual([
      { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
    ]);
  });
});

describe('the page', () => {
  it('comes with the policy of index.html', async () => {
    const answer = await desktop.protocols.get('app')?.(new Request('app://zhiqi/'));
    expect(answer?.status).toBe(200);
    expect(answer?.headers.get('content-security-policy')).toBe(`${PAGE_POLICY}; frame-ancestors 'none'`);
    expect(answer?.headers.get('x-content-type-options')).toBe('nosniff');
    expect(readProjectFile('renderer/index.html')).toContain(`content="${PAGE_POLICY}"`);
    expect(PAGE_POLICY).not.toMatch(/unsafe|\*|https?:/);
  });

  it.each([
    'app://zhiqi/../secret.json',
    'app://zhiqi/%2e%2e/secret.json',
    'app://zhiqi/..%2fsecret.json',
    'app://zhiqi/..%5csecret.json',
    'app://other/index.html',
    'app://zhiqi/%00',
    'app://zhiqi/.hidden.json',
  ])('no file at %s', async (url) => {
    const answer = await desktop.protocols.get('app')?.({ url, method: 'GET' } as Request);
    expect(answer?.status).toBe(404);
  });

  it('only reads', async () => {
    expect((await desktop.protocols.get('app')?.({ url: 'app://zhiqi/', method: 'POST' } as Request))?.status).toBe(404);
  });
});

describe('permissions and requests', () => {
  it.each([
    'media',
    'geolocation',
    'notifications',
    'clipboard-read',
    'fullscreen',
    'openExternal',
    'fileSystem',
    'hid',
    'display-capture',
  ])('%s is refused', (permission) => {
    let granted: boolean | null = null;
    desktop.session.request?.(desktop.window.webContents, permission, (answer) => (granted = answer));
    expect(granted).toBe(false);
    expect(desktop.session.check?.(desktop.window.webContents, permission)).toBe(false);
  });

  it('copying a table is allowed, to our page only', () => {
    expect(desktop.session.check?.(desktop.window.webContents, 'clipboard-sanitized-write')).toBe(true);
    desktop.window.webContents.url = 'https://attacker.example/';
    expect(desktop.session.check?.(desktop.window.webContents, 'clipboard-sanitized-write')).toBe(false);
    expect(desktop.session.check?.(null, 'clipboard-sanitized-write')).toBe(false);
    let granted: boolean | null = null;
    desktop.session.request?.(desktop.window.webContents, 'clipboard-sanitized-write', (answer) => (granted = answer));
    expect(granted).toBe(false);
  });

  it('no device, no download', () => {
    expect(desktop.session.device?.()).toBe(false);
    const download = navigation('app://zhiqi/x');
    desktop.session.emit('will-download', download);
    expect(download.prevented).toBe(true);
  });

  it.each([
    'https://attacker.example/',
    'http://127.0.0.1:80/',
    'ws://attacker.example/',
    'file:///etc/passwd',
    'ftp://attacker.example/',
    '',
  ])('no request to %s', (url) => {
    let cancelled: boolean | undefined;
    desktop.session.beforeRequest?.({ url }, (result) => (cancelled = result.cancel));
    expect(cancelled).toBe(true);
  });

  it('requests inside the program go through', () => {
    let cancelled: boolean | undefined;
    desktop.session.beforeRequest?.({ url: 'app://zhiqi/assets/page.js' }, (result) => (cancelled = result.cancel));
    expect(cancelled).toBe(false);
  });
});

describe('leaving the page', () => {
  it.each(['will-navigate', 'will-redirect', 'will-frame-navigate'])('%s to anywhere else is refused', (name) => {
    for (const url of FOREIGN) {
      const event = navigation(url);
      desktop.window.webContents.emit(name, event);
      expect(event.prevented, url).toBe(true);
    }
    const home = navigation('app://zhiqi/#/plan');
    desktop.window.webContents.emit(name, home);
    expect(home.prevented).toBe(false);
  });

  it('no webview is attached', () => {
    const event = navigation('app://zhiqi/');
    desktop.window.webContents.emit('will-attach-webview', event);
    expect(event.prevented).toBe(true);
  });

  it('no window is opened, and no address handed to the system', () => {
    for (const url of [...FOREIGN, 'app://zhiqi/']) expect(desktop.window.webContents.openHandler?.({ url })).toEqual({ action: 'deny' });
    expect(desktop.opened).toEqual([]);
  });

  it('openExternal takes https of the list and nothing else', () => {
    const opened: string[] = [];
    const shell = { openExternal: (url: string) => Promise.resolve(void opened.push(url)) };
    const list = ['www.example.org'];
    for (const url of [
      ...FOREIGN,
      'http://www.example.org/',
      'https://www.example.org.attacker.example/',
      'https://user@www.example.org/',
      'https://www.example.org:8443/',
      'ms-msdt:/id',
      'https://example.org/',
    ]) {
      expect(openOutside(shell, url, list), url).toBe(false);
    }
    expect(openOutside(shell, 'https://www.example.org/a', list)).toBe(true);
    expect(opened).toEqual(['https://www.example.org/a']);
  });
});

describe('who may speak', () => {
  it.each(Object.values(BRIDGE_CHANNELS))('%s is deaf to a frame within, a foreign page and a frame that has gone', async (channel) => {
    const handler = desktop.handlers.get(channel);
    const { mainFrame } = desktop.window.webContents;
    const senders = [
      null,
      { url: 'app://zhiqi/', parent: mainFrame },
      { url: 'app://zhiqi/', parent: null },
      ...FOREIGN.map((url) => ({ url, parent: null })),
    ];
    for (const frame of senders)
      await expect(async () => handler?.(messageFrom(desktop.window, frame), 'id', 'work.current', {})).rejects.toThrow('refused');
    mainFrame.parent = { url: 'https://attacker.example/' };
    await expect(async () => handler?.(messageFrom(desktop.window), 'id', 'work.current', {})).rejects.toThrow('refused');
    mainFrame.parent = null;
    for (const url of FOREIGN) {
      mainFrame.url = url;
      await expect(async () => handler?.(messageFrom(desktop.window), 'id', 'work.current', {})).rejects.toThrow('refused');
    }
    expect(desktop.children[0]?.received.filter((message) => message.kind !== 'close')).toEqual([]);
  });

  it('our page in the main frame is heard', () => {
    expect(isTrustedSender(messageFrom(desktop.window) as never)).toBe(true);
  });

  it('an address is compared by its parts', () => {
    for (const url of FOREIGN) expect(isPageUrl(url), url).toBe(false);
    expect(isPageUrl('app://zhiqi/index.html#/plan')).toBe(true);
  });
});

describe('the package', () => {
  it('burns in the fuses of security.ts', () => {
    const builder = parse(readProjectFile('electron-builder.yml')) as { electronFuses: unknown };
    expect(builder.electronFuses).toEqual(FUSES);
    expect(FUSES).toEqual({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
    });
  });

  it('the switches stand in security.ts and nowhere else', () => {
    const switches =
      /contextIsolation|nodeIntegration|webSecurity|setPermission|setWindowOpenHandler|openExternal\(|will-navigate|senderFrame|onBeforeRequest/;
    const files = sourceFiles().filter(
      (file) => file.startsWith('main/') && switches.test(readFileSync(join(import.meta.dirname, '..', '..', file), 'utf8')),
    );
    expect(files).toEqual(['main/hosts/electron/security.ts']);
  });
});
