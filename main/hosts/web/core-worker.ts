import { parentPort, workerData } from 'node:worker_threads';
import { machineEnvironment, type Places } from '../common/environment.ts';
import { serveCore } from '../common/serve-core.ts';

/** Entry of the thread the core runs in. */
const port = parentPort;
if (port === null) throw new Error('core-worker.ts runs in a worker thread only');
serveCore(
  { post: (message) => port.postMessage(message), listen: (listener) => void port.on('message', listener) },
  machineEnvironment(workerData as Places),
);
