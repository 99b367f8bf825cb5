/**
 * `node test/bench/calc/measure-calc.ts [rows]` (without: a million): `calc aqi` and the same rules in mawk on one table, in turn, each a process of
 * its own. Prints processor time (user and system) of each round and the ratio, and compares what both print, byte by byte.
 */
import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { daysOfYear } from '../../../shared/domain/calendar.ts';

const ROUNDS = 5;
const rows = Number(process.argv[2] ?? 1_000_000);
const folder = mkdtempSync(join(tmpdir(), 'zhiqi-calc-'));
try {
  const table = writeTable(join(folder, 'days.csv'), rows);
  const ways = {
    'calc aqi': [process.execPath, join(import.meta.dirname, '../../../main/hosts/cli/run.mjs'), 'calc', 'aqi'],
    mawk: ['mawk', '-f', join(import.meta.dirname, 'daily-aqi.awk')],
  } as const;
  const seconds = { 'calc aqi': [] as number[], mawk: [] as number[] };
  for (let round = 0; round < ROUNDS; round += 1)
    for (const way of ['calc aqi', 'mawk'] as const) seconds[way].push(run(ways[way], table, join(folder, way)));
  for (const way of ['calc aqi', 'mawk'] as const)
    console.log(`${way}：${seconds[way].map((one) => one.toFixed(2)).join('、')} 秒（处理器）`);
  const ratios = seconds['calc aqi'].map((one, round) => one / (seconds.mawk[round] ?? Number.NaN)).toSorted((left, right) => left - right);
  console.log(
    `用时之比 ${[ratios[0], ratios[Math.floor(ROUNDS / 2)], ratios.at(-1)].map((ratio) => ratio?.toFixed(2)).join(' / ')}（最小/中位/最大）`,
  );
  const same = readFileSync(join(folder, 'calc aqi')).equals(readFileSync(join(folder, 'mawk')));
  if (!same) throw new Error('the two print different results');
  console.log(`${rows} 行，两者输出逐字节相同`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Processor seconds of one run. */
function run([command, ...args]: readonly string[], table: string, out: string): number {
  const [input, output] = [openSync(table, 'r'), openSync(out, 'w')];
  // A shell waits for the command, and its times come back on its last line.
  const { stderr, status } = spawnSync('bash', ['-c', 'TIMEFORMAT="%U %S"; time "$@"', 'bash', command ?? '', ...args], {
    stdio: [input, output, 'pipe'],
    encoding: 'utf8',
  });
  closeSync(input);
  closeSync(output);
  const [user, system] = stderr.trim().split('\n').at(-1)?.split(' ').map(Number) ?? [];
  if (status !== 0 || user === undefined || system === undefined) throw new Error(stderr);
  return user + system;
}

/** Days of two standards, one value in twenty missing, half-steps as often as they come. */
function writeTable(path: string, count: number): string {
  const dates = [...daysOfYear(2024), ...daysOfYear(2026)];
  const most = [180, 260, 60, 120, 3, 260];
  let state = 7;
  const random = (): number => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648;
  const file = openSync(path, 'w');
  writeSync(file, 'date,pm25,pm10,so2,no2,co,o3_8h,o3_1h\n');
  for (let from = 0; from < count; from += 10_000) {
    const lines: string[] = [];
    for (let row = from; row < Math.min(count, from + 10_000); row += 1) {
      const values = most.map((top, item) => (random() < 0.05 ? '' : valueOf(random() * top, item === 4 ? 100 : 2)));
      lines.push(`${dates[row % dates.length] ?? ''},${values.join()},\n`);
    }
    writeSync(file, lines.join(''));
  }
  closeSync(file);
  return path;
}

function valueOf(value: number, steps: number): string {
  return String(Math.round(value * steps) / steps);
}
