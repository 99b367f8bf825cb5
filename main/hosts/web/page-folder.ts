import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { hostText } from '../../../shared/text/host-text.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');

/** The folder of the built page; builds it when it is not there yet. Null when that fails. */
export async function pageFolder(say: (line: string) => void): Promise<string | null> {
  const folder = join(ROOT, 'dist', 'renderer');
  if (existsSync(join(folder, 'index.html'))) return folder;
  say(hostText.building);
  const code = await runVite();
  return code === 0 && existsSync(join(folder, 'index.html')) ? folder : null;
}

function runVite(): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js'), 'build', '--logLevel', 'warn'], {
      cwd: ROOT,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    child.on('error', () => resolve(1));
    child.on('close', (code) => resolve(code ?? 1));
  });
}
