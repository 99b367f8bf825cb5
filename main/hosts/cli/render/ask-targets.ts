import { createInterface } from 'node:readline/promises';
import type { YearProposal } from '../../../../shared/contract/years.ts';

/** Asks for one target after the other on the terminal; a blank line takes the first thing that is offered. */
export async function askTargets(questions: YearProposal['questions']): Promise<Record<string, string>> {
  const line = createInterface({ input: process.stdin, output: process.stderr });
  const answers: Record<string, string> = {};
  try {
    for (const { measure, name, unit, carry, interpolate } of questions) {
      const offers = [
        ...(carry === null ? [] : [`carry 沿用${carry.fromYears.join('、')}年 ${carry.printed}`]),
        ...(interpolate === null ? [] : [`interpolate 插值 ${interpolate.printed}`]),
        'none 不考核',
      ];
      const typed = (await line.question(`${measure} ${name}（${unit}）  ${offers.join('；')}，或直接写目标值：`)).trim();
      answers[measure] = typed === '' ? (offers[0]?.split(' ')[0] ?? 'none') : typed;
    }
    return answers;
  } finally {
    line.close();
  }
}
