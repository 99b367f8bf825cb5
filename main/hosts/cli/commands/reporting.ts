import { type Command, Option } from 'commander';
import { deadlineText, receiptRecordedText, reviewedText, sentText } from '../render/reporting.ts';
import type { Run } from '../session.ts';
import { parseDay } from './monitoring-options.ts';
import { argument, missingOption, parseYear } from './options.ts';

import { parseNumber } from './versions.ts';

interface SaidOptions {
  readonly reason: string;
  readonly by: string;
}

interface YearsOption {
  readonly year?: number;
}

const yearOf = ({ year }: YearsOption): YearsOption => (year === undefined ? {} : { year });

const withSaid = (command: Command): Command =>
  command.requiredOption('--reason <理由>', '理由').requiredOption('--by <姓名>', '作出决定的人');

const withYear = (command: Command): Command => command.option('--year <年度>', '考核年度，只开启了一个年度的可不写', parseYear);

/** 收到, 延期 and 免于迟报扣分, 审核, 发出. */
export function addReportingCommands(program: Command, run: Run): void {
  addReceipt(program, run);
  addDeadline(program, run);
  addReview(program, run);
  addSent(program, run);
}

function addReceipt(program: Command, run: Run): void {
  withSaid(
    program
      .command('receipt <WORK.sqlite> <收件号>')
      .requiredOption('--on <日期>', '收到日期', parseDay)
      .requiredOption('--via <途径>', '途径，如 邮件、送达'),
  ).action((file: string, number: string, options: SaidOptions & { on: string; via: string }) =>
    run(async (session) => {
      const { on, via, reason, by } = options;
      const request = { number: argument('收件号', number, parseNumber), on, via, reason, by };
      await session.call('work.open', { file: session.grant(file) });
      const recorded = await session.call('reporting.receipt', request);
      session.result(recorded, () => receiptRecordedText(recorded));
    }),
  );
}

function addDeadline(program: Command, run: Run): void {
  withYear(
    withSaid(
      program
        .command('deadline <WORK.sqlite>')
        .requiredOption('--unit <单位>', '单位名称')
        .option('--until <日期>', '延期至', parseDay)
        .option('--waive', '免于迟报扣分', false)
        .option('--undo', '撤销：与 --waive 同写撤销免于扣分，单独写撤销延期', false),
    ),
  ).action((file: string, options: SaidOptions & YearsOption & { unit: string; until?: string; waive: boolean; undo: boolean }) =>
    run(async (session) => {
      const { unit, until, waive, undo, reason, by } = options;
      if (until === undefined && !waive && !undo) throw missingOption('--until <日期>');
      await session.call('work.open', { file: session.grant(file) });
      const kind = waive ? ('waiver' as const) : ('extension' as const);
      const set = await session.call('reporting.deadline', {
        ...yearOf(options),
        unit,
        kind,
        ...(until === undefined ? {} : { until }),
        undo,
        reason,
        by,
      });
      session.result(set, () => deadlineText(set));
    }),
  );
}

const ACTS = ['passed', 'returned', 'open'] as const;

function addReview(program: Command, run: Run): void {
  withYear(
    withSaid(
      program
        .command('review <WORK.sqlite>')
        .option('--unit <单位...>', '单位名称，可写多个')
        .option('--clean', '全部没有待处理问题的待核单位', false)
        .addOption(new Option('--to <结果>', 'passed 通过、returned 退回、open 撤销前一次审核').choices([...ACTS]).makeOptionMandatory()),
    ),
  ).action((file: string, options: SaidOptions & YearsOption & { unit?: string[]; clean: boolean; to: (typeof ACTS)[number] }) =>
    run(async (session) => {
      const { unit, clean, to, reason, by } = options;
      await session.call('work.open', { file: session.grant(file) });
      const request = { ...yearOf(options), ...(unit === undefined ? {} : { units: unit }), clean, to, reason, by };
      const reviewed = await session.call('reporting.review', request);
      session.result(reviewed, () => reviewedText(reviewed));
    }),
  );
}

function addSent(program: Command, run: Run): void {
  withYear(
    program
      .command('sent <WORK.sqlite>')
      .requiredOption('--unit <单位...>', '单位名称，可写多个')
      .option('--on <日期>', '发出日期', parseDay)
      .option('--via <途径>', '途径，如 邮件、送达')
      .option('--undo', '撤销登记的发出', false)
      .option('--reason <理由>', '理由'),
  ).action(
    (file: string, options: YearsOption & { unit: string[]; on?: string; via?: string; undo: boolean; reason?: string; by?: string }) =>
      run(async (session) => {
        const { unit, on, via, undo, reason, by } = options;
        await session.call('work.open', { file: session.grant(file) });
        const sent = await session.call('reporting.sent', {
          ...yearOf(options),
          units: unit,
          undo,
          ...(on === undefined ? {} : { on }),
          ...(via === undefined ? {} : { via }),
          ...(reason === undefined ? {} : { reason }),
          ...(by === undefined ? {} : { by }),
        });
        session.result(sent, () => sentText(sent));
      }),
  );
}
