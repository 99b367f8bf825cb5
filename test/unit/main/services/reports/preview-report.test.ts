import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importedWork, type SampleWork } from '../../../../support/core.ts';
import { temporaryFolder } from '../../../../support/folder.ts';

const folder = temporaryFolder();
let made: SampleWork;

beforeAll(async () => {
  made = await importedWork(folder);
});
afterAll(() => made.core.close());

test('the preview is, byte for byte, the PDF that is exported', async () => {
  const path = join(folder, '排名.pdf');
  const request = { kind: 'ranking', year: 2024, period: '2024-01..2024-07' } as const;
  const preview = await made.call('reports.preview', request);
  const printed = await made.call('reports.print', { ...request, format: 'pdf', file: made.grant(path) });
  const bytes = Buffer.from(preview.pdf, 'base64');
  expect(bytes.subarray(0, 5).toString('latin1')).toBe('%PDF-');
  expect(bytes.equals(readFileSync(path))).toBe(true);
  const { pdf: _pdf, ...about } = preview;
  expect(printed).toMatchObject(about);
});

test('documents that are printed at the same time do not disturb each other', async () => {
  const kinds = ['annex1', 'annex3', 'ranking'] as const;
  const together = await Promise.all(kinds.map((kind) => made.call('reports.preview', { kind, year: 2024 })));
  for (const [index, kind] of kinds.entries())
    expect((await made.call('reports.preview', { kind, year: 2024 })).pdf === together[index]?.pdf, kind).toBe(true);
});

test('while a document is laid out other calls are answered, and a cancelled one ends at once without a file', async () => {
  const path = join(folder, '取消.pdf');
  const laidOut = new Promise<void>((resolve) => {
    made.core.onEvent(({ payload }) => {
      if (payload.id === 'printing' && payload.stage === 'layout') resolve();
    });
  });
  let ended = false;
  const printing = made.core
    .call('reports.print', { kind: 'annex3', year: 2024, format: 'pdf', file: made.grant(path) }, 'printing')
    .finally(() => {
      ended = true;
    });
  await laidOut;
  expect((await made.call('work.current', {}))?.name).toBe('work.sqlite');
  expect(ended).toBe(false);
  made.core.cancel('printing');
  expect(await printing).toEqual({ ok: false, error: { code: 'CANCELLED', params: {} } });
  expect(existsSync(path)).toBe(false);
});

test('the layout of a document does not hold up the event loop', async () => {
  let turns = 0;
  let counting = false;
  const turn = (): void => {
    if (!counting) return;
    turns += 1;
    setImmediate(turn);
  };
  const stop = made.core.onEvent(({ payload }) => {
    const wasCounting = counting;
    counting = payload.stage === 'layout';
    if (counting && !wasCounting) setImmediate(turn);
  });
  await made.call('reports.preview', { kind: 'annex1', year: 2024 });
  stop();
  // Laid out on this thread, a document leaves the loop a handful of turns.
  expect(turns).toBeGreaterThan(1000);
});
