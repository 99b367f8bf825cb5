import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createMain } from '../../main/hosts/electron/create-main.ts';
import { type FakeElectron, fakeElectron, type FakeWindow, messageFrom } from './fake-electron.ts';

export interface Desktop extends FakeElectron {
  readonly window: FakeWindow;
  /** Calls a channel of the bridge as the page would. */
  ask(channel: string, ...input: unknown[]): Promise<unknown>;
}

/** The desktop program on a fake electron, with a page of one file, after it has started. */
export async function startDesktop(folder: string): Promise<Desktop> {
  const electron = fakeElectron(folder);
  const pageFolder = join(folder, 'page');
  mkdirSync(pageFolder, { recursive: true });
  writeFileSync(join(pageFolder, 'index.html'), '<!doctype html><title>page</title>');
  writeFileSync(join(folder, 'secret.json'), '"secret"');
  await start(electron, folder);
  const [window] = electron.windows;
  if (window === undefined) throw new Error('no window was opened');
  return {
    ...electron,
    window,
    async ask(channel, ...input) {
      const handler = electron.handlers.get(channel);
      if (handler === undefined) throw new Error(`no handler for ${channel}`);
      return handler(messageFrom(window), ...input);
    },
  };
}

/** The program's own start, up to where it waits for somebody. */
export async function start({ parts }: FakeElectron, folder: string): Promise<void> {
  createMain(parts, {
    pageFolder: join(folder, 'page'),
    templatesFolder: join(folder, 'templates'),
    preload: join(folder, 'preload.cjs'),
    coreProcess: join(folder, 'core-process.js'),
  });
  await new Promise((resolve) => setImmediate(resolve));
}
