import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, watch } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { returnsMethods } from '../../shared/contract/returns.ts';
import { sampleWork, testCore } from '../support/core.ts';
import { temporaryFolder } from '../support/folder.ts';
import { startCli } from '../support/run-cli.ts';
import { workContents } from '../support/work-contents.ts';

/** More by KILL_POINTS=100, others by KILL_SEED; each is a process that is killed and a work that is checked. */
const POINTS = Number(process.env['KILL_POINTS'] ?? 3);
const SEED = Number(process.env['KILL_SEED'] ?? 20250210);
const FILES = 6;

const folder = temporaryFolder();
const batch = join(folder, 'batch');
const fresh = join(folder, 'fresh.sqlite');
/** What an import that nobody disturbs leaves behind, and how long it takes until it is acknowledged. */
let undisturbed = { contents: '', accepted: 0, milliseconds: 0 };

beforeAll(async () => {
  const made = await sampleWork(join(folder, 'made'));
  made.core.close();
  mkdirSync(batch);
  const files = readdirSync(made.returns).filter((name) => /^(?:部门|镇街).*\.xlsx$/.test(name));
  for (const file of files.slice(0, FILES)) cpSync(join(made.returns, file), join(batch, file));
  cpSync(made.workPath, fresh);
  const work = copyOfFresh('undisturbed');
  const started = performance.now();
  const { acknowledged } = await importAndKill(work, { from: 'never', after: 0 });
  undisturbed = { contents: storedIn(work), accepted: acknowledged ?? 0, milliseconds: performance.now() - started };
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('an import whose process is killed (kill -9)', () => {
  test('the batch is one that says something', () => {
    expect(undisturbed.accepted).toBeGreaterThan(FILES / 2);
  });

  test.each(killPoints())('leaves a whole work, $from, point $index', async ({ index, from, share }) => {
    const work = copyOfFresh(`killed-${index}`);
    const { acknowledged } = await importAndKill(work, {
      from,
      after: from === 'start' ? share * undisturbed.milliseconds : share * WRITING_MS,
    });
    const again = testCore(join(folder, `again-${index}`));
    await again.call('work.open', { file: again.grant(work) });
    expect((await again.call('work.check', {})).problems).toEqual([]);

    const stored = storedCount(work);
    expect([0, undisturbed.accepted]).toContain(stored);
    if (acknowledged !== null) expect(stored).toBe(acknowledged);

    const report = await again.call('returns.import', { year: 2024, sources: [again.grant(batch)] });
    expect(report.counts.accepted + report.counts.duplicate).toBe(undisturbed.accepted);
    expect((await again.call('work.check', {})).problems).toEqual([]);
    again.core.close();
    expect(storedIn(work)).toBe(undisturbed.contents);
  });
});

/** From the first byte that is written it takes about as long as this until all is stored. */
const WRITING_MS = 60;

type Moment = 'never' | 'start' | 'writing';

/** Every second point lies in the moments in which the work is written, the others anywhere. */
function killPoints(): { readonly index: number; readonly from: Moment; readonly share: number }[] {
  const next = randomNumbers(SEED);
  return Array.from({ length: POINTS }, (_, index) => ({ index, from: index % 2 === 0 ? 'writing' : 'start', share: next() }));
}

/** Mulberry32: the same numbers for the same seed. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function copyOfFresh(name: string): string {
  const place = join(folder, name);
  mkdirSync(place);
  const work = join(place, 'work.sqlite');
  cpSync(fresh, work);
  return work;
}

/** How many versions the command said it had stored before it ended; null where it said nothing whole. */
async function importAndKill(work: string, { from, after }: { from: Moment; after: number }): Promise<{ acknowledged: number | null }> {
  const child = startCli(['import', work, batch, '--year', '2024', '--by', '测试员', '--json']);
  let printed = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (printed += text));
  child.stderr.resume();
  child.stdin.end();
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
  const kill = (): void => void setTimeout(() => child.kill('SIGKILL'), after);
  const watcher = watch(join(work, '..'), (_, file) => {
    if (from !== 'writing' || file === null || !file.startsWith(`${basename(work)}-`)) return;
    watcher.close();
    kill();
  });
  if (from === 'start') kill();
  await ended;
  watcher.close();
  return { acknowledged: acknowledgedIn(printed) };
}

function acknowledgedIn(printed: string): number | null {
  try {
    const answer = JSON.parse(printed) as { ok: boolean; value?: unknown };
    return answer.ok ? returnsMethods['returns.import'].output.parse(answer.value).counts.accepted : null;
  } catch {
    return null;
  }
}

/** Without the events, which say when the work was opened and by what. */
const storedIn = (work: string): string => {
  expect(existsSync(`${work}-wal`)).toBe(false);
  return workContents(work, ['event']);
};

const storedCount = (work: string): number => JSON.parse(/^return_file (.*)$/m.exec(workContents(work))?.[1] ?? '[]').length;
