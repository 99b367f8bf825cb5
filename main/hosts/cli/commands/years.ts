import { type Command, InvalidArgumentError, Option } from 'commander';
import type { MethodInput } from '../../../../shared/contract/contract.ts';
import { yearCommandText as text } from '../../../../shared/text/year-command-text.ts';
import { askTargets } from '../render/ask-targets.ts';
import { remarkLine } from '../render/targets.ts';
import { listFindingsText, printedTargets, proposalText, warningLines, yearsTable, yearText } from '../render/years.ts';
import type { CliSession, Run } from '../session.ts';
import { argument, reasonOf, yearArgument } from './options.ts';
import { type PasswordOption, passwordsOf, refuseUnused, withPasswords } from './passwords.ts';
import { addYearComparison } from './year-comparison.ts';
import { parseDay } from './monitoring-options.ts';

interface OpenOptions extends PasswordOption {
  readonly targets: 'ask' | 'carry' | 'interpolate';
  readonly target: readonly string[];
  readonly scheme?: string;
  readonly due?: string;
  readonly rounds?: string;
  readonly list?: string;
  readonly document?: string;
  readonly date?: string;
  readonly reason?: string;
  readonly dryRun: boolean;
}

type Proposed = MethodInput<'year.propose'>;

/** year open|list|show|change|cancel|final|archive|reopen: the 考核年度 of a work. */
export function addYearCommands(program: Command, run: Run): void {
  const year = program.command('year');
  addOpen(year, run);
  year
    .command('list <WORK.sqlite>')
    .description(text.list)
    .action((file: string) =>
      run(async (session) => {
        await session.call('work.open', { file: session.grant(file) });
        const listed = await session.call('year.list', {});
        session.result(listed, () => yearsTable(listed.years));
      }),
    );
  year
    .command('show <WORK.sqlite> <年度>')
    .description(text.show)
    .action((file: string, of: string) =>
      run(async (session) => {
        await session.call('work.open', { file: session.grant(file) });
        const view = await session.call('year.show', { year: yearArgument(of) });
        session.result(view, () => yearText(view));
      }),
    );
  addChange(year, run);
  addActs(year, run);
  addYearComparison(year, run);
}

function addOpen(year: Command, run: Run): void {
  withPasswords(year.command('open <WORK.sqlite> <年度>').description(text.open))
    .addOption(new Option('--targets <方式>', text.targets).choices(['ask', 'carry', 'interpolate']).default('ask'))
    .option('--target <指标=目标>', text.target, collected, [])
    .option('--scheme <编号>', text.scheme)
    .option('--list <清单.xlsx>', text.listFile)
    .option('--document <文号>', text.listDocument)
    .option('--date <日期>', text.listDate, parseDay)
    .option('--due <日期>', text.due, parseDay)
    .option('--rounds <轮次>', text.rounds)
    .option('--reason <理由>', text.reasonUnlessDry)
    .option('--dry-run', text.dryRun, false)
    .action((file: string, of: string, options: OpenOptions) =>
      run(async (session) => {
        const reason = reasonOf(options);
        refuseUnused(options, options.list, '--list <清单.xlsx>');
        await session.call('work.open', { file: session.grant(file) });
        const request = await answered(session, requestOf(session, yearArgument(of), options));
        const proposal = await session.call('year.propose', request);
        if (proposal.listFindings.some(({ severity }) => severity === 'error')) {
          process.exitCode = 1;
          return session.result(proposal, () => listFindingsText(proposal));
        }
        const printed = printedTargets((await session.call('targets.show', { year: proposal.year })).targets, proposal);
        if (options.dryRun) return session.result({ ...proposal, printed }, () => proposalText(proposal, printed));
        const opened = await session.call('year.open', { ...request, reason });
        return session.result(opened, () => `${proposalText(proposal, printed)}\n\n${text.opened(opened.year)}`);
      }),
    );
}

const requestOf = (
  session: CliSession,
  year: number,
  { targets, target, scheme, due, rounds, list, document, date, password }: OpenOptions,
): Proposed => ({
  year,
  targets,
  choices: choicesOf(target),
  ...(scheme === undefined ? {} : { scheme }),
  ...(due === undefined ? {} : { due }),
  ...(rounds === undefined ? {} : { rounds: roundsOf(rounds) }),
  ...(list === undefined ? {} : { listSource: session.grant(list), ...passwordsOf({ password }) }),
  ...(document === undefined ? {} : { listDocument: document }),
  ...(date === undefined ? {} : { listDate: date }),
});

/** On a terminal the open questions are asked one after the other; elsewhere they are listed by the refusal. */
async function answered(session: CliSession, request: Proposed): Promise<Proposed> {
  if (request.targets !== 'ask' || session.json || !process.stdin.isTTY) return request;
  const { questions } = await session.call('year.propose', request);
  return { ...request, choices: { ...request.choices, ...(await askTargets(questions)) } };
}

function addChange(year: Command, run: Run): void {
  year
    .command('change <WORK.sqlite> <年度> <KEY=VALUE...>')
    .description(text.change)
    .requiredOption('--reason <理由>', text.reason)
    .action((file: string, of: string, pairs: string[], { reason }: { reason: string }) =>
      run(async (session) => {
        await session.call('work.open', { file: session.grant(file) });
        const request = { year: yearArgument(of), change: changeOf(pairs) };
        // What was typed as a target may be read another way than it was meant.
        const { remarks = [] } = request.change.targets === undefined ? {} : await session.call('year.preview', request);
        const view = await session.call('year.change', { ...request, reason });
        session.result({ ...view, remarks }, () => [...remarks.map(remarkLine), yearText(view)].join('\n'));
      }),
    );
}

function changeOf(pairs: readonly string[]): MethodInput<'year.change'>['change'] {
  const change: MethodInput<'year.change'>['change'] = {};
  for (const pair of pairs) {
    const [key, value] = splitPair(pair);
    if (key === 'scheme') change.scheme = value;
    else if (key === 'due') change.due = argument(key, value, parseDay);
    else if (key === 'rounds') change.rounds = roundsOf(value);
    else if (key === 'units') change.units = value.split(/[、,，]/u);
    else if (key === 'list') change.list = value === 'none' ? null : argument(key, value, parseList);
    else if (key.startsWith('target:')) change.targets = { ...change.targets, [key.slice('target:'.length)]: value };
    else if (key.startsWith('due:')) change.roundsDue = { ...change.roundsDue, [key.slice('due:'.length)]: argument(key, value, parseDay) };
    else throw new InvalidArgumentError(text.keyUnknown(key));
  }
  return change;
}

function addActs(year: Command, run: Run): void {
  for (const act of ['cancel', 'reopen', 'archive'] as const) {
    year
      .command(`${act} <WORK.sqlite> <年度>`)
      .description(text[act])
      .requiredOption('--reason <理由>', text.reason)
      .action((file: string, of: string, { reason }: { reason: string }) =>
        run(async (session) => {
          await session.call('work.open', { file: session.grant(file) });
          const view = await session.call(`year.${act}`, { year: yearArgument(of), reason });
          session.result(view, () => yearText(view));
        }),
      );
  }
  year
    .command('final <WORK.sqlite> <年度>')
    .description(text.final)
    .requiredOption('--run <编号>', text.run, parseRun)
    .requiredOption('--reason <理由>', text.reason)
    .option('--despite <说明>', text.despite)
    .action((file: string, of: string, { run: id, reason, despite }: { run: number; reason: string; despite?: string }) =>
      run(async (session) => {
        await session.call('work.open', { file: session.grant(file) });
        const signed = { year: yearArgument(of), run: id, reason, ...(despite === undefined ? {} : { despite }) };
        const { warnings } = await session.call('year.blockers', { year: signed.year });
        const view = await session.call('year.final', signed);
        session.result({ ...view, warnings }, () => [yearText(view), ...warningLines(warnings)].join('\n'));
      }),
    );
}

export const collected = (value: string, known: readonly string[]): string[] => [...known, value];

/** KEY=VALUE; the value may hold further signs of equality. */
export function splitPair(pair: string): [string, string] {
  const at = pair.indexOf('=');
  if (at <= 0) throw new InvalidArgumentError(text.pairInvalid(pair));
  return [pair.slice(0, at), pair.slice(at + 1)];
}

function choicesOf(pairs: readonly string[]): Record<string, string> {
  const choices = pairs.map(splitPair);
  const empty = choices.find(([, value]) => value.trim() === '');
  if (empty !== undefined) throw new InvalidArgumentError(text.pairInvalid(`${empty[0]}=`));
  return Object.fromEntries(choices);
}

function roundsOf(value: string): ('year' | 'quarter' | 'month')[] {
  const words: Readonly<Record<string, 'year' | 'quarter' | 'month'>> = {
    年: 'year',
    季: 'quarter',
    月: 'month',
    year: 'year',
    quarter: 'quarter',
    month: 'month',
  };
  return value.split(/[、,，]/u).map((word) => {
    const round = words[word.trim()];
    if (round === undefined) throw new InvalidArgumentError(text.roundInvalid(word));
    return round;
  });
}

function parseList(value: string): number {
  if (!/^\d{1,9}$/.test(value)) throw new InvalidArgumentError(text.listInvalid);
  return Number(value);
}

function parseRun(value: string): number {
  if (!/^\d+$/.test(value)) throw new InvalidArgumentError(text.runInvalid);
  return Number(value);
}
