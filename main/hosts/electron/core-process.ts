import { machineEnvironment, type Places } from '../common/environment.ts';
import { serveCore } from '../common/serve-core.ts';
import type { FromCore, ToCore } from '../common/core-port.ts';

/** Entry of the utility process the core runs in; its one argument says where things lie. */
const port = process.parentPort;
const places = JSON.parse(process.argv.at(-1) ?? '') as Places;
serveCore(
  {
    post: (message: FromCore) => port.postMessage(message),
    listen: (listener: (message: ToCore) => void) => void port.on('message', (event) => listener(event.data as ToCore)),
  },
  machineEnvironment(places),
);
