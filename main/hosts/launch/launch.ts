import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hostText } from '../../../shared/text/host-text.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');

/** `npm start`: the desktop window, or the browser where Electron's program is not installed (npm ci does not fetch it). */
export async function launch(args: readonly string[]): Promise<void> {
  const electron = electronProgram();
  if (electron !== null && existsSync(join(ROOT, 'dist', 'electron', 'main.js'))) {
    process.exitCode = await run(electron, [ROOT, ...args]);
    return;
  }
  process.stdout.write(`${electron === null ? hostText.electronMissing : hostText.desktopMissing}\n`);
  process.exitCode = await run(process.execPath, [join(ROOT, 'main', 'hosts', 'web', 'run.mjs'), ...args, '--open']);
}

/** Electron's program file, or null. The package itself is not loaded: it would try to download what is missing. */
function electronProgram(): string | null {
  try {
    const folder = dirname(fileURLToPath(import.meta.resolve('electron')));
    const name = readFileSync(join(folder, 'path.txt'), 'utf8').trim();
    const path = join(process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(folder, 'dist'), name);
    return existsSync(path) ? path : null;
  } catch {
    return null;
  }
}

function run(program: string, args: readonly string[]): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: 'inherit' });
    // The child gets the same signal from the terminal and ends by itself.
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void (signal === 'SIGTERM' && child.kill(signal)));
    child.on('error', () => resolve(1));
    child.on('close', (code) => resolve(code ?? 0));
  });
}
