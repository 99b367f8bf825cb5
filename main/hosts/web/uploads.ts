import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { isFileName } from '../common/file-names.ts';
import type { GrantedFile } from './granted-file.ts';
import type { HostCore } from '../common/core-client.ts';
import { badInput, readBody, Refused } from './exchange.ts';

/** Files the browser hands in; they lie in the server's temporary folder until it ends. */
export interface Uploads {
  receive(request: IncomingMessage): Promise<GrantedFile>;
}

const LIMIT_MB = 60;

export function createUploads(core: HostCore, temporary: string): Uploads {
  return {
    async receive(request) {
      const name = uploadName(request);
      const bytes = await readBody(
        request,
        LIMIT_MB * 1_000_000,
        () => new Refused(413, { code: 'UPLOAD_TOO_LARGE', params: { name, limit: LIMIT_MB } }),
      );
      // A folder for each: two files of one name from two folders are two files.
      const folder = join(temporary, 'uploads', randomUUID());
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await writeFile(join(folder, name), bytes, { mode: 0o600 });
      return { grant: await core.issue(join(folder, name)), name };
    },
  };
}

/** Header values are ASCII; the page sends the name percent-encoded. */
function uploadName(request: IncomingMessage): string {
  const header = request.headers['x-file-name'];
  if (typeof header !== 'string') throw badInput('x-file-name');
  let name: string;
  try {
    name = decodeURIComponent(header);
  } catch {
    throw badInput('x-file-name');
  }
  if (!isFileName(name)) throw new Refused(400, { code: 'NAME_INVALID', params: { name } });
  return name;
}
