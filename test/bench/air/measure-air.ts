/**
 * `node test/bench/air/measure-air.ts [towns …]` (without: 31 and 1000): a year of hours, import excluded, evaluated by the application, by plain
 * SQL, by a naive loop over rows and, where @duckdb/node-api is found (NODE_PATH names a folder of its own), by DuckDB with one thread and its
 * table in memory, each in a process of its own that loads nothing but its way, in turn. Prints the ratios to ours (smallest, middle, largest
 * round) by processor time, which a busy machine disturbs least, and peak memory, of which so much was there when the clock started; holds all
 * results against each other, and measures what one changed day costs and what a page of one town does.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ChangedDay } from './changed-day.ts';
import type { MadeDatabases } from './made-database.ts';
import type { OnePage } from './one-page.ts';
import type { AirResults, Comparison } from './results.ts';

const WAYS = ['ours', 'sql', 'naive', 'duckdb'] as const;
type Way = (typeof WAYS)[number];
const TITLES: Readonly<Record<Way, string>> = { ours: '本程序', sql: '纯 SQL', naive: '逐行循环', duckdb: 'DuckDB' };

interface Run {
  readonly milliseconds: number;
  /** Of the process, while the clock ran. */
  readonly processorMilliseconds: number;
  readonly startMegabytes: number;
  readonly peakMegabytes: number;
}

const [mode = '', ...rest] = process.argv.slice(2);
if (mode === '--way') await runWay(rest);
else if (mode === '--change') console.log(JSON.stringify((await import('./changed-day.ts')).changeOneDay(rest[0] ?? '', Number(rest[1]))));
else if (mode === '--page') console.log(JSON.stringify((await import('./one-page.ts')).onePage(rest[0] ?? '')));
else for (const towns of mode === '' ? [31, 1000] : [mode, ...rest].map(Number)) await measure(towns);

async function measure(towns: number): Promise<void> {
  const { makeDatabases } = await import('./made-database.ts');
  const { duckDbPath } = await import('./duckdb-way.ts');
  const { compareResults } = await import('./results.ts');
  const folder = mkdtempSync(join(tmpdir(), 'zhiqi-air-'));
  try {
    const begun = performance.now();
    const made = makeDatabases(folder, towns, duckDbPath() !== null);
    console.log(
      `${towns} 个镇街、${made.stations} 个站点、${made.hourRows} 行小时值；造数用时 ${seconds(performance.now() - begun)}（不计入）`,
    );
    const runs = inTurns(made, towns, folder, towns > 200 ? 3 : 7);
    const measured = WAYS.filter((way) => runs[way].length > 0);
    for (const way of measured) console.log(`  ${TITLES[way]}：${lineOf(runs, way)}`);
    if (made.csv === null) console.log('  DuckDB：没有安装 @duckdb/node-api，未测（装在别处的用 NODE_PATH 指明）');
    for (const other of measured.filter((way) => way !== 'ours'))
      console.log(`  与${TITLES[other]}核对：${verdict(compareResults(resultsOf(folder, 'ours'), resultsOf(folder, other)))}`);
    console.log(`  改动一天：${changedDay(made, towns)}`);
    console.log(`  打开后只看一个镇街：${pageLine(made)}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The ways take turns, so that a busy minute of the machine touches all of them; only the first round hands in results. */
function inTurns(made: MadeDatabases, towns: number, folder: string, rounds: number): Readonly<Record<Way, Run[]>> {
  const runs: Record<Way, Run[]> = { ours: [], sql: [], naive: [], duckdb: [] };
  for (let round = 0; round < rounds; round += 1) {
    for (const way of WAYS) {
      const database = { ours: made.work, sql: made.rows, naive: made.rows, duckdb: made.csv }[way];
      if (database === null) continue;
      runs[way].push(child<Run>(['--way', way, database, String(towns), ...(round === 0 ? [join(folder, way)] : [])]));
    }
  }
  return runs;
}

function child<Answer>(argv: readonly string[]): Answer {
  return JSON.parse(execFileSync(process.execPath, [fileURLToPath(import.meta.url), ...argv], { encoding: 'utf8' })) as Answer;
}

/** The clock starts with the database open and the plan read, and stops with the results in hand; peak memory is asked for before they are written. */
async function runWay([way = '', path = '', towns = '', out]: readonly string[]): Promise<void> {
  const evaluate = await prepared(way, path, Number(towns));
  const startMegabytes = process.resourceUsage().maxRSS / 1024;
  const [begun, before] = [performance.now(), process.cpuUsage()];
  const results = await evaluate();
  const { user, system } = process.cpuUsage(before);
  const run: Run = {
    milliseconds: performance.now() - begun,
    processorMilliseconds: (user + system) / 1000,
    startMegabytes,
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
  };
  if (out !== undefined) writeFileSync(out, JSON.stringify(results));
  console.log(JSON.stringify(run));
}

async function prepared(way: string, path: string, towns: number): Promise<() => AirResults | Promise<AirResults>> {
  if (way === 'duckdb') {
    const { evaluateByDuckDb, openDuckDb } = await import('./duckdb-way.ts');
    const connection = await openDuckDb(path);
    return () => evaluateByDuckDb(connection);
  }
  if (way === 'ours') {
    const { openDatabase } = await import('../../../main/db/open.ts');
    const { evaluateOurWay } = await import('./our-way.ts');
    const { planOf } = await import('./made-plan.ts');
    const [work, plan] = [openDatabase(path), planOf(towns)];
    return () => evaluateOurWay(work, plan);
  }
  const { default: BetterSqlite } = await import('better-sqlite3');
  const database = new BetterSqlite(path);
  if (way === 'sql') {
    const { evaluateBySql } = await import('./sql-way.ts');
    return () => evaluateBySql(database);
  }
  const { evaluateNaively } = await import('./naive-way.ts');
  return () => evaluateNaively(database);
}

function resultsOf(folder: string, way: Way): AirResults {
  return JSON.parse(readFileSync(join(folder, way), 'utf8')) as AirResults;
}

function lineOf(runs: Readonly<Record<Way, readonly Run[]>>, way: Way): string {
  const ratios = runs[way]
    .map((run, round) => run.processorMilliseconds / (runs.ours[round]?.processorMilliseconds ?? Number.NaN))
    .toSorted(ascending);
  const middleOf = (of: keyof Run): number =>
    runs[way].map((run) => run[of]).toSorted(ascending)[Math.floor(ratios.length / 2)] ?? Number.NaN;
  const peak = Math.max(...runs[way].map((run) => run.peakMegabytes));
  const added = Math.max(...runs[way].map((run) => run.peakMegabytes - run.startMegabytes));
  const [least, middle, most] = [ratios[0], ratios[Math.floor(ratios.length / 2)], ratios.at(-1)].map((ratio) =>
    (ratio ?? Number.NaN).toFixed(2),
  );
  return (
    `用时之比 ${least} / ${middle} / ${most}（处理器，最小/中位/最大，共 ${ratios.length} 轮），中位 ${seconds(middleOf('processorMilliseconds'))}` +
    `（历时 ${seconds(middleOf('milliseconds'))}），峰值内存 ${Math.round(peak)} MB（其中计算新增 ${Math.round(added)} MB）`
  );
}

function ascending(left: number, right: number): number {
  return left - right;
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} 秒`;
}

/** A difference in counts or ranks that no float explains is a mistake of one of the ways, and ends the run. */
function verdict({ aqiDays, aqiDifferences, periodDifferences, values }: Comparison): string {
  const listed = [...aqiDifferences, ...periodDifferences];
  if (listed.length > aqiDays / 1000) throw new Error(listed.slice(0, 20).join('\n'));
  const list = listed.length === 0 ? '' : `\n    ${listed.slice(0, 20).join('\n    ')}`;
  return `日 AQI ${aqiDays} 个，不同 ${aqiDifferences.length} 个；时段数值 ${values} 个（误差 1e-9 以内）及天数、名次，不同 ${periodDifferences.length} 处${list}`;
}

function changedDay(made: MadeDatabases, towns: number): string {
  const { fullMilliseconds, changedMilliseconds, fullMonths, changedMonths, sameAsFull, gatherMilliseconds } = child<ChangedDay>([
    '--change',
    made.work,
    String(towns),
  ]);
  if (!sameAsFull) throw new Error('a changed day gives other results than a full evaluation');
  return (
    `重新汇总 ${changedMonths} 个镇街月（全部 ${fullMonths} 个），用时之比 1:${(fullMilliseconds / changedMilliseconds).toFixed(1)}` +
    `（全部 ${seconds(fullMilliseconds)}；改动后 ${seconds(changedMilliseconds)}，其中重读数据 ${seconds(gatherMilliseconds)}）；与全部重算结果相同`
  );
}

function pageLine(made: MadeDatabases): string {
  const { pageMilliseconds, allMilliseconds } = child<OnePage>(['--page', made.work]);
  return `${seconds(pageMilliseconds)}（处理器），此后读全部镇街和全区 ${seconds(allMilliseconds)}`;
}
