import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findingText } from '../../../shared/text/finding-text.ts';
import { HOSTILE_FILES } from '../../support/hostile/all.ts';
import type { HostileFile } from '../../support/hostile/hostile-file.ts';
import { workbookBytes } from '../../unit/main/documents/workbook-reader/handmade.ts';

/**
 * Makes hostile files, reads each by the product's own way in, in a process of its own, and prints what came of it and what it cost:
 * `node test/bench/hostile/measure-hostile.ts [forms|monitoring] [weight] [part of a kind or name …]`. Seconds are those of the processor beyond
 * the start of the process, memory the highest of the whole process.
 */
interface Measured {
  readonly members: number;
  readonly refused: number;
  readonly cells: number;
  readonly code: string | null;
  readonly params: Readonly<Record<string, string | number>> | null;
  readonly seconds: number;
  readonly megabytes: number;
}

const BOUND = { seconds: 2, megabytes: 300 };
const KILLED_AFTER_MS = 1_800_000;

const [limits = 'forms', weight = '1', ...wanted] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'hostile-'));
const compiled = join(folder, 'compiled');
const run = promisify(execFile);

/** What everything costs that is no harm: an empty form, and half a million cells. */
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
process.stdout.write('| kind | bytes | came of it | CPU s | peak MB |\n|---|---|---|---|---|\n');
let beyond = 0;
try {
  for (const file of chosen) process.stdout.write(`${await lineOf(file)}\n`);
} finally {
  rmSync(folder, { recursive: true });
}
process.stdout.write(`\n${chosen.length} kinds, ${beyond} beyond ${BOUND.seconds} s or ${BOUND.megabytes} MB.\n`);

async function lineOf(file: HostileFile): Promise<string> {
  const path = join(folder, 'file');
  writeFileSync(path, file.make(Number(weight)));
  const { size } = statSync(path);
  const measured = await measure(path, file.name);
  if (typeof measured === 'string') {
    beyond += 1;
    return `| ${file.kind} | ${size} | **${measured}** | – | – |`;
  }
  const { seconds, megabytes } = measured;
  const over = seconds > BOUND.seconds || megabytes > BOUND.megabytes;
  if (over) beyond += 1;
  return `| ${file.kind} | ${size} | ${outcome(measured)} | ${seconds.toFixed(2)} | ${megabytes.toFixed(0)}${over ? ' **!**' : ''} |`;
}

async function measure(path: string, name: string): Promise<Measured | string> {
  try {
    const script = join(import.meta.dirname, 'read-one.ts');
    const { stdout } = await run(process.execPath, [script, path, name, limits], {
      timeout: KILLED_AFTER_MS,
      env: { ...process.env, NODE_COMPILE_CACHE: compiled },
    });
    return JSON.parse(stdout) as Measured;
  } catch (error) {
    const { code, signal, stderr = '' } = error as { code?: unknown; signal?: unknown; stderr?: string };
    return `process ended: ${String(signal ?? code)} ${stderr.split('\n').find((line) => /error/i.test(line)) ?? ''}`;
  }
}

function outcome({ members, refused, cells, code, params }: Measured): string {
  const text = code === null ? `read, ${cells} cells` : `${code}: ${findingText(code, params ?? {})}`;
  return members === 1 ? text : `${members} members, ${refused} refused${code === null ? '' : `; ${text}`}`;
}
