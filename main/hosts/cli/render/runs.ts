import colors from 'picocolors';
import type { MethodOutput } from '../../../../shared/contract/contract.ts';
import { commandText } from '../../../../shared/text/command-text.ts';
import { engineNote } from '../../../../shared/text/engine-text.ts';
import type { PlanWords } from '../../../../shared/text/plan-words.ts';
import { textTable } from '../terminal/table.ts';
import { rankingText } from './ranking.ts';
import { schemeResultText } from './scheme-result.ts';
import { scoreText } from './score.ts';

/** run list: one line a run. */
export function runsText({ runs, engine: now }: MethodOutput<'run.list'>): string {
  if (runs.length === 0) return commandText.runNone;
  const { id, kind, period, computedAt, actor, scheme, engine } = commandText.runColumns;
  const others = runs.some((run) => run.engine !== now);
  const table = textTable(
    [
      { title: id, align: 'right', cell: (run) => String(run.id) },
      { title: kind, cell: (run) => commandText.runKind(run.kind) },
      { title: period, cell: (run) => commandText.runPeriod(run) },
      { title: computedAt, cell: (run) => run.computedAt },
      { title: actor, cell: (run) => run.actor ?? '—' },
      { title: scheme, cell: (run) => run.scheme ?? '—' },
      { title: engine, cell: (run) => `${commandText.runEngine(run.engine)}${run.engine === now ? '' : '*'}` },
    ],
    runs,
  );
  return others ? `${table}\n${colors.dim(commandText.runOtherEngine(now))}` : table;
}

/** run show: the stored result as score and rank print theirs. */
export function runShownText(shown: MethodOutput<'run.show'>, words: PlanWords): string {
  const { run } = shown;
  const note = engineNote(run.engine, shown.engine);
  const heading = colors.dim(`${commandText.runHeading(run, run.computedAt, run.actor)}${note === '' ? '' : `　${note}`}`);
  return `${heading}\n${resultText(shown, words)}`;
}

function resultText(shown: MethodOutput<'run.show'>, words: PlanWords): string {
  switch (shown.kind) {
    case 'assessment':
      return scoreText({ result: shown.result, computedAt: shown.run.computedAt });
    case 'ranking':
      return rankingText(shown.result, words);
    case 'scheme':
      return schemeResultText(shown);
  }
}
