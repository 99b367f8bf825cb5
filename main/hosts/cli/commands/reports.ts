import type { Command } from 'commander';
import { reportFormat, reportKind } from '../../../../shared/contract/reports.ts';
import { reportKindOf, reportKindNames } from '../../../../shared/text/report-text.ts';
import { checkText } from '../render/check.ts';
import { printedText } from '../render/printed.ts';
import { CommandFailed } from '../command-failed.ts';
import { printScheme } from '../schemes/print-commands.ts';
import type { CliSession, Run } from '../session.ts';
import { parseYear, type YearOption } from './options.ts';
interface ReportOptions extends YearOption {
  readonly format: string;
  readonly out: string;
  readonly period?: string;
  readonly scheme?: string;
}

export function addReportCommands(program: Command, run: Run): void {
  program
    .command('report <WORK.sqlite> <KIND>')
    .requiredOption('--year <年度>', '考核年度', parseYear)
    .requiredOption('--format <格式>', 'pdf 或 xlsx')
    .requiredOption('--out <文件>', '保存为哪个文件')
    .option('--period <时段>', '排名的时段，如 2024-07 或 2024-01..2024-07；不写为全年')
    .option('--scheme <办法>', '办法的编号（用 schemes 命令查看）；排名不写的用默认办法')
    .action((file: string, kindText: string, options: ReportOptions) =>
      run(async (session) => {
        if (reportKindOf(kindText) === 'scheme') return reportScheme(session, file, options);
        const kind = reportKind.safeParse(reportKindOf(kindText));
        if (!kind.success) throw new CommandFailed({ code: 'REPORT_UNKNOWN', params: { kind: kindText, known: reportKindNames } });
        const format = reportFormat.safeParse(options.format.toLowerCase());
        if (!format.success) throw new CommandFailed({ code: 'REPORT_FORMAT_UNKNOWN', params: { format: options.format } });
        await session.call('work.open', { file: session.grant(file) });
        const printed = await session.call('reports.print', {
          kind: kind.data,
          year: options.year,
          period: options.period,
          scheme: options.scheme,
          format: format.data,
          file: session.grant(options.out),
        });
        session.result(printed, () => printedText(printed, options.out));
      }),
    );

  program.command('check <WORK.sqlite>').action((file: string) =>
    run(async (session) => {
      await session.call('work.open', { file: session.grant(file) });
      const checked = await session.call('work.check', {});
      session.result(checked, () => checkText(checked));
      if (checked.problems.length > 0) process.exitCode = 1;
    }),
  );
}

/** 办法: the version that holds for the year. */
async function reportScheme(session: CliSession, file: string, { year, scheme, out, format }: ReportOptions): Promise<void> {
  if (!out.toLowerCase().endsWith(`.${format.toLowerCase()}`))
    throw new CommandFailed({ code: 'REPORT_EXTENSION', params: { path: out, format } });
  await session.call('work.open', { file: session.grant(file) });
  const { schemes } = await session.call('schemes.list', {});
  const chosen = schemes.find(({ id }) => id === scheme);
  if (chosen === undefined || scheme === undefined)
    throw new CommandFailed({ code: 'SCHEME_MISSING', params: { scheme: scheme ?? '', known: schemes.map(({ id }) => id).join('、') } });
  const { versions } = chosen;
  const newest = versions.at(-1);
  const held = versions.findLast(({ from }) => from <= year);
  if (held === undefined) throw new CommandFailed({ code: 'SCHEME_LATER', params: { scheme, year, from: newest?.from ?? year } });
  await printScheme(session, { id: scheme, number: held.number }, out);
}
