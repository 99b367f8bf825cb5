import { EventEmitter } from 'node:events';
import type { ElectronParts } from '../../main/hosts/electron/electron-parts.ts';
import type { FromCore, ToCore } from '../../main/hosts/common/core-port.ts';

/** What the main process did to electron, for the tests to look at. */
export interface FakeElectron {
  readonly parts: ElectronParts;
  readonly app: FakeApp;
  readonly windows: readonly FakeWindow[];
  readonly session: FakeSession;
  readonly handlers: ReadonlyMap<string, (event: unknown, ...input: unknown[]) => unknown>;
  readonly schemes: readonly unknown[];
  /** The handler of app://, once there is one. */
  readonly protocols: ReadonlyMap<string, (request: Request) => Promise<Response>>;
  readonly children: readonly FakeChild[];
  readonly dialogs: Dialogs;
  readonly opened: string[];
  readonly revealed: string[];
  readonly menus: unknown[];
}

/** Answers the dialogs give, and what was asked. */
export interface Dialogs {
  open: string[];
  save: string;
  message: number;
  readonly asked: { readonly kind: string; readonly options: Readonly<Record<string, unknown>> }[];
}

export class FakeApp extends EventEmitter {
  isPackaged = true;
  sandboxed = false;
  quits = 0;
  hasLock = true;
  readonly #folder: string;
  constructor(folder: string) {
    super();
    this.#folder = folder;
  }
  requestSingleInstanceLock = (): boolean => this.hasLock;
  enableSandbox = (): void => void (this.sandboxed = true);
  quit = (): void => void (this.quits += 1);
  whenReady = (): Promise<void> => Promise.resolve();
  getPath = (name: string): string => `${this.#folder}/${name}`;
  getVersion = (): string => '0.1.0';
}

export class FakeContents extends EventEmitter {
  url = 'app://zhiqi/';
  readonly sent: { readonly channel: string; readonly payload: unknown }[] = [];
  readonly mainFrame: { url: string; parent: unknown };
  openHandler: ((details: { url: string }) => { action: string }) | null = null;
  reloads = 0;
  constructor() {
    super();
    this.mainFrame = { url: this.url, parent: null };
  }
  getURL = (): string => this.url;
  send = (channel: string, payload: unknown): void => void this.sent.push({ channel, payload });
  setWindowOpenHandler = (handler: (details: { url: string }) => { action: string }): void => void (this.openHandler = handler);
  reload = (): void => void (this.reloads += 1);
}

export class FakeWindow extends EventEmitter {
  readonly webContents = new FakeContents();
  readonly options: Readonly<Record<string, unknown>>;
  loaded: string | null = null;
  shown = false;
  maximized = false;
  focused = 0;
  bounds = { x: 10, y: 20, width: 1300, height: 800 };
  constructor(options: Readonly<Record<string, unknown>>) {
    super();
    this.options = options;
  }
  loadURL = (url: string): Promise<void> => Promise.resolve(void (this.loaded = url));
  show = (): void => void (this.shown = true);
  maximize = (): void => void (this.maximized = true);
  isMaximized = (): boolean => this.maximized;
  isMinimized = (): boolean => false;
  isDestroyed = (): boolean => false;
  getNormalBounds = (): FakeWindow['bounds'] => this.bounds;
  focus = (): void => void (this.focused += 1);
}

type Permission = (contents: FakeContents | null, permission: string, answer: (granted: boolean) => void) => void;

export class FakeSession extends EventEmitter {
  request: Permission | null = null;
  check: ((contents: FakeContents | null, permission: string) => boolean) | null = null;
  device: (() => boolean) | null = null;
  beforeRequest: ((details: { url: string }, answer: (result: { cancel?: boolean }) => void) => void) | null = null;
  setPermissionRequestHandler = (handler: Permission): void => void (this.request = handler);
  setPermissionCheckHandler = (handler: (contents: FakeContents | null, permission: string) => boolean): void =>
    void (this.check = handler);
  setDevicePermissionHandler = (handler: () => boolean): void => void (this.device = handler);
  readonly webRequest = {
    onBeforeRequest: (handler: NonNullable<FakeSession['beforeRequest']>): void => void (this.beforeRequest = handler),
  };
}

/** The core's process: answers grants and closing by itself, calls by `answer`. */
export class FakeChild extends EventEmitter {
  readonly received: ToCore[] = [];
  readonly args: readonly string[];
  killed = false;
  answer: (message: ToCore) => FromCore | null = (message) => {
    if (message.kind === 'issue') return { kind: 'issued', request: message.request, grant: `grant of ${message.path}` };
    if (message.kind === 'close') return { kind: 'closed' };
    return message.kind === 'call' ? { kind: 'answer', id: message.id, envelope: { ok: true, value: message.method } } : null;
  };
  constructor(args: readonly string[]) {
    super();
    this.args = args;
  }
  postMessage = (message: ToCore): void => {
    this.received.push(message);
    const answer = this.answer(message);
    if (answer !== null) queueMicrotask(() => this.emit('message', answer));
  };
  kill = (): boolean => (this.killed = true);
}

/** An electron that opens nothing and remembers everything. */
export function fakeElectron(folder: string): FakeElectron {
  const app = new FakeApp(folder);
  const session = new FakeSession();
  const windows: FakeWindow[] = [];
  const children: FakeChild[] = [];
  const handlers = new Map<string, (event: unknown, ...input: unknown[]) => unknown>();
  const protocols = new Map<string, (request: Request) => Promise<Response>>();
  const schemes: unknown[] = [];
  const opened: string[] = [];
  const revealed: string[] = [];
  const menus: unknown[] = [];
  const dialogs: Dialogs = { open: [], save: '', message: 0, asked: [] };
  const ask =
    <Answer>(kind: string, answer: () => Answer) =>
    (_window: unknown, options: Readonly<Record<string, unknown>>): Promise<Answer> => {
      dialogs.asked.push({ kind, options });
      return Promise.resolve(answer());
    };
  class BrowserWindow extends FakeWindow {
    constructor(options: Readonly<Record<string, unknown>>) {
      super(options);
      windows.push(this);
      app.emit('web-contents-created', {}, this.webContents);
    }
  }
  const display = { id: 1, workArea: { x: 0, y: 0, width: 1920, height: 1040 } };
  const parts = {
    app,
    BrowserWindow,
    dialog: {
      showOpenDialog: ask('open', () => ({ canceled: dialogs.open.length === 0, filePaths: dialogs.open })),
      showSaveDialog: ask('save', () => ({ canceled: dialogs.save === '', filePath: dialogs.save })),
      showMessageBox: ask('message', () => ({ response: dialogs.message })),
      showErrorBox: (title: string) => void dialogs.asked.push({ kind: 'error', options: { title } }),
    },
    ipcMain: {
      handle: (channel: string, handler: (event: unknown, ...input: unknown[]) => unknown) => void handlers.set(channel, handler),
    },
    Menu: { buildFromTemplate: (template: unknown) => template, setApplicationMenu: (menu: unknown) => void menus.push(menu) },
    protocol: {
      registerSchemesAsPrivileged: (given: readonly unknown[]) => void schemes.push(...given),
      handle: (scheme: string, handler: (request: Request) => Promise<Response>) => void protocols.set(scheme, handler),
    },
    screen: { getPrimaryDisplay: () => display, getAllDisplays: () => [display] },
    session: { defaultSession: session },
    shell: {
      openExternal: (url: string) => Promise.resolve(void opened.push(url)),
      showItemInFolder: (path: string) => void revealed.push(path),
    },
    utilityProcess: {
      fork: (_path: string, args: readonly string[]) => {
        const child = new FakeChild(args);
        children.push(child);
        return child;
      },
    },
  };
  return {
    parts: parts as unknown as ElectronParts,
    app,
    windows,
    session,
    handlers,
    schemes,
    protocols,
    children,
    dialogs,
    opened,
    revealed,
    menus,
  };
}

/** A message from the page's main frame, or from whatever is given. */
export function messageFrom(
  window: FakeWindow,
  frame: unknown = window.webContents.mainFrame,
): { readonly sender: FakeContents; readonly senderFrame: unknown } {
  return { sender: window.webContents, senderFrame: frame };
}
