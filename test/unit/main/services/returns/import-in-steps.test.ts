import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase } from '../../../../../main/db/open.ts';
import { sampleWork, testCore } from '../../../../support/core.ts';
import { temporaryFolder } from '../../../../support/folder.ts';
import { workContents } from '../../../../support/work-contents.ts';

const folder = temporaryFolder();
let made: Awaited<ReturnType<typeof sampleWork>>;

beforeAll(async () => {
  made = await sampleWork(folder);
});
afterAll(() => made.core.close());

const isStoring = ({ payload }: { readonly payload: { readonly stage?: string } }): boolean => payload.stage === 'store';

async function emptyWork(name: string) {
  const core = testCore(folder);
  const path = join(folder, name);
  await core.call('work.create', { file: core.grant(path), planId: 'hechuan-2024' });
  return { ...core, path };
}

test('while returns are stored, others see what was there before, and who changes something waits for the end', async () => {
  const work = await emptyWork('同时.sqlite');
  const versions = async (): Promise<number> =>
    (await work.call('returns.status', { year: 2024 })).units.filter(({ version }) => version !== null).length;
  // From the first word of storing until the end: what is seen is nothing of it, or all.
  const seen: number[] = [];
  const ending = new AbortController();
  let again: Promise<unknown> | null = null;
  const look = async (): Promise<void> => {
    while (!ending.signal.aborted) {
      seen.push(await versions());
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  let looking: Promise<void> | null = null;
  const stop = work.core.onEvent((event) => {
    if (event.name !== 'progress' || !isStoring(event) || looking !== null) return;
    looking = look();
    again = work.call('returns.import', { year: 2024, sources: [work.grant(made.returns)] });
  });
  const report = await work.call('returns.import', { year: 2024, sources: [work.grant(made.returns)] });
  ending.abort();
  stop();
  expect(report.counts.accepted).toBe(48);
  await looking;
  expect(seen.filter((count) => count !== 0 && count !== 48)).toEqual([]);
  expect(seen[0]).toBe(0);
  expect(await again).toMatchObject({ counts: { accepted: 0 } });
  expect(await versions()).toBe(48);
  expect((await work.call('work.check', {})).problems).toEqual([]);
  work.core.close();
});

test('an import that is cancelled while it stores has stored nothing, and can be done again', async () => {
  const work = await emptyWork('取消.sqlite');
  const before = workContents(work.path);
  const stop = work.core.onEvent((event) => {
    if (isStoring(event)) setImmediate(() => work.core.cancel('the-import'));
  });
  const answer = await work.core.dispatch('the-import', 'returns.import', { year: 2024, sources: [work.grant(made.returns)] });
  stop();
  expect(answer).toEqual({ ok: false, error: { code: 'CANCELLED', params: {} } });
  expect(workContents(work.path)).toBe(before);
  expect((await work.call('returns.import', { year: 2024, sources: [work.grant(made.returns)] })).counts.accepted).toBe(48);
  work.core.close();
});

test('a work that is closed while returns are stored is sound and has none of them', async () => {
  const work = await emptyWork('关闭.sqlite');
  work.core.onEvent((event) => {
    if (isStoring(event)) setImmediate(() => work.core.close());
  });
  const answer = await work.core.dispatch('the-import', 'returns.import', { year: 2024, sources: [work.grant(made.returns)] });
  expect(answer).toMatchObject({ ok: false, error: { code: 'CANCELLED' } });
  const again = openDatabase(work.path);
  expect(again.handle.prepare('SELECT count(*) AS returns FROM return_file').get()).toEqual({ returns: 0 });
  expect(again.integrityProblems()).toEqual([]);
  again.close();
});
