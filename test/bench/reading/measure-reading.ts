/**
 * `node test/bench/reading/measure-reading.ts [part of a case …]`: from the file to committed rows, each case in a process of its own: 51 returns,
 * a year of days and a year of hours of every town as xlsx, xls and csv, beside a bare pass of saxes, csv-parse, exceljs, SheetJS and hucre over
 * the same file. Seconds are those of the processor, memory is the highest of the process; both without what its start takes. With
 * `ZHIQI_ROUNDS=3` the ways take turns three times and the middle counts.
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { testCore } from '../../support/core.ts';
import { workbookBytes } from '../../unit/main/documents/workbook-reader/handmade.ts';
import { type Format, type Kind, writeMade } from './made-files.ts';
import type { RunCost } from './one-run.ts';

interface Case {
  readonly name: string;
  readonly make: () => string;
  readonly way: 'ours' | 'returns';
  readonly beside: readonly string[];
  /** What the case may cost, in words of the issue. */
  readonly bars?: (ours: Beyond, beside: ReadonlyMap<string, Beyond>) => readonly string[];
}

/** Beyond the start of its process. */
interface Beyond {
  readonly cpu: number;
  readonly megabytes: number;
  readonly cost: RunCost;
}

const wanted = process.argv.slice(2);
const rounds = Number(process.env['ZHIQI_ROUNDS'] ?? 1);
const folder = mkdtempSync(join(tmpdir(), 'zhiqi-reading-'));
const compiled = join(folder, 'compiled');
const empty = join(folder, 'empty.sqlite');

const made = (kind: Kind, format: Format) => () => writeMade(folder, kind, format);
const workbookWays = ['saxes', 'exceljs', 'sheetjs', 'hucre'];
const lineOf = ({ cpu, megabytes, cost }: Beyond): string =>
  `CPU ${cpu.toFixed(2)} s, peak ${megabytes.toFixed(0)} MB, wall ${cost.wallSeconds.toFixed(2)} s, ` +
  `loop p99 ${cost.delay.p99.toFixed(0)} ms, longest ${cost.delay.longest.toFixed(0)} ms, ` +
  `another call waited ${cost.answered.toFixed(0)} ms; ${cost.result}`;
const ratio = (ours: Beyond, other: Beyond | undefined): string => `${(ours.cpu / (other?.cpu ?? Number.NaN)).toFixed(2)} ×`;

const wide = (format: 'csv' | 'xlsx', beside: readonly string[]): Case => ({
  name: `wide 16,384 columns ${format}`,
  make: () => wideFile(format),
  way: 'ours',
  beside,
  bars: (ours) => [`CPU ${ours.cpu.toFixed(2)} s (at most 1)`, `peak ${ours.megabytes.toFixed(0)} MB (at most 150)`],
});

const CASES: readonly Case[] = [
  {
    name: 'returns 51 xlsx',
    make: () => join(folder, 'returns'),
    way: 'returns',
    beside: [],
    bars: (ours) => [`CPU ${ours.cpu.toFixed(2)} s (at most 1)`],
  },
  { name: 'daily 11,315 xlsx', make: made('daily', 'xlsx'), way: 'ours', beside: workbookWays },
  { name: 'daily 11,315 xls', make: made('daily', 'xls'), way: 'ours', beside: ['sheetjs'] },
  { name: 'daily 11,315 csv', make: made('daily', 'csv'), way: 'ours', beside: ['csv-parse'] },
  {
    name: 'hourly 271,560 xlsx',
    make: made('hourly', 'xlsx'),
    way: 'ours',
    beside: workbookWays,
    bars: (ours, beside) => [
      `CPU ${ratio(ours, beside.get('saxes'))} saxes (at most 2)`,
      `peak ${ours.megabytes.toFixed(0)} MB (at most 300)`,
      `event loop p99 ${ours.cost.delay.p99.toFixed(0)} ms (at most 50)`,
    ],
  },
  { name: 'hourly 271,560 xls', make: made('hourly', 'xls'), way: 'ours', beside: ['sheetjs'] },
  {
    name: 'hourly 271,560 csv',
    make: made('hourly', 'csv'),
    way: 'ours',
    beside: ['csv-parse'],
    bars: (ours, beside) => [
      `CPU ${ratio(ours, beside.get('csv-parse'))} csv-parse (at most 2)`,
      `event loop p99 ${ours.cost.delay.p99.toFixed(0)} ms (at most 50)`,
    ],
  },
  wide('csv', ['csv-parse']),
  wide('xlsx', ['saxes']),
];

try {
  await prepare();
  for (const one of CASES) if (wanted.length === 0 || wanted.some((word) => one.name.includes(word))) measure(one);
} finally {
  rmSync(folder, { recursive: true });
}

/** An empty work, and a filled-in return of each unit. */
async function prepare(): Promise<void> {
  mkdirSync(join(folder, 'returns'));
  const core = testCore(folder);
  await core.call('work.create', { file: core.grant(empty), planId: 'hechuan-2024' });
  await core.call('samples.write', { year: 2024, folder: core.grant(join(folder, 'returns')) });
  core.core.close();
}

/** 36 kB and less that are one row, or five, of 16,384 figures. */
function wideFile(format: 'csv' | 'xlsx'): string {
  const path = join(folder, `宽表.${format}`);
  const figures = Array.from({ length: 16_384 }, (_, index) => index % 10);
  const row = `<row>${figures.map((figure) => `<c><v>${figure}</v></c>`).join('')}</row>`;
  writeFileSync(path, format === 'csv' ? figures.join(',') : workbookBytes({ rows: row.repeat(5) }));
  return path;
}

function measure({ name, make, way, beside, bars }: Case): void {
  const path = make();
  console.log(`${name} (${(statSync(path).size / 1024 / 1024).toFixed(2)} MB)`);
  const found = new Map<string, Beyond>();
  const ways = [way, ...beside.filter((other) => other !== 'hucre' || isInstalled('hucre'))];
  for (const other of beside) if (!ways.includes(other)) console.log(`  ${other}: not in node_modules, not measured`);
  const all = new Map<string, Beyond[]>(ways.map((one) => [one, []]));
  for (let round = 0; round < rounds; round += 1)
    for (const one of ways) {
      const begin = run(one === way ? 'idle' : 'nothing', path);
      const cost = run(one, path);
      all.get(one)?.push({ cpu: cost.cpuSeconds - begin.cpuSeconds, megabytes: cost.peakMegabytes - begin.peakMegabytes, cost });
    }
  for (const [one, costs] of all) {
    const middle = costs.toSorted((left, right) => left.cpu - right.cpu)[Math.floor(costs.length / 2)];
    if (middle === undefined) continue;
    found.set(one, middle);
    console.log(`  ${one}: ${lineOf(middle)}`);
  }
  const ours = found.get(way);
  if (bars !== undefined && ours !== undefined) for (const bar of bars(ours, found)) console.log(`  bar: ${bar}`);
}

/** Each run has a copy of the empty work to itself. */
function run(way: string, path: string): RunCost {
  const work = join(folder, 'work.sqlite');
  rmSync(work, { force: true });
  copyFileSync(empty, work);
  const output = execFileSync(process.execPath, [join(import.meta.dirname, 'one-run.ts'), way, path, work], {
    encoding: 'utf8',
    maxBuffer: 1024 * 1024 * 64,
    env: { ...process.env, NODE_COMPILE_CACHE: compiled },
  });
  return JSON.parse(output.trim().split('\n').at(-1) ?? '') as RunCost;
}

function isInstalled(name: string): boolean {
  try {
    createRequire(import.meta.url).resolve(name);
    return true;
  } catch {
    return false;
  }
}
