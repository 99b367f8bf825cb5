import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { homedir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { hostText } from '../../../shared/text/host-text.ts';

const RECENT_WORKS = 10;

/** What a newer program keeps here beside it stays. */
const schema = z.looseObject({
  userName: z.string().trim().min(1).max(50).nullable().default(null),
  recentWorks: z.array(z.string().min(1)).default([]),
  fontsFolder: z.string().min(1).nullable().default(null),
});

/** What belongs to this machine and its user, and to no work: the name that events carry, works opened last, a folder of fonts. */
export type MachineSettings = z.output<typeof schema>;

export interface MachineSettingsFile {
  readonly path: string;
  /** As the file says now: another process may have changed it. */
  current(): MachineSettings;
  change(change: Partial<Pick<MachineSettings, 'userName' | 'recentWorks' | 'fontsFolder'>>): void;
}

/** Nothing in it is needed to work: a file that cannot be read as it should is set aside, and everything has its preset. */
export function openMachineSettings(path = machineSettingsFile()): MachineSettingsFile {
  const current = (): MachineSettings => {
    const text = readText(path);
    const read = text === null ? null : parse(text);
    if (text !== null && read === null) setAside(path);
    return read ?? schema.parse({});
  };
  return {
    path,
    current,
    change(change) {
      const next = { ...current(), ...change };
      try {
        mkdirSync(dirname(path), { recursive: true });
        const part = `${path}.${process.pid}.part`;
        writeFileSync(part, `${JSON.stringify(next, null, 2)}\n`);
        renameSync(part, path);
      } catch {
        // A full or read-only disk must not keep anybody from working.
      }
    },
  };
}

/** One small file in the folder where the system keeps the configuration of programs; every host on the machine reads the same. */
export function machineSettingsFile(): string {
  const folder = process.env['ZHIQI_CONFIG'] ?? join(configurationFolder(), 'zhiqi');
  return join(folder, SETTINGS_NAME);
}

export const SETTINGS_NAME = 'settings.json';

/** The list with a work at its head. */
export const withRecentWork = (works: readonly string[], path: string): string[] =>
  [path, ...works.filter((other) => other !== path)].slice(0, RECENT_WORKS);

/** The name that stands in the events: as set on this machine, else the user's name in the system. */
export function userNameOf({ userName }: Pick<MachineSettings, 'userName'>): string {
  if (userName !== null) return userName;
  try {
    const name = userInfo().username.trim();
    return name === '' ? hostText.unnamedUser : name;
  } catch {
    // A user whom the system has no entry for.
    return hostText.unnamedUser;
  }
}

function configurationFolder(): string {
  switch (process.platform) {
    case 'win32':
      return process.env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming');
    case 'darwin':
      return join(homedir(), 'Library', 'Application Support');
    default:
      return process.env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config');
  }
}

function readText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

function parse(text: string): MachineSettings | null {
  try {
    return schema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** Kept beside, so that nothing a person wrote is lost. */
function setAside(path: string): void {
  try {
    let aside = `${path}.broken`;
    for (let number = 2; existsSync(aside); number += 1) aside = `${path}.broken-${number}`;
    renameSync(path, aside);
  } catch {
    // Where it cannot be moved it stays, and is passed over.
  }
}
