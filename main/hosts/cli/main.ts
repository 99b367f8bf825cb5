import { Command, CommanderError } from 'commander';
import colors from 'picocolors';
import { commandText } from '../../../shared/text/command-text.ts';
import { usageText } from '../../../shared/text/usage-text.ts';
import { CommandFailed } from './command-failed.ts';
import { addCommands, calledCommand } from './command-list.ts';
import type { Run } from './session.ts';

/** zhiqi <命令>: the core from the command line. Ends the process with 0 or 1. */
export async function main(args: readonly string[]): Promise<void> {
  const json = args.includes('--json');
  // `| head` closes the pipe early: that is no error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
  const run: Run = async (work) => {
    // Help and calc start without the core, and so without a database driver.
    const { openSession } = await import('./session.ts');
    // Ctrl+C while all this was read is heard before anything is done.
    await new Promise(setImmediate);
    const session = openSession({ json, by: valueOf(args, '--by'), readOnly: args.includes('--read-only') });
    try {
      await work(session);
    } finally {
      session.close();
    }
  };
  try {
    const program = await createProgram(calledCommand(args), run, json);
    await program.parseAsync(helpOf(args), { from: 'user' });
  } catch (error) {
    process.exitCode = await report(error, json);
  }
}

/** `help year open` is `year open --help`; commander's own help knows one word. */
const helpOf = (args: readonly string[]): string[] => (args[0] === 'help' && args.length > 2 ? [...args.slice(1), '--help'] : [...args]);

/** `--by NAME` or `--by=NAME`. */
function valueOf(args: readonly string[], option: string): string | null {
  const index = args.findIndex((argument) => argument === option || argument.startsWith(`${option}=`));
  const argument = args[index];
  if (argument === undefined) return null;
  return argument === option ? (args[index + 1] ?? '') : argument.slice(option.length + 1);
}

async function createProgram(called: string | null, run: Run, json: boolean): Promise<Command> {
  const program = new Command('zhiqi');
  program
    .description('治气考核：收填报表、算年度得分、排空气质量名次、出正式附表')
    .helpOption('-h, --help', '显示帮助')
    .helpCommand('help [命令]', '显示某个命令的帮助')
    .option('--json', '以 JSON 输出结果')
    .configureHelp({
      styleTitle: (title) => usageText.titles[title] ?? title,
      styleUsage: usageText.usage,
      styleSubcommandTerm: usageText.usage,
      optionDescription: usageText.option,
    })
    .configureOutput({ outputError: () => undefined })
    .exitOverride();
  await addCommands(program, called, run, json);
  for (const command of program.commands) localise(command);
  return program;
}

const WORK = 'WORK.sqlite';

function localise(command: Command): void {
  command.helpOption('-h, --help', '显示帮助').copyInheritedSettings(command.parent ?? command);
  command
    .option('--json', '以 JSON 输出结果')
    .exitOverride()
    .configureOutput({ outputError: () => undefined });
  if (command.registeredArguments.some((argument) => argument.name() === WORK)) {
    command.option('--read-only', commandText.readOnly);
    if (!command.options.some(({ long }) => long === '--by')) command.option('--by <姓名>', commandText.by);
  }
  for (const child of command.commands) localise(child);
}

/** Prints what went wrong where it belongs and gives the exit code. */
async function report(error: unknown, json: boolean): Promise<number> {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return 0;
    const sentence = usageText.error(error.code, error.message);
    // A group without its command has shown its help.
    if (error.code === 'commander.help' && !json) return 1;
    return refuse({ code: 'USAGE', params: { message: sentence } }, sentence, json);
  }
  const { failureText } = await import('../../../shared/text/failure-text.ts');
  if (error instanceof CommandFailed) {
    const { commandHint } = await import('../../../shared/text/failure-command-text.ts');
    const { code, params } = error.failure;
    return refuse(error.failure, `${failureText(code, params)}${commandHint(code, params)}`, json);
  }
  const { recordUnknown } = await import('./environment.ts');
  const id = recordUnknown(error);
  return refuse({ code: 'INTERNAL', params: { id } }, failureText('INTERNAL', { id }), json);
}

/** Code and params for scripts, the sentence for people; an answer in JSON carries both. */
function refuse(error: { readonly code: string; readonly params: object }, sentence: string, json: boolean): 1 {
  if (json) process.stdout.write(`${JSON.stringify({ ok: false, error: { ...error, sentence } }, null, 2)}\n`);
  else if (sentence !== '') process.stderr.write(`${colors.red('✗')} ${sentence}\n`);
  return 1;
}
