import { type Command, InvalidArgumentError } from 'commander';
import { type Pollutant, POLLUTANTS } from '../../../../shared/domain/air/standards/pollutants.ts';
import { causesText } from '../../../../shared/text/causes-text.ts';
import { monitoringCommandText } from '../../../../shared/text/monitoring-command-text.ts';
import { causesTable } from '../render/monitoring-causes.ts';
import type { Run } from '../session.ts';
import { settingsOf, type SettingsOptions, withSettings } from './monitoring-options.ts';

interface CausesOptions extends SettingsOptions {
  readonly period: string;
  readonly place?: string;
  readonly pollutant: Pollutant;
  readonly cells: boolean;
}

/** air causes: where the change on last year comes from. */
export function addMonitoringCausesCommand(air: Command, run: Run): void {
  const command = air
    .command('causes <WORK.sqlite>')
    .description(causesText.describe)
    .requiredOption('--period <时段>', monitoringCommandText.describe.period)
    .option('--place <地点>', causesText.place)
    .option('--pollutant <污染物>', causesText.pollutant, parsePollutant, 'pm25')
    .option('--cells', causesText.cells, false);
  withSettings(command).action((file: string, options: CausesOptions) =>
    run(async (session) => {
      const { period, place, pollutant } = options;
      await session.call('work.open', { file: session.grant(file) });
      const found = await session.call('monitoring.causes', {
        period,
        pollutant,
        ...(place === undefined ? {} : { place }),
        settings: settingsOf(options),
      });
      session.result(found, () => causesTable(found, options.cells));
    }),
  );
}

/** --pollutant pm25, PM2.5 */
export function parsePollutant(text: string): Pollutant {
  const plain = text.trim().toLowerCase().replace('.', '').replace('_', '');
  const found = POLLUTANTS.find((known) => known === plain);
  if (found === undefined) throw new InvalidArgumentError(causesText.pollutantInvalid);
  return found;
}
