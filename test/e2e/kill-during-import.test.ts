import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { monitoringMethods } from '../../shared/contract/monitoring.ts';
import { returnsMethods } from '../../shared/contract/returns.ts';
import { sampleWork, testCore } from '../support/core.ts';
import { temporaryFolder } from '../support/folder.ts';
import { startCli } from '../support/run-cli.ts';
import { workContents } from '../support/work-contents.ts';
import { zip } from '../support/zip.ts';

/** Of returns in a folder, and a third of it of each other batch; more by KILL_POINTS=100, others by KILL_SEED; each is a process that is killed and a work that is checked. */
const POINTS = Number(process.env['KILL_POINTS'] ?? 3);
const SEED = Number(process.env['KILL_SEED'] ?? 20250210);
const FILES = 6;

const folder = temporaryFolder();
const fresh = join(folder, 'fresh.sqlite');

interface Batch {
  readonly name: string;
  readonly path: string;
  readonly command: readonly string[];
  readonly method: 'returns.import' | 'monitoring.import';
  /** Has a row for each file that is stored. */
  readonly table: string;
}

const batchAt = (name: string, path: string, method: Batch['method']): Batch => ({
  name,
  path: join(folder, path),
  method,
  ...(method === 'returns.import'
    ? { command: ['import', '--year', '2024', '--by', '测试员'], table: 'return_file' }
    : { command: ['air', 'import'], table: 'monitoring_file' }),
});

const BATCHES = [
  batchAt('returns', 'batch', 'returns.import'),
  batchAt('zip of returns', '填报表.zip', 'returns.import'),
  batchAt('monitoring files', 'air', 'monitoring.import'),
  batchAt('zip of monitoring files', '监测.zip', 'monitoring.import'),
] as const;

/** What an import that nobody disturbs leaves behind, and how long it takes until it is acknowledged. */
interface Undisturbed {
  readonly contents: string;
  readonly accepted: number;
  readonly milliseconds: number;
}
const undisturbed = new Map<Batch, Undisturbed>();

beforeAll(async () => {
  const made = await sampleWork(join(folder, 'made'));
  made.core.close();
  const files = readdirSync(made.returns).filter((name) => /^(?:部门|镇街).*\.xlsx$/.test(name));
  writeBatch('batch', '填报表.zip', new Map(files.slice(0, FILES).map((name) => [name, readFileSync(join(made.returns, name))])));
  writeBatch('air', '监测.zip', new Map(TOWNS.map((town, index) => [`${town}.csv`, Buffer.from(hoursOf(town, index))])));
  cpSync(made.workPath, fresh);
  for (const [index, batch] of BATCHES.entries()) {
    const work = copyOfFresh(`undisturbed-${index}`);
    const started = performance.now();
    const { acknowledged } = await importAndKill(work, batch, { from: 'never', after: 0 });
    undisturbed.set(batch, { contents: storedIn(work), accepted: acknowledged ?? 0, milliseconds: performance.now() - started });
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The same files in a folder and in an archive. */
function writeBatch(path: string, archive: string, files: ReadonlyMap<string, Buffer>): void {
  mkdirSync(join(folder, path));
  for (const [name, data] of files) writeFileSync(join(folder, path, name), data);
  writeFileSync(join(folder, archive), zip(Array.from(files, ([name, data]) => ({ name, data }))));
}

const TOWNS = ['合阳城街道', '钓鱼城街道', '南津街街道', '清平镇'] as const;

/** A month of hours of one town. */
function hoursOf(town: string, seed: number): string {
  const rows = Array.from({ length: 31 * 24 }, (_, index) => {
    const [day, hour] = [String(Math.floor(index / 24) + 1).padStart(2, '0'), (index % 24) + 1];
    return `${town},2024-07-${day},${hour},${20 + ((index * 7 + seed) % 40)},50,6,20,0.8,${60 + ((index + seed) % 80)}`;
  });
  return ['镇街,日期,小时,PM2.5,PM10,SO2,NO2,CO,O3', ...rows].join('\n');
}

const leftBy = (batch: Batch): Undisturbed => undisturbed.get(batch) ?? { contents: '', accepted: 0, milliseconds: 0 };

describe.each(BATCHES)('an import of $name whose process is killed (kill -9)', (batch) => {
  test('the batch is one that says something', () => {
    expect(leftBy(batch).accepted).toBeGreaterThan(batch.method === 'returns.import' ? FILES / 2 : TOWNS.length - 1);
  });

  test.each(killPoints(BATCHES.indexOf(batch)))('leaves a whole work, $from, point $index', async ({ index, from, share }) => {
    const { contents, accepted, milliseconds } = leftBy(batch);
    const name = `${BATCHES.indexOf(batch)}-${index}`;
    const work = copyOfFresh(`killed-${name}`);
    const { acknowledged } = await importAndKill(work, batch, { from, after: share * (from === 'start' ? milliseconds : WRITING_MS) });
    const again = testCore(join(folder, `again-${name}`));
    await again.call('work.open', { file: again.grant(work) });
    expect((await again.call('work.check', {})).problems).toEqual([]);

    const stored = storedCount(work, batch);
    expect([0, accepted]).toContain(stored);
    if (acknowledged !== null) expect(stored).toBe(acknowledged);

    const sources = [again.grant(batch.path)];
    const { counts } =
      batch.method === 'returns.import'
        ? await again.call('returns.import', { year: 2024, sources })
        : await again.call('monitoring.import', { sources });
    expect(counts.accepted + counts.duplicate).toBe(accepted);
    expect((await again.call('work.check', {})).problems).toEqual([]);
    again.core.close();
    expect(storedIn(work)).toBe(contents);
  });
});

/** From the first byte that is written it takes about as long as this until all is stored. */
const WRITING_MS = 60;

type Moment = 'never' | 'start' | 'writing';

/** Every second point lies in the moments in which the work is written, the others anywhere. */
function killPoints(batch: number): { readonly index: number; readonly from: Moment; readonly share: number }[] {
  const next = randomNumbers(SEED + batch);
  return Array.from({ length: batch === 0 ? POINTS : Math.ceil(POINTS / 3) }, (_, index) => ({
    index,
    from: index % 2 === 0 ? 'writing' : 'start',
    share: next(),
  }));
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
async function importAndKill(
  work: string,
  batch: Batch,
  { from, after }: { from: Moment; after: number },
): Promise<{ acknowledged: number | null }> {
  const child = startCli([...batch.command, work, batch.path, '--json']);
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
  return { acknowledged: acknowledgedIn(printed, batch) };
}

function acknowledgedIn(printed: string, { method }: Batch): number | null {
  try {
    const answer = JSON.parse(printed) as { ok: boolean; value?: unknown };
    const { output } = method === 'returns.import' ? returnsMethods[method] : monitoringMethods[method];
    return answer.ok ? output.parse(answer.value).counts.accepted : null;
  } catch {
    return null;
  }
}

/** Without the events, which say when the work was opened and by what. */
const storedIn = (work: string): string => {
  expect(existsSync(`${work}-wal`)).toBe(false);
  return workContents(work, ['event']);
};

const storedCount = (work: string, { table }: Batch): number =>
  JSON.parse(new RegExp(`^${table} (.*)$`, 'm').exec(workContents(work))?.[1] ?? '[]').length;
