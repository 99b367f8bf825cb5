import { randomUUID } from 'node:crypto';
import { appendFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CoreEnvironment } from '../../core.ts';
import { machineSettingsFile, openMachineSettings, userNameOf } from './machine-settings.ts';

/** Places that differ from host to host; plain data, so that they can be sent to the thread or process the core runs in. */
export interface Places {
  readonly templatesFolder: string;
  /** For things that can be made again, and the log. */
  readonly cacheFolder: string;
  /** Settings of the machine; in their usual place without it. */
  readonly settingsFile?: string;
}

/** What the core needs of this machine. */
export function machineEnvironment({ templatesFolder, cacheFolder, settingsFile = machineSettingsFile() }: Places): CoreEnvironment {
  mkdirSync(cacheFolder, { recursive: true });
  const settings = openMachineSettings(settingsFile);
  const { fontsFolder } = settings.current();
  return {
    templatesFolder,
    cacheFolder,
    fontFolders: process.env['ZHIQI_FONTS'] === 'shipped' ? [] : [...(fontsFolder === null ? [] : [fontsFolder]), ...fontFolders()],
    now: () => process.env['ZHIQI_NOW'] ?? localTime(new Date()),
    userName: () => userNameOf(settings.current()),
    steadyNow: () => performance.now(),
    newId: () => randomUUID().slice(0, 8),
    log: (id, error) =>
      appendFileSync(
        join(cacheFolder, LOG_FILE),
        `${new Date().toISOString()} ${id} ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
      ),
  };
}

/** Of a host without a folder of its own: one a user, since the system's temporary folder may be everybody's. */
export const temporaryCache = (): string => join(tmpdir(), `zhiqi${process.getuid === undefined ? '' : `-${process.getuid()}`}`);

export const LOG_FILE = 'zhiqi.log';

function fontFolders(): string[] {
  const home = process.env['HOME'] ?? '';
  switch (process.platform) {
    case 'win32':
      return [
        join(process.env['WINDIR'] ?? 'C:\\Windows', 'Fonts'),
        join(process.env['LOCALAPPDATA'] ?? '', 'Microsoft', 'Windows', 'Fonts'),
      ];
    case 'darwin':
      return ['/System/Library/Fonts', '/Library/Fonts', join(home, 'Library', 'Fonts')];
    default:
      return ['/usr/share/fonts', '/usr/local/share/fonts', join(home, '.local', 'share', 'fonts')];
  }
}

/** 2025-01-20T09:30:00+08:00: local time with its offset, so that the day is the day in the office. */
function localTime(date: Date): string {
  const offset = -date.getTimezoneOffset();
  const shifted = new Date(date.getTime() + offset * 60_000).toISOString().slice(0, 19);
  const part = (minutes: number): string => String(minutes).padStart(2, '0');
  return `${shifted}${offset < 0 ? '-' : '+'}${part(Math.floor(Math.abs(offset) / 60))}:${part(Math.abs(offset) % 60)}`;
}
