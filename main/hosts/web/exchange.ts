import type { IncomingMessage, ServerResponse } from 'node:http';
import { hostText } from '../../../shared/text/host-text.ts';
import type { WireError } from '../../../shared/contract/wire.ts';
import { PAGE_HEADERS } from '../common/page-files.ts';

/** A request refused with a status; the page gets the error in an envelope. */
export class Refused extends Error {
  readonly status: number;
  readonly error: WireError;

  constructor(status: number, error: WireError) {
    super(error.code);
    this.name = 'Refused';
    this.status = status;
    this.error = error;
  }
}

/** All bytes of the request, or Refused when there are more than `limit`. */
export async function readBody(request: IncomingMessage, limit: number, tooLarge: () => Refused): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > limit) throw tooLarge();
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const JSON_LIMIT = 4_000_000;

/** The JSON object in the body. Other content types are refused: a form of a foreign page cannot send this one. */
export async function readJson(request: IncomingMessage): Promise<Readonly<Record<string, unknown>>> {
  if (request.headers['content-type']?.split(';')[0]?.trim() !== 'application/json') throw badInput('content-type');
  const body = await readBody(request, JSON_LIMIT, () => badInput('size'));
  try {
    const value: unknown = JSON.parse(body.toString('utf8'));
    if (value !== null && typeof value === 'object' && !Array.isArray(value)) return { ...value };
  } catch {
    // Falls through to the refusal.
  }
  throw badInput('json');
}

export function textMember(value: Readonly<Record<string, unknown>>, key: string): string {
  const member = value[key];
  if (typeof member !== 'string' || member === '') throw badInput(key);
  return member;
}

export const badInput = (path: string): Refused =>
  new Refused(400, { code: 'INPUT_INVALID', params: { method: 'web', path, problem: 'invalid' } });

export function sendJson(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { ...PAGE_HEADERS, 'cache-control': 'no-store', 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(value));
}

/** A page that stands in for the interface: no script, no style, one sentence. */
export function sendNotice(response: ServerResponse, status: number, sentence: string): void {
  response.writeHead(status, { ...PAGE_HEADERS, 'cache-control': 'no-store', 'content-type': 'text/html; charset=utf-8' });
  response.end(`<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>${hostText.refusedTitle}</title><p>${sentence}</p></html>`);
}
