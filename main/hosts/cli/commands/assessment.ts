import type { Command } from 'commander';
import { commandText } from '../../../../shared/text/command-text.ts';
import { explainText } from '../render/explain.ts';
import { scoreText } from '../render/score.ts';
import type { Run } from '../session.ts';
import { schemeResultText } from '../render/scheme-result.ts';
import { byRules, parseYear, type SchemeOption, schemeRequest, type YearOption } from './options.ts';

export function addAssessmentCommands(program: Command, run: Run): void {
  program
    .command('score <WORK.sqlite>')
    .requiredOption('--year <年度>', '考核年度', parseYear)
    .option('--scheme <编号>', commandText.scoreScheme)
    .option('--unit <单位>', '按规则办法：只看一个对象，每一分说明到单元格')
    .action((file: string, options: YearOption & SchemeOption & { readonly unit?: string }) =>
      run(async (session) => {
        await session.call('work.open', { file: session.grant(file) });
        if (await byRules(session, options)) {
          const scored = await session.call('scheme.score', schemeRequest(options));
          session.result(scored, () => schemeResultText(scored, options.unit ?? null));
          return;
        }
        const computed = await session.call('assessment.score', schemeRequest(options));
        session.result(computed, () => scoreText(computed));
      }),
    );

  program
    .command('explain <WORK.sqlite>')
    .requiredOption('--year <年度>', '考核年度', parseYear)
    .requiredOption('--unit <单位>', '单位名称；本级写“全区”“全县”或本区县名称')
    .action((file: string, options: YearOption & { unit: string }) =>
      run(async (session) => {
        await session.call('work.open', { file: session.grant(file) });
        const explained = await session.call('assessment.explain', { year: options.year, unit: options.unit });
        session.result(explained, () => explainText(explained));
      }),
    );
}
