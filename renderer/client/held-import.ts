import type { WireError } from '../../shared/contract/wire.ts';
import type { RunningJob } from './client.ts';
import { failureOf } from './context.tsx';

export interface Progress {
  readonly fraction: number;
  readonly stage: string;
}

/** The state of an import with those who watch it, and the job that runs. It outlives the page that shows it. */
export interface Held<State, Preview> {
  state(): State;
  subscribe(listener: () => void): () => void;
  cancel(): void;
  become(next: State): void;
  backTo(preview: Preview | null, failure: WireError | null): void;
  progress(progress: Progress): void;
  /** The job's result; null when it failed or was cancelled, and then everything is as before it. */
  settled<Value>(job: RunningJob<Value>, before: Preview | null): Promise<Value | null>;
}

export interface HeldEnvironment<State, Preview> {
  readonly initial: State;
  /** The state that goes back to a preview, or to the beginning. */
  back(preview: Preview | null, failure: WireError | null): State;
  /** The same state further on; null where nothing runs. */
  further(state: State, progress: Progress): State | null;
}

export function createHeld<State, Preview>({ initial, back, further }: HeldEnvironment<State, Preview>): Held<State, Preview> {
  const listeners = new Set<() => void>();
  let state = initial;
  let running: RunningJob<unknown> | null = null;
  const become = (next: State): void => {
    state = next;
    for (const listener of listeners) listener();
  };
  const backTo = (preview: Preview | null, failure: WireError | null): void => become(back(preview, failure));
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
      const next = further(state, progress);
      if (next !== null) become(next);
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
