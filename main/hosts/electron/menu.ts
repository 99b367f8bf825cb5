import type { MenuItemConstructorOptions } from 'electron';
import type { HostCommand } from '../../../shared/contract/bridge.ts';
import { desktopText } from '../../../shared/text/desktop-text.ts';

export interface MenuActions {
  command(command: HostCommand): void;
  showLog(): void;
  showAbout(): void;
}

const text = desktopText.menu;

/** The window's menu; what Electron does by itself keeps its role and gets a Chinese name. */
export function menuTemplate(actions: MenuActions, developing: boolean): MenuItemConstructorOptions[] {
  return [
    {
      label: text.file,
      submenu: [
        { label: text.newWork, accelerator: 'CmdOrCtrl+N', click: () => actions.command('newWork') },
        { label: text.openWork, accelerator: 'CmdOrCtrl+O', click: () => actions.command('openWork') },
        { type: 'separator' },
        { label: text.quit, role: 'quit', accelerator: 'CmdOrCtrl+Q' },
      ],
    },
    {
      label: text.edit,
      submenu: [
        { label: text.undo, role: 'undo' },
        { label: text.redo, role: 'redo' },
        { type: 'separator' },
        { label: text.cut, role: 'cut' },
        { label: text.copy, role: 'copy' },
        { label: text.paste, role: 'paste' },
        { label: text.selectAll, role: 'selectAll' },
      ],
    },
    {
      label: text.view,
      submenu: [
        { label: text.zoomIn, role: 'zoomIn', accelerator: 'CmdOrCtrl+=' },
        { label: text.zoomOut, role: 'zoomOut' },
        { label: text.resetZoom, role: 'resetZoom' },
        { type: 'separator' },
        { label: text.fullScreen, role: 'togglefullscreen' },
        { label: text.reload, role: 'reload' },
        ...(developing ? [{ label: text.developer, role: 'toggleDevTools' } as const] : []),
      ],
    },
    {
      label: text.help,
      submenu: [
        { label: text.log, click: () => actions.showLog() },
        { label: text.about, click: () => actions.showAbout() },
      ],
    },
  ];
}
