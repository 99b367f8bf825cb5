import { type CoreEvent, type Envelope, valueOf } from '../../shared/contract/wire.ts';
import { chooseFiles, droppedFiles } from './browser-files.ts';
import type { ChosenFiles, GrantedFile, Host, HostFiles, RefusedFile } from './host.ts';

/** The web host on 127.0.0.1: calls over HTTP, events over Server-Sent Events, files as uploads and downloads. */
export function createWebHost(): Host {
  const events = new EventSource('/api/events');
  return {
    call: (id, method, input) => post('call', { id, method, input }),
    cancel: (id) => void post('cancel', { id }),
    onEvent(listener) {
      const receive = (message: MessageEvent<string>): void => listener(JSON.parse(message.data) as CoreEvent);
      events.addEventListener('message', receive);
      return () => events.removeEventListener('message', receive);
    },
    onCommand: () => () => undefined,
    files: webFiles,
  };
}

const webFiles: HostFiles = {
  knownWorks: async () => valueOf(await request<readonly GrantedFile[]>('works', {})),
  openWork: () => Promise.resolve('unavailable'),
  newWork: async (suggestedName) => valueOf(await post<GrantedFile>('works', { name: suggestedName })),
  sampleWork: async () => valueOf(await post<{ work: GrantedFile; folder: GrantedFile }>('sample', {})),
  async pickReturns(kind) {
    const files = await chooseFiles(kind);
    return files === null ? null : upload(files);
  },
  async pickScheme() {
    const files = await chooseFiles('scheme');
    return files === null ? null : ((await upload(files.slice(0, 1)))[0] ?? null);
  },
  dropped: async (transfer) => upload(await droppedFiles(transfer)),
  outputFolder: async (purpose) => valueOf(await post<GrantedFile>('output', { kind: 'folder', name: FOLDER_NAMES[purpose] })),
  fileIn: async (folder, name) => valueOf(await post<GrantedFile>('output-in', { folder: folder.grant, name })),
  outputFile: async (suggestedName) => valueOf(await post<GrantedFile>('output', { kind: 'file', name: suggestedName })),
  delivered(target) {
    const link = document.createElement('a');
    link.href = `/api/download/${target.grant}`;
    // The server gives the name; the attribute keeps a failed download from replacing the page.
    link.download = '';
    link.click();
    return Promise.resolve();
  },
  revealAvailability: 'unavailable',
  reveal: () => Promise.resolve(),
};

/** Names of the archives a folder comes down as. */
const FOLDER_NAMES = { templates: '填报表', reports: '正式文件' } as const;

/** What the web host takes in one upload, in bytes; it refuses more by itself. Known here too, so that one large file does not end the others. */
const UPLOAD_LIMIT = 60_000_000;

/** One after another: a return is small. */
async function upload(files: readonly File[]): Promise<ChosenFiles> {
  const chosen: (GrantedFile | RefusedFile)[] = [];
  for (const file of files) {
    if (file.size > UPLOAD_LIMIT) chosen.push({ name: file.name, size: file.size, limit: UPLOAD_LIMIT });
    else
      chosen.push(
        valueOf(
          await request<GrantedFile>('upload', { method: 'POST', headers: { 'x-file-name': encodeURIComponent(file.name) }, body: file }),
        ),
      );
  }
  return chosen;
}

const post = <Value>(route: string, body: unknown): Promise<Envelope<Value>> =>
  request(route, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

/** The server answers with an envelope, whatever the status; anything else means that there is no server of ours any more. */
async function request<Value>(route: string, options: RequestInit): Promise<Envelope<Value>> {
  try {
    const response = await fetch(`/api/${route}`, { ...options, credentials: 'same-origin' });
    return (await response.json()) as Envelope<Value>;
  } catch {
    return { ok: false, error: { code: 'HOST_GONE', params: {} } };
  }
}
