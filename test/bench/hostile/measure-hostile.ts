import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { FindingParams } from '../../../shared/domain/findings.ts';
import { findingText } from '../../../shared/text/finding-text.ts';
import { HOSTILE_FILES } from '../../support/hostile/all.ts';
import type { HostileFile } from '../../support/hostile/hostile-file.ts';
import { emptyWork } from '../../support/monitoring-files.ts';
import { workbookBytes } from '../../unit/main/documents/workbook-reader/handmade.ts';

/**
 * Makes hostile files, has the core take each in without storing it, as returns and as monitoring data, in a process of its own, and prints what
 * came of it and what it cost: `node test/bench/hostile/measure-hostile.ts [forms|monitoring|both] [weight] [part of a kind or name …]`. Seconds are
 * those of the processor, memory the highest of the whole process; what counts of both is what is beyond the open work.
 */
interface Measured {
  readonly files: number;
  readonly refused: number;
  readonly code: string | null;
  readonly params: FindingParams | null;
  readonly logged: readonly string[];
  readonly seconds: number;
  readonly megabytes: number;
  readonly beyondStart: number;
}

type Way = 'forms' | 'monitoring';

const BOUND = { seconds: 2, megabytes: 300 };
const KILLED_AFTER_MS = 1_800_000;

const [asked = 'both', weight = '1', ...wanted] = process.argv.slice(2);
const ways: readonly Way[] = asked === 'both' ? ['forms', 'monitoring'] : [asked === 'forms' ? 'forms' : 'monitoring'];
const folder = mkdtempSync(join(tmpdir(), 'hostile-'));
const run = promisify(execFile);

/** What everything costs that is no harm: one cell, and a hundred thousand. */
const YARDSTICKS: readonly HostileFile[] = [
  { kind: '(yardstick) one cell', name: '一格.xlsx', make: () => workbookBytes({ rows: '<row r="1"><c r="A1"><v>1</v></c></row>' }) },
  {
    kind: '(yardstick) 100,000 honest cells',
    name: '十万格.xlsx',
    make: () => workbookBytes({ rows: `<row>${'<c><v>12.5</v></c>'.repeat(10)}</row>`.repeat(10_000) }),
  },
];

const chosen = [...YARDSTICKS, ...HOSTILE_FILES].filter(
  ({ kind, name }) => wanted.length === 0 || wanted.some((word) => kind.includes(word) || name.includes(word)),
);
const { workPath, core } = await emptyWork(folder);
core.close();
process.stdout.write('| kind | bytes | as | came of it | CPU s | peak MB (beyond start) |\n|---|---|---|---|---|---|\n');
let beyond = 0;
try {
  for (const file of chosen) await tell(file);
} finally {
  rmSync(folder, { recursive: true });
}
process.stdout.write(`\n${chosen.length} kinds, ${beyond} readings beyond ${BOUND.seconds} s or ${BOUND.megabytes} MB.\n`);

async function tell(file: HostileFile): Promise<void> {
  const part = join(folder, 'part');
  mkdirSync(part, { recursive: true });
  const path = join(part, file.name);
  writeFileSync(path, file.make(Number(weight)));
  const { size } = statSync(path);
  for (const way of ways) process.stdout.write(`| ${file.kind} | ${size} | ${way} | ${lineOf(await measure(path, way))} |\n`);
  rmSync(path);
}

function lineOf(measured: Measured | string): string {
  const over = typeof measured === 'string' || measured.seconds > BOUND.seconds || measured.beyondStart > BOUND.megabytes;
  if (over) beyond += 1;
  if (typeof measured === 'string') return `**${measured}** | – | – **!**`;
  const { seconds, megabytes, beyondStart } = measured;
  return `${outcome(measured)} | ${seconds.toFixed(2)} | ${megabytes.toFixed(0)} (${beyondStart.toFixed(0)})${over ? ' **!**' : ''}`;
}

async function measure(path: string, way: Way): Promise<Measured | string> {
  try {
    const { stdout } = await run(process.execPath, [join(import.meta.dirname, 'read-one.ts'), path, workPath, way], {
      timeout: KILLED_AFTER_MS,
      env: { ...process.env, NODE_COMPILE_CACHE: join(folder, 'compiled') },
    });
    return JSON.parse(stdout) as Measured;
  } catch (error) {
    const { code, signal, stderr = '' } = error as { code?: unknown; signal?: unknown; stderr?: string };
    return `process ended: ${String(signal ?? code)} ${stderr.split('\n').find((line) => /error/i.test(line)) ?? ''}`;
  }
}

function outcome({ files, refused, code, params, logged }: Measured): string {
  const text = code === null ? 'read' : `${code}: ${findingText(code, params ?? {})}`;
  const fault = logged.length === 0 ? '' : ` **fault of the program: ${logged.join('; ')}**`;
  return `${files === 1 ? '' : `${files} members, ${refused} refused; `}${text}${fault}`;
}
