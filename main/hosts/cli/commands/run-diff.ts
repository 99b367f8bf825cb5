import { type Command, InvalidArgumentError } from 'commander';
import { commandText } from '../../../../shared/text/command-text.ts';
import { whatIfCommandText as words } from '../../../../shared/text/what-if-text.ts';
import { runDiffText } from '../render/what-if.ts';
import type { Run } from '../session.ts';
import { argument } from './options.ts';

/** run diff: two stored scores against each other. `runCommand` is the group of commands about runs. */
export function addRunDiff(runCommand: Command, run: Run): void {
  runCommand
    .command('diff <WORK.sqlite> <A> <B>')
    .description(words.diff)
    .action((file: string, before: string, after: string) => {
      const ids = { before: argument('A', before, parseId), after: argument('B', after, parseId) };
      return run(async (session) => {
        await session.call('work.open', { file: session.grant(file) });
        const compared = await session.call('run.diff', ids);
        session.result(compared, () => runDiffText(compared));
      });
    });
}

function parseId(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError(commandText.runIdInvalid);
  return Number(text);
}
