import type { Command } from 'commander';
import type { Pollutant } from '../../../../shared/domain/air/standards/pollutants.ts';
import { causesText } from '../../../../shared/text/causes-text.ts';
import { monitoringCommandText } from '../../../../shared/text/monitoring-command-text.ts';
import { usualText } from '../../../../shared/text/usual-text.ts';
import { leversTable } from '../render/monitoring-usual.ts';
import type { Run } from '../session.ts';
import { parsePollutant } from './monitoring-causes.ts';
import { parseDay, settingsOf, type SettingsOptions, withSettings } from './monitoring-options.ts';
import { parseYear, type YearOption } from './options.ts';

interface LeversOptions extends SettingsOptions, YearOption {
  readonly asOf: string;
  readonly place?: string;
  readonly pollutant: Pollutant;
}

/** air levers: which towns move the district's mean most. */
export function addMonitoringLeversCommand(air: Command, run: Run): void {
  const command = air
    .command('levers <WORK.sqlite>')
    .description(usualText.describe)
    .requiredOption('--year <年度>', monitoringCommandText.describe.year, parseYear)
    .requiredOption('--as-of <日期>', monitoringCommandText.describe.asOf, parseDay)
    .option('--place <地点>', causesText.place)
    .option('--pollutant <污染物>', causesText.pollutant, parsePollutant, 'pm25');
  withSettings(command).action((file: string, options: LeversOptions) =>
    run(async (session) => {
      const { year, asOf, place, pollutant } = options;
      await session.call('work.open', { file: session.grant(file) });
      const found = await session.call('monitoring.levers', {
        year,
        asOf,
        pollutant,
        ...(place === undefined ? {} : { place }),
        settings: settingsOf(options),
      });
      session.result(found, () => leversTable(found));
    }),
  );
}
