import type { Command } from 'commander';
import { schemeCommandText } from '../../../../shared/text/scheme/command-words.ts';
import type { Run } from '../session.ts';
import { checkReport, problemLines } from './check-report.ts';
import { explanationsText } from './explanations.ts';
import { readTable } from './read-table.ts';
import { trialJson, trialOutput } from './trial-output.ts';

interface TryOptions {
  readonly rule?: string;
  readonly explain?: boolean;
}

/** schemes try, schemes check: a scheme file on its own, without a work. */
export function addSchemeTrialCommands(schemes: Command, run: Run): void {
  const words = schemeCommandText.describe;
  schemes
    .command('try <办法文件>')
    .description(words.try)
    .option('--rule <名称>', words.rule)
    .option('--explain', words.explain)
    .addHelpText('after', schemeCommandText.helpTry)
    .action((file: string, { rule, explain }: TryOptions) =>
      run(async (session) => {
        if (process.stdin.isTTY) process.stderr.write(`${schemeCommandText.wait}\n`);
        const table = await readTable(process.stdin);
        const records = table.rows.map(({ line, cells }) => ({ line, cells: [...cells] }));
        const answer = await session.call('schemes.try', {
          file: session.grant(file),
          header: [...table.header.cells],
          records,
          ...(rule === undefined ? {} : { rule }),
        });
        if (answer.trial === null) {
          process.exitCode = 1;
          if (session.json) session.result(answer, () => '');
          else process.stderr.write(`${problemLines(answer.check).join('\n')}\n`);
          return;
        }
        const output = trialOutput(table, answer.trial);
        for (const sentence of [...output.problems, ...output.notes]) process.stderr.write(`${sentence}\n`);
        if (output.problems.length > 0) process.exitCode = 1;
        if (session.json) session.result(trialJson(table, answer.trial, output), () => '');
        else process.stdout.write(explain === true ? `${explanationsText(answer.trial.rows)}\n` : output.csv);
      }),
    );
  schemes
    .command('check <办法文件>')
    .description(words.check)
    .addHelpText('after', schemeCommandText.helpCheck)
    .action((file: string) =>
      run(async (session) => {
        const checked = await session.call('schemes.check', { file: session.grant(file) });
        if (!checked.usable) process.exitCode = 1;
        session.result(checked, () => checkReport(checked));
      }),
    );
}
