import { readFile } from 'node:fs/promises';
import { pageFile } from '../common/page-files.ts';
import { ANSWER_HEADERS, isPageUrl } from './security.ts';

/** Serves the built page at app://zhiqi/, and no file outside its folder. */
export function servePage(pageFolder: string): (request: Pick<Request, 'url' | 'method'>) => Promise<Response> {
  return async ({ url, method }) => {
    const file = method === 'GET' && isPageUrl(url) ? pageFile(pageFolder, new URL(url).pathname) : null;
    const bytes = file === null ? null : await readFile(file.path).catch(() => null);
    if (file === null || bytes === null) return new Response(null, { status: 404, headers: ANSWER_HEADERS });
    return new Response(bytes, { status: 200, headers: { ...ANSWER_HEADERS, 'content-type': file.type } });
  };
}
