import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { BrowserWindow } from 'electron';
import { BRIDGE_EVENTS } from '../../../shared/contract/bridge.ts';
import { desktopText } from '../../../shared/text/desktop-text.ts';
import { failureText } from '../../../shared/text/failure-text.ts';
import type { CoreClient } from '../common/core-client.ts';
import { LOG_FILE } from '../common/environment.ts';
import { type MachineSettingsFile, openMachineSettings, SETTINGS_NAME, withRecentWork } from '../common/machine-settings.ts';
import { servePage } from './app-protocol.ts';
import { startCore } from './core-link.ts';
import type { ElectronParts, ProgramPlaces } from './electron-parts.ts';
import { desktopFiles } from './files.ts';
import { answerBridge } from './ipc.ts';
import { type MemoryFile, openMemory } from './memory.ts';
import { menuTemplate } from './menu.ts';
import { PAGE_SCHEME, PAGE_URL, protectContents, protectSession, SCHEME_PRIVILEGES } from './security.ts';
import { openWindow } from './window.ts';

/** The desktop program: one instance, one window, the core in a process of its own. */
export function createMain(electron: ElectronParts, places: ProgramPlaces): void {
  const { app } = electron;
  if (!app.requestSingleInstanceLock()) return app.quit();
  app.enableSandbox();
  electron.protocol.registerSchemesAsPrivileged([{ scheme: PAGE_SCHEME, privileges: SCHEME_PRIVILEGES }]);
  app.on('web-contents-created', (_event, contents) => protectContents(contents, electron.shell));
  app.on('window-all-closed', () => app.quit());
  void app.whenReady().then(() => run(electron, places));
}

function run(electron: ElectronParts, places: ProgramPlaces): void {
  const { app, protocol, session } = electron;
  if (!existsSync(join(places.pageFolder, 'index.html'))) {
    electron.dialog.showErrorBox(desktopText.pageMissingTitle, desktopText.pageMissing);
    return app.quit();
  }
  protectSession(session.defaultSession);
  protocol.handle(PAGE_SCHEME, servePage(places.pageFolder));
  const memory = openMemory(join(app.getPath('userData'), 'memory.json'));
  const settings = machineSettings(electron, memory);
  const window = openWindow(electron, places.preload, memory);
  const running = runCore(electron, places, window, settings.path);
  let files = desktopFiles({ electron, window, core: running.core(), memory, settings });
  running.onRestart(() => {
    files = desktopFiles({ electron, window, core: running.core(), memory, settings });
  });
  answerBridge(electron.ipcMain, { core: () => running.core(), files: () => files });
  electron.Menu.setApplicationMenu(electron.Menu.buildFromTemplate(menuTemplate(menuActions(electron, window), !app.isPackaged)));
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore();
    window.focus();
  });
  window.webContents.on('render-process-gone', () => void offerReload(electron, window));
  closeWithProgram(electron, running);
  void start(electron, window, running, settings);
}

/** The settings that all hosts of this machine share; works that the window alone knew come along. */
function machineSettings({ app }: ElectronParts, memory: MemoryFile): MachineSettingsFile {
  const settings = openMachineSettings(join(app.getPath('appData'), 'zhiqi', SETTINGS_NAME));
  const { formerWorks } = memory.current;
  if (formerWorks.length > 0 && settings.current().recentWorks.length === 0) settings.change({ recentWorks: [...formerWorks] });
  return settings;
}

/** A work named on the command line is opened before the page asks for it. */
async function start(electron: ElectronParts, window: BrowserWindow, running: RunningCore, settings: MachineSettingsFile): Promise<void> {
  const path = process.argv.slice(1).find((argument) => argument.endsWith('.sqlite'));
  const answer =
    path === undefined ? null : await running.core().call(randomUUID(), 'work.open', { file: await running.core().issue(resolve(path)) });
  if (answer?.ok === true && path !== undefined)
    settings.change({ recentWorks: withRecentWork(settings.current().recentWorks, resolve(path)) });
  await window.loadURL(PAGE_URL);
  if (answer?.ok === false) {
    await electron.dialog.showMessageBox(window, {
      type: 'error',
      message: desktopText.workFailedTitle,
      detail: failureText(answer.error.code, answer.error.params),
      buttons: [desktopText.close],
    });
  }
}

interface RunningCore {
  core(): CoreClient;
  onRestart(listener: () => void): void;
}

/** When the core ends by itself, the window says so and offers to start it again; the page then begins anew, too. */
function runCore(electron: ElectronParts, places: ProgramPlaces, window: BrowserWindow, settingsFile: string): RunningCore {
  const cacheFolder = join(electron.app.getPath('userData'), 'cache');
  const listeners = new Set<() => void>();
  const launch = (): CoreClient => {
    const core = startCore(
      electron,
      places.coreProcess,
      { templatesFolder: places.templatesFolder, cacheFolder, settingsFile },
      () => void offerRestart(),
    );
    core.onEvent((event) => window.webContents.send(BRIDGE_EVENTS.core, event));
    return core;
  };
  let current = launch();
  async function offerRestart(): Promise<void> {
    if (window.isDestroyed()) return;
    const detail = desktopText.coreEnded(join(cacheFolder, LOG_FILE));
    const { response } = await electron.dialog.showMessageBox(window, {
      type: 'error',
      message: desktopText.coreEndedTitle,
      detail,
      buttons: [desktopText.restart, desktopText.quit],
      defaultId: 0,
      cancelId: 1,
    });
    if (response !== 0) return electron.app.quit();
    current = launch();
    for (const listener of listeners) listener();
    window.webContents.reload();
  }
  return { core: () => current, onRestart: (listener) => void listeners.add(listener) };
}

async function offerReload(electron: ElectronParts, window: BrowserWindow): Promise<void> {
  const { response } = await electron.dialog.showMessageBox(window, {
    type: 'error',
    message: desktopText.pageEndedTitle,
    detail: desktopText.pageEnded,
    buttons: [desktopText.reload, desktopText.quit],
    defaultId: 0,
    cancelId: 1,
  });
  if (response === 0) window.webContents.reload();
  else electron.app.quit();
}

/** The work is closed before the program ends, so that its file is whole without its companions. */
function closeWithProgram({ app }: ElectronParts, running: RunningCore): void {
  let closed = false;
  app.on('will-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    void running
      .core()
      .close()
      .finally(() => {
        closed = true;
        app.quit();
      });
  });
}

function menuActions({ app, dialog, shell }: ElectronParts, window: BrowserWindow): Parameters<typeof menuTemplate>[0] {
  return {
    command: (command) => window.webContents.send(BRIDGE_EVENTS.command, command),
    showLog: () => shell.showItemInFolder(join(app.getPath('userData'), 'cache', LOG_FILE)),
    showAbout: () =>
      void dialog.showMessageBox(window, { type: 'info', message: desktopText.about(app.getVersion()), buttons: [desktopText.close] }),
  };
}
