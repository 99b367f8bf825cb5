import { type Command, Option } from 'commander';
import { TARGET_KINDS, type TargetKind } from '../../../../shared/domain/plan/further-targets.ts';
import { yearCommandText as text } from '../../../../shared/text/year-command-text.ts';
import { effectText, figuresTable, remarkLine, targetsTable } from '../render/targets.ts';
import type { CliSession, Run } from '../session.ts';
import { parseDay } from './monitoring-options.ts';
import { parseYear, reasonOf } from './options.ts';
import { passwordsOf } from './passwords.ts';
import { addValueOptions, reviseByBook, settleByBook, type ValueOptions, valuesOf } from './value-book.ts';

type ReviseOptions = ValueOptions & {
  readonly kind?: TargetKind;
  readonly unit?: string;
  readonly document: string;
  readonly from: string;
  readonly reason?: string;
  readonly dryRun: boolean;
};

type FigureOptions = ValueOptions & {
  readonly unit?: string;
  readonly document: string;
  readonly reason: string;
  readonly dryRun: boolean;
};

/** targets show|revise: by what a year is judged, and what a document changes of it. */
export function addTargetCommands(program: Command, run: Run): void {
  const targets = program.command('targets');
  targets
    .command('show <WORK.sqlite>')
    .description(text.targetsShow)
    .requiredOption('--year <年度>', text.yearOption, parseYear)
    .option('--out <FILE.xlsx>', text.formOut)
    .action((file: string, { year, out }: { year: number; out?: string }) =>
      run(async (session) => {
        await session.call('work.open', { file: session.grant(file) });
        if (out !== undefined) {
          const made = await session.call('targets.form', { file: session.grant(out), year });
          return session.result(made, () => text.formWritten(made.rows, out));
        }
        const shown = await session.call('targets.show', { year });
        return session.result(shown, () => targetsTable(shown, shown.units));
      }),
    );
  addValueOptions(targets.command('revise <WORK.sqlite>').description(text.targetsRevise), {
    value: text.value,
    workbook: text.targetsBook,
  })
    .requiredOption('--document <文号>', text.document)
    .requiredOption('--from <日期>', text.from, parseDay)
    .addOption(new Option('--kind <种类>', text.targetKind).choices(TARGET_KINDS))
    .option('--unit <单位>', text.targetUnit)
    .option('--reason <理由>', text.reasonUnlessDry)
    .option('--dry-run', text.dryRun, false)
    .action((file: string, options: ReviseOptions) => run((session) => reviseTargets(session, file, options)));
}

async function reviseTargets(session: CliSession, file: string, options: ReviseOptions): Promise<void> {
  const { workbook = '', document, from, kind, unit, dryRun } = options;
  const values = valuesOf(options);
  const reason = reasonOf(options);
  await session.call('work.open', { file: session.grant(file) });
  if (values === null) return reviseByBook(session, workbook, { document, from, reason, ...passwordsOf(options) }, dryRun);
  const of = { ...(kind === undefined ? {} : { kind }), ...(unit === undefined ? {} : { unit }) };
  const request = { revisions: values.map((one) => ({ ...one, ...of })), document, from };
  const effect = await (dryRun ? session.call('targets.preview', request) : session.call('targets.revise', { ...request, reason }));
  return session.result(effect, () => effectText(effect, dryRun));
}

/** figures list|set: 上级认定, and results of earlier and base years. */
export function addFigureCommands(program: Command, run: Run): void {
  const figures = program.command('figures');
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
  addValueOptions(figures.command('set <WORK.sqlite>').description(text.figuresSet), {
    value: text.figureValue,
    workbook: text.figuresBook,
  })
    .requiredOption('--document <文号>', text.document)
    .option('--unit <单位>', text.figureUnit)
    .option('--reason <理由>', text.reason, text.figureReason)
    .option('--dry-run', text.dryRun, false)
    .action((file: string, options: FigureOptions) => run((session) => settleFigures(session, file, options)));
}

async function settleFigures(session: CliSession, file: string, options: FigureOptions): Promise<void> {
  const { workbook = '', unit, document, reason, dryRun } = options;
  const values = valuesOf(options);
  await session.call('work.open', { file: session.grant(file) });
  if (values === null) return settleByBook(session, workbook, { document, reason, ...passwordsOf(options) }, dryRun);
  const figures = values.map((one) => ({ ...one, ...(unit === undefined ? {} : { unit }) }));
  if (dryRun) {
    const effect = await session.call('figures.preview', { figures });
    return session.result(effect, () => effectText(effect, true));
  }
  const stored = await session.call('figures.set', { figures, document, reason });
  return session.result(stored, () =>
    [
      ...stored.remarks.map(remarkLine),
      ...values.map(({ measure, year, value }) =>
        text.figureStored(unit === undefined ? measure : `${unit} ${measure}`, year, value, document),
      ),
    ].join('\n'),
  );
}
