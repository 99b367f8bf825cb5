import { type Command, InvalidArgumentError } from 'commander';
import type { MethodInput } from '../../../../shared/contract/contract.ts';
import { commandText } from '../../../../shared/text/command-text.ts';
import { workWords } from '../../../../shared/text/plan-words.ts';
import { runShownText, runsText } from '../render/runs.ts';
import type { Run } from '../session.ts';
import { argument, parseYear } from './options.ts';
import { addRunDiff } from './run-diff.ts';

interface MakeOptions {
  readonly year?: number;
  readonly ranking?: string;
  readonly scheme?: string;
}

/** run make, list, show, diff: what was computed and kept (计算记录). */
export function addRunCommands(program: Command, run: Run): void {
  const runs = program.command('run');
  runs
    .command('make <WORK.sqlite>')
    .description(commandText.runMake)
    .option('--year <年度>', commandText.runYear, parseYear)
    .option('--ranking <时段>', commandText.runRanking)
    .option('--scheme <办法>', commandText.runScheme)
    .action((file: string, options: MakeOptions) => {
      const request = requestOf(options);
      return run(async (session) => {
        await session.call('work.open', { file: session.grant(file) });
        const made = await session.call('run.make', request);
        session.result(made, () => (made.stored ? commandText.runStored(made.run) : commandText.runSame(made.run)));
      });
    });

  runs
    .command('list <WORK.sqlite>')
    .description(commandText.runList)
    .action((file: string) =>
      run(async (session) => {
        await session.call('work.open', { file: session.grant(file) });
        const listed = await session.call('run.list', {});
        session.result(listed, () => runsText(listed));
      }),
    );

  runs
    .command('show <WORK.sqlite> <ID>')
    .description(commandText.runShow)
    .action((file: string, id: string) =>
      run(async (session) => {
        const work = await session.call('work.open', { file: session.grant(file) });
        const shown = await session.call('run.show', { id: argument('ID', id, parseId) });
        session.result(shown, () => runShownText(shown, workWords(work)));
      }),
    );
  addRunDiff(runs, run);
}

function requestOf({ year, ranking, scheme }: MakeOptions): MethodInput<'run.make'> {
  if (year !== undefined && ranking === undefined) return { year, ...(scheme === undefined ? {} : { scheme }) };
  if (ranking === undefined || year !== undefined) throw new InvalidArgumentError(commandText.runWhat);
  return { ranking, ...(scheme === undefined ? {} : { scheme }) };
}

function parseId(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError(commandText.runIdInvalid);
  return Number(text);
}
