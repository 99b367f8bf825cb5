import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { hostText } from '../../../shared/text/host-text.ts';
import { PAGE_HEADERS, pageFile } from '../common/page-files.ts';
import { sendNotice } from './exchange.ts';

/** A file of the built page. Names of built files carry their hash; only the first page is asked for anew. */
export async function sendPageFile(folder: string, path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const file = request.method === 'GET' ? pageFile(folder, path) : null;
  const bytes = file === null ? null : await readFile(file.path).catch(() => null);
  if (file === null || bytes === null) return sendNotice(response, 404, hostText.notFound);
  const lasting = path.startsWith('/assets/') ? 'private, max-age=31536000, immutable' : 'no-store';
  response.writeHead(200, { ...PAGE_HEADERS, 'content-type': file.type, 'content-length': bytes.length, 'cache-control': lasting });
  response.end(bytes);
}
