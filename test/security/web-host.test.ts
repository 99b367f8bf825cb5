import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unzipSync } from 'fflate';
import { temporaryFolder } from '../support/folder.ts';
import { runWebHost, type RunningWebHost } from '../support/web-host.ts';

interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
  readonly bytes: Buffer;
}

interface Sent {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

const folder = temporaryFolder();
const page = join(folder, 'page');
const data = join(folder, 'data');
const temporary = join(folder, 'temporary');
let host: RunningWebHost;
let cookie = '';

beforeAll(async () => {
  for (const made of [join(page, 'assets'), data, temporary]) mkdirSync(made, { recursive: true });
  writeFileSync(join(page, 'index.html'), '<!doctype html><title>page</title>');
  writeFileSync(join(page, 'assets', 'page.js'), '');
  writeFileSync(join(folder, 'secret.json'), '"secret"');
  host = await runWebHost({ page, data, env: { TMPDIR: temporary, TEMP: temporary } });
});
afterAll(async () => void (await host.stop()));

/** Exactly this request: `fetch` would put headers right. */
function send(path: string, { method = 'GET', headers = {}, body }: Sent = {}): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(host.origin);
    const request = httpRequest({ hostname, port, path, method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const bytes = Buffer.concat(chunks);
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text: bytes.toString('utf8'), bytes });
      });
      response.on('error', reject);
    });
    request.on('error', reject);
    request.end(body);
  });
}

/** The answer to a request whose body is announced and not sent. */
function statusBeforeBody(path: string, headers: Readonly<Record<string, string>>): Promise<number> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(host.origin);
    const request = httpRequest({ hostname, port, path, method: 'POST', headers }, (response) => {
      resolve(response.statusCode ?? 0);
      request.destroy();
    });
    request.on('error', reject);
    request.flushHeaders();
  });
}

const known = (): Record<string, string> => ({ cookie });
const own = (): Record<string, string> => ({ cookie, origin: host.origin, 'content-type': 'application/json' });
const post = (path: string, body: unknown, headers: Record<string, string> = own()): Promise<Reply> =>
  send(path, { method: 'POST', headers, body: JSON.stringify(body) });
const call = { id: 'one', method: 'work.current', input: {} };

describe('getting in', () => {
  it('nobody gets in without a token, and is told what to do', async () => {
    for (const path of ['/', '/assets/page.js', '/api/works', '/api/events']) {
      const reply = await send(path);
      expect(reply.status).toBe(403);
      expect(reply.text).toContain('新链接');
    }
    expect((await send('/?token=wrong')).status).toBe(403);
    expect((await send('/?token=')).status).toBe(403);
  });

  it('the token is exchanged for a cookie that scripts and other sites cannot use, and leaves the address', async () => {
    const { pathname, search } = new URL(host.link);
    const reply = await send(`${pathname}${search}`);
    expect(reply.status).toBe(303);
    expect(reply.headers['location']).toBe('/');
    const [set = ''] = reply.headers['set-cookie'] ?? [];
    expect(set).toMatch(/^zhiqi_\d+=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
    cookie = set.split(';')[0] ?? '';
    expect((await send('/', { headers: known() })).status).toBe(200);
  });

  it('a token used twice lets nobody in', async () => {
    const { pathname, search } = new URL(host.link);
    const reply = await send(`${pathname}${search}`);
    expect(reply.status).toBe(403);
    expect(reply.headers['set-cookie']).toBeUndefined();
  });

  it('a wrong or foreign cookie lets nobody in', async () => {
    const [name = '', value = ''] = cookie.split('=');
    for (const forged of [
      `${name}=`,
      `${name}=${value.slice(1)}`,
      `${name}=${value}x`,
      `other=${value}`,
      `${name.toUpperCase()}=${value}`,
    ]) {
      expect((await send('/api/works', { headers: { cookie: forged } })).status).toBe(403);
    }
  });
});

describe('who asks', () => {
  it('a name that only points to this machine is refused (DNS rebinding)', async () => {
    const port = new URL(host.origin).port;
    for (const name of [
      `localhost:${port}`,
      `attacker.example:${port}`,
      '127.0.0.1',
      `127.0.0.1.:${port}`,
      `127.0.0.1:${port}.attacker.example`,
    ]) {
      expect((await send('/', { headers: { ...known(), host: name } })).status).toBe(403);
      expect((await post('/api/call', call, { ...own(), host: name })).status).toBe(403);
    }
  });

  it('another origin is refused, also with the cookie', async () => {
    for (const origin of [
      'http://attacker.example',
      'null',
      'http://127.0.0.1',
      host.origin.replace('http', 'https'),
      `${host.origin}.attacker.example`,
    ]) {
      expect((await post('/api/call', call, { ...own(), origin })).status).toBe(403);
      expect((await send('/api/works', { headers: { ...known(), origin } })).status).toBe(403);
    }
  });

  it('a command without an origin, or with the content type of a form, is refused', async () => {
    const { origin: _origin, ...without } = own();
    expect((await post('/api/call', call, without)).status).toBe(403);
    expect((await post('/api/call', call, { ...own(), 'content-type': 'text/plain' })).status).toBe(400);
  });

  it('our own page is answered', async () => {
    const reply = await post('/api/call', call);
    expect(reply.status).toBe(200);
    expect(JSON.parse(reply.text)).toEqual({ ok: true, value: null });
  });
});

describe('what every answer carries', () => {
  it.each(['/', '/assets/page.js', '/api/works', '/nothing.js'])('%s', async (path) => {
    const { headers } = await send(path, { headers: known() });
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers['content-security-policy']).not.toContain('unsafe');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['referrer-policy']).toBe('no-referrer');
    expect(headers['access-control-allow-origin']).toBeUndefined();
  });

  it('what the api says is stored nowhere', async () => {
    expect((await send('/api/works', { headers: known() })).headers['cache-control']).toBe('no-store');
  });
});

describe('paths', () => {
  it.each([
    '/../secret.json',
    '/%2e%2e/secret.json',
    '/..%2fsecret.json',
    '/assets/..%2f..%2fsecret.json',
    '/assets/%2e%2e/%2e%2e/secret.json',
    '/..%5csecret.json',
    '/%00/../secret.json',
    '//secret.json',
    '/assets/%252e%252e/secret.json',
    '/.hidden.json',
    '/%E0%A4%A',
  ])('%s leads nowhere', async (path) => {
    const reply = await send(path, { headers: known() });
    expect([400, 404]).toContain(reply.status);
    expect(reply.text).not.toContain('secret');
  });

  it('a request line that is no path is refused and the server goes on', async () => {
    const { hostname, port } = new URL(host.origin);
    await new Promise<void>((resolve, reject) => {
      const socket = connect(Number(port), hostname, () =>
        socket.write(`GET http:// HTTP/1.1\r\nHost: ${hostname}:${port}\r\nCookie: ${cookie}\r\nConnection: close\r\n\r\n`),
      );
      socket.on('data', () => undefined);
      socket.on('close', () => resolve());
      socket.on('error', reject);
    });
    expect((await send('/', { headers: known() })).status).toBe(200);
  });

  it('no file is written to by a method, and none outside the routes is there', async () => {
    expect((await send('/', { method: 'PUT', headers: own(), body: 'x' })).status).toBe(404);
    expect((await post('/api/grants', {})).status).toBe(404);
    expect((await send('/api/call', { headers: known() })).status).toBe(404);
  });
});

describe('uploads', () => {
  const upload = (name: string, body: Buffer | string): Promise<Reply> =>
    send('/api/upload', { method: 'POST', headers: { ...own(), 'x-file-name': name }, body });

  it('a file is taken in under its own name only', async () => {
    const reply = await upload(encodeURIComponent('区气象局.xlsx'), 'x');
    expect(JSON.parse(reply.text)).toMatchObject({ ok: true, value: { name: '区气象局.xlsx' } });
  });

  it.each(['../x.xlsx', 'a/b.xlsx', 'a\\b.xlsx', '..', '.', '', 'C:x.xlsx', 'nul.xlsx', 'x\n.xlsx', ' x.xlsx', '.x.xlsx'])(
    'the name %j is refused',
    async (name) => {
      const reply = await upload(encodeURIComponent(name), 'x');
      expect(reply.status).toBe(400);
      expect(readdirSync(folder).toSorted()).toEqual(['data', 'page', 'secret.json', 'temporary']);
    },
  );

  it('a file over 60 MB is refused before it is read', async () => {
    expect(await statusBeforeBody('/api/upload', { ...own(), 'x-file-name': 'x.xlsx', 'content-length': '60000001' })).toBe(413);
    expect((await send('/', { headers: known() })).status).toBe(200);
  });

  it('a file over 60 MB that does not say so is refused while it is read', async () => {
    const reply = await send('/api/upload', {
      method: 'POST',
      headers: { ...own(), 'x-file-name': 'x.xlsx', 'transfer-encoding': 'chunked' },
      body: Buffer.alloc(60_000_001),
    });
    expect(reply.status).toBe(413);
    expect(JSON.parse(reply.text)).toEqual({ ok: false, error: { code: 'UPLOAD_TOO_LARGE', params: { name: 'x.xlsx', limit: 60 } } });
  });
});

describe('grants', () => {
  it('a forged grant opens no file', async () => {
    const reply = await post('/api/call', { id: 'two', method: 'work.open', input: { file: join(folder, 'secret.json') } });
    expect(JSON.parse(reply.text)).toMatchObject({ ok: false, error: { code: 'FILE_GRANT_UNKNOWN' } });
  });

  it('only what was made to be downloaded is downloaded: no upload, no work, no path', async () => {
    const uploaded = JSON.parse(
      (await send('/api/upload', { method: 'POST', headers: { ...own(), 'x-file-name': 'x.xlsx' }, body: 'x' })).text,
    ) as { value: { grant: string } };
    const work = JSON.parse((await post('/api/works', { name: '新工作库' })).text) as { value: { grant: string } };
    for (const grant of [uploaded.value.grant, work.value.grant, 'forged', '..%2f..%2fsecret.json', '']) {
      const reply = await send(`/api/download/${grant}`, { headers: known() });
      expect(reply.status).toBe(404);
    }
  });

  it.each(['../x', 'a/b', '..', 'con', 'a:b'])('no work and no output can be called %j', async (name) => {
    expect((await post('/api/works', { name })).status).toBe(400);
    expect((await post('/api/output', { kind: 'file', name })).status).toBe(400);
    const target = JSON.parse((await post('/api/output', { kind: 'folder', name: '正式文件' })).text) as { value: { grant: string } };
    expect((await post('/api/output-in', { folder: target.value.grant, name })).status).toBe(400);
  });

  it('what a job writes comes down under its Chinese name, a folder as one archive', async () => {
    const work = JSON.parse((await post('/api/works', { name: '年度' })).text) as { value: { grant: string } };
    expect(
      JSON.parse(
        (await post('/api/call', { id: 'three', method: 'work.create', input: { file: work.value.grant, planId: 'hechuan-2024' } })).text,
      ),
    ).toMatchObject({ ok: true });
    expect(existsSync(join(data, '年度.sqlite'))).toBe(true);
    const target = JSON.parse((await post('/api/output', { kind: 'folder', name: '填报表' })).text) as { value: { grant: string } };
    const made = await post('/api/call', {
      id: 'four',
      method: 'returns.templates',
      input: { year: 2024, folder: target.value.grant, units: ['区气象局'] },
    });
    expect(JSON.parse(made.text)).toMatchObject({ ok: true });
    const reply = await send(`/api/download/${target.value.grant}`, { headers: known() });
    expect(reply.headers['content-disposition']).toBe(
      `attachment; filename="___.zip"; filename*=UTF-8''${encodeURIComponent('填报表')}.zip`,
    );
    expect(Object.keys(unzipSync(new Uint8Array(reply.bytes)))).toEqual([expect.stringContaining('区气象局')]);
  });
});

describe('the end', () => {
  it('leaves no temporary file behind', async () => {
    const second = join(temporary, 'second');
    mkdirSync(second);
    const ending = await runWebHost({ page, data, env: { TMPDIR: second, TEMP: second } });
    expect(readdirSync(second).some((name) => name.startsWith('zhiqi-web-'))).toBe(true);
    const { code, output } = await ending.stop();
    expect(code).toBe(0);
    expect(output).toContain('已结束');
    expect(readdirSync(second).some((name) => name.startsWith('zhiqi-web-'))).toBe(false);
  });
});
