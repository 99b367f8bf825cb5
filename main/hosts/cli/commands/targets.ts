import type { Command } from 'commander';
import { yearCommandText as text } from '../../../../shared/text/year-command-text.ts';
import { effectText, figuresTable, targetsTable } from '../render/targets.ts';
import type { Run } from '../session.ts';
import { parseDay } from './monitoring-options.ts';
import { parseYear } from './options.ts';

interface ReviseOptions {
  readonly measure: string;
  readonly year: number;
  readonly value: string;
  readonly document: string;
  readonly from: string;
  readonly reason: string;
  readonly dryRun: boolean;
}

interface FigureOptions {
  readonly measure: string;
  readonly year: number;
  readonly value: string;
  readonly unit?: string;
  readonly document: string;
  readonly reason: string;
}

/** targets show|revise: by what a year is judged, and what a document changes of it. */
export function addTargetCommands(program: Command, run: Run): void {
  const targets = program.command('targets').description(text.targetsGroup);
  targets
    .command('show <WORK.sqlite>')
    .description(text.targetsShow)
    .requiredOption('--year <年度>', text.yearOption, parseYear)
    .action((file: string, { year }: { year: number }) =>
      run(async (session) => {
        await session.call('work.open', { file: session.grant(file) });
        const shown = await session.call('targets.show', { year });
        session.result(shown, () => targetsTable(shown));
      }),
    );
  targets
    .command('revise <WORK.sqlite>')
    .description(text.targetsRevise)
    .requiredOption('--measure <指标>', text.measure)
    .requiredOption('--year <年度>', text.yearOption, parseYear)
    .requiredOption('--value <目标>', text.value)
    .requiredOption('--document <文号>', text.document)
    .requiredOption('--from <日期>', text.from, parseDay)
    .requiredOption('--reason <理由>', text.reason)
    .option('--dry-run', text.dryRun, false)
    .action((file: string, { measure, year, value, document, from, reason, dryRun }: ReviseOptions) =>
      run(async (session) => {
        await session.call('work.open', { file: session.grant(file) });
        const request = { revisions: [{ measure, year, value }], document, from, reason };
        const effect = await session.call(dryRun ? 'targets.preview' : 'targets.revise', request);
        session.result(effect, () => effectText(effect, dryRun));
      }),
    );
}

/** figures list|set: 上级认定, and results of earlier and base years. */
export function addFigureCommands(program: Command, run: Run): void {
  const figures = program.command('figures').description(text.figuresGroup);
  figures
    .command('list <WORK.sqlite>')
    .description(text.figuresList)
    .action((file: string) =>
      run(async (session) => {
        await session.call('work.open', { file: session.grant(file) });
        const listed = await session.call('figures.list', {});
        session.result(listed, () => figuresTable(listed.figures));
      }),
    );
  figures
    .command('set <WORK.sqlite>')
    .description(text.figuresSet)
    .requiredOption('--measure <指标>', text.measure)
    .requiredOption('--year <年度>', text.yearOption, parseYear)
    .requiredOption('--value <数值>', text.figureValue)
    .requiredOption('--document <文号>', text.document)
    .option('--unit <单位>', text.figureUnit)
    .option('--reason <理由>', text.reason, text.figureReason)
    .action((file: string, { measure, year, value, unit, document, reason }: FigureOptions) =>
      run(async (session) => {
        await session.call('work.open', { file: session.grant(file) });
        const figure = { measure, year, value, ...(unit === undefined ? {} : { unit }) };
        const stored = await session.call('figures.set', { figures: [figure], document, reason });
        session.result(stored, () => text.figureStored(measure, year, value, document));
      }),
    );
}
