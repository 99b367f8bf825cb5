import { spawn } from 'node:child_process';

/** Opens an address of our own in the default browser. Where there is none, the printed line has to do. */
export function openBrowser(url: string): void {
  const [command, ...args] = opener(url);
  const child = spawn(command, args, { stdio: 'ignore', detached: true, windowsVerbatimArguments: true });
  child.on('error', () => undefined);
  child.unref();
}

function opener(url: string): [string, ...string[]] {
  switch (process.platform) {
    case 'win32':
      return ['rundll32.exe', 'url.dll,FileProtocolHandler', url];
    case 'darwin':
      return ['open', url];
    default:
      return ['xdg-open', url];
  }
}
