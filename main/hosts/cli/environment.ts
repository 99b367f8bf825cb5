import { randomUUID } from 'node:crypto';
import { appendFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CoreEnvironment } from '../../core.ts';

const CACHE_FOLDER = join(tmpdir(), 'zhiqi');

const newId = (): string => randomUUID().slice(0, 8);

/** Where a command line finds things: templates beside the program, caches and the log in the system's temporary folder. */
export function cliEnvironment(): CoreEnvironment {
  mkdirSync(CACHE_FOLDER, { recursive: true });
  return {
    templatesFolder: join(import.meta.dirname, '..', '..', '..', 'templates'),
    cacheFolder: CACHE_FOLDER,
    fontFolders: process.env['ZHIQI_FONTS'] === 'shipped' ? [] : fontFolders(),
    now: () => process.env['ZHIQI_NOW'] ?? localTime(new Date()),
    steadyNow: () => performance.now(),
    newId,
    log: writeLog,
  };
}

/** Keeps an error that no code names, and gives the id under which it stands in the log. */
export function recordUnknown(error: unknown): string {
  const id = newId();
  mkdirSync(CACHE_FOLDER, { recursive: true });
  writeLog(id, error);
  return id;
}

function writeLog(id: string, error: unknown): void {
  appendFileSync(join(CACHE_FOLDER, 'zhiqi.log'), `${new Date().toISOString()} ${id} ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
}

function fontFolders(): string[] {
  const home = process.env['HOME'] ?? '';
  switch (process.platform) {
    case 'win32':
      return [join(process.env['WINDIR'] ?? 'C:\\Windows', 'Fonts'), join(process.env['LOCALAPPDATA'] ?? '', 'Microsoft', 'Windows', 'Fonts')];
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
