import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hostText } from '../../../shared/text/host-text.ts';
import type { HostCore } from '../common/core-client.ts';
import { createDeliveries } from './deliveries.ts';
import { createEventStream } from './event-stream.ts';
import { Refused, sendJson, sendNotice } from './exchange.ts';
import { createGate, type Gate } from './gate.ts';
import { type Handler, routes } from './routes.ts';
import { sendPageFile } from './send-page-file.ts';
import { createUploads } from './uploads.ts';
import { createWorks } from './works.ts';

export interface ServerOptions {
  readonly core: HostCore;
  /** The built page. */
  readonly pageFolder: string;
  /** Where works lie and new ones are made. */
  readonly dataFolder: string;
}

export interface WebServer {
  /** An address that lets one browser in, once. */
  newLink(): string;
  close(): Promise<void>;
}

/** The server on 127.0.0.1, at a port the system chooses. */
export async function startServer({ core, pageFolder, dataFolder }: ServerOptions): Promise<WebServer> {
  const temporary = mkdtempSync(join(tmpdir(), 'zhiqi-web-'));
  const server = createServer();
  const gate = createGate(await listen(server));
  const events = createEventStream(core);
  const table = routes({
    core,
    events,
    uploads: createUploads(core, temporary),
    deliveries: createDeliveries(core, temporary),
    works: createWorks(core, dataFolder),
  });
  server.on('request', (request, response) => void answer({ gate, table, pageFolder }, request, response));
  return {
    newLink: () => `${gate.origin}/?token=${gate.newToken()}`,
    async close() {
      events.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      rmSync(temporary, { recursive: true, force: true });
    },
  };
}

interface Answering {
  readonly gate: Gate;
  readonly table: ReadonlyMap<string, Handler>;
  readonly pageFolder: string;
}

async function answer({ gate, table, pageFolder }: Answering, request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    if (!gate.isAddressedHere(request)) return sendNotice(response, 403, hostText.refused);
    const url = addressOf(request, gate);
    if (url === null) return sendNotice(response, 400, hostText.notFound);
    const token = url.searchParams.get('token');
    if (request.method === 'GET' && url.pathname === '/' && token !== null) return enter(gate, token, request, response);
    if (!gate.isKnown(request)) return sendNotice(response, 403, hostText.refused);
    const [, area, name = '', ...rest] = url.pathname.split('/');
    if (area !== 'api') return await sendPageFile(pageFolder, url.pathname, request, response);
    const handler = table.get(`${request.method} ${name}`);
    if (handler === undefined) return sendNotice(response, 404, hostText.notFound);
    await handler(request, response, rest.join('/'));
  } catch (error) {
    fail(error, request, response);
  }
}

/** Put behind the origin, not resolved against it: `//name/` would be another host's address. */
function addressOf(request: IncomingMessage, gate: Gate): URL | null {
  const path = request.url ?? '';
  return path.startsWith('/') && URL.canParse(gate.origin + path) ? new URL(gate.origin + path) : null;
}

/** The token leaves the address bar at once, so that it stands in no history and no screenshot. */
function enter(gate: Gate, token: string, request: IncomingMessage, response: ServerResponse): void {
  const admitted = gate.redeem(token);
  if (!admitted && !gate.isKnown(request)) return sendNotice(response, 403, hostText.refused);
  response.writeHead(303, {
    location: '/',
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    ...(admitted ? { 'set-cookie': gate.cookie } : {}),
  });
  response.end();
}

function fail(error: unknown, request: IncomingMessage, response: ServerResponse): void {
  if (response.headersSent) return void response.destroy();
  // What has not been read of the body is not waited for.
  response.shouldKeepAlive = request.complete;
  if (error instanceof Refused) return sendJson(response, error.status, { ok: false, error: error.error });
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  sendJson(response, 500, { ok: false, error: { code: 'INTERNAL', params: { id: 'web' } } });
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (address === null || typeof address === 'string') reject(new Error('the server has no port'));
      else resolve(address.port);
    });
  });
}
