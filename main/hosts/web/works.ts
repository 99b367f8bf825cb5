import { existsSync } from 'node:fs';
import { mkdir, readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { hostText } from '../../../shared/text/host-text.ts';
import type { HostCore } from '../common/core-client.ts';
import { freshPath, isFileName } from '../common/file-names.ts';
import { Refused } from './exchange.ts';
import type { GrantedFile } from './granted-file.ts';

/** Works of the data folder: the page names none that is not in it. */
export interface Works {
  known(): Promise<GrantedFile[]>;
  newWork(name: string): Promise<GrantedFile>;
  sample(): Promise<{ work: GrantedFile; folder: GrantedFile }>;
}

const ENDING = '.sqlite';

export function createWorks(core: HostCore, dataFolder: string): Works {
  const issued = new Map<string, Promise<string>>();
  const granted = async (path: string): Promise<GrantedFile> => {
    const grant = issued.get(path) ?? core.issue(path);
    issued.set(path, grant);
    return { grant: await grant, name: basename(path) };
  };
  return {
    async known() {
      const paths = (await readdir(dataFolder)).filter((name) => name.endsWith(ENDING)).map((name) => join(dataFolder, name));
      const dated = await Promise.all(paths.map(async (path) => ({ path, changed: (await stat(path)).mtimeMs })));
      return Promise.all(dated.toSorted((left, right) => right.changed - left.changed).map(({ path }) => granted(path)));
    },
    newWork(name) {
      const bare = basename(name, ENDING);
      if (!isFileName(name) || !isFileName(bare)) throw new Refused(400, { code: 'NAME_INVALID', params: { name } });
      // A browser has no dialog to choose another name in, so a name that is taken gets a number.
      return granted(freshPath(dataFolder, bare, ENDING, existsSync));
    },
    async sample() {
      const folder = freshPath(dataFolder, hostText.sampleReturns, '', existsSync);
      await mkdir(folder, { recursive: true });
      return { work: await granted(freshPath(dataFolder, hostText.sampleWork, ENDING, existsSync)), folder: await granted(folder) };
    },
  };
}
