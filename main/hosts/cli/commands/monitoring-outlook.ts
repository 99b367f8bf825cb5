import { type Command, InvalidArgumentError } from 'commander';
import type { OutlookTarget } from '../../../../shared/domain/air/outlook/types.ts';
import { type DecimalText, isDecimalText } from '../../../../shared/domain/numbers/decimal.ts';
import { monitoringCommandText } from '../../../../shared/text/monitoring-command-text.ts';
import { forecastText } from '../render/monitoring-forecast.ts';
import { outlookText } from '../render/monitoring-outlook.ts';
import { usualTable } from '../render/monitoring-usual.ts';
import type { Run } from '../session.ts';
import { parseLead } from './monitoring-days.ts';
import { parseDay, settingsOf, type SettingsOptions, withSettings } from './monitoring-options.ts';
import { parseYear, type YearOption } from './options.ts';

const words = monitoringCommandText.describe;

interface ForecastOptions {
  readonly period: string;
  readonly place?: string;
  readonly lead?: number;
}

interface OutlookOptions extends SettingsOptions, YearOption {
  readonly asOf: string;
  readonly place?: string[];
  readonly pm25?: DecimalText;
  readonly goodDays?: DecimalText;
  readonly heavy?: DecimalText;
}

/** air forecast, outlook: what was foretold, and what is still to be kept. */
export function addMonitoringOutlookCommands(air: Command, run: Run): void {
  air
    .command('forecast <WORK.sqlite>')
    .description(words.forecast)
    .requiredOption('--period <时段>', words.period)
    .option('--place <地点>', words.observedPlace)
    .option('--lead <天数>', words.lead, parseLead)
    .action((file: string, { period, place, lead }: ForecastOptions) =>
      run(async (session) => {
        await session.call('work.open', { file: session.grant(file) });
        const result = await session.call('monitoring.forecast', {
          period,
          ...(place === undefined ? {} : { place }),
          ...(lead === undefined ? {} : { lead }),
        });
        session.result(result, () => forecastText(result));
      }),
    );

  withSettings(
    air
      .command('outlook <WORK.sqlite>')
      .description(words.outlook)
      .requiredOption('--year <年度>', words.year, parseYear)
      .requiredOption('--as-of <日期>', words.asOf, parseDay)
      .option('--place <地点...>', words.places)
      .option('--pm25 <浓度>', words.targetPm25, parseTarget)
      .option('--good-days <比率>', words.targetGoodDays, parseTarget)
      .option('--heavy <比率>', words.targetHeavy, parseTarget),
  ).action((file: string, options: OutlookOptions) =>
    run(async (session) => {
      await session.call('work.open', { file: session.grant(file) });
      const targets = targetsOf(options);
      const asked = {
        year: options.year,
        asOf: options.asOf,
        settings: settingsOf(options),
        ...(options.place === undefined ? {} : { places: options.place }),
        ...(targets.length === 0 ? {} : { targets }),
      };
      const result = await session.call('monitoring.outlook', asked);
      const usual = await session.call('monitoring.usual', asked);
      session.result({ ...result, usual }, () => [outlookText(result), usualTable(usual)].join('\n'));
    }),
  );
}

/** Judged as the plan's own targets are: PM2.5 and heavy days as printed, ratios to one decimal. */
function targetsOf({ pm25, goodDays, heavy }: OutlookOptions): OutlookTarget[] {
  const stated: readonly (readonly [OutlookTarget['measure'], OutlookTarget['operator'], DecimalText | undefined, number])[] = [
    ['pm25', 'le', pm25, 0],
    ['goodDayRatio', 'ge', goodDays, 1],
    ['heavyDayRatio', 'le', heavy, 1],
  ];
  return stated.flatMap(([measure, operator, value, decimals]) =>
    value === undefined ? [] : [{ measure, operator, value, decimals: Math.max(decimals, value.split('.')[1]?.length ?? 0) }],
  );
}

function parseTarget(text: string): DecimalText {
  if (!isDecimalText(text) || text.startsWith('-') || (text.split('.')[1] ?? '').length > MOST_DECIMALS)
    throw new InvalidArgumentError(monitoringCommandText.targetInvalid);
  return text;
}

const MOST_DECIMALS = 4;
