import { type Command, InvalidArgumentError } from 'commander';
import { whatIfCommandText as words } from '../../../../shared/text/what-if-text.ts';
import { sensitivityTableText } from '../render/sensitivity.ts';
import { whatIfText } from '../render/what-if.ts';
import type { Run } from '../session.ts';
import { schemeSensitivityText, schemeWhatIfText } from '../render/scheme-result.ts';
import { byRules, parseYear, type SchemeOption, schemeRequest, type YearOption } from './options.ts';

/** whatif, sensitivity: what would be if; nothing is stored. */
export function addWhatIfCommands(program: Command, run: Run): void {
  program
    .command('whatif <WORK.sqlite>')
    .requiredOption('--year <年度>', words.year, parseYear)
    .requiredOption('--set <假设>', words.set, collect)
    .option('--scheme <编号>', words.scheme)
    .action((file: string, options: YearOption & SchemeOption & { readonly set: readonly string[] }) =>
      run(async (session) => {
        await session.call('work.open', { file: session.grant(file) });
        if (await byRules(session, options)) {
          const found = await session.call('scheme.whatif', { ...schemeRequest(options), changes: [...options.set] });
          session.result(found, () => schemeWhatIfText(found));
          return;
        }
        const supposed = await session.call('assessment.whatif', { year: options.year, changes: [...options.set] });
        session.result(supposed, () => whatIfText(supposed));
      }),
    );

  program
    .command('sensitivity <WORK.sqlite>')
    .requiredOption('--year <年度>', words.year, parseYear)
    .option('--weights <±百分数>', words.weights, parsePercent, '10')
    .option('--scheme <编号>', words.scheme)
    .action((file: string, options: YearOption & SchemeOption & { readonly weights: string }) =>
      run(async (session) => {
        await session.call('work.open', { file: session.grant(file) });
        if (await byRules(session, options)) {
          const moved = await session.call('scheme.sensitivity', { ...schemeRequest(options), percent: options.weights });
          session.result(moved, () => schemeSensitivityText(moved));
          return;
        }
        const found = await session.call('assessment.sensitivity', { year: options.year, percent: options.weights });
        session.result(found, () => sensitivityTableText(found));
      }),
    );
}

const collect = (text: string, before: readonly string[] | undefined): string[] => [...(before ?? []), text];

/** ±10, +-10, 10, 10% */
function parsePercent(text: string): string {
  const percent = /^(?:±|\+-|\+\/-)?\s*(?=.*[1-9])(?<number>\d{1,2}(?:\.\d{1,2})?)\s*[%％]?$/u.exec(text.trim())?.groups?.['number'];
  if (percent === undefined) throw new InvalidArgumentError(words.weightsInvalid);
  return percent;
}
