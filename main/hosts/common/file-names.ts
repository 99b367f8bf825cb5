import { join } from 'node:path';

/** Names that Windows keeps for devices. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;
// oxlint-disable-next-line no-control-regex -- control characters are what is refused
const FORBIDDEN = /[\u0000-\u001f\u007f\\/:*?"<>|\u202a-\u202e\u2066-\u2069]/;

/** One name that every system takes for a file in a folder, and for nothing else: no separator, no device, no dots only. */
export function isFileName(name: string): boolean {
  return name.length > 0 && Buffer.byteLength(name) <= 200 && !FORBIDDEN.test(name) && !RESERVED.test(name) && !/^[.\s]|[.\s]$/.test(name);
}

/** `name` in the folder, or `name-2`, `name-3`… when it is taken. `ending` with its dot, or nothing. */
export function freshPath(folder: string, name: string, ending: string, taken: (path: string) => boolean): string {
  for (let number = 1; ; number += 1) {
    const path = join(folder, `${name}${number === 1 ? '' : `-${number}`}${ending}`);
    if (!taken(path)) return path;
  }
}
