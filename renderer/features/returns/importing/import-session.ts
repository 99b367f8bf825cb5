import type { PreviewFile } from '../../../../shared/contract/returns.ts';
import type { WireError } from '../../../../shared/contract/wire.ts';
import type { Client, RunningJob } from '../../../client/client.ts';
import { failureOf } from '../../../client/context.tsx';
import type { ChosenFiles } from '../../../host/host.ts';
import { adoptedHashes, leftOut, refusedFile } from './decisions.ts';
import { type ImportState, isBusy, type LostImport, type Preview, type Progress } from './import-state.ts';

/**
 * One import from choosing the files to the result. It lives outside of the page, so that going to another page and coming back loses neither
 * a running job nor the decisions.
 */
export interface ImportSession {
  state(): ImportState;
  subscribe(listener: () => void): () => void;
  /** Files chosen or dropped, added to those of an open preview; null = the choice was cancelled. 'nothing': there were none. */
  receive(chosen: Promise<ChosenFiles | null>): Promise<'done' | 'nothing'>;
  /** Reads the files of the preview anew. */
  reread(): Promise<void>;
  decide(hashes: readonly string[], adopt: boolean): void;
  store(): Promise<void>;
  cancel(): void;
  /** Back to the beginning. */
  clear(): void;
}

interface SessionEnvironment {
  readonly client: Client;
  readonly year: number;
  /** What a reload of the page has ended. */
  readonly lost?: LostImport | undefined;
  /** The work has changed. */
  onStored(): Promise<void>;
}

const IDLE: ImportState = { phase: 'idle', failure: null };

export function createImportSession({ client, year, lost, onStored }: SessionEnvironment): ImportSession {
  const held = createHeld({ phase: 'idle', failure: null, lost });
  const { become, backTo } = held;

  async function read(sources: readonly string[], refused: readonly PreviewFile[], before: Preview | null): Promise<void> {
    const preview = { sources, refused, discarded: before?.discarded ?? new Set<string>() };
    // Nothing to read when the host has taken none of the files.
    if (sources.length === 0) return become({ phase: 'preview', preview: { ...preview, files: refused }, failure: null });
    become({ phase: 'reading', before, count: sources.length + refused.length, progress: null });
    const job = client.job('returns.preview', { year, sources: [...sources] }, held.progress);
    const files = await held.settled(job, before);
    if (files !== null) become({ phase: 'preview', preview: { ...preview, files: [...files.files, ...refused] }, failure: null });
  }

  async function store(preview: Preview): Promise<void> {
    become({ phase: 'storing', preview, progress: null });
    const job = client.job('returns.import', { year, sources: [...preview.sources], only: adoptedHashes(preview) }, held.progress);
    const report = await held.settled(job, preview);
    if (report === null) return;
    become({ phase: 'done', report, left: leftOut(preview, report) });
    await onStored();
  }

  return {
    state: held.state,
    subscribe: held.subscribe,
    async receive(chosen) {
      const previous = held.state();
      if (isBusy(previous)) return 'done';
      const before = previous.phase === 'preview' ? previous.preview : null;
      become({ phase: 'receiving', before });
      try {
        const files = await chosen;
        if (files === null || files.length === 0) become(previous);
        else await read([...(before?.sources ?? []), ...taken(files)], [...(before?.refused ?? []), ...refusedOf(files)], before);
        return files?.length === 0 ? 'nothing' : 'done';
      } catch (error) {
        backTo(before, failureOf(error));
        return 'done';
      }
    },
    async reread() {
      const now = held.state();
      if (now.phase === 'preview') await read(now.preview.sources, now.preview.refused, now.preview);
    },
    decide(hashes, adopt) {
      const now = held.state();
      if (now.phase === 'preview') become({ ...now, preview: { ...now.preview, discarded: decided(now.preview.discarded, hashes, adopt) } });
    },
    async store() {
      const now = held.state();
      if (now.phase === 'preview') await store(now.preview);
    },
    cancel: held.cancel,
    clear() {
      if (!isBusy(held.state())) become(IDLE);
    },
  };
}

const taken = (files: ChosenFiles): string[] => files.flatMap((file) => ('grant' in file ? file.grant : []));

const refusedOf = (files: ChosenFiles): PreviewFile[] => files.flatMap((file) => ('grant' in file ? [] : refusedFile(file)));

function decided(discarded: ReadonlySet<string>, hashes: readonly string[], adopt: boolean): ReadonlySet<string> {
  const next = new Set(discarded);
  for (const hash of hashes) {
    if (adopt) next.delete(hash);
    else next.add(hash);
  }
  return next;
}

/** The state with those who watch it, and the job that runs. */
interface Held extends Pick<ImportSession, 'state' | 'subscribe' | 'cancel'> {
  become(next: ImportState): void;
  backTo(preview: Preview | null, failure: WireError | null): void;
  progress(progress: Progress): void;
  /** The job's result; null when it failed or was cancelled, and then everything is as before it. */
  settled<Value>(job: RunningJob<Value>, before: Preview | null): Promise<Value | null>;
}

function createHeld(initial: ImportState): Held {
  const listeners = new Set<() => void>();
  let state: ImportState = initial;
  let running: RunningJob<unknown> | null = null;
  const become = (next: ImportState): void => {
    state = next;
    for (const listener of listeners) listener();
  };
  const backTo = (preview: Preview | null, failure: WireError | null): void => become(preview === null ? { phase: 'idle', failure } : { phase: 'preview', preview, failure });
  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    cancel: () => running?.cancel(),
    become,
    backTo,
    progress(progress) {
      if (state.phase === 'reading' || state.phase === 'storing') become({ ...state, progress });
    },
    async settled(job, before) {
      running = job;
      try {
        return await job.result;
      } catch (error) {
        backTo(before, failureOf(error));
        return null;
      } finally {
        running = null;
      }
    },
  };
}
