import { type Command, InvalidArgumentError, Option } from 'commander';
import type { MethodInput } from '../../../../shared/contract/contract.ts';
import { hourStamp } from '../../../../shared/contract/monitoring.ts';
import { isoDate } from '../../../../shared/contract/common.ts';
import { STANDARD_IDS, type StandardChoice } from '../../../../shared/domain/air/standards/evaluation-standard.ts';
import { type Pollutant, POLLUTANTS } from '../../../../shared/domain/air/standards/pollutants.ts';
import type { IndexSettings } from '../../../../shared/domain/air/types.ts';
import { type DecimalText, exact, isDecimalText } from '../../../../shared/domain/numbers/decimal.ts';
import { monitoringCommandText } from '../../../../shared/text/monitoring-command-text.ts';
import { calcText } from '../../../../shared/text/calc-text.ts';

export interface SettingsOptions {
  readonly standard: StandardChoice;
  readonly dustConcentration?: boolean;
  readonly dustDays?: boolean;
  readonly indexRounding?: Rounding;
  readonly weights?: Weights;
}

/** What evaluate, and what outlook judges by. */
export const withSettings = (command: Command): Command =>
  command
    .option('--standard <标准>', monitoringCommandText.describe.standard, parseStandardChoice, 'byDate')
    .option('--dust-concentration', monitoringCommandText.describe.dustConcentration)
    .option('--no-dust-concentration', monitoringCommandText.describe.noDustConcentration)
    .option('--dust-days', monitoringCommandText.describe.dustDays)
    .option('--no-dust-days', monitoringCommandText.describe.noDustDays)
    .addOption(new Option('--index-rounding <方式>', monitoringCommandText.describe.indexRounding).argParser(parseRounding))
    .option('--weights <权重>', calcText.describe.weights, parseWeights);

export const settingsOf = (options: SettingsOptions): NonNullable<MethodInput<'monitoring.evaluate'>['settings']> => ({
  standard: options.standard,
  dust: { concentrations: options.dustConcentration, days: options.dustDays },
  index: { rounding: options.indexRounding, weights: options.weights },
});

export type Rounding = IndexSettings['rounding'];
export type Weights = IndexSettings['weights'];

export function parseRounding(text: string): Rounding {
  const rounding = (['sum', 'each'] as const satisfies readonly Rounding[]).find((known) => known === text.trim());
  if (rounding === undefined) throw new InvalidArgumentError(calcText.roundingInvalid);
  return rounding;
}

/** pm25=3,o3_8h=2; a pollutant that is not named has the weight 1. */
export function parseWeights(text: string): Weights {
  const weights: Record<Pollutant, DecimalText> = { so2: '1', no2: '1', co: '1', o3: '1', pm10: '1', pm25: '1' };
  for (const part of text.split(/[,，、;]/u).filter((entry) => entry.trim() !== '')) {
    const [name = '', value = '', surplus] = part.split('=').map((word) => word.trim());
    const pollutant = pollutantOf(name);
    if (pollutant === null || surplus !== undefined || !isDecimalText(value) || exact(value).lte(0))
      throw new InvalidArgumentError(calcText.weightsInvalid);
    weights[pollutant] = value;
  }
  return weights;
}

/** The names of the columns of calc. */
export function pollutantOf(name: string): Pollutant | null {
  const plain = name
    .toLowerCase()
    .replace('pm2.5', 'pm25')
    .replace(/_(?:8h|8h_p90|p95)$/, '');
  return POLLUTANTS.find((pollutant) => pollutant === plain) ?? null;
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
