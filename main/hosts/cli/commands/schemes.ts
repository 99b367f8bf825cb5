import type { Command } from 'commander';
import { monitoringCommandText } from '../../../../shared/text/monitoring-command-text.ts';
import { schemesTable } from '../render/scheme-life.ts';
import { schemeBlock, schemesText } from '../render/schemes.ts';
import { addSchemeApplyCommands } from '../schemes/apply-commands.ts';
import { addSchemeTrialCommands } from '../schemes/commands.ts';
import { addSchemeLifeCommands } from '../schemes/life-commands.ts';
import { addSchemePrintCommand } from '../schemes/print-commands.ts';
import type { CliSession, Run } from '../session.ts';
import { parseYear, type YearOption } from './options.ts';

const words = monitoringCommandText.describe;

/** schemes: 办法 of all kinds, with and without a work. */
export function addSchemesCommands(program: Command, run: Run): void {
  const schemes = program
    .command('schemes <WORK.sqlite>')
    .option('--year <年度>', words.year, parseYear)
    .option('--add <文件>', words.addFile)
    .option('--template <编号>', words.template)
    .action((file: string, options: SchemesOptions) =>
      run(async (session) => {
        await session.call('work.open', { file: session.grant(file) });
        if (options.add === undefined && options.template === undefined) return listSchemes(session, options.year);
        const added = await session.call('ranking.add', {
          ...(options.add === undefined ? {} : { file: session.grant(options.add) }),
          ...(options.template === undefined ? {} : { template: options.template }),
        });
        return session.result(added, () => `✓ 已加入排名办法\n${schemeBlock(added)}`);
      }),
    );
  schemes
    .command('list <WORK.sqlite>')
    .description(words.schemesList)
    .option('--year <年度>', words.year, parseYear)
    .action((file: string, _own: unknown, command: Command) =>
      run(async (session) => {
        await session.call('work.open', { file: session.grant(file) });
        // `schemes` has the same option and takes it wherever it stands.
        return listSchemes(session, command.optsWithGlobals<SchemesOptions>().year);
      }),
    );
  addSchemeTrialCommands(schemes, run);
  addSchemeLifeCommands(schemes, run);
  addSchemePrintCommand(schemes, run);
  addSchemeApplyCommands(schemes, run);
}

/** Schemes of both kinds; with a year also the rankings that it goes by. */
async function listSchemes(session: CliSession, year: number | undefined): Promise<void> {
  const { schemes } = await session.call('schemes.list', year === undefined ? {} : { year });
  const ranking = year === undefined ? null : await session.call('ranking.schemes', { year });
  session.result({ schemes, ranking }, () =>
    [schemesTable(schemes), ...(ranking === null || year === undefined ? [] : ['', schemesText(year, ranking)])].join('\n'),
  );
}

interface SchemesOptions extends Partial<YearOption> {
  readonly add?: string;
  readonly template?: string;
}
