import { Worker } from 'node:worker_threads';

/** Work that keeps a thread busy for seconds, done in threads of its own, so that the host can answer and the work can be cancelled meanwhile. */
export interface Threads<Order, Answer> {
  /** One order, one answer. A cancelled signal ends the thread wherever it is. */
  run(order: Order, signal: AbortSignal): Promise<Answer>;
  close(): void;
}

/** As long as somebody goes on with the same work, the next order comes sooner than this. */
const IDLE_MS = 60_000;

/**
 * Threads of one kind; `worker` answers each message with one message. A thread does one order at a time, and orders at once get a thread each.
 * One is kept for the next order, because loading its code takes as long as its work; it does not keep the process alive.
 */
export function createThreads<Order, Answer>(worker: URL): Threads<Order, Answer> {
  let idle: Worker | null = null;
  let expiry: NodeJS.Timeout | undefined;
  let closed = false;
  const dismiss = (): void => {
    clearTimeout(expiry);
    void idle?.terminate();
    idle = null;
  };
  const take = (): Worker => {
    clearTimeout(expiry);
    const thread = idle ?? new Worker(worker);
    idle = null;
    thread.ref();
    return thread;
  };
  const keep = (thread: Worker): void => {
    dismiss();
    thread.unref();
    idle = thread;
    expiry = setTimeout(dismiss, IDLE_MS).unref();
    if (closed) dismiss();
  };
  return {
    async run(order, signal) {
      signal.throwIfAborted();
      const thread = take();
      try {
        const answer = await answerOf<Answer>(thread, order, signal);
        keep(thread);
        return answer;
      } catch (error) {
        await thread.terminate();
        throw error;
      }
    },
    close() {
      closed = true;
      dismiss();
    },
  };
}

/** A thread's file stands beside the one that starts it, as source or bundled: threadFile(import.meta.url, 'print-worker'). */
export const threadFile = (beside: string, name: string): URL => new URL(`./${name}.${beside.endsWith('.ts') ? 'ts' : 'js'}`, beside);

async function answerOf<Answer>(thread: Worker, order: unknown, signal: AbortSignal): Promise<Answer> {
  const listening = new AbortController();
  try {
    return await new Promise((resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason), { signal: listening.signal });
      thread
        .once('message', resolve)
        .once('error', reject)
        .once('exit', (code) => reject(new Error(`the thread ended with ${code} and no answer`)));
      thread.postMessage(order, []);
    });
  } finally {
    listening.abort();
    // Without names it would take Node's own listeners away as well, and the thread would never be heard again.
    for (const event of ['message', 'error', 'exit']) thread.removeAllListeners(event);
  }
}
