import { join } from 'node:path';
import { app, BrowserWindow, dialog, ipcMain, Menu, protocol, screen, session, shell, utilityProcess } from 'electron';
import { createMain } from './create-main.ts';

/** Entry of the desktop program. It is built into dist/electron, beside the page in dist/renderer. */
const built = import.meta.dirname;
createMain(
  { app, BrowserWindow, dialog, ipcMain, Menu, protocol, screen, session, shell, utilityProcess },
  {
    pageFolder: join(built, '..', 'renderer'),
    templatesFolder: app.isPackaged ? join(process.resourcesPath, 'templates') : join(app.getAppPath(), 'templates'),
    preload: join(built, 'preload.cjs'),
    coreProcess: join(built, 'core-process.js'),
  },
);
