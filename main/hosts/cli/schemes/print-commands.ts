import type { Command } from 'commander';
import type { ClauseSource } from '../../../../shared/contract/scheme-clauses.ts';
import { clauseText } from '../../../../shared/text/scheme/clause-words.ts';
import { CommandFailed } from '../command-failed.ts';
import { printedText } from '../render/printed.ts';
import type { CliSession, Run } from '../session.ts';
import { parseNumber } from './life-commands.ts';

interface PrintOptions {
  readonly out: string;
  readonly number?: number;
  readonly rule?: string;
}

/** schemes print: a scheme of a work, or a file of its own, as PDF or workbook; the ending says which. */
export function addSchemePrintCommand(schemes: Command, run: Run): void {
  const words = clauseText.command;
  schemes
    .command('print <文件> [编号]')
    .description(words.print)
    .requiredOption('--out <文件>', words.out)
    .option('--number <版本>', words.number, parseNumber)
    .option('--rule <名称>', words.rule)
    .action((file: string, id: string | undefined, { out, number, rule }: PrintOptions) =>
      run(async (session) => {
        if (id === undefined) return printScheme(session, { file: session.grant(file), rule }, out);
        await session.call('work.open', { file: session.grant(file) });
        return printScheme(session, { id, number }, out);
      }),
    );
}

export async function printScheme(session: CliSession, source: ClauseSource, out: string): Promise<void> {
  const format = /\.(pdf|xlsx)$/iu.exec(out)?.[1]?.toLowerCase() ?? '';
  if (format !== 'pdf' && format !== 'xlsx') throw new CommandFailed({ code: 'REPORT_FORMAT_UNKNOWN', params: { format } });
  const printed = await session.call('schemes.print', { source, format, file: session.grant(out) });
  session.result(printed, () => printedText(printed, out, clauseText.marked));
}
