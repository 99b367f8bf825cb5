import { Worker } from 'node:worker_threads';
import { connectCore, type HostCore } from '../common/core-client.ts';
import type { Places } from '../common/environment.ts';

export interface CoreThread extends HostCore {
  /** Fulfilled when the thread ends without having been asked to; rejected never. */
  readonly ended: Promise<void>;
}

/** The core in a thread of its own: printing and reading never keep the server from answering. */
export function startCoreThread(places: Places): CoreThread {
  const worker = new Worker(new URL('core-worker.ts', import.meta.url), { workerData: places });
  const client = connectCore({
    post: (message) => worker.postMessage(message, []),
    listen: (listener) => void worker.on('message', listener),
  });
  const ended = Promise.withResolvers<void>();
  let closing = false;
  worker.on('error', (error) => process.stderr.write(`${error.stack ?? error.message}\n`));
  worker.on('exit', () => {
    client.gone();
    if (!closing) ended.resolve();
  });
  return {
    ...client,
    ended: ended.promise,
    async close() {
      closing = true;
      await client.close();
      await worker.terminate();
    },
  };
}
