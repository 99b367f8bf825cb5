import type * as Electron from 'electron';

/** The parts of electron the main process uses; handed in, so that everything but the entry can be tested without a window. */
export type ElectronParts = Pick<
  typeof Electron,
  'app' | 'BrowserWindow' | 'dialog' | 'ipcMain' | 'Menu' | 'protocol' | 'screen' | 'session' | 'shell' | 'utilityProcess'
>;

/** Where the program's own things lie. */
export interface ProgramPlaces {
  /** The built page. */
  readonly pageFolder: string;
  readonly templatesFolder: string;
  readonly preload: string;
  readonly coreProcess: string;
}
