import type { BrowserWindow, BrowserWindowConstructorOptions } from 'electron';
import { desktopText } from '../../../shared/text/desktop-text.ts';
import type { ElectronParts } from './electron-parts.ts';
import type { Bounds, MemoryFile } from './memory.ts';
import { webPreferences } from './security.ts';
import { MINIMUM, placeWindow } from './window-state.ts';

export interface WindowSetting {
  readonly bounds: Bounds;
  readonly preload: string;
  readonly developing: boolean;
}

export function windowOptions({ bounds, preload, developing }: WindowSetting): BrowserWindowConstructorOptions {
  return {
    ...bounds,
    minWidth: MINIMUM.width,
    minHeight: MINIMUM.height,
    // Shown when the page has drawn itself: no white flash.
    show: false,
    backgroundColor: '#ffffff',
    title: desktopText.productName,
    webPreferences: webPreferences(preload, developing),
  };
}

/** The one window, where it was the last time. */
export function openWindow({ BrowserWindow, screen, app }: ElectronParts, preload: string, memory: MemoryFile): BrowserWindow {
  const main = screen.getPrimaryDisplay();
  const displays = [main, ...screen.getAllDisplays().filter((display) => display.id !== main.id)].map((display) => display.workArea);
  const bounds = placeWindow(memory.current.bounds, displays);
  const window = new BrowserWindow(windowOptions({ bounds, preload, developing: !app.isPackaged }));
  if (memory.current.maximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('close', () => memory.change({ bounds: window.getNormalBounds(), maximized: window.isMaximized() }));
  return window;
}
