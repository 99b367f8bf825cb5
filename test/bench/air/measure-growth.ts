/**
 * `node test/bench/air/measure-growth.ts [towns years …]` (without: 31 1, 31 10, 1000 1): works that hold so many years of hours of so many towns.
 * What opening one, a page of its newest and of its first year, and taking in one more month of 31 towns cost: processor seconds of the process,
 * each in a process and on a copy of its own, median of rounds. The start of the program is measured with nothing done, and not taken off. A copy is a
 * file that nobody has seen: `unseen` opens it so, and reads it from end to end; before all other steps it was opened once, as works are.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureStation, insertMonitoringFile } from '../../../main/db/queries/monitoring.ts';
import { insertStationDay } from '../../../main/db/queries/station-days.ts';
import { isValidHour } from '../../../shared/domain/air/hours/hours-of-day.ts';
import { POLLUTANTS } from '../../../shared/domain/air/standards/pollutants.ts';
import { daysOfYear } from '../../../shared/domain/calendar.ts';
import { testCore } from '../../support/core.ts';
import { AFTER_THE_FILES } from '../../support/monitoring-files.ts';
import { BENCH, stationDay } from './made-database.ts';
import { madeHours, madeStations } from './made-hours.ts';
import { createPlannedWork, townId } from './made-plan.ts';

const NEWEST = 2025;
const ROUNDS = 5;
const STEPS = ['start', 'unseen', 'open', 'newest', 'first', 'places', 'import'] as const;
type Step = (typeof STEPS)[number];
const TITLES: Readonly<Record<Step, string>> = {
  start: '什么都不做',
  unseen: '第一次打开（从头到尾检查一遍）',
  open: '打开',
  newest: '打开并看最近一年',
  first: '打开并看第一年',
  places: '打开并列出全部镇街',
  import: '打开并导入下一个月',
};

interface Spent {
  readonly cpu: number;
  readonly wall: number;
  readonly megabytes: number;
}

const [mode = '', ...rest] = process.argv.slice(2);
if (mode === '--step') await step(rest);
else {
  const sizes = mode === '' ? [31, 1, 31, 10, 1000, 1] : [mode, ...rest].map(Number);
  for (let at = 0; at < sizes.length; at += 2) measure(sizes[at] ?? 0, sizes[at + 1] ?? 0);
}

function measure(towns: number, years: number): void {
  const folder = mkdtempSync(join(tmpdir(), 'zhiqi-growth-'));
  try {
    const work = join(folder, 'whole.sqlite');
    fill(work, towns, years);
    const month = writeMonth(join(folder, '小时值.csv'));
    console.log(`${towns} 个镇街、${years} 年小时值，工作库 ${Math.round(statSync(work).size / 1_048_576)} MB`);
    for (const name of STEPS) console.log(`  ${TITLES[name]}：${lineOf(name, { folder, work, month, first: NEWEST + 1 - years })}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Place {
  readonly folder: string;
  readonly work: string;
  readonly month: string;
  readonly first: number;
}

function lineOf(name: Step, { folder, work, month, first }: Place): string {
  const spent = Array.from({ length: ROUNDS }, (): Spent => {
    const copy = join(folder, 'copy.sqlite');
    copyFileSync(work, copy);
    const run = (done: Step): string => {
      const argv = ['--step', done, folder, copy, month, String(first)];
      return execFileSync(process.execPath, [fileURLToPath(import.meta.url), ...argv], { encoding: 'utf8' });
    };
    if (name !== 'start' && name !== 'unseen') run('unseen');
    return JSON.parse(run(name)) as Spent;
  });
  const middle = (of: keyof Spent): number =>
    spent.map((one) => one[of]).toSorted((left, right) => left - right)[Math.floor(ROUNDS / 2)] ?? NaN;
  return `处理器 ${middle('cpu').toFixed(2)} 秒，历时 ${middle('wall').toFixed(2)} 秒，峰值内存 ${Math.round(middle('megabytes'))} MB`;
}

async function step([name = '', folder = '', work = '', month = '', first = '']: readonly string[]): Promise<void> {
  const made = testCore(folder);
  made.setNow(AFTER_THE_FILES);
  const begun = performance.now();
  if (name !== 'start') await asked(made.core.call('work.open', { file: made.grant(work) }));
  const page = (year: number) => asked(made.core.call('monitoring.calendar', { place: '镇街1', year }));
  if (name === 'newest') await page(NEWEST);
  if (name === 'first') await page(Number(first));
  if (name === 'places') await asked(made.core.call('monitoring.places', { year: NEWEST }));
  if (name === 'import') await asked(made.core.call('monitoring.import', { sources: [made.grant(month)] }));
  const wall = (performance.now() - begun) / 1000;
  made.core.close();
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  console.log(JSON.stringify({ cpu: (userCPUTime + systemCPUTime) / 1e6, wall, megabytes: maxRSS / 1024 } satisfies Spent));
}

async function asked(answer: Promise<{ readonly ok: boolean }>): Promise<void> {
  const given = await answer;
  if (!given.ok) throw new Error(JSON.stringify(given));
}

/** A file for each month, as it comes. */
function fill(path: string, towns: number, years: number): void {
  const work = createPlannedWork(path, towns);
  const db = work.writing(BENCH);
  const about = { kind: 'monitoring', format: 'csv', encoding: null, importedAt: BENCH.now(), sample: false } as const;
  for (let year = NEWEST + 1 - years; year <= NEWEST; year += 1) {
    db.transaction(() => {
      const files = new Map<string, number>();
      for (const name of new Set(daysOfYear(year).map((date) => date.slice(0, 7)))) {
        const sha256 = createHash('sha256').update(name).digest('hex');
        db.prepare('INSERT INTO file (sha256, size, bytes) VALUES (?, 0, ?)').run(sha256, Buffer.alloc(0));
        files.set(
          name,
          insertMonitoringFile(db, { ...about, sha256, fileName: `${name}.csv`, options: { hourStamp: 'auto', year: null } }),
        );
      }
      for (const station of madeStations(towns)) {
        const stationId = ensureStation(db, townId(station.town), `站点${station.id}`);
        for (const [day, date] of daysOfYear(year).entries())
          insertStationDay(db, stationId, files.get(date.slice(0, 7)) ?? 0, { ...stationDay(station, day), date });
      }
    });
  }
  work.close();
}

/** Hours of January after the newest year, 31 towns, as platforms export them. */
function writeMonth(path: string): string {
  const lines = ['镇街,日期,小时,SO2(μg/m³),NO2(μg/m³),CO(mg/m³),O3(μg/m³),PM10(μg/m³),PM2.5(μg/m³)'];
  for (const station of madeStations(31)) {
    if (station.id !== madeStations(31).findIndex(({ town }) => town === station.town) + 1) continue;
    for (const [day, date] of daysOfYear(NEWEST + 1)
      .slice(0, 31)
      .entries()) {
      const hours = madeHours({ ...station, pollutants: POLLUTANTS }, day);
      for (let hour = 0; hour < 24; hour += 1)
        lines.push([`镇街${station.town}`, date, hour + 1, ...POLLUTANTS.map((_, index) => shown(hours[index * 24 + hour] ?? 0))].join());
    }
  }
  writeFileSync(path, lines.join('\r\n'));
  return path;
}

function shown(thousandths: number): number | string {
  return isValidHour(thousandths) ? thousandths / 1000 : '-';
}
