import { expect, test } from 'vitest';
import { checkpoint, createJobContext, type JobProgress, subContext } from '../../../../main/jobs/progress.ts';

test('reports come at most ten times a second, never fall, and the last one is never lost', () => {
  let time = 0;
  const seen: JobProgress[] = [];
  const job = createJobContext(
    'j',
    new AbortController().signal,
    () => time,
    (progress) => void seen.push(progress),
  );
  for (let step = 0; step <= 1000; step += 1) {
    time = step;
    job.report(step === 500 ? 0.1 : step / 1000, 'read');
  }
  expect(seen.length).toBeLessThanOrEqual(12);
  expect(seen.map((progress) => progress.fraction)).toEqual(
    seen.map((progress) => progress.fraction).toSorted((left, right) => left - right),
  );
  expect(seen.at(-1)).toEqual({ id: 'j', fraction: 1, stage: 'read' });
});

test('a part of a job fills its own span of the whole', () => {
  const seen: number[] = [];
  const job = { signal: new AbortController().signal, report: (fraction: number) => void seen.push(fraction) };
  const part = subContext(job, 0.2, 0.6);
  part.report(0, 'a');
  part.report(0.5, 'a');
  part.report(1, 'a');
  expect(seen).toEqual([0.2, 0.4, 0.6]);
});

test('cancelling ends the loop at its next checkpoint', async () => {
  const abort = new AbortController();
  const job = createJobContext(
    'j',
    abort.signal,
    () => 0,
    () => undefined,
  );
  let rounds = 0;
  const loop = (async () => {
    for (;;) {
      await checkpoint(job);
      rounds += 1;
      if (rounds === 3) abort.abort();
    }
  })();
  await expect(loop).rejects.toThrow();
  expect(rounds).toBe(3);
});
