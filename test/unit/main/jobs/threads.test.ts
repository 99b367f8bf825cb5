import { afterAll, describe, expect, test } from 'vitest';
import { createThreads, ThreadOverLimit } from '../../../../main/jobs/threads.ts';

/** Answers an order, or never ends, or takes memory without end, or fails after its answer. */
const WORKER = `
import { parentPort } from 'node:worker_threads';
parentPort.on('message', (order) => {
  if (order === 'loop') for (;;);
  const kept = [];
  if (order === 'fill') for (;;) kept.push({ address: 'A' + kept.length, value: { digits: String(kept.length) } });
  if (order === 'late') setTimeout(() => { throw new Error('late'); }, 20);
  parentPort.postMessage('done ' + order);
});`;
const worker = new URL(`data:text/javascript,${encodeURIComponent(WORKER)}`);
const signal = new AbortController().signal;

/** One bound is to be met long before the other, on a slow machine too. */
const bounded = { memory: { heapMegabytes: 32, seconds: 600 }, time: { heapMegabytes: 1024, seconds: 0.5 } } as const;

describe('threads with bounds', () => {
  const threads = createThreads<string, string>(worker, { heapMegabytes: 32, seconds: 600 });
  afterAll(() => threads.close());

  test('answer what stays within them', async () => {
    expect(await threads.run('one', signal)).toBe('done one');
  });

  test.each([
    ['fill', 'memory', 32],
    ['loop', 'time', 0.5],
  ] as const)('end an order that goes beyond (%s), say which bound it was, and take the next one', async (order, limit, maximum) => {
    const both = createThreads<string, string>(worker, bounded[limit]);
    const beyond = await both.run(order, signal).catch((error: unknown) => error);
    expect(beyond).toBeInstanceOf(ThreadOverLimit);
    expect(beyond).toMatchObject({ limit, maximum });
    expect(await both.run('next', signal)).toBe('done next');
    both.close();
  });

  test('start another thread when the one that waited has failed', async () => {
    expect(await threads.run('late', signal)).toBe('done late');
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await threads.run('next', signal)).toBe('done next');
  });

  test('end an order that is cancelled', async () => {
    const abort = new AbortController();
    const running = threads.run('loop', abort.signal);
    abort.abort(new Error('cancelled'));
    await expect(running).rejects.toThrow('cancelled');
  });
});

test('threads without bounds answer as well', async () => {
  const threads = createThreads<string, string>(worker);
  expect(await threads.run('one', signal)).toBe('done one');
  threads.close();
});
