import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { inflateRawSync } from 'node:zlib';
import type { SaxesParser } from 'saxes';

/**
 * One way through one file, in a process that does nothing else: what it cost goes to the output. `idle` is the start that the bars leave out:
 * the core with the work open.
 */
export interface RunCost {
  readonly cpuSeconds: number;
  readonly wallSeconds: number;
  /** Highest of the whole process, threads included. */
  readonly peakMegabytes: number;
  /** Delay of the event loop (p99) and its longest, in milliseconds; of a bare pass as well, which blocks all through. */
  readonly delay: { readonly p99: number; readonly longest: number };
  /** Longest that another call to the core waited meanwhile, in milliseconds; 0 where there is no core. */
  readonly answered: number;
  /** What came of it: rows that are stored, cells that were passed. */
  readonly result: string;
}

const ASKED_EVERY_MS = 100;
const CHUNK = 64 * 1024;

const [way = '', path = '', work = ''] = process.argv.slice(2);
const before = process.cpuUsage();
const run = await prepared();
const delays = monitorEventLoopDelay({ resolution: 5 });
delays.enable();
const begun = performance.now();
const done = await run();
const wallSeconds = (performance.now() - begun) / 1000;
delays.disable();
const { user, system } = process.cpuUsage(before);
const cost: RunCost = {
  cpuSeconds: (user + system + before.user + before.system) / 1_000_000,
  wallSeconds,
  peakMegabytes: peakKilobytes() / 1024,
  delay: { p99: delays.percentile(99) / 1_000_000, longest: delays.max / 1_000_000 },
  ...done,
};
console.log(JSON.stringify(cost));
process.exit(0);

/** A process inherits the highest of the one that started it; Linux keeps one that begins anew with the program. */
function peakKilobytes(): number {
  try {
    return Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]);
  } catch {
    return process.resourceUsage().maxRSS;
  }
}

type Done = { readonly result: string; readonly answered: number };

/** What is loaded before the clock of the delay starts. */
async function prepared(): Promise<() => Promise<Done>> {
  if (way === 'ours' || way === 'returns' || way === 'idle') return product();
  const pass = await bare();
  return async () => ({ result: await pass(), answered: 0 });
}

async function product(): Promise<() => Promise<Done>> {
  const { testCore } = await import('../../support/core.ts');
  const { AFTER_THE_FILES } = await import('../../support/monitoring-files.ts');
  const core = testCore(dirname(work));
  core.setNow(AFTER_THE_FILES);
  await core.call('work.open', { file: core.grant(work) });
  await core.call('monitoring.places', { year: 2025 });
  if (way === 'idle') return async () => ({ result: 'open', answered: 0 });
  return async () => {
    const waiting = otherCalls(core);
    const counts =
      way === 'returns'
        ? (await core.call('returns.import', { year: 2024, sources: [core.grant(path)] })).counts
        : (await core.call('monitoring.import', { sources: [core.grant(path)] })).counts;
    const answered = await waiting();
    core.core.close();
    return { result: `accepted ${counts.accepted}, errors ${counts.errors}`, answered };
  };
}

/** Asks the core again and again, as a page does that somebody looks at; gives the longest that it waited. */
function otherCalls(core: { call(method: 'monitoring.dust', input: { year: number }): Promise<unknown> }): () => Promise<number> {
  let longest = 0;
  const end = new AbortController();
  const asking = (async () => {
    while (!end.signal.aborted) {
      await new Promise((resolve) => setTimeout(resolve, ASKED_EVERY_MS));
      const asked = performance.now();
      await core.call('monitoring.dust', { year: 2025 });
      longest = Math.max(longest, performance.now() - asked);
    }
  })();
  return async () => {
    end.abort();
    await asking;
    return longest;
  };
}

async function bare(): Promise<() => Promise<string> | string> {
  switch (way) {
    case 'saxes': {
      const saxes = await import('saxes');
      return () => saxesPass(new saxes.SaxesParser({ position: false }));
    }
    case 'csv-parse': {
      const { parse } = await import('csv-parse/sync');
      return () => `${parse(readFileSync(path), { relax_column_count: true }).length} rows`;
    }
    case 'exceljs': {
      const { default: exceljs } = await import('exceljs');
      return async () => {
        const book = new exceljs.Workbook();
        await book.xlsx.readFile(path);
        return `${book.worksheets.reduce((sum, sheet) => sum + sheet.rowCount, 0)} rows`;
      };
    }
    case 'sheetjs': {
      const { read } = await import('@e965/xlsx');
      return () => {
        const book = read(readFileSync(path), { dense: true });
        return `${book.SheetNames.reduce((sum, name) => sum + (book.Sheets[name]?.['!data']?.length ?? 0), 0)} rows`;
      };
    }
    case 'hucre': {
      // No package of this one: measured where somebody has put it into node_modules.
      const { readXlsx } = (await import(createRequire(import.meta.url).resolve('hucre'))) as {
        readXlsx(bytes: Uint8Array): Promise<{ sheets: { rows: unknown[] }[] }>;
      };
      return async () => `${(await readXlsx(readFileSync(path))).sheets.reduce((sum, sheet) => sum + sheet.rows.length, 0)} rows`;
    }
    case 'nothing':
      return () => '';
    default:
      throw new Error(`no such way: ${way}`);
  }
}

/** The sheet inflated and every element looked at, and nothing else. */
function saxesPass(parser: SaxesParser<{ position: false }>): string {
  let cells = 0;
  parser.on('opentag', (tag) => {
    if (tag.name === 'c') cells += 1;
  });
  parser.on('text', () => undefined);
  parser.on('closetag', () => undefined);
  const sheet = sheetOf(readFileSync(path));
  for (let at = 0; at < sheet.length; at += CHUNK) parser.write(sheet.toString('latin1', at, at + CHUNK));
  parser.close();
  return `${cells} cells`;
}

/** The measured files are made so that local headers tell all there is to know of an entry. */
function sheetOf(archive: Buffer): Buffer {
  const name = join('xl', 'worksheets', 'sheet1.xml').replaceAll('\\', '/');
  const at = archive.indexOf(name);
  const start = at + name.length;
  return inflateRawSync(archive.subarray(start, start + archive.readUInt32LE(at - 12)));
}
