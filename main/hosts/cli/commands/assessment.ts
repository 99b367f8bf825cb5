import type { Command } from 'commander';
import { commandText } from '../../../../shared/text/command-text.ts';
import { explainText } from '../render/explain.ts';
import { scoreText } from '../render/score.ts';
import type { Run } from '../session.ts';
import { parseYear, type YearOption } from './options.ts';

export function addAssessmentCommands(program: Command, run: Run): void {
  program
    .command('score <WORK.sqlite>')
    .description('计算本级和各单位的年度得分（不保存）')
    .requiredOption('--year <年度>', '考核年度', parseYear)
    .option('--scheme <编号>', commandText.scoreScheme)
    .action((file: string, { year, scheme }: YearOption & { readonly scheme?: string }) =>
      run(async (session) => {
        await session.call('work.open', { file: session.grant(file) });
        const computed = await session.call('assessment.score', { year, ...(scheme === undefined ? {} : { scheme }) });
        session.result(computed, () => scoreText(computed));
      }),
    );

  program
    .command('explain <WORK.sqlite>')
    .description('逐行说明一个单位的得分从哪里来')
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
