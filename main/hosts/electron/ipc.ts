import type { IpcMainInvokeEvent } from 'electron';
import { BRIDGE_CHANNELS } from '../../../shared/contract/bridge.ts';
import type { Envelope } from '../../../shared/contract/wire.ts';
import { Failure } from '../../../shared/domain/failure.ts';
import { desktopText } from '../../../shared/text/desktop-text.ts';
import type { HostCore } from '../common/core-client.ts';
import type { ElectronParts } from './electron-parts.ts';
import type { DesktopFiles, OutputPurpose } from './files.ts';
import { isTrustedSender } from './security.ts';

/** The core may be started anew under a window that stays; each call asks for the one that runs now. */
export interface IpcTargets {
  core(): HostCore;
  files(): DesktopFiles;
}

type Answer = (...input: readonly unknown[]) => unknown;

/** One handler for each channel of the bridge. Input is checked here: whatever runs in the page may send anything. */
export function answerBridge(ipcMain: ElectronParts['ipcMain'], { core, files }: IpcTargets): void {
  const answers: Record<keyof typeof BRIDGE_CHANNELS, Answer> = {
    call: (id, method, input) => core().call(text(id), text(method), input),
    cancel: (id) => core().cancel(text(id)),
    knownWorks: () => enveloped(files().knownWorks()),
    openWork: () => enveloped(files().openWork()),
    newWork: (name) => enveloped(files().newWork(text(name))),
    sampleWork: () => enveloped(files().sampleWork()),
    pickReturns: (kind) => enveloped(files().pickReturns(oneOf(['files', 'folder', 'scan'], kind))),
    pickScheme: () => enveloped(files().pickScheme()),
    dropped: (paths) => enveloped(files().dropped(texts(paths))),
    outputFolder: (purpose, mode) => enveloped(files().outputFolder(oneOf(PURPOSES, purpose), oneOf(['ask', 'remembered'], mode))),
    fileIn: (folder, name) => enveloped(files().fileIn(text(folder), text(name))),
    outputFile: (name) => enveloped(files().outputFile(text(name))),
    reveal: (grant) => {
      files().reveal(text(grant));
      return { ok: true, value: null };
    },
  };
  for (const [name, channel] of Object.entries(BRIDGE_CHANNELS)) {
    const answer = answers[name as keyof typeof BRIDGE_CHANNELS];
    ipcMain.handle(channel, (event: IpcMainInvokeEvent, ...input: unknown[]) => {
      if (!isTrustedSender(event)) throw new Error('refused');
      return answer(...input);
    });
  }
}

const PURPOSES = Object.keys(desktopText.outputFolder) as OutputPurpose[];

/** What the page asked for can be refused with its reason; anything else fails only when the core has gone. */
async function enveloped<Value>(value: Promise<Value>): Promise<Envelope<Value>> {
  try {
    return { ok: true, value: await value };
  } catch (error) {
    return { ok: false, error: error instanceof Failure ? { code: error.code, params: error.params } : { code: 'HOST_GONE', params: {} } };
  }
}

function text(value: unknown): string {
  if (typeof value !== 'string' || value === '') throw new Error('refused');
  return value;
}

function texts(value: unknown): string[] {
  if (!Array.isArray(value)) throw new Error('refused');
  return value.map(text);
}

function oneOf<Word extends string>(words: readonly Word[], value: unknown): Word {
  const word = words.find((candidate) => candidate === value);
  if (word === undefined) throw new Error('refused');
  return word;
}
