import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { strToU8, zipSync, type Zippable } from 'fflate';
import { hostText } from '../../../shared/text/host-text.ts';
import type { HostCore } from '../common/core-client.ts';
import { isFileName } from '../common/file-names.ts';
import { PAGE_HEADERS } from '../common/page-files.ts';
import { Refused, sendNotice } from './exchange.ts';
import type { GrantedFile } from './granted-file.ts';

/** Places the core writes to, and from which the browser downloads what was written. */
export interface Deliveries {
  target(kind: 'file' | 'folder', name: string): Promise<GrantedFile>;
  /** A file in a folder that was made here; it comes down with its folder. */
  fileIn(folderGrant: string, name: string): Promise<GrantedFile>;
  send(grant: string, response: ServerResponse): Promise<void>;
}

interface Target {
  readonly kind: 'file' | 'folder';
  readonly name: string;
  readonly path: string;
}

export function createDeliveries(core: HostCore, temporary: string): Deliveries {
  // Only what was made here can be downloaded, whatever other grants there are.
  const targets = new Map<string, Target>();
  return {
    async target(kind, name) {
      if (!isFileName(name)) throw new Refused(400, { code: 'NAME_INVALID', params: { name } });
      const folder = join(temporary, 'outputs', randomUUID());
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const path = join(folder, name);
      const grant = await core.issue(path);
      targets.set(grant, { kind, name, path });
      return { grant, name };
    },
    async fileIn(folderGrant, name) {
      const folder = targets.get(folderGrant);
      if (folder?.kind !== 'folder') throw new Refused(404, { code: 'FILE_GRANT_UNKNOWN', params: { grant: folderGrant } });
      if (!isFileName(name)) throw new Refused(400, { code: 'NAME_INVALID', params: { name } });
      return { grant: await core.issue(join(folder.path, name)), name };
    },
    async send(grant, response) {
      const target = targets.get(grant);
      const bytes =
        target === undefined ? null : await (target.kind === 'file' ? readFile(target.path) : zipFolder(target.path)).catch(() => null);
      if (target === undefined || bytes === null) return sendNotice(response, 404, hostText.notFound);
      response.writeHead(200, {
        ...PAGE_HEADERS,
        'cache-control': 'no-store',
        'content-type': 'application/octet-stream',
        'content-length': bytes.length,
        'content-disposition': attachment(target.kind === 'file' ? target.name : `${target.name}.zip`),
      });
      response.end(bytes);
    },
  };
}

/** One file for a folder. What lies in it is compressed already (xlsx, pdf), so it is only stored. */
async function zipFolder(folder: string): Promise<Uint8Array> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files: Zippable = {};
  for (const entry of entries.filter((candidate) => candidate.isFile())) {
    const path = join(entry.parentPath, entry.name);
    files[path.slice(folder.length + 1).replaceAll('\\', '/')] = [new Uint8Array(await readFile(path)), { level: 0 }];
  }
  if (Object.keys(files).length === 0) throw new Error('nothing was written');
  return zipSync(files);
}

/** RFC 6266: a plain name for old programs, the real one (RFC 5987) for the others. */
function attachment(name: string): string {
  const plain = name.replaceAll(/[^\w.-]/g, '_');
  const encoded = [...strToU8(name)]
    .map((byte) =>
      PLAIN.test(String.fromCodePoint(byte)) ? String.fromCodePoint(byte) : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`,
    )
    .join('');
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}

const PLAIN = /[A-Za-z0-9!#$&+.^_`|~-]/;
