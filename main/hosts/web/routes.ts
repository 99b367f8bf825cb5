import type { IncomingMessage, ServerResponse } from 'node:http';
import type { HostCore } from '../common/core-client.ts';
import type { Deliveries } from './deliveries.ts';
import type { EventStream } from './event-stream.ts';
import { badInput, readJson, sendJson, textMember } from './exchange.ts';
import type { Uploads } from './uploads.ts';
import type { Works } from './works.ts';

/** `rest`: what follows the route's name in the path. */
export type Handler = (request: IncomingMessage, response: ServerResponse, rest: string) => Promise<void>;

export interface RouteContext {
  readonly core: HostCore;
  readonly events: EventStream;
  readonly uploads: Uploads;
  readonly deliveries: Deliveries;
  readonly works: Works;
}

/** Everything the page can ask of the server; the business is behind the one route `call`. */
export function routes({ core, events, uploads, deliveries, works }: RouteContext): ReadonlyMap<string, Handler> {
  const value = (response: ServerResponse, given: unknown): void => sendJson(response, 200, { ok: true, value: given });
  return new Map<string, Handler>([
    [
      'POST call',
      async (request, response) => {
        const body = await readJson(request);
        sendJson(response, 200, await core.call(textMember(body, 'id'), textMember(body, 'method'), body['input']));
      },
    ],
    [
      'POST cancel',
      async (request, response) => {
        core.cancel(textMember(await readJson(request), 'id'));
        value(response, null);
      },
    ],
    ['GET events', async (_request, response) => events.add(response)],
    ['POST upload', async (request, response) => value(response, await uploads.receive(request))],
    [
      'POST output',
      async (request, response) => {
        const body = await readJson(request);
        const kind = textMember(body, 'kind');
        if (kind !== 'file' && kind !== 'folder') throw badInput('kind');
        value(response, await deliveries.target(kind, textMember(body, 'name')));
      },
    ],
    [
      'POST output-in',
      async (request, response) => {
        const body = await readJson(request);
        value(response, await deliveries.fileIn(textMember(body, 'folder'), textMember(body, 'name')));
      },
    ],
    ['GET download', (_request, response, grant) => deliveries.send(grant, response)],
    ['GET works', async (_request, response) => value(response, await works.known())],
    ['POST works', async (request, response) => value(response, await works.newWork(textMember(await readJson(request), 'name')))],
    ['POST sample', async (_request, response) => value(response, await works.sample())],
  ]);
}
