import { type Command, CommanderError, InvalidArgumentError } from 'commander';
import { comparisonCode, documentsText, dryRunText, exportedText, planImportText, plansText } from '../render/plan-book.ts';
import type { CliSession, Run } from '../session.ts';
import { parseYear } from './options.ts';
import { type PasswordOption, passwordsOf, withPasswords } from './passwords.ts';

interface ImportOptions extends PasswordOption {
  readonly document?: string;
  readonly by?: string;
  readonly title?: string;
  readonly date?: string;
  readonly from?: string;
  readonly year?: number;
  readonly reason?: string;
  readonly dryRun: boolean;
}

/** plan list, plan export, plan import: the plan as a workbook, and the documents that came of it. */
export function addPlanBookCommands(plan: Command, run: Run): void {
  plan
    .command('list [WORK.sqlite]')
    .description('列出可用的方案；给出工作库时列出其中的方案文件（方案、清单、修订）')
    .action((file: string | undefined) =>
      run(async (session) => {
        if (file === undefined) {
          const plans = await session.call('plan.list', {});
          return session.result(plans, () => plansText(plans));
        }
        await session.call('work.open', { file: session.grant(file) });
        const documents = await session.call('plan.documents', {});
        session.result(documents, () => documentsText(documents));
      }),
    );

  plan
    .command('export [WORK.sqlite]')
    .description('把方案导出为工作簿（单位、指标、任务、年度事项）；不给工作库时导出空白工作簿')
    .requiredOption('--out <文件>', '保存为哪个 .xlsx 文件')
    .option('--year <年度>', '导出哪一年的事项清单', parseYear)
    .option('--empty', '同样格式的空白工作簿，供尚无方案的区县填写', false)
    .action((file: string | undefined, options: { out: string; year?: number; empty: boolean }) =>
      run(async (session) => {
        if (file !== undefined) await session.call('work.open', { file: session.grant(file) });
        const { year, empty } = options;
        const made = await session.call('plan.export', {
          file: session.grant(options.out),
          empty,
          ...(year === undefined ? {} : { year }),
        });
        session.result(made, () => exportedText(made, options.out));
      }),
    );

  addImport(plan, run);
}

function addImport(plan: Command, run: Run): void {
  withPasswords(
    plan
      .command('import <WORK.sqlite> <FILE>')
      .description('导入修改过的方案工作簿或年度事项清单：列出差异、错误和新的矛盾，作为一份文件入库'),
  )
    .option('--document <文号>', '文号或文件名称')
    .option('--by <姓名>', '经办人')
    .option('--title <标题>', '文件标题，不写用清单标题或文号')
    .option('--date <日期>', '印发日期，不写为今天', parseDay)
    .option('--from <日期>', '生效日期，不写为印发日期', parseDay)
    .option('--year <年度>', '清单的年度，不写按工作簿', parseYear)
    .option('--reason <理由>', '理由，不写用文号')
    .option('--dry-run', '只显示差异，不入库', false)
    .action((file: string, source: string, options: ImportOptions) => run((session) => importPlan(session, file, source, options)));
}

async function importPlan(session: CliSession, file: string, source: string, options: ImportOptions): Promise<void> {
  const { dryRun, document, by, year, password, ...rest } = options;
  if (!dryRun && document === undefined) throw missing('--document <文号>');
  if (!dryRun && by === undefined) throw missing('--by <姓名>');
  await session.call('work.open', { file: session.grant(file) });
  const known = { ...passwordsOf({ password }), ...(year === undefined ? {} : { year }) };
  if (dryRun || document === undefined || by === undefined) {
    const from = options.from ?? options.date;
    const compared = await session.call('plan.compare', {
      source: session.grant(source),
      ...known,
      ...(from === undefined ? {} : { from }),
    });
    const { plan } = await session.call('plan.show', {});
    session.result(compared, () => dryRunText(compared, plan));
    process.exitCode = comparisonCode(compared);
    return;
  }
  const imported = await session.call('plan.import', { source: session.grant(source), document, by, ...known, ...rest });
  const { plan } = await session.call('plan.show', {});
  session.result(imported, () => planImportText(imported, plan));
  process.exitCode = comparisonCode(imported);
}

const missing = (option: string): CommanderError =>
  new CommanderError(1, 'commander.missingMandatoryOptionValue', `error: required option '${option}' not specified`);

/** --from 2026-03-31 */
function parseDay(text: string): string {
  if (!/^20\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/.test(text)) throw new InvalidArgumentError('请写成 2026-03-31 的形式。');
  return text;
}
