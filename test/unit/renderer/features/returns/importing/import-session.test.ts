import { describe, expect, it } from 'vitest';
import { CallFailed, type WireError } from '../../../../../../shared/contract/wire.ts';
import type { Client } from '../../../../../../renderer/client/client.ts';
import { createImportSession } from '../../../../../../renderer/features/returns/importing/import-session.ts';
import { choicesOf } from '../../../../../../renderer/features/returns/importing/decisions.ts';
import type { PreviewFile } from '../../../../../../shared/contract/returns.ts';
import { finding } from '../../../../../../shared/domain/findings.ts';
import { emptyDraft } from '../../../../../../renderer/features/returns/typing/draft.ts';
import { importReport, previewFile } from '../files.ts';

interface Started {
  readonly method: string;
  readonly input: unknown;
  cancelled: boolean;
  progress(fraction: number): void;
  answer(value: unknown): void;
  fail(error: WireError): void;
}

/** A core whose jobs end when the test says so. */
function heldCore(): { readonly client: Client; readonly jobs: Started[] } {
  const jobs: Started[] = [];
  const job = (method: string, input: unknown, onProgress: (progress: { fraction: number; stage: string }) => void): unknown => {
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    const started: Started = {
      method,
      input,
      cancelled: false,
      progress: (fraction) => onProgress({ fraction, stage: 'read' }),
      answer: resolve,
      fail: (error) => reject(new CallFailed(error)),
    };
    jobs.push(started);
    return {
      id: String(jobs.length),
      result: promise,
      cancel: () => {
        started.cancelled = true;
      },
    };
  };
  return { client: { job, call: () => Promise.reject(new Error('no calls here')) } as unknown as Client, jobs };
}

const CANCELLED: WireError = { code: 'CANCELLED', params: {} };
const granted = (...grants: string[]) => Promise.resolve(grants.map((grant) => ({ grant, name: `${grant}.xlsx` })));

/** Lets everything that waits for an answered promise go on. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

function begin() {
  const { client, jobs } = heldCore();
  let stored = 0;
  const session = createImportSession({ client, year: 2024, onStored: async () => void (stored += 1) });
  const preview = async (files = [previewFile({ sha256: 'a' }), previewFile({ sha256: 'b' })], ...grants: string[]): Promise<void> => {
    void session.receive(granted(...(grants.length === 0 ? ['g1'] : grants)));
    await settle();
    jobs.at(-1)?.answer({ year: 2024, files, counts: importReport([]).counts, today: '2025-02-10' });
    await settle();
  };
  return { session, jobs, preview, storedTimes: () => stored };
}

describe('an import session', () => {
  it('reads what it receives, tells its progress, and ends in a preview that adopts everything', async () => {
    const { session, jobs } = begin();
    const seen: string[] = [];
    session.subscribe(() => seen.push(session.state().phase));
    void session.receive(granted('g1', 'g2'));
    await settle();
    expect(jobs[0]).toMatchObject({ method: 'returns.preview', input: { year: 2024, sources: ['g1', 'g2'] } });
    jobs[0]?.progress(0.5);
    expect(session.state()).toMatchObject({ phase: 'reading', progress: { fraction: 0.5 } });
    jobs[0]?.answer({ year: 2024, files: [previewFile()], counts: importReport([]).counts, today: '2025-02-10' });
    await settle();
    expect(session.state()).toMatchObject({ phase: 'preview', failure: null, preview: { sources: ['g1', 'g2'], discarded: new Set() } });
    expect(seen).toEqual(['receiving', 'reading', 'reading', 'preview']);
  });

  it('adds further files to an open preview and keeps the decisions', async () => {
    const { session, jobs, preview } = begin();
    await preview();
    session.decide(['a'], false);
    await preview([previewFile({ sha256: 'a' }), previewFile({ sha256: 'c' })], 'g2');
    expect(jobs[1]?.input).toEqual({ year: 2024, sources: ['g1', 'g2'] });
    expect(session.state()).toMatchObject({ phase: 'preview', preview: { discarded: new Set(['a']) } });
  });

  it('stays as it was when the choice of files is cancelled, or nothing was in the folder', async () => {
    const { session, jobs, preview } = begin();
    expect(await session.receive(Promise.resolve(null))).toBe('done');
    expect(session.state()).toEqual({ phase: 'idle', failure: null });
    await preview();
    expect(await session.receive(Promise.resolve([]))).toBe('nothing');
    expect(session.state()).toMatchObject({ phase: 'preview' });
    expect(jobs).toHaveLength(1);
  });

  it('goes back to the preview it had when reading more is cancelled', async () => {
    const { session, jobs, preview } = begin();
    await preview();
    void session.receive(granted('g2'));
    await settle();
    session.cancel();
    expect(jobs[1]?.cancelled).toBe(true);
    jobs[1]?.fail(CANCELLED);
    await settle();
    expect(session.state()).toMatchObject({ phase: 'preview', failure: CANCELLED, preview: { sources: ['g1'] } });
  });

  it('lists what the host did not take among the files and reads the others', async () => {
    const { session, jobs } = begin();
    const large = { name: '大.xlsx', size: 80_000_000, limit: 60_000_000 };
    await session.receive(Promise.resolve([large]));
    expect(jobs).toHaveLength(0);
    expect(session.state()).toMatchObject({
      phase: 'preview',
      preview: { sources: [], files: [{ file: '大.xlsx', outcome: 'rejected' }] },
    });
    void session.receive(granted('g1'));
    await settle();
    expect(jobs[0]?.input).toEqual({ year: 2024, sources: ['g1'] });
    jobs[0]?.answer({ year: 2024, files: [previewFile()], counts: importReport([]).counts, today: '2025-02-10' });
    await settle();
    expect(session.state()).toMatchObject({
      phase: 'preview',
      preview: { files: [{ outcome: 'accepted' }, { file: '大.xlsx', outcome: 'rejected' }] },
    });
  });

  it('reads all of them anew with a password, forgets one that opens nothing, and stores with the others', async () => {
    const { session, jobs, preview } = begin();
    const locked = (name: string) =>
      previewFile({ sha256: name, outcome: 'rejected', findings: [finding('FILE_PASSWORD', { file: name })] });
    const answered = async (files: readonly PreviewFile[]): Promise<void> => {
      jobs.at(-1)?.answer({ year: 2024, files, counts: importReport([]).counts, today: '2025-02-10' });
      await settle();
    };
    const [a, b] = [previewFile({ sha256: 'a' }), previewFile({ sha256: 'b' })];
    await preview([locked('a'), locked('b')]);
    for (const [word, files] of [
      ['甲', [a, locked('b')]],
      ['错', [a, locked('b')]],
      ['乙', [a, b]],
    ] as const) {
      void session.unlock(word);
      await settle();
      await answered(files);
    }
    void session.store();
    await settle();
    const sent = jobs.map(({ input }) => (input as { readonly passwords?: readonly string[] }).passwords);
    expect(sent).toEqual([undefined, ['甲'], ['甲', '错'], ['甲', '乙'], ['甲', '乙']]);
    session.cancel();
  });

  it('says why files could not be received', async () => {
    const { session } = begin();
    const tooLarge: WireError = { code: 'UPLOAD_TOO_LARGE', params: { name: 'x.xlsx', limit: 60 } };
    await session.receive(Promise.reject(new CallFailed(tooLarge)));
    expect(session.state()).toEqual({ phase: 'idle', failure: tooLarge });
  });

  it('stores only what is adopted, then has the page ask for everything anew', async () => {
    const { session, jobs, preview, storedTimes } = begin();
    await preview();
    session.decide(['b'], false);
    void session.store();
    await settle();
    expect(jobs[1]).toMatchObject({
      method: 'returns.import',
      input: { year: 2024, sources: ['g1'], only: ['a'], received: { on: '2025-02-10', via: '邮件' } },
    });
    const report = importReport([previewFile({ sha256: 'a' })]);
    jobs[1]?.answer(report);
    await settle();
    expect(session.state()).toMatchObject({ phase: 'done', report, left: [{ why: 'discarded', file: { sha256: 'b' } }] });
    expect(storedTimes()).toBe(1);
  });

  it('records the receipt as it stands, a day that was changed among them, and none where it was taken out', async () => {
    const { session, jobs, preview } = begin();
    await preview();
    session.receivedAs({ on: '2025-01-14', via: '送达' });
    await preview(undefined, 'g2');
    void session.store();
    await settle();
    expect(jobs.at(-1)?.input).toMatchObject({ received: { on: '2025-01-14', via: '送达' } });
    jobs.at(-1)?.fail({ code: 'RECEIPT_DAY', params: {} });
    await settle();
    session.receivedAs({ on: null, via: '送达' });
    void session.store();
    await settle();
    expect(jobs.at(-1)?.input).not.toHaveProperty('received');
  });

  it('comes back to the preview with every decision when storing fails', async () => {
    const { session, jobs, preview, storedTimes } = begin();
    await preview();
    session.decide(['b'], false);
    void session.store();
    await settle();
    jobs[1]?.fail(CANCELLED);
    await settle();
    expect(session.state()).toMatchObject({ phase: 'preview', failure: CANCELLED, preview: { discarded: new Set(['b']) } });
    expect(storedTimes()).toBe(0);
  });

  it('takes a decision back', async () => {
    const { session, preview } = begin();
    await preview();
    session.decide(['a', 'b'], false);
    session.decide(['a'], true);
    expect(session.state()).toMatchObject({ preview: { discarded: new Set(['b']) } });
  });

  it('does not begin a second job, nor forget, while one runs', async () => {
    const { session, jobs } = begin();
    void session.receive(granted('g1'));
    await settle();
    await session.receive(granted('g2'));
    session.clear();
    expect(jobs).toHaveLength(1);
    expect(session.state().phase).toBe('reading');
  });

  it('begins anew after it was cleared', async () => {
    const { session, preview } = begin();
    await preview();
    session.clear();
    expect(session.state()).toEqual({ phase: 'idle', failure: null });
  });

  it('reads the files anew with the unit that was chosen of one, and takes it in as that unit’s', async () => {
    const { session, jobs, preview } = begin();
    const choices = [
      { unitId: 'u1', unitName: '区公安局' },
      { unitId: 'u2', unitName: '区教委' },
    ];
    const open = previewFile({ sha256: 'a', outcome: 'undecided', choices });
    await preview([open, previewFile({ sha256: 'b' })]);
    void session.choose(open, 'u2');
    await settle();
    expect(jobs.at(-1)).toMatchObject({ method: 'returns.preview', input: { units: [{ sha256: 'a', unit: 'u2' }] } });
    const settled = previewFile({ sha256: 'a', choices: [] });
    jobs
      .at(-1)
      ?.answer({ year: 2024, files: [settled, previewFile({ sha256: 'b' })], counts: importReport([]).counts, today: '2025-02-10' });
    await settle();
    const now = session.state();
    // The choice can still be taken back.
    expect(now.phase === 'preview' ? choicesOf(settled, now.preview) : null).toEqual(choices);
    void session.store();
    await settle();
    expect(jobs.at(-1)).toMatchObject({ method: 'returns.import', input: { only: ['a', 'b'], units: [{ sha256: 'a', unit: 'u2' }] } });
  });
});

describe('what is typed in', () => {
  const draft = { ...emptyDraft('2025-02-08'), unit: 'dept-commerce', way: 'phone' as const, texts: { 'A3-1.1\n完成状态': '已完成' } };

  it('is judged and stored like a file, with the one tick that makes it count', async () => {
    const { session, jobs, storedTimes } = begin();
    session.type();
    session.edit(draft);
    void session.tryTyped();
    expect(jobs[0]).toMatchObject({ method: 'typed.preview', input: { year: 2024, unit: 'dept-commerce', way: 'phone' } });
    jobs[0]?.answer({
      year: 2024,
      files: [previewFile({ sha256: 'a', counts: false })],
      counts: importReport([]).counts,
      today: '2025-02-10',
    });
    await settle();
    expect(session.state()).toMatchObject({ phase: 'preview', preview: { typed: draft } });
    expect(await session.receive(granted('g1'))).toBe('done');
    expect(jobs).toHaveLength(1);
    session.replace(['a'], true);
    void session.store();
    expect(jobs[1]).toMatchObject({ method: 'typed.import', input: { entries: [{ row: 'A3-1.1', text: '已完成' }], adopt: true } });
    jobs[1]?.answer(importReport([previewFile({ sha256: 'a' })]));
    await settle();
    expect([session.state().phase, storedTimes()]).toEqual(['done', 1]);
  });

  it('is still there when it is gone back to, and when judging it fails or is cancelled', async () => {
    const { session, jobs } = begin();
    session.type();
    session.edit(draft);
    void session.tryTyped();
    jobs[0]?.fail(CANCELLED);
    await settle();
    expect(session.state()).toMatchObject({ phase: 'typing', draft });
    void session.tryTyped();
    jobs[1]?.answer({ year: 2024, files: [previewFile({ sha256: 'a' })], counts: importReport([]).counts, today: '2025-02-10' });
    await settle();
    session.type();
    expect(session.state()).toMatchObject({ phase: 'typing', draft, failure: null });
    session.clear();
    expect(session.state().phase).toBe('idle');
  });
});
