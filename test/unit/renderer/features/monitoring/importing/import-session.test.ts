import { describe, expect, it } from 'vitest';
import { createImportSession } from '../../../../../../renderer/features/monitoring/importing/import-session.ts';
import { adoptedHashes, leftOut } from '../../../../../../renderer/features/monitoring/importing/import-state.ts';
import type { Client, RunningJob } from '../../../../../../renderer/client/client.ts';
import { CallFailed } from '../../../../../../shared/contract/wire.ts';
import { finding } from '../../../../../../shared/domain/findings.ts';
import type { MethodInput } from '../../../../../../shared/contract/contract.ts';
import type { MonitoringFile, MonitoringReport } from '../../../../../../shared/contract/monitoring.ts';

const file = (name: string, outcome: MonitoringFile['outcome'] = 'accepted'): MonitoringFile => ({
  file: name,
  sha256: `hash-${name}`,
  kind: 'monitoring',
  outcome,
  sample: false,
  format: 'csv',
  encoding: 'GBK',
  tables: [],
  places: [],
  changes: [],
  changeCount: 0,
  entries: null,
  asks: [],
  findings: [],
});

const report = (files: MonitoringFile[], dryRun: boolean): MonitoringReport => ({
  dryRun,
  files,
  counts: { accepted: 0, duplicate: 0, unchanged: 0, rejected: 0, errors: 0, warnings: 0, infos: 0 },
});

interface Asked {
  readonly method: string;
  readonly input: unknown;
}

/** A client that answers each job with the report given for its method, or fails it when it is cancelled. */
function client(answers: Readonly<Record<string, MonitoringReport | 'wait'>>): Client & { readonly asked: Asked[] } {
  const asked: Asked[] = [];
  const job = (method: string, input: unknown): RunningJob<MonitoringReport> => {
    asked.push({ method, input });
    const answer = answers[method];
    let cancel = (): void => undefined;
    const result =
      answer === undefined || answer === 'wait'
        ? new Promise<MonitoringReport>((_, reject) => {
            cancel = () => reject(new CallFailed({ code: 'CANCELLED', params: {} }));
          })
        : Promise.resolve(answer);
    return { id: '1', result, cancel: () => cancel() };
  };
  return { asked, job: job as Client['job'], call: (() => Promise.reject(new Error('no call'))) as Client['call'] };
}

const chosen = (...names: string[]) => Promise.resolve(names.map((name) => ({ grant: name, name })));

describe('import of monitoring data', () => {
  it('reads what was chosen, adds what comes later, and stores only what was adopted', async () => {
    const preview = report([file('a'), file('b'), file('c', 'duplicate')], true);
    const asking = client({ 'monitoring.preview': preview, 'monitoring.import': report([file('a')], false) });
    let stored = 0;
    const session = createImportSession({ client: asking, year: 2024, onStored: async () => void (stored += 1) });
    await session.receive(chosen('a', 'b'));
    await session.receive(chosen('c'));
    expect(asking.asked.map(({ input }) => (input as MethodInput<'monitoring.preview'>).sources)).toEqual([
      ['a', 'b'],
      ['a', 'b', 'c'],
    ]);
    session.decide('hash-b', false);
    await session.store();
    expect(asking.asked.at(-1)?.input).toMatchObject({ only: ['hash-a'], hourStamp: 'auto', year: 2024 });
    expect([session.state().phase, stored]).toEqual(['done', 1]);
  });

  it('goes back to the preview when storing is cancelled, and to the beginning when the first reading is', async () => {
    const asking = client({ 'monitoring.preview': report([file('a')], true), 'monitoring.import': 'wait' });
    const session = createImportSession({ client: asking, year: 2024, onStored: () => Promise.resolve() });
    await session.receive(chosen('a'));
    const storing = session.store();
    expect(session.state().phase).toBe('storing');
    session.cancel();
    await storing;
    expect(session.state()).toMatchObject({ phase: 'preview', failure: { code: 'CANCELLED' } });

    const waiting = createImportSession({
      client: client({ 'monitoring.preview': 'wait' }),
      year: 2024,
      onStored: () => Promise.resolve(),
    });
    const reading = waiting.receive(chosen('a'));
    await Promise.resolve();
    await Promise.resolve();
    waiting.cancel();
    await reading;
    expect(waiting.state()).toMatchObject({ phase: 'idle', failure: { code: 'CANCELLED' } });
  });

  it('reads an open preview anew when the hours are to be understood in another way', async () => {
    const asking = client({ 'monitoring.preview': report([file('a')], true) });
    const session = createImportSession({ client: asking, year: 2024, onStored: () => Promise.resolve() });
    await session.stampHours('start');
    expect(asking.asked).toHaveLength(0);
    await session.receive(chosen('a'));
    await session.stampHours('end');
    expect(asking.asked.map(({ input }) => (input as MethodInput<'monitoring.preview'>).hourStamp)).toEqual(['start', 'end']);
  });

  it('reads anew with the password that was typed, and stores with it', async () => {
    const answers: Record<string, MonitoringReport> = {
      'monitoring.preview': report([{ ...file('a', 'rejected'), findings: [finding('FILE_PASSWORD', { file: 'a' })] }], true),
      'monitoring.import': report([file('a')], false),
    };
    const asking = client(answers);
    const session = createImportSession({ client: asking, year: 2024, onStored: () => Promise.resolve() });
    await session.receive(chosen('a'));
    await session.unlock('wrong');
    answers['monitoring.preview'] = report([file('a')], true);
    await session.unlock('right');
    await session.store();
    expect(asking.asked.map(({ method, input }) => [method, (input as MethodInput<'monitoring.import'>).passwords])).toEqual([
      ['monitoring.preview', undefined],
      ['monitoring.preview', ['wrong']],
      ['monitoring.preview', ['right']],
      ['monitoring.import', ['right']],
    ]);
  });

  it('names files that the host did not take', async () => {
    const session = createImportSession({ client: client({}), year: 2024, onStored: () => Promise.resolve() });
    await session.receive(Promise.resolve([{ name: 'large.xlsx', size: 9, limit: 1 }]));
    expect(session.state()).toMatchObject({ phase: 'preview', preview: { files: [], refused: [{ name: 'large.xlsx' }] } });
  });

  it('says nothing was chosen, and changes nothing when the choice is cancelled', async () => {
    const session = createImportSession({ client: client({}), year: 2024, onStored: () => Promise.resolve() });
    expect([await session.receive(chosen()), await session.receive(Promise.resolve(null)), session.state().phase]).toEqual([
      'nothing',
      'done',
      'idle',
    ]);
  });
});

describe('result of an import', () => {
  it('lets no file disappear without a word', () => {
    const preview = {
      sources: [],
      refused: [],
      files: [file('a'), file('b'), file('c', 'rejected'), file('d')],
      discarded: new Set(['hash-b']),
      passwords: [],
      assigned: [],
      rules: [],
    };
    expect(adoptedHashes(preview)).toEqual(['hash-a', 'hash-d']);
    expect(leftOut(preview, report([file('a')], false)).map(({ file: { file: name }, why }) => [name, why])).toEqual([
      ['b', 'discarded'],
      ['c', 'rejected'],
      ['d', 'vanished'],
    ]);
  });
});
