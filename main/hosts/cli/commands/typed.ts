import { type Command, CommanderError, InvalidArgumentError } from 'commander';
import type { TypedWay } from '../../../../shared/domain/returns/typed/facts.ts';
import { typedCommandText as text } from '../../../../shared/text/typed-command-text.ts';
import { typedWayOf, typedWayWords } from '../../../../shared/text/typed-text.ts';
import { importText } from '../render/import.ts';
import type { CliSession, Run } from '../session.ts';
import { parseDay } from './monitoring-options.ts';
import { argument, missingOption, type YearOption } from './options.ts';
import { type PasswordOption, passwordsOf } from './passwords.ts';

export interface TypedOptions {
  readonly typed: boolean;
  readonly way?: TypedWay;
  readonly scan?: string;
  readonly received?: string;
  readonly date?: string;
  readonly by?: string;
}

/** What `import --typed` (手工录入) needs besides. */
export const withTyped = (command: Command): Command =>
  command
    .option('--typed', text.typed, false)
    .option('--way <来源>', text.way, parseWay)
    .option('--scan <文件>', text.scan)
    .option('--received <日期>', text.received, parseDay)
    .option('--date <日期>', text.date, parseDay);

function parseWay(typed: string): TypedWay {
  const way = typedWayOf(typed);
  if (way === null) throw new InvalidArgumentError(text.wayInvalid(typedWayWords));
  return way;
}

type Options = YearOption &
  PasswordOption &
  TypedOptions & { readonly unit?: string; readonly dryRun: boolean; readonly adoptAll: boolean; readonly all: boolean };

/** An option that says something of typing where nothing is typed is most likely a forgotten --typed. */
export function refuseUntyped({ typed, ...options }: TypedOptions): void {
  const used = (['way', 'scan', 'date'] as const).find((name) => options[name] !== undefined);
  if (!typed && used !== undefined)
    throw new CommanderError(1, 'commander.invalidArgument', `error: option '--${used}' argument is invalid. ${text.untyped}`);
}

/** import --typed: the lines of one table as a version of one unit's return. */
export async function importTyped(session: CliSession, file: string, paths: readonly string[], options: Options): Promise<void> {
  const { unit, way, by } = options;
  if (unit === undefined) throw missingOption('--unit <单位>');
  if (way === undefined) throw missingOption('--way <来源>');
  if (by === undefined) throw missingOption('--by <姓名>');
  const [table, ...more] = paths;
  if (table === undefined || more.length > 0) throw new InvalidArgumentError(text.oneTable);
  await session.call('work.open', { file: session.grant(file) });
  const report = await session.call('typed.import', {
    year: options.year,
    unit,
    way,
    by,
    table: session.grant(table),
    dryRun: options.dryRun,
    adopt: options.adoptAll,
    ...(options.scan === undefined ? {} : { scan: session.grant(options.scan) }),
    ...(options.received === undefined ? {} : { receivedOn: options.received }),
    ...(options.date === undefined ? {} : { reportedOn: options.date }),
    ...passwordsOf(options),
  });
  session.result(report, () => importText(report, options.all));
  if (report.counts.accepted + report.counts.duplicate === 0) process.exitCode = 1;
}

/** templates --typed: tables to be typed into. */
export async function writeTypedForms(
  session: CliSession,
  options: YearOption & { readonly out: string; readonly unit?: string[] },
): Promise<void> {
  if (options.unit === undefined) throw missingOption('--unit <单位>');
  const made = await session.call('typed.forms', { year: options.year, folder: session.grant(options.out), units: options.unit });
  session.result(made, () =>
    text.formsWritten(
      made.files.map(({ file }) => file),
      options.out,
    ),
  );
}

/** scan: the 扫描件 of a version, given out again. */
export function addScanCommand(program: Command, run: Run): void {
  program
    .command('scan <WORK.sqlite> <收件号>')
    .requiredOption('--out <文件夹>', text.scanOut)
    .action((file: string, number: string, { out }: { readonly out: string }) =>
      run(async (session) => {
        const request = { number: argument('收件号', number, parseNumber), folder: session.grant(out) };
        await session.call('work.open', { file: session.grant(file) });
        const written = await session.call('typed.scan', request);
        session.result(written, () => text.scanWritten(written.file, out));
      }),
    );
}

function parseNumber(typed: string): number {
  if (!/^[1-9]\d{0,9}$/.test(typed)) throw new InvalidArgumentError(text.numberInvalid);
  return Number(typed);
}
