import colors from 'picocolors';
import type { ImportedFile, ImportReport } from '../../../../shared/contract/returns.ts';
import type { Finding } from '../../../../shared/domain/findings.ts';
import { findingText } from '../../../../shared/text/finding-text.ts';
import { typedFactsText } from '../../../../shared/text/typed-text.ts';
import { passwordHint } from './password-hint.ts';

const OUTCOMES: Readonly<Record<ImportedFile['outcome'], string>> = {
  accepted: colors.green('入库'),
  duplicate: colors.dim('重复'),
  rejected: colors.red('不能入库'),
  undecided: colors.red('须选择单位'),
};
const MARKS: Readonly<Record<Finding['severity'], string>> = {
  error: colors.red('✗ 错误'),
  warning: colors.yellow('! 提醒'),
  info: colors.dim('· 说明'),
};
const SHOWN_PER_FILE = 8;

/** import: a line a file that has something to say, its findings by cell below it. */
export function importText(report: ImportReport, all: boolean): string {
  const { counts } = report;
  const speaking = report.files.filter(
    (file) => file.findings.length > 0 || file.typed !== undefined || file.outcome === 'rejected' || file.outcome === 'undecided',
  );
  const quiet = report.files.length - speaking.length;
  return [
    ...speaking.map((file) => fileBlock(file, all)),
    quiet > 0 ? colors.dim(`  其余 ${quiet} 个文件没有问题。`) : '',
    '',
    `${headOf(report)} 文件 ${report.files.length} 个：${outcomeCounts(report)}`,
    `  发现：错误 ${counts.errors}、提醒 ${counts.warnings}、说明 ${counts.infos}。${counts.errors > 0 ? '有错误的单元格和文件未采用，请退回填报单位改正后重新导入。' : ''}`,
    ...passwordHint(report.files.flatMap(({ findings }) => findings)),
  ]
    .filter((line, index, lines) => line !== '' || lines[index - 1] !== '')
    .join('\n');
}

const headOf = ({ dryRun, counts }: ImportReport): string => {
  if (dryRun) return colors.yellow('（试运行，未入库）');
  return counts.accepted + counts.duplicate > 0 ? colors.green('✓') : colors.red('✗ 没有可入库的文件。');
};

const outcomeCounts = ({ dryRun, counts }: ImportReport): string =>
  [
    `${dryRun ? '可入库' : '入库'} ${counts.accepted}${counts.kept > 0 ? `（其中未采用 ${counts.kept}）` : ''}`,
    ...(counts.undecided > 0 ? [`须选择单位 ${counts.undecided}`] : []),
    `重复 ${counts.duplicate}`,
    `不能入库 ${counts.rejected}`,
  ].join('、');

function fileBlock(file: ImportedFile, all: boolean): string {
  const shown = all ? file.findings : file.findings.slice(0, SHOWN_PER_FILE);
  const version = file.version !== null && (file.version > 1 || !file.counts) ? `，第 ${file.version} 版${keptText(file)}` : '';
  const values =
    file.outcome === 'accepted' || (file.outcome === 'undecided' && file.answers > 0)
      ? colors.dim(`（${file.answers} 个数值${file.airDays > 0 ? `，空气监测 ${file.airDays} 天` : ''}${version}）`)
      : '';
  return [
    `  ${OUTCOMES[file.outcome]}　${file.file}${file.sample ? colors.dim('〔示例数据〕') : ''} ${values}`,
    ...(file.typed === undefined ? [] : [colors.dim(`      ${typedFactsText(file.typed)}`)]),
    ...shown.map(findingLine),
    ...(shown.length < file.findings.length ? [colors.dim(`      … 另有 ${file.findings.length - shown.length} 条，加 --all 查看`)] : []),
  ].join('\n');
}

const keptText = ({ counts, number }: ImportedFile): string => (counts ? '' : `，未采用${number === null ? '' : `，收件号 ${number}`}`);

/** Severity, place and sentence of a finding. */
export const findingLine = (item: Finding): string =>
  `      ${MARKS[item.severity]}　${placeOf(item)}${findingText(item.code, item.params)}`;

export function placeOf(item: Finding): string {
  if (item.sheet === null) return '';
  return colors.cyan(`${item.sheet}${item.cell === null ? '' : `!${item.cell}`}`) + '　';
}
