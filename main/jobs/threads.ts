import { Worker, type WorkerOptions } from 'node:worker_threads';

/** Work that keeps a thread busy for seconds, done in threads of its own, so that the host can answer and the work can be cancelled meanwhile. */
export interface Threads<Order, Answer, Part = never> {
  /** One order, one answer, and before it any number of parts. A cancelled signal ends the thread wherever it is. */
  run(order: Order, signal: AbortSignal, onPart?: (part: Part) => void): Promise<Answer>;
  close(): void;
}

/** What a thread sends ahead of its answer (先行部分): how far it is, and pieces of what would be too much for one message. */
export interface PartMessage<Part> {
  readonly threadPart: Part;
}

/** How much one order may take. A thread that wants more is ended, and whoever gave the order is told which of the two it was. */
export interface ThreadLimits {
  readonly heapMegabytes: number;
  /** Of processor time of the whole process while the order runs: a slow or sleeping machine ends nothing that would have ended well. */
  readonly seconds: number;
}

/** An order took more than its thread may take. */
export class ThreadOverLimit extends Error {
  readonly limit: 'memory' | 'time';
  readonly maximum: number;

  constructor(limit: 'memory' | 'time', maximum: number) {
    super(`the thread took more than its ${limit}`);
    this.name = 'ThreadOverLimit';
    this.limit = limit;
    this.maximum = maximum;
  }
}

/** As long as somebody goes on with the same work, the next order comes sooner than this. */
const IDLE_MS = 60_000;

/**
 * Threads of one kind; `worker` answers each message with one message, which may have parts (PartMessage) before it. A thread does one order at a time, and orders at once get a thread each.
 * One is kept for the next order, because loading its code takes as long as its work; it does not keep the process alive. Where an order is so
 * large that the memory of the thread weighs more than its loading, it is ended afterwards.
 */
export function createThreads<Order, Answer, Part = never>(
  worker: URL,
  limits: ThreadLimits | null = null,
  afterwards: 'kept' | 'ended' = 'kept',
): Threads<Order, Answer, Part> {
  let idle: Worker | null = null;
  let expiry: NodeJS.Timeout | undefined;
  let closed = false;
  const dismiss = (): void => {
    clearTimeout(expiry);
    void idle?.terminate();
    idle = null;
  };
  // A thread that waits or is being ended may fail as well; an error that nobody hears would end the whole process.
  const started = (): Worker => {
    const thread = new Worker(worker, optionsOf(limits));
    return thread
      .on('error', () => undefined)
      .on('exit', () => {
        if (idle === thread) idle = null;
      });
  };
  const take = (): Worker => {
    clearTimeout(expiry);
    const thread = idle ?? started();
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
    async run(order, signal, onPart = () => undefined) {
      signal.throwIfAborted();
      const thread = take();
      try {
        const answer = await answerOf<Answer, Part>(thread, order, { signal, limits, onPart });
        if (afterwards === 'kept') keep(thread);
        else void thread.terminate();
        return answer;
      } catch (error) {
        const ended = thread.terminate();
        // A thread that is short of memory may take long to end; who waits for its file is told at once.
        if (!(error instanceof ThreadOverLimit)) await ended;
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

const optionsOf = (limits: ThreadLimits | null): WorkerOptions =>
  limits === null ? {} : { resourceLimits: { maxOldGenerationSizeMb: limits.heapMegabytes, maxYoungGenerationSizeMb: YOUNG_MEGABYTES } };

/** Beside a heap that is bounded; V8 would take three times as much and be slow to notice the bound. */
const YOUNG_MEGABYTES = 32;

/** How often the time is looked at. */
const LOOK_MS = 250;

interface Asked<Part> {
  readonly signal: AbortSignal;
  readonly limits: ThreadLimits | null;
  readonly onPart: (part: Part) => void;
}

async function answerOf<Answer, Part>(thread: Worker, order: unknown, { signal, limits, onPart }: Asked<Part>): Promise<Answer> {
  const listening = new AbortController();
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const failed = (error: Error): void =>
    reject(limits !== null && isOutOfMemory(error) ? new ThreadOverLimit('memory', limits.heapMegabytes) : error);
  const exited = (code: number): void => reject(new Error(`the thread ended with ${code} and no answer`));
  const watch = limits === null ? undefined : watched(limits.seconds, () => reject(new ThreadOverLimit('time', limits.seconds)));
  const heard = (message: Answer | PartMessage<Part>): void => {
    if (isPart(message)) onPart(message.threadPart);
    else resolve(message);
  };
  try {
    signal.addEventListener('abort', () => reject(signal.reason), { signal: listening.signal });
    thread.on('message', heard).on('error', failed).on('exit', exited);
    thread.postMessage(order, []);
    return await promise;
  } finally {
    listening.abort();
    clearInterval(watch);
    thread.off('message', heard).off('error', failed).off('exit', exited);
  }
}

function isPart<Part>(message: unknown): message is PartMessage<Part> {
  return typeof message === 'object' && message !== null && 'threadPart' in message;
}

const isOutOfMemory = (error: Error): boolean => 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';

function watched(seconds: number, over: () => void): NodeJS.Timeout {
  const before = process.cpuUsage();
  return setInterval(() => {
    const { user, system } = process.cpuUsage(before);
    if ((user + system) / 1_000_000 > seconds) over();
  }, LOOK_MS);
}
