import type { Command } from 'commander';
import { conflictsText } from '../render/conflicts.ts';
import { planText } from '../render/plan.ts';
import type { Run } from '../session.ts';
import { parseYear } from './options.ts';

interface DecideOptions {
  readonly year: number;
  readonly adopt?: string;
  readonly reason?: string;
}

export function addPlanCommands(program: Command, run: Run): void {
  program
    .command('init <WORK.sqlite>')
    .description('按方案新建工作库')
    .requiredOption('--plan <方案>', '方案编号，即 templates/plans 下的文件夹名')
    .action((file: string, options: { plan: string }) =>
      run(async (session) => {
        const made = await session.call('work.create', { file: session.grant(file), planId: options.plan });
        session.result(
          made,
          () =>
            `✓ 已新建工作库 ${file}\n  ${made.title}（${made.documentNumber}）\n  考核对象：${made.kinds.map(({ name, count }) => `${name} ${count} 个`).join('、')}；有目标的年度：${made.targetYears.join('、')}`,
        );
      }),
    );

  const plan = program.command('plan').description('查看方案');
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
    .description('列出方案内部相互矛盾的目标和采用值')
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
