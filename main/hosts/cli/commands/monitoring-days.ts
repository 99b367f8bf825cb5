import { type Command, InvalidArgumentError } from 'commander';
import type { StandardChoice } from '../../../../shared/domain/air/standards/evaluation-standard.ts';
import { monitoringCommandText } from '../../../../shared/text/monitoring-command-text.ts';
import { calendarText } from '../render/monitoring-calendar.ts';
import { dayText } from '../render/monitoring-day.ts';
import { dustText } from '../render/monitoring-dust.ts';
import { monitoringFilesText, monitoringFindingsText } from '../render/monitoring-files.ts';
import type { Run } from '../session.ts';
import { trendText } from '../../../../shared/text/trend-text.ts';
import { addPatternCommand } from './monitoring-pattern.ts';
import { trendTable } from '../render/monitoring-trend.ts';
import type { DustDayMode } from '../../../../shared/domain/air/types.ts';
import {
  dayModeOf,
  parseDay,
  parseDustDays,
  parseStandardChoice,
  settingsOf,
  type SettingsOptions,
  withSettings,
} from './monitoring-options.ts';
import { argument, parseYear, type YearOption } from './options.ts';

const words = monitoringCommandText.describe;

interface PlaceOptions {
  readonly place: string;
  readonly standard: StandardChoice;
  readonly dustDays?: true | DustDayMode;
}

/** air calendar, day, dust: single days; trend: years; pattern: hours, weekdays, months. */
export function addMonitoringDayCommands(air: Command, run: Run): void {
  air
    .command('calendar <WORK.sqlite>')
    .description(words.calendar)
    .requiredOption('--place <地点>', words.place)
    .requiredOption('--year <年度>', words.year, parseYear)
    .option('--standard <标准>', words.standard, parseStandardChoice, 'byDate')
    .option('--dust-days [方式]', words.dustDays, parseDustDays)
    .action((file: string, options: PlaceOptions & YearOption) =>
      run(async (session) => {
        await session.call('work.open', { file: session.grant(file) });
        const calendar = await session.call('monitoring.calendar', {
          place: options.place,
          year: options.year,
          standard: options.standard,
          dustDays: dayModeOf(options.dustDays),
        });
        session.result(calendar, () => calendarText(calendar));
      }),
    );

  air
    .command('day <WORK.sqlite>')
    .description(words.day)
    .requiredOption('--place <地点>', words.place)
    .requiredOption('--date <日期>', words.date, parseDay)
    .option('--standard <标准>', words.standard, parseStandardChoice, 'byDate')
    .option('--dust-days [方式]', words.dustDays, parseDustDays)
    .action((file: string, options: PlaceOptions & { readonly date: string }) =>
      run(async (session) => {
        await session.call('work.open', { file: session.grant(file) });
        const day = await session.call('monitoring.day', {
          place: options.place,
          date: options.date,
          standard: options.standard,
          dustDays: dayModeOf(options.dustDays),
        });
        session.result(day, () => dayText(day));
      }),
    );

  addTrendCommand(air, run);
  addPatternCommand(air, run);

  air
    .command('dust <WORK.sqlite>')
    .description(words.dust)
    .requiredOption('--year <年度>', words.year, parseYear)
    .action((file: string, options: YearOption) =>
      run(async (session) => {
        await session.call('work.open', { file: session.grant(file) });
        const dust = await session.call('monitoring.dust', { year: options.year });
        session.result(dust, () => dustText(options.year, dust));
      }),
    );
}

/** air files: what was taken in, and what was found in it. */
export function addMonitoringFilesCommand(air: Command, run: Run): void {
  air
    .command('files <WORK.sqlite> [收件号]')
    .description(words.files)
    .action((file: string, number: string | undefined) =>
      run(async (session) => {
        await session.call('work.open', { file: session.grant(file) });
        if (number === undefined) {
          const listed = await session.call('monitoring.files', {});
          session.result(listed, () => monitoringFilesText(listed));
          return;
        }
        const found = await session.call('monitoring.findings', { number: argument('收件号', number, parseReceipt) });
        session.result(found, () => monitoringFindingsText(found));
      }),
    );
}

/** 收件号: a running number. */
export function parseReceipt(text: string): number {
  if (!/^[1-9]\d{0,9}$/.test(text)) throw new InvalidArgumentError(monitoringCommandText.receiptInvalid);
  return Number(text);
}

function addTrendCommand(air: Command, run: Run): void {
  const command = air
    .command('trend <WORK.sqlite>')
    .description(trendText.describe)
    .requiredOption('--place <地点>', words.place)
    .requiredOption('--from <年度>', trendText.from, parseYear)
    .requiredOption('--to <年度>', trendText.to, parseYear);
  withSettings(command).action(
    (file: string, options: SettingsOptions & { readonly place: string; readonly from: number; readonly to: number }) =>
      run(async (session) => {
        const { place, from, to } = options;
        if (from > to) throw new InvalidArgumentError(trendText.orderInvalid);
        await session.call('work.open', { file: session.grant(file) });
        const found = await session.call('monitoring.trend', { place, from, to, settings: settingsOf(options) });
        session.result(found, () => trendTable(found, from, to));
      }),
  );
}

/** --lead 1 */
export function parseLead(text: string): number {
  if (!/^[1-7]$/.test(text)) throw new InvalidArgumentError(monitoringCommandText.leadInvalid);
  return Number(text);
}
