// JavaScript, because it comes before the first TypeScript is read: that is what it spares.
import { accessSync, constants, mkdirSync } from 'node:fs';
import module from 'node:module';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

/**
 * Lets Node keep what it has made of the sources (types stripped, compiled) for the next start, in the folder of the user's caches, where nobody else
 * can put anything. NODE_COMPILE_CACHE names another folder, NODE_DISABLE_COMPILE_CACHE=1 does without. A folder that cannot be written, or a Node
 * that has no such cache, changes nothing but the time a start takes. Threads get it through the environment.
 */
export function keepCompiled() {
  if (process.env['NODE_COMPILE_CACHE'] !== undefined || typeof module.enableCompileCache !== 'function') return;
  try {
    const folder = join(cachesOfUser(), 'zhiqi', 'compiled');
    makeFolder(folder);
    const { status } = module.enableCompileCache(folder);
    if (status === module.constants?.compileCacheStatus.ENABLED) process.env['NODE_COMPILE_CACHE'] = folder;
  } catch {
    // A user without a home folder, or one that cannot be written.
  }
}

/** Step by step: where a system says of a folder that it cannot be made because it is not there, Node's own way asks for ever. */
function makeFolder(folder) {
  for (const step of [dirname(dirname(folder)), dirname(folder), folder]) {
    try {
      mkdirSync(step, { mode: 0o700 });
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
  }
  accessSync(folder, constants.W_OK);
}

function cachesOfUser() {
  switch (process.platform) {
    case 'win32':
      return process.env['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local');
    case 'darwin':
      return join(homedir(), 'Library', 'Caches');
    default:
      return process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache');
  }
}
