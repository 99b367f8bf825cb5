import colors from 'picocolors';
import type { MethodOutput } from '../../../../shared/contract/contract.ts';
import type { MonitoringFileRow } from '../../../../shared/contract/monitoring-files.ts';
import { monitoringKindText, monitoringPlacesText, monitoringStateText } from '../../../../shared/text/monitoring-file-text.ts';
import { outdatedText, ruleText } from '../../../../shared/text/source-text.ts';
import { textTable } from '../terminal/table.ts';
import { findingLine } from './import.ts';

/** air files: every file that was taken in, the newest first. */
export function monitoringFilesText({ files }: Pick<MethodOutput<'monitoring.files'>, 'files'>): string {
  if (files.length === 0) return '还没有收到监测数据、扣沙日清单和预报清单。';
  return [`收到的监测文件 ${files.length} 个。`, filesTable(files)].join('\n');
}

const filesTable = (files: readonly MonitoringFileRow[]): string =>
  textTable<MonitoringFileRow>(
    [
      { title: '收件号', align: 'right', cell: (row) => String(row.number) },
      { title: '类别', cell: (row) => monitoringKindText(row.kind) },
      { title: '状态', cell: (row) => (row.state === 'counts' ? colors.green : colors.dim)(monitoringStateText(row.state)) },
      { title: '起', cell: (row) => row.from ?? '—' },
      { title: '止', cell: (row) => row.to ?? '—' },
      { title: '采用/共', align: 'right', cell: (row) => `${row.counting}/${row.rows}` },
      { title: '地点', max: 30, cell: (row) => monitoringPlacesText(row.places) },
      { title: '错误', align: 'right', cell: (row) => String(row.errors) },
      { title: '提醒', align: 'right', cell: (row) => String(row.warnings) },
      { title: '收到', cell: (row) => row.importedAt.slice(0, 10) },
      { title: '文件', max: 60, cell: (row) => `${row.file}${row.sample ? '〔示例数据〕' : ''}` },
      { title: '规则', max: 120, cell: rulesOf },
      { title: '经过', max: 120, cell: lastWord },
    ],
    files,
  );

const rulesOf = ({ rules, outdated }: MonitoringFileRow): string =>
  [...rules.map(ruleText), ...(outdated.length === 0 ? [] : [outdatedText(outdated)])].join('；');

function lastWord({ decisions }: MonitoringFileRow): string {
  const last = decisions.at(-1);
  if (last === undefined) return '';
  return `${last.act === 'withdraw' ? '撤回' : '恢复'}：${last.reason}（${last.by} ${last.at.slice(0, 10)}）`;
}

/** air files W 收件号: what was found in one of them. */
export function monitoringFindingsText({ number, file, findings }: MethodOutput<'monitoring.findings'>): string {
  const head = `《${file}》（收件号 ${number}）：${findings.length === 0 ? '没有问题。' : `${findings.length} 条。`}`;
  return [head, ...findings.map(findingLine)].join('\n');
}

/** adopt, withdraw of a monitoring file: what counts now. */
export function monitoringDecidedText({ act, number, file, changed, files }: MethodOutput<'monitoring.withdraw'>): string {
  const done = act === 'withdraw' ? '已撤回' : '已恢复';
  return [
    `${colors.green('✓')} ${done}《${file}》（收件号 ${number}），${changed} 条数据改变了是否有效。评价、排名和得分重新计算后生效。`,
    filesTable(files.filter((row) => row.number === number)),
  ].join('\n');
}
