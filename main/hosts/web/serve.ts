import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { failureText } from '../../../shared/text/failure-text.ts';
import { hostText } from '../../../shared/text/host-text.ts';
import { temporaryCache } from '../common/environment.ts';
import { type CoreThread, startCoreThread } from './core-thread.ts';
import { openBrowser } from './open-browser.ts';
import { readOptions, type ServeOptions } from './options.ts';
import { pageFolder } from './page-folder.ts';
import { startServer, type WebServer } from './server.ts';

/** `npm run serve -- [WORK.sqlite]`: the interface for an ordinary browser on this machine. Runs until Ctrl+C. */
export async function serve(args: readonly string[]): Promise<void> {
  const options = readOptions(args);
  if ('problem' in options) return fail(options.problem);
  const page = options.page === null ? await pageFolder(print) : resolve(options.page);
  if (page === null) return fail(hostText.buildFailed);

  const root = join(import.meta.dirname, '..', '..', '..');
  const core = startCoreThread({ templatesFolder: join(root, 'templates'), cacheFolder: temporaryCache() });
  core.ended.then(
    () => fail(hostText.coreEnded),
    () => undefined,
  );
  const problem = options.work === null ? null : await openWork(core, options.work);
  if (problem !== null) {
    await core.close();
    return fail(problem);
  }
  const server = await startServer({ core, pageFolder: page, dataFolder: dataFolder(options) });
  runUntilStopped(server, core);
  const link = server.newLink();
  print(hostText.opened(link));
  print(hostText.linkOnce);
  if (options.open) openBrowser(link);
}

async function openWork(core: CoreThread, path: string): Promise<string | null> {
  const answer = await core.call(randomUUID(), 'work.open', { file: await core.issue(resolve(path)) });
  return answer.ok ? null : failureText(answer.error.code, answer.error.params);
}

/** Where works lie that the page may choose from: the given folder, that of the given work, or one of our own among the documents. */
function dataFolder(options: ServeOptions): string {
  const folder = options.data ?? (options.work === null ? join(documentsFolder(), hostText.dataFolder) : dirname(resolve(options.work)));
  mkdirSync(folder, { recursive: true });
  return resolve(folder);
}

function documentsFolder(): string {
  const home = homedir();
  const known = ['Documents', '文档'].map((name) => join(home, name)).find((path) => existsSync(path) && statSync(path).isDirectory());
  return known ?? home;
}

function runUntilStopped(server: WebServer, core: CoreThread): void {
  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    await server.close();
    await core.close();
    print(hostText.stopped);
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop());
  if (process.stdin.isTTY)
    createInterface({ input: process.stdin })
      .on('line', () => print(hostText.newLink(server.newLink())))
      .on('SIGINT', () => void stop());
}

const print = (line: string): void => void process.stdout.write(`${line}\n`);

function fail(sentence: string): never {
  process.stderr.write(`✗ ${sentence}\n`);
  process.exit(1);
}
