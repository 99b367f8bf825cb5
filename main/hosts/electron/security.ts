import type { Event, IpcMainInvokeEvent, Session, Shell, WebContents, WebPreferences } from 'electron';
import { PAGE_HEADERS } from '../common/page-files.ts';

/** Every switch that keeps the window shut to the outside, in one place; test/security tries to get past each. */

/** The page's own address. Not file://: a page there could read the disk. */
export const PAGE_SCHEME = 'app';
export const PAGE_HOST = 'zhiqi';
export const PAGE_URL = `${PAGE_SCHEME}://${PAGE_HOST}/`;

/** The scheme counts as a secure web origin with storage and modules of its own; it cannot get round the policy of content. */
export const SCHEME_PRIVILEGES = { standard: true, secure: true, supportFetchAPI: true, codeCache: true } as const;

/** Sent with every part of the page: the Content-Security-Policy above all. */
export const ANSWER_HEADERS = PAGE_HEADERS;

/** The page is a page: no Node, no way into the preload script's world, in Chromium's sandbox. */
export function webPreferences(preload: string, developing: boolean): WebPreferences {
  return {
    preload,
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
    devTools: developing,
  };
}

/** Fuses burnt into the packaged program (electron-builder.yml has the same list; a test compares them). */
export const FUSES = {
  runAsNode: false,
  enableCookieEncryption: true,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  loadBrowserProcessSpecificV8Snapshot: false,
  grantFileProtocolExtraPrivileges: false,
} as const;

/** The one permission the page has: putting a copied table on the clipboard. */
const PERMISSIONS: ReadonlySet<string> = new Set(['clipboard-sanitized-write']);

/** Schemes that stay inside the program; `devtools` is Chromium's own page of the developer tools. */
const INNER_SCHEMES: ReadonlySet<string> = new Set([`${PAGE_SCHEME}:`, 'blob:', 'data:', 'devtools:']);

/** No permission, no device, no download, no request to anywhere. */
export function protectSession(session: Session): void {
  session.setPermissionRequestHandler((contents, permission, answer) =>
    answer(PERMISSIONS.has(permission) && isPageUrl(contents.getURL())),
  );
  session.setPermissionCheckHandler(
    (contents, permission) => PERMISSIONS.has(permission) && contents !== null && isPageUrl(contents.getURL()),
  );
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !INNER_SCHEMES.has(schemeOf(details.url)) }));
}

/** The window shows our page and nothing else, whatever a link or a script wants. */
export function protectContents(contents: WebContents, shell: Pick<Shell, 'openExternal'>): void {
  const stay = (event: Pick<Event, 'preventDefault'> & { readonly url: string }): void => {
    if (!isPageUrl(event.url)) event.preventDefault();
  };
  contents.on('will-navigate', stay);
  contents.on('will-redirect', stay);
  contents.on('will-frame-navigate', stay);
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    openOutside(shell, url);
    return { action: 'deny' };
  });
}

/** Pages outside that the program itself links to. None so far: the tool works without a network. */
export const OUTSIDE_HOSTS: readonly string[] = [];

/** Hands an address to the system's browser, if it is https and on the list; anything else could start a program. */
export function openOutside(shell: Pick<Shell, 'openExternal'>, address: string, hosts: readonly string[] = OUTSIDE_HOSTS): boolean {
  const url = parsed(address);
  if (
    url === null ||
    url.protocol !== 'https:' ||
    url.username !== '' ||
    url.password !== '' ||
    url.port !== '' ||
    !hosts.includes(url.hostname)
  )
    return false;
  void shell.openExternal(url.href);
  return true;
}

/** A message counts only from the main frame of a window that shows our page. */
export function isTrustedSender(event: Pick<IpcMainInvokeEvent, 'senderFrame' | 'sender'>): boolean {
  const frame = event.senderFrame;
  return frame !== null && frame.parent === null && frame === event.sender.mainFrame && isPageUrl(frame.url);
}

/** Compares the parsed address: `app://zhiqi.example/` and `app:zhiqi` begin alike and are not ours. */
export function isPageUrl(address: string): boolean {
  const url = parsed(address);
  return url !== null && url.protocol === `${PAGE_SCHEME}:` && url.host === PAGE_HOST && url.username === '' && url.password === '';
}

const schemeOf = (address: string): string => parsed(address)?.protocol ?? '';

function parsed(address: string): URL | null {
  return URL.canParse(address) ? new URL(address) : null;
}
