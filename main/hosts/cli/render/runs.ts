import colors from 'picocolors';
import type { MethodOutput } from '../../../../shared/contract/contract.ts';
import { commandText } from '../../../../shared/text/command-text.ts';
import type { PlanWords } from '../../../../shared/text/plan-words.ts';
import { textTable } from '../terminal/table.ts';
import { rankingText } from './ranking.ts';
import { scoreText } from './score.ts';

/** run list: one line a run. */
export function runsText({ runs }: MethodOutput<'run.list'>): string {
  if (runs.length === 0) return commandText.runNone;
  const { id, kind, period, computedAt, actor, scheme } = commandText.runColumns;
  return textTable(
    [
      { title: id, align: 'right', cell: (run) => String(run.id) },
      { title: kind, cell: (run) => commandText.runKind(run.kind) },
      { title: period, cell: (run) => commandText.runPeriod(run) },
      { title: computedAt, cell: (run) => run.computedAt },
      { title: actor, cell: (run) => run.actor ?? '—' },
      { title: scheme, cell: (run) => run.scheme ?? '—' },
    ],
    runs,
  );
}

/** run show: the stored result as score and rank print theirs. */
export function runShownText(shown: MethodOutput<'run.show'>, words: PlanWords): string {
  const { run } = shown;
  const heading = colors.dim(commandText.runHeading(run, run.computedAt, run.actor));
  return `${heading}\n${shown.kind === 'assessment' ? scoreText({ result: shown.result, computedAt: run.computedAt }) : rankingText(shown.result, words)}`;
}
