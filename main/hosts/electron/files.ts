import { existsSync, mkdirSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import type { BrowserWindow, FileFilter, OpenDialogOptions } from 'electron';
import type { BridgeFile } from '../../../shared/contract/bridge.ts';
import { Failure } from '../../../shared/domain/failure.ts';
import { desktopText } from '../../../shared/text/desktop-text.ts';
import { hostText } from '../../../shared/text/host-text.ts';
import type { HostCore } from '../common/core-client.ts';
import { freshPath, isFileName } from '../common/file-names.ts';
import { type MachineSettingsFile, withRecentWork } from '../common/machine-settings.ts';
import type { ElectronParts } from './electron-parts.ts';
import type { MemoryFile } from './memory.ts';

export type OutputPurpose = keyof typeof desktopText.outputFolder;

/** Files by the system's own dialogs. What the user chose becomes a grant; the path stays here. */
export interface DesktopFiles {
  knownWorks(): Promise<BridgeFile[]>;
  openWork(): Promise<BridgeFile | null>;
  newWork(suggestedName: string): Promise<BridgeFile | null>;
  sampleWork(): Promise<{ readonly work: BridgeFile; readonly folder: BridgeFile }>;
  pickReturns(kind: 'files' | 'folder' | 'scan'): Promise<BridgeFile[] | null>;
  pickScheme(): Promise<BridgeFile | null>;
  dropped(paths: readonly string[]): Promise<BridgeFile[]>;
  outputFolder(purpose: OutputPurpose, mode: 'ask' | 'remembered'): Promise<BridgeFile | null>;
  /** A file of that name in a folder from outputFolder. */
  fileIn(folder: string, name: string): Promise<BridgeFile>;
  outputFile(suggestedName: string): Promise<BridgeFile | null>;
  reveal(grant: string): void;
}

interface FilesContext {
  readonly electron: Pick<ElectronParts, 'app' | 'dialog' | 'shell'>;
  readonly window: BrowserWindow;
  readonly core: Pick<HostCore, 'issue'>;
  readonly memory: MemoryFile;
  readonly settings: MachineSettingsFile;
}

const WORK_FILTERS: FileFilter[] = [{ name: desktopText.workFilter, extensions: ['sqlite'] }];
const RETURN_FILTERS: FileFilter[] = [
  { name: desktopText.returnsFilter, extensions: ['xlsx', 'xls', 'xlsm', 'et', 'ods'] },
  { name: desktopText.allFilter, extensions: ['*'] },
];

const SCAN_FILTERS: FileFilter[] = [{ name: desktopText.scanFilter, extensions: ['pdf', 'jpg', 'jpeg', 'png'] }];

const SCHEME_FILTERS: FileFilter[] = [
  { name: desktopText.schemeFilter, extensions: ['yml', 'yaml'] },
  { name: desktopText.allFilter, extensions: ['*'] },
];

export function desktopFiles(context: FilesContext): DesktopFiles {
  const issued = new Map<string, string>();
  const grant = async (path: string): Promise<BridgeFile> => {
    const made = await context.core.issue(path);
    issued.set(made, path);
    return { grant: made, name: basename(path) };
  };
  return {
    ...workFiles(context, grant),
    ...returnFiles(context, grant),
    ...outputFiles(context, grant, issued),
    reveal(given) {
      const path = issued.get(given);
      if (path !== undefined) context.electron.shell.showItemInFolder(path);
    },
  };
}

type Grant = (path: string) => Promise<BridgeFile>;

function workFiles(
  { electron, window, settings }: FilesContext,
  grant: Grant,
): Pick<DesktopFiles, 'knownWorks' | 'openWork' | 'newWork' | 'sampleWork'> {
  const grantWork = (path: string): Promise<BridgeFile> => {
    settings.change({ recentWorks: withRecentWork(settings.current().recentWorks, path) });
    return grant(path);
  };
  return {
    knownWorks: () =>
      Promise.all(
        settings
          .current()
          .recentWorks.filter((path) => existsSync(path))
          .map(grant),
      ),
    async openWork() {
      const {
        filePaths: [path],
      } = await electron.dialog.showOpenDialog(window, {
        title: desktopText.openWork,
        defaultPath: dataFolder(electron.app),
        filters: WORK_FILTERS,
        properties: ['openFile'],
      });
      return path === undefined ? null : grantWork(path);
    },
    async newWork(suggestedName) {
      const { filePath } = await electron.dialog.showSaveDialog(window, {
        title: desktopText.newWork,
        defaultPath: join(dataFolder(electron.app), safe(suggestedName)),
        filters: WORK_FILTERS,
      });
      return filePath === '' ? null : grantWork(withEnding(filePath, '.sqlite'));
    },
    async sampleWork() {
      const folder = dataFolder(electron.app);
      const returns = freshPath(folder, hostText.sampleReturns, '', existsSync);
      mkdirSync(returns);
      return { work: await grantWork(freshPath(folder, hostText.sampleWork, '.sqlite', existsSync)), folder: await grant(returns) };
    },
  };
}

function returnFiles({ electron, window }: FilesContext, grant: Grant): Pick<DesktopFiles, 'pickReturns' | 'pickScheme' | 'dropped'> {
  const options: Record<'files' | 'folder' | 'scan', OpenDialogOptions> = {
    files: { title: desktopText.pickReturns, filters: RETURN_FILTERS, properties: ['openFile', 'multiSelections'] },
    folder: { title: desktopText.pickReturnsFolder, properties: ['openDirectory'] },
    scan: { title: desktopText.pickScan, filters: SCAN_FILTERS, properties: ['openFile'] },
  };
  return {
    async pickReturns(kind) {
      const { filePaths } = await electron.dialog.showOpenDialog(window, options[kind]);
      return filePaths.length === 0 ? null : Promise.all(filePaths.map(grant));
    },
    async pickScheme() {
      const {
        filePaths: [path],
      } = await electron.dialog.showOpenDialog(window, {
        title: desktopText.pickScheme,
        filters: SCHEME_FILTERS,
        properties: ['openFile'],
      });
      return path === undefined ? null : grant(path);
    },
    dropped: (paths) => Promise.all(paths.filter((path) => existsSync(path)).map(grant)),
  };
}

function outputFiles(
  { electron, window, memory }: FilesContext,
  grant: Grant,
  issued: ReadonlyMap<string, string>,
): Pick<DesktopFiles, 'outputFolder' | 'fileIn' | 'outputFile'> {
  const folders = new Set<string>();
  const grantFolder = async (path: string): Promise<BridgeFile> => {
    const granted = await grant(path);
    folders.add(granted.grant);
    return granted;
  };
  const remember = (purpose: string, folder: string): void => memory.change({ folders: { ...memory.current.folders, [purpose]: folder } });
  return {
    async outputFolder(purpose, mode) {
      const last = memory.current.folders[purpose];
      if (mode === 'remembered' && last !== undefined && existsSync(last)) return grantFolder(last);
      const {
        filePaths: [folder],
      } = await electron.dialog.showOpenDialog(window, {
        title: desktopText.outputFolder[purpose],
        defaultPath: last ?? dataFolder(electron.app),
        properties: ['openDirectory', 'createDirectory'],
      });
      if (folder === undefined) return null;
      remember(purpose, folder);
      return grantFolder(folder);
    },
    async fileIn(folder, name) {
      const path = folders.has(folder) ? issued.get(folder) : undefined;
      if (path === undefined) throw new Failure('FILE_GRANT_UNKNOWN', { grant: folder });
      if (!isFileName(name)) throw new Failure('NAME_INVALID', { name });
      return grant(join(path, name));
    },
    async outputFile(suggestedName) {
      const folder = memory.current.folders['file'] ?? dataFolder(electron.app);
      const { filePath } = await electron.dialog.showSaveDialog(window, {
        title: desktopText.saveAs,
        defaultPath: join(folder, safe(suggestedName)),
        filters: filtersFor(suggestedName),
      });
      if (filePath === '') return null;
      remember('file', dirname(filePath));
      return grant(withEnding(filePath, extname(suggestedName)));
    },
  };
}

/** 文档/治气考核: made when it is first needed. */
function dataFolder(app: ElectronParts['app']): string {
  const folder = join(app.getPath('documents'), hostText.dataFolder);
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** The page proposes a name; a path among it is not followed. */
const safe = (name: string): string => (isFileName(name) ? name : '');

const withEnding = (path: string, ending: string): string => (extname(path) === '' ? `${path}${ending}` : path);

function filtersFor(name: string): FileFilter[] {
  switch (extname(name)) {
    case '.pdf':
      return [{ name: desktopText.pdfFilter, extensions: ['pdf'] }];
    case '.xlsx':
      return [{ name: desktopText.workbookFilter, extensions: ['xlsx'] }];
    default:
      return [{ name: desktopText.allFilter, extensions: ['*'] }];
  }
}
