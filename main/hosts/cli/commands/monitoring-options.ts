import { type Command, InvalidArgumentError, Option } from 'commander';
import type { MethodInput } from '../../../../shared/contract/contract.ts';
import { hourStamp } from '../../../../shared/contract/monitoring.ts';
import { isoDate } from '../../../../shared/contract/common.ts';
import { STANDARD_IDS, type StandardChoice } from '../../../../shared/domain/air/standards/evaluation-standard.ts';
import { readIndexWeights } from '../../../../shared/domain/air/index-weights.ts';
import {
  DUST_DAY_MODES,
  type DustDayMode,
  INDEX_ROUNDINGS,
  type IndexRounding,
  type IndexSettings,
} from '../../../../shared/domain/air/types.ts';
import { VALUE_SETTING_KEYS, type ValueSetting } from '../../../../shared/domain/monitoring/value-rules.ts';
import { asksText } from '../../../../shared/text/source-text.ts';
import { monitoringCommandText } from '../../../../shared/text/monitoring-command-text.ts';
import { calcText } from '../../../../shared/text/calc-text.ts';

export interface SettingsOptions {
  readonly standard: StandardChoice;
  readonly dustConcentration?: boolean;
  readonly dustDays?: boolean | DustDayMode;
  readonly indexRounding?: Rounding;
  readonly weights?: Weights;
  readonly pm25Decimals?: '0' | '1';
}

/** What evaluate, and what outlook judges by. */
export const withSettings = (command: Command): Command =>
  command
    .option('--standard <标准>', monitoringCommandText.describe.standard, parseStandardChoice, 'byDate')
    .option('--dust-concentration', monitoringCommandText.describe.dustConcentration)
    .option('--no-dust-concentration', monitoringCommandText.describe.noDustConcentration)
    .option('--dust-days [方式]', monitoringCommandText.describe.dustDays, parseDustDays)
    .option('--no-dust-days', monitoringCommandText.describe.noDustDays)
    .addOption(new Option('--index-rounding <方式>', monitoringCommandText.describe.indexRounding).argParser(parseRounding))
    .option('--weights <权重>', monitoringCommandText.describe.weights, parseWeights)
    .option('--pm25-decimals <位数>', monitoringCommandText.describe.pm25Decimals, parsePm25Decimals);

export const settingsOf = (options: SettingsOptions): NonNullable<MethodInput<'monitoring.evaluate'>['settings']> => ({
  standard: options.standard,
  dust: { concentrations: options.dustConcentration, days: dayModeOf(options.dustDays) },
  index: { rounding: options.indexRounding, weights: options.weights, pm25Decimals: options.pm25Decimals },
});

/** Without a word the days are left out. */
export const dayModeOf = (given: boolean | DustDayMode | undefined): DustDayMode | undefined =>
  typeof given === 'boolean' ? (given ? 'left-out' : 'kept') : given;

/** --dust-days kept, without-pm or left-out */
export function parseDustDays(text: string): DustDayMode {
  const mode = DUST_DAY_MODES.find((known) => known === text.trim());
  if (mode === undefined) throw new InvalidArgumentError(monitoringCommandText.dustDaysInvalid);
  return mode;
}

export type Rounding = IndexRounding;
export type Weights = IndexSettings['weights'];

export function parseRounding(text: string): Rounding {
  const rounding = INDEX_ROUNDINGS.find((known) => known === text.trim());
  if (rounding === undefined) throw new InvalidArgumentError(calcText.roundingInvalid);
  return rounding;
}

/** --weights pm25=3,o3_8h=2 */
export function parseWeights(text: string): Weights {
  const weights = readIndexWeights(text);
  if (weights === null) throw new InvalidArgumentError(calcText.weightsInvalid);
  return weights;
}

/** --pm25-decimals 0 or 1 */
export function parsePm25Decimals(text: string): '0' | '1' {
  const decimals = (['0', '1'] as const).find((known) => known === text.trim());
  if (decimals === undefined) throw new InvalidArgumentError(calcText.pm25DecimalsInvalid);
  return decimals;
}

export type HourStamp = ReturnType<typeof hourStamp.parse>;

/** --hour-stamp auto, start or end */
export function parseHourStamp(text: string): HourStamp {
  const stamp = hourStamp.safeParse(text.trim());
  if (!stamp.success) throw new InvalidArgumentError(monitoringCommandText.hourStampInvalid);
  return stamp.data;
}

interface Assignment {
  readonly station: string;
  readonly place: string;
}

/** --assign 七号微站=合阳城街道; several add up. */
export function parseAssignment(text: string, before: readonly Assignment[] = []): Assignment[] {
  const [station = '', place = '', surplus] = text.split('=').map((part) => part.trim());
  if (station === '' || place === '' || surplus !== undefined) throw new InvalidArgumentError(monitoringCommandText.assignInvalid);
  return [...before, { station, place }];
}

export interface ChosenRule {
  readonly key: ValueSetting;
  readonly value: string;
}

/** --rule air.below-detection=half, --rule air.flags=P=有效;Q=无效; several add up. */
export function parseRule(text: string, before: readonly ChosenRule[] = []): ChosenRule[] {
  const [, name = '', value = ''] = /^([^=]+)=(.+)$/u.exec(text.trim()) ?? [];
  const key = VALUE_SETTING_KEYS.find((known) => known === name.trim());
  if (key === undefined) throw new InvalidArgumentError(asksText.invalid);
  return [...before, { key, value: value.trim() }];
}

/** --standard byDate or one of the standards */
export function parseStandardChoice(text: string): StandardChoice {
  const choice = (['byDate', ...STANDARD_IDS] as const).find((known) => known.toLowerCase() === text.trim().toLowerCase());
  if (choice === undefined) throw new InvalidArgumentError(monitoringCommandText.standardInvalid);
  return choice;
}

/** --date 2024-07-15 */
export function parseDay(text: string): string {
  const day = isoDate.safeParse(text.trim());
  if (!day.success) throw new InvalidArgumentError(monitoringCommandText.dateInvalid);
  return day.data;
}
