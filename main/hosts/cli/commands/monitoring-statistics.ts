import { type Command, InvalidArgumentError } from 'commander';
import { type DecimalText, exact, isDecimalText } from '../../../../shared/domain/numbers/decimal.ts';
import { monitoringCommandText } from '../../../../shared/text/monitoring-command-text.ts';
import { statisticsText } from '../../../../shared/text/statistics-text.ts';
import { statisticsTables } from '../render/monitoring-statistics.ts';
import type { Run } from '../session.ts';
import { settingsOf, type SettingsOptions, withSettings } from './monitoring-options.ts';

interface StatisticsOptions extends SettingsOptions {
  readonly period: string;
  readonly place: string;
  readonly percentile?: DecimalText[];
}

/** air statistics: data capture, exceedances, primary pollutants, percentiles of a place. */
export function addMonitoringStatisticsCommand(air: Command, run: Run): void {
  const command = air
    .command('statistics <WORK.sqlite>')
    .description(statisticsText.describe)
    .requiredOption('--place <地点>', monitoringCommandText.describe.place)
    .requiredOption('--period <时段>', monitoringCommandText.describe.period)
    .option('--percentile <百分位...>', statisticsText.percentile, parsePercentile);
  withSettings(command).action((file: string, options: StatisticsOptions) =>
    run(async (session) => {
      const { period, place, percentile } = options;
      await session.call('work.open', { file: session.grant(file) });
      const found = await session.call('monitoring.statistics', {
        place,
        period,
        ...(percentile === undefined ? {} : { percentiles: percentile }),
        settings: settingsOf(options),
      });
      session.result(found, () => statisticsTables(found));
    }),
  );
}

/** --percentile 50 97.5; several add up. */
function parsePercentile(text: string, before: readonly DecimalText[] = []): DecimalText[] {
  const value = text.trim();
  if (!isDecimalText(value) || exact(value).lt(0) || exact(value).gt(100) || (value.split('.')[1] ?? '').length > MOST_DECIMALS)
    throw new InvalidArgumentError(statisticsText.percentileInvalid);
  return [...before, exact(value).toFixed()];
}

const MOST_DECIMALS = 4;
