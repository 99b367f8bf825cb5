import type { Command } from 'commander';
import { monitoringCommandText } from '../../../../shared/text/monitoring-command-text.ts';
import { workWords } from '../../../../shared/text/plan-words.ts';
import { rankingText } from '../render/ranking.ts';
import { streaksText } from '../render/streaks.ts';
import type { Run } from '../session.ts';
import { parseYear, type YearOption } from './options.ts';

const words = monitoringCommandText.describe;

/** rank, streaks: units whose air is watched against each other. */
export function addRankingCommands(program: Command, run: Run): void {
  program
    .command('rank <WORK.sqlite>')
    .requiredOption('--period <时段>', words.period)
    .option('--scheme <办法>', words.scheme)
    .action((file: string, { period, scheme }: { readonly period: string; readonly scheme?: string }) =>
      run(async (session) => {
        const work = await session.call('work.open', { file: session.grant(file) });
        const ranked = await session.call('ranking.rank', { period, ...(scheme === undefined ? {} : { scheme }) });
        session.result(ranked, () => rankingText(ranked, workWords(work), ranked));
      }),
    );

  program
    .command('streaks <WORK.sqlite>')
    .requiredOption('--year <年度>', words.year, parseYear)
    .option('--scheme <办法>', words.scheme)
    .action((file: string, { year, scheme }: YearOption & { readonly scheme?: string }) =>
      run(async (session) => {
        const work = await session.call('work.open', { file: session.grant(file) });
        const found = await session.call('ranking.streaks', { year, ...(scheme === undefined ? {} : { scheme }) });
        session.result(found, () => streaksText(found, workWords(work)));
      }),
    );
}
