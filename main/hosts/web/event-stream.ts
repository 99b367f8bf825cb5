import type { ServerResponse } from 'node:http';
import type { CoreEvent } from '../../../shared/contract/wire.ts';
import type { HostCore } from '../common/core-client.ts';
import { PAGE_HEADERS } from '../common/page-files.ts';

/** Events of the core, as Server-Sent Events to every open page. */
export interface EventStream {
  add(response: ServerResponse): void;
  close(): void;
}

/** So that proxies and sleeping machines notice a dead connection. */
const HEARTBEAT_MS = 15_000;

export function createEventStream(core: HostCore): EventStream {
  const open = new Set<ServerResponse>();
  const send = (text: string): void => {
    for (const response of open) response.write(text);
  };
  const stop = core.onEvent((event: CoreEvent) => send(`data: ${JSON.stringify(event)}\n\n`));
  const heartbeat = setInterval(() => send(':\n\n'), HEARTBEAT_MS);
  heartbeat.unref();
  return {
    add(response) {
      response.writeHead(200, { ...PAGE_HEADERS, 'cache-control': 'no-store', 'content-type': 'text/event-stream; charset=utf-8' });
      response.write(':\n\n');
      open.add(response);
      response.on('close', () => open.delete(response));
    },
    close() {
      stop();
      clearInterval(heartbeat);
      for (const response of open) response.end();
      open.clear();
    },
  };
}
