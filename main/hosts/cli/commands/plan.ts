import { type Command, CommanderError } from 'commander';
import type { MethodOutput } from '../../../../shared/contract/contract.ts';
import { conflictsText } from '../render/conflicts.ts';
import { planText } from '../render/plan.ts';
import { bookFindingsText } from '../render/plan-book.ts';
import type { CliSession, Run } from '../session.ts';
import { parseYear } from './options.ts';
import { type PasswordOption, passwordsOf, refuseUnused, withPasswords } from './passwords.ts';
import { addOutlinesCommand } from './outlines.ts';
import { addPlanBookCommands } from './plan-book.ts';

interface InitOptions extends PasswordOption {
  readonly plan?: string;
  readonly workbook?: string;
}

interface DecideOptions {
  readonly year: number;
  readonly adopt?: string;
  readonly reason?: string;
}

export function addPlanCommands(program: Command, run: Run): void {
  withPasswords(program.command('init <WORK.sqlite>'))
    .option('--plan <方案>', '方案编号（templates/plans 下的文件夹名），或填好的方案工作簿（.xlsx）')
    .option('--workbook <文件>', '填好的方案工作簿')
    .action((file: string, options: InitOptions) => run((session) => createWork(session, file, options)));

  const plan = program.command('plan');
  addPlanBookCommands(plan, run);
  addOutlinesCommand(plan, run);
  plan
    .command('show <WORK.sqlite>')
    .description('显示方案：指标、任务、事项、单位')
    .action((file: string) =>
      run(async (session) => {
        await session.call('work.open', { file: session.grant(file) });
        const shown = await session.call('plan.show', {});
        session.result(shown, () => planText(shown.plan));
      }),
    );

  program
    .command('conflicts <WORK.sqlite>')
    .requiredOption('--year <年度>', '考核年度', parseYear)
    .option('--adopt <主题=表述>', '改用另一处表述的目标，主题和表述写本命令列出的编号')
    .option('--reason <理由>', '改用的理由')
    .action((file: string, options: DecideOptions) =>
      run(async (session) => {
        await session.call('work.open', { file: session.grant(file) });
        if (options.adopt !== undefined) {
          const [subject = '', statement = ''] = options.adopt.split('=');
          await session.call('plan.decide', { year: options.year, subject, statement, reason: options.reason ?? '' });
        }
        const [found, shown] = [await session.call('plan.conflicts', { year: options.year }), await session.call('plan.show', {})];
        session.result(found, () => conflictsText(found, shown.plan));
      }),
    );
}

const WORKBOOK = /\.(?:xlsx|xls|et)$/iu;

/** A work of a plan of the product, or of a workbook: what is wrong with that is listed whole, and then there is no work. */
async function createWork(session: CliSession, file: string, { plan, workbook, password }: InitOptions): Promise<void> {
  const known = passwordsOf({ password });
  const source = workbook ?? (plan !== undefined && WORKBOOK.test(plan) ? plan : undefined);
  if (source === undefined && plan === undefined)
    throw new CommanderError(1, 'commander.missingMandatoryOptionValue', "error: required option '--plan <方案>' not specified");
  refuseUnused({ password }, source, '--workbook <文件>');
  let told: string[] = [];
  if (source !== undefined) {
    const compared = await session.call('plan.compare', { source: session.grant(source), fresh: true, ...known });
    told = bookFindingsText(compared);
    if (compared.counts.errors > 0) {
      process.exitCode = 1;
      return session.result(compared, () => [...told, '✗ 工作簿有错误，没有新建工作库。请改正后重试。'].join('\n'));
    }
  }
  const made = await session.call('work.create', {
    file: session.grant(file),
    ...(source === undefined ? { planId: plan ?? '' } : { workbook: session.grant(source), ...known }),
  });
  session.result(made, () => [...told, createdText(file, made)].join('\n'));
}

const createdText = (file: string, made: MethodOutput<'work.create'>): string =>
  `✓ 已新建工作库 ${file}\n  ${made.title}（${made.documentNumber}）\n  考核对象：${made.kinds.map(({ name, count }) => `${name} ${count} 个`).join('、')}；有目标的年度：${made.targetYears.join('、')}`;
