import colors from 'picocolors';
import type { MethodOutput } from '../../../../shared/contract/contract.ts';
import { findingText } from '../../../../shared/text/finding-text.ts';
import { schemeText } from '../../../../shared/text/report-text.ts';
import { supposedText, whatIfCommandText } from '../../../../shared/text/what-if-text.ts';
import { heading } from '../terminal/table.ts';
import { differenceLines } from './difference.ts';

const words = whatIfCommandText;

/** whatif: what is supposed, what comes of it. */
export function whatIfText({ year, schemeTitle, demonstration, changes, difference }: MethodOutput<'assessment.whatif'>): string {
  return [
    `${colors.yellow(words.notStored)}　${year} 年度　${schemeText(schemeTitle, demonstration)}`,
    heading(words.supposed),
    ...changes.flatMap(({ change, issues }) => [
      `  ${supposedText(change)}`,
      ...issues.map(({ code, params }) => colors.yellow(`    ${findingText(code, params)}`)),
    ]),
    ...differenceLines(difference),
  ].join('\n');
}

/** run diff: two stored scores against each other. */
export function runDiffText({ before, after, difference }: MethodOutput<'run.diff'>): string {
  const name = ({ id, year, computedAt }: typeof before): string => words.runName(id, year, computedAt);
  return [words.compared(name(before), name(after)), ...differenceLines(difference)].join('\n');
}
