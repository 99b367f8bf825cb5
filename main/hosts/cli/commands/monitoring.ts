import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { monitoringCommandText } from '../../../../shared/text/monitoring-command-text.ts';
import { monitoringImportText } from '../render/monitoring-import.ts';
import { evaluationText } from '../render/monitoring-evaluation.ts';
import type { MethodInput } from '../../../../shared/contract/contract.ts';
import { asksText } from '../../../../shared/text/source-text.ts';
import type { CliSession, Run } from '../session.ts';
import { startFolder } from '../start-folder.ts';
import { addMonitoringCausesCommand } from './monitoring-causes.ts';
import { addMonitoringDayCommands, addMonitoringFilesCommand } from './monitoring-days.ts';
import { addEventsCommand } from './monitoring-events.ts';
import { addMonitoringLeversCommand } from './monitoring-levers.ts';
import {
  type ChosenRule,
  type HourStamp,
  parseAssignment,
  parseHourStamp,
  parseRule,
  settingsOf,
  type SettingsOptions,
  withSettings,
} from './monitoring-options.ts';
import { addMonitoringOutlookCommands } from './monitoring-outlook.ts';
import { addMonitoringStatisticsCommand } from './monitoring-statistics.ts';
import { parseYear } from './options.ts';
import { type PasswordOption, passwordsOf, withPasswords } from './passwords.ts';

const words = monitoringCommandText.describe;

/** air: monitoring data (监测数据) from files to evaluation, from the command line. */
export function addMonitoringCommands(program: Command, run: Run): void {
  const air = program.command('air');
  addImport(air, run);
  addMonitoringFilesCommand(air, run);
  addEvaluate(air, run);
  addMonitoringDayCommands(air, run);
  addMonitoringOutlookCommands(air, run);
  addMonitoringCausesCommand(air, run);
  addMonitoringStatisticsCommand(air, run);
  addMonitoringLeversCommand(air, run);
  addEventsCommand(air, run);
}

interface ImportOptions extends PasswordOption {
  readonly dryRun: boolean;
  readonly hourStamp: HourStamp;
  readonly year?: number;
  readonly all: boolean;
  readonly blanks: 'keep' | 'replace';
  readonly assign?: readonly { readonly station: string; readonly place: string }[];
  readonly rule?: readonly ChosenRule[];
}

function addImport(air: Command, run: Run): void {
  withPasswords(air.command('import <WORK.sqlite> <FILES...>').description(words.import))
    .option('--dry-run', words.dryRun, false)
    .option('--hour-stamp <标记>', words.hourStamp, parseHourStamp, 'auto')
    .option('--year <年度>', words.dateYear, parseYear)
    .addOption(new Option('--blanks <方式>', words.blanks).choices(['keep', 'replace']).default('keep'))
    .option('--assign <站点=地点...>', words.assign, parseAssignment)
    .option('--rule <规则=值...>', asksText.option, parseRule)
    .option('--all', words.all, false)
    .addHelpText('after', monitoringCommandText.helpImport)
    .action((file: string, paths: string[], options: ImportOptions) =>
      run(async (session) => {
        await session.call('work.open', { file: session.grant(file) });
        const asked = {
          sources: paths.map((path) => session.grant(path)),
          hourStamp: options.hourStamp,
          blanks: options.blanks,
          ...passwordsOf(options),
          ...(options.assign === undefined ? {} : { assign: [...options.assign] }),
          ...(options.year === undefined ? {} : { year: options.year }),
        };
        const rules = options.rule === undefined ? {} : { rules: await rulesChosen(session, asked, options.rule) };
        const report = await session.call('monitoring.import', { ...asked, ...rules, dryRun: options.dryRun });
        session.result(report, () => monitoringImportText(report, options.all));
        const { accepted, duplicate, unchanged } = report.counts;
        if (accepted + duplicate + unchanged === 0 || paths.some((path) => !existsSync(resolve(startFolder(), path)))) process.exitCode = 1;
      }),
    );
}

/** What was chosen, of each source of the files that asks for it and from their first day on. */
async function rulesChosen(
  session: CliSession,
  asked: MethodInput<'monitoring.preview'>,
  chosen: readonly ChosenRule[],
): Promise<NonNullable<MethodInput<'monitoring.import'>['rules']>> {
  const { files } = await session.call('monitoring.preview', asked);
  const asks = files.flatMap((file) => file.asks).toSorted((one, other) => (one.from < other.from ? -1 : 1));
  return chosen.flatMap(({ key, value }) => {
    const own = asks.filter((ask) => ask.key === key);
    if (own.length === 0) throw new InvalidArgumentError(asksText.notAsked(key));
    return [...new Map(own.toReversed().map(({ source, from }) => [source, { source, key, value, from }])).values()];
  });
}

function addEvaluate(air: Command, run: Run): void {
  withSettings(
    air
      .command('evaluate <WORK.sqlite>')
      .description(words.evaluate)
      .requiredOption('--period <时段>', words.period)
      .option('--place <地点...>', words.places),
  ).action((file: string, options: SettingsOptions & { readonly period: string; readonly place?: string[] }) =>
    run(async (session) => {
      await session.call('work.open', { file: session.grant(file) });
      const evaluated = await session.call('monitoring.evaluate', {
        period: options.period,
        ...(options.place === undefined ? {} : { places: options.place }),
        settings: settingsOf(options),
      });
      session.result(evaluated, () => evaluationText(evaluated));
    }),
  );
}
