import type { UtilityProcess } from 'electron';
import { type CoreClient, connectCore } from '../common/core-client.ts';
import type { FromCore } from '../common/core-port.ts';
import type { Places } from '../common/environment.ts';
import type { ElectronParts } from './electron-parts.ts';

/** Starts the core in a process of its own. `ended` is called when it ends without having been asked to. */
export function startCore(
  { utilityProcess }: Pick<ElectronParts, 'utilityProcess'>,
  entry: string,
  places: Places,
  ended: () => void,
): CoreClient {
  const child: UtilityProcess = utilityProcess.fork(entry, [JSON.stringify(places)], { serviceName: 'zhiqi-core' });
  const client = connectCore({
    post: (message) => child.postMessage(message, []),
    listen: (listener) => void child.on('message', (message: FromCore) => listener(message)),
  });
  let closing = false;
  child.on('exit', () => {
    client.gone();
    if (!closing) ended();
  });
  return {
    ...client,
    async close() {
      closing = true;
      await client.close();
      child.kill();
    },
  };
}
