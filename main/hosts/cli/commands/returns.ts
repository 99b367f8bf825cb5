import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import { typedCommandText } from '../../../../shared/text/typed-command-text.ts';
import { importText } from '../render/import.ts';
import { statusText } from '../render/status.ts';
import type { Run } from '../session.ts';
import { startFolder } from '../start-folder.ts';
import { missingOption, parseYear, type YearOption } from './options.ts';
import { type PasswordOption, passwordsOf, withPasswords } from './passwords.ts';
import { addScanCommand, importTyped, refuseUntyped, type TypedOptions, withTyped, writeTypedForms } from './typed.ts';

interface ImportOptions extends YearOption, PasswordOption, TypedOptions {
  readonly dryRun: boolean;
  readonly all: boolean;
  readonly adoptAll: boolean;
  readonly unit?: string;
  readonly via?: string;
  readonly row: readonly RowOption[];
}

interface RowOption {
  readonly name: string;
  readonly row: string | null;
}

export function addReturnsCommands(program: Command, run: Run): void {
  addTemplates(program, run);
  addImport(program, run);
  addStatus(program, run);
  addScanCommand(program, run);
}

function addTemplates(program: Command, run: Run): void {
  program
    .command('templates <WORK.sqlite>')
    .requiredOption('--year <年度>', '考核年度', parseYear)
    .requiredOption('--out <文件夹>', '保存到哪个文件夹')
    .option('--unit <单位...>', '只生成这些单位的')
    .option('--no-air', '填报表不带空气监测表')
    .option('--typed', typedCommandText.formsOption, false)
    .action((file: string, options: YearOption & { out: string; unit?: string[]; air: boolean; typed: boolean }) =>
      run(async (session) => {
        await session.call('work.open', { file: session.grant(file) });
        if (options.typed) return writeTypedForms(session, options);
        const made = await session.call('returns.templates', {
          year: options.year,
          folder: session.grant(options.out),
          units: options.unit,
          air: options.air,
        });
        session.result(
          made,
          () =>
            `✓ 已生成 ${made.files.length} 份 ${options.year} 年填报表，保存在 ${options.out}\n  请分发各单位，收回后用 import 命令导入。`,
        );
      }),
    );
}

function addImport(program: Command, run: Run): void {
  withTyped(withPasswords(program.command('import <WORK.sqlite> <PATH...>')))
    .requiredOption('--year <年度>', '考核年度', parseYear)
    .option('--unit <单位>', '文件是哪个单位的（封面与表格的单位不一致，或隐藏标识已丢失时选定）')
    .option('--row <名称=编号>', '单位自拟的表中，这个名称的一行是填报表的哪一项；不要的写“名称=不取”（可多次）', collectRow, [])
    .option('--via <途径>', '收到的途径，如 邮件、送达；与 --received 同写')
    .option('--dry-run', '只检查，不入库', false)
    .option('--adopt-all', '较旧、少填或错误更多的一版也采用（不确认待确认的数值，不选择单位）', false)
    .option('--all', '逐条列出全部问题（默认每个文件最多列 8 条）', false)
    .action((file: string, paths: string[], options: ImportOptions) =>
      run(async (session) => {
        refuseUntyped(options);
        if (options.typed && options.via !== undefined) throw new InvalidArgumentError(typedCommandText.viaTyped);
        if (options.typed) return importTyped(session, file, paths, options);
        await session.call('work.open', { file: session.grant(file) });
        const report = await session.call('returns.import', {
          year: options.year,
          sources: paths.map((path) => session.grant(path)),
          dryRun: options.dryRun,
          unit: options.unit,
          ...(options.row.length === 0 ? {} : { rows: [...options.row] }),
          adoptAll: options.adoptAll,
          ...receivedOf(options),
          ...passwordsOf(options),
        });
        session.result(report, () => importText(report, options.all));
        const { accepted, duplicate } = report.counts;
        if (accepted + duplicate === 0 || paths.some((path) => !existsSync(resolve(startFolder(), path)))) process.exitCode = 1;
      }),
    );
}

/** The day has no default here: a script says it, or none is recorded. One without the other says nothing. */
function receivedOf({ received, via }: Pick<ImportOptions, 'received' | 'via'>): { readonly received?: { on: string; via: string } } {
  if (received === undefined && via === undefined) return {};
  if (received === undefined) throw missingOption('--received <日期>');
  if (via === undefined) throw missingOption('--via <途径>');
  return { received: { on: received, via } };
}

/** The last sign of equality divides: a name may have one, an id has none. */
function collectRow(text: string, before: readonly RowOption[]): RowOption[] {
  const [, name = '', row = ''] = /^(.*)[=＝]([^=＝]*)$/su.exec(text) ?? [];
  if (name.trim() === '' || row.trim() === '') throw new InvalidArgumentError('请写成“名称=编号”或“名称=不取”。');
  return [...before, { name: name.trim(), row: row.trim() === '不取' ? null : row.trim() }];
}

function addStatus(program: Command, run: Run): void {
  program
    .command('status <WORK.sqlite>')
    .requiredOption('--year <年度>', '考核年度', parseYear)
    .action((file: string, options: YearOption) =>
      run(async (session) => {
        await session.call('work.open', { file: session.grant(file) });
        const report = await session.call('returns.status', { year: options.year });
        session.result(report, () => statusText(report));
      }),
    );
}
