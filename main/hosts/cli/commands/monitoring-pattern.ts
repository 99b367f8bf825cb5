import { type Command, InvalidArgumentError } from 'commander';
import { MOST_PLACES } from '../../../../shared/contract/monitoring-settings.ts';
import { type Pollutant, POLLUTANTS } from '../../../../shared/domain/air/standards/pollutants.ts';
import { monitoringCommandText } from '../../../../shared/text/monitoring-command-text.ts';
import { patternText } from '../../../../shared/text/pattern-text.ts';
import { patternTables } from '../render/monitoring-pattern.ts';
import type { Run } from '../session.ts';

const words = monitoringCommandText.describe;

interface PatternOptions {
  readonly dustConcentration?: boolean;
  readonly place: readonly string[];
  readonly period: string;
  readonly pollutant: Pollutant;
}

/** air pattern: hours of the day, days of the week, months. */
export function addPatternCommand(air: Command, run: Run): void {
  air
    .command('pattern <WORK.sqlite>')
    .description(patternText.describe)
    .requiredOption('--place <地点...>', patternText.places)
    .requiredOption('--period <时段>', words.period)
    .option('--pollutant <项目>', patternText.pollutant, parsePollutant, 'pm25')
    .option('--dust-concentration', words.dustConcentration)
    .option('--no-dust-concentration', words.noDustConcentration)
    .action((file: string, options: PatternOptions) =>
      run(async (session) => {
        if (options.place.length > MOST_PLACES) throw new InvalidArgumentError(patternText.placesInvalid);
        await session.call('work.open', { file: session.grant(file) });
        const found = await session.call('monitoring.pattern', {
          places: [...options.place],
          period: options.period,
          pollutant: options.pollutant,
          settings: { dust: { concentrations: options.dustConcentration } },
        });
        session.result(found, () => patternTables(found));
      }),
    );
}

/** --pollutant pm25, also as it is printed: PM2.5 */
export function parsePollutant(text: string): Pollutant {
  const wanted = text.trim().toLowerCase().replace('.', '');
  const found = POLLUTANTS.find((pollutant) => pollutant === wanted);
  if (found === undefined) throw new InvalidArgumentError(patternText.pollutantInvalid);
  return found;
}
