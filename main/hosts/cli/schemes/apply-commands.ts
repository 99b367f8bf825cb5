import { type Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import type { MethodInput } from '../../../../shared/contract/contract.ts';
import { schemeApplyText as text } from '../../../../shared/text/scheme/apply-words.ts';
import { parseYear } from '../commands/options.ts';
import { accountText, appliedText, enteredText, inputsText } from '../render/scheme-apply.ts';
import type { CliSession, Run } from '../session.ts';

interface SchemeOptions {
  readonly scheme: string;
  readonly rule?: string;
  readonly subjects?: string;
}

interface ApplyOptions extends SchemeOptions {
  readonly period?: string;
  readonly year?: number;
  readonly unit?: string;
  readonly explain?: boolean;
}

interface EnterOptions {
  readonly scheme: string;
  readonly period: string;
  readonly unit?: string;
  readonly kind: MethodInput<'schemes.enter'>['kind'];
  readonly name: string;
  readonly value: string;
  readonly document: string;
}

/**
 * schemes apply|account|enter|inputs: a scheme on a real work. `--year` is an option of `schemes` too, which takes it wherever it stands, so it
 * is asked for among the options of both.
 */
export function addSchemeApplyCommands(schemes: Command, run: Run): void {
  withScheme(schemes.command('apply <WORK.sqlite>').description(text.describe.apply))
    .option('--period <时段>', text.describe.period)
    .option('--year <年度>', text.describe.year, parseYear)
    .option('--unit <单位>', text.describe.onlyUnit)
    .option('--explain', text.describe.explain)
    .action((work: string, _own: unknown, command: Command) =>
      run(async (session) => {
        const { explain, unit, ...options }: ApplyOptions = command.optsWithGlobals();
        await session.call('work.open', { file: session.grant(work) });
        const period = periodOf(options);
        const applied = await session.call('schemes.apply', { ...sourceOf(session, options), period });
        session.result(applied, () => appliedText(applied, { explain: explain === true, unit: unit ?? null }));
      }),
    );
  withScheme(schemes.command('account <WORK.sqlite>').description(text.describe.account))
    .option('--year <年度>', text.describe.year, parseYear)
    .action((work: string, _own: unknown, command: Command) =>
      run(async (session) => {
        const { year, ...options }: ApplyOptions = command.optsWithGlobals();
        if (year === undefined) throw missing('--year <年度>');
        await session.call('work.open', { file: session.grant(work) });
        const account = await session.call('schemes.account', { ...sourceOf(session, options), year });
        session.result(account, () => accountText(account));
      }),
    );
  addInputCommands(schemes, run);
}

const withScheme = (command: Command): Command =>
  command
    .requiredOption('--scheme <办法>', text.describe.scheme)
    .option('--rule <名称>', text.describe.rule)
    .option('--subjects <对象>', text.describe.subjects);

function addInputCommands(schemes: Command, run: Run): void {
  schemes
    .command('enter <WORK.sqlite>')
    .description(text.describe.enter)
    .requiredOption('--scheme <编号>', text.describe.schemeId)
    .requiredOption('--period <时段>', text.describe.period)
    .option('--unit <单位>', text.describe.unitAll)
    .addOption(new Option('--kind <类别>', text.describe.kind).makeOptionMandatory().argParser(parseKind))
    .requiredOption('--name <名称>', text.describe.name)
    .requiredOption('--value <值>', text.describe.value)
    .requiredOption('--document <依据>', text.describe.document)
    .action((work: string, options: EnterOptions) =>
      run(async (session) => {
        await session.call('work.open', { file: session.grant(work) });
        const { scheme: id, period, unit, kind, name, document } = options;
        const value = options.value.trim() === text.withdraw ? null : options.value;
        const entered = await session.call('schemes.enter', {
          id,
          period,
          kind,
          name,
          value,
          document,
          ...(unit === undefined ? {} : { unit }),
        });
        session.result(entered, () => enteredText(entered));
      }),
    );
  schemes
    .command('inputs <WORK.sqlite>')
    .description(text.describe.inputs)
    .option('--scheme <编号>', text.describe.schemeId)
    .action((work: string, { scheme }: { readonly scheme?: string }) =>
      run(async (session) => {
        await session.call('work.open', { file: session.grant(work) });
        const found = await session.call('schemes.inputs', scheme === undefined ? {} : { id: scheme });
        session.result(found, () => inputsText(found));
      }),
    );
}

/** A file by its ending or a path in it, else the id of a stored scheme. */
function sourceOf(
  session: CliSession,
  { scheme, rule, subjects }: SchemeOptions,
): Pick<MethodInput<'schemes.apply'>, 'source' | 'subjects'> {
  const isFile = /\.ya?ml$/iu.test(scheme) || /[/\\]/u.test(scheme);
  const source = isFile ? { file: session.grant(scheme), ...(rule === undefined ? {} : { rule }) } : { id: scheme };
  return { source, ...(subjects === undefined ? {} : { subjects }) };
}

function periodOf({ period, year }: Pick<ApplyOptions, 'period' | 'year'>): string {
  if ((period === undefined) === (year === undefined)) throw missing(text.oneOfBoth);
  return period ?? String(year);
}

const missing = (option: string): CommanderError =>
  new CommanderError(1, 'commander.missingMandatoryOptionValue', `error: required option '${option}' not specified`);

const KINDS = ['manual', 'param', 'event'] as const;

function parseKind(value: string): (typeof KINDS)[number] {
  const found = KINDS.find((kind) => kind === value);
  if (found === undefined) throw new InvalidArgumentError(text.kindInvalid);
  return found;
}
