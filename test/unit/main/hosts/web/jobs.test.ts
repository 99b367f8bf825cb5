import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CoreEvent } from '../../../../../shared/contract/wire.ts';
import { temporaryFolder } from '../../../../support/folder.ts';
import { runWebHost, type RunningWebHost } from '../../../../support/web-host.ts';

const folder = temporaryFolder();
let host: RunningWebHost;
let headers: Record<string, string>;

beforeAll(async () => {
  mkdirSync(join(folder, 'page'));
  host = await runWebHost({ page: join(folder, 'page'), data: join(folder, 'data') });
  const entered = await fetch(host.link, { redirect: 'manual' });
  headers = { origin: host.origin, cookie: entered.headers.get('set-cookie')?.split(';')[0] ?? '', 'content-type': 'application/json' };
});
afterAll(async () => void (await host.stop()));

const post = async (route: string, body: unknown): Promise<{ ok: boolean; value: { grant: string }; error?: unknown }> =>
  (await fetch(`${host.origin}/api/${route}`, { method: 'POST', headers, body: JSON.stringify(body) })).json() as never;

/** Events as they come. */
async function* events(signal: AbortSignal): AsyncGenerator<CoreEvent> {
  const { body } = await fetch(`${host.origin}/api/events`, { headers, signal });
  let rest = '';
  for await (const chunk of (body ?? expect.fail('no stream')).pipeThrough(new TextDecoderStream())) {
    const blocks = `${rest}${chunk}`.split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks.filter((text) => text.startsWith('data: '))) yield JSON.parse(block.slice('data: '.length)) as CoreEvent;
  }
}

describe('a long job over the web host', () => {
  it('reports, lets other requests through, and stops when it is cancelled', async () => {
    const work = await post('works', { name: '年度' });
    expect(
      await post('call', { id: 'create', method: 'work.create', input: { file: work.value.grant, planId: 'hechuan-2024' } }),
    ).toMatchObject({ ok: true });
    const target = await post('output', { kind: 'folder', name: '填报表' });
    const listening = new AbortController();
    const stream = events(listening.signal);
    const first = stream.next();
    const job = post('call', { id: 'job', method: 'returns.templates', input: { year: 2024, folder: target.value.grant } });
    expect((await first).value).toMatchObject({ name: 'progress', payload: { id: 'job', stage: 'templates' } });
    expect(await post('call', { id: 'aside', method: 'work.current', input: {} })).toMatchObject({
      ok: true,
      value: { name: '年度.sqlite' },
    });
    await post('cancel', { id: 'job' });
    expect(await job).toEqual({ ok: false, error: { code: 'CANCELLED', params: {} } });
    listening.abort();
  });

  it('a second work of one name gets a number', async () => {
    expect(await post('works', { name: '年度' })).toMatchObject({ value: { name: '年度-2.sqlite' } });
    const known = (await (await fetch(`${host.origin}/api/works`, { headers })).json()) as { value: { name: string }[] };
    expect(known.value.map(({ name }) => name)).toEqual(['年度.sqlite']);
  });

  it('the sample gets fresh places each time', async () => {
    const places = await post('sample', {});
    expect(places).toMatchObject({ value: { work: { name: '示例工作库.sqlite' }, folder: { name: '示例填报表' } } });
    expect(await post('sample', {})).toMatchObject({ value: { folder: { name: '示例填报表-2' } } });
  });
});
