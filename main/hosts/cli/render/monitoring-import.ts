import colors from 'picocolors';
import type { MonitoringFile, MonitoringReport } from '../../../../shared/contract/monitoring.ts';
import { monitoringCommandText } from '../../../../shared/text/monitoring-command-text.ts';
import { pollutantSign } from '../../../../shared/text/monitoring-text.ts';
import { asksText } from '../../../../shared/text/source-text.ts';
import { textTable } from '../terminal/table.ts';
import { passwordHint } from './password-hint.ts';
import { findingLine } from './import.ts';

const OUTCOMES: Readonly<Record<MonitoringFile['outcome'], string>> = {
  accepted: colors.green('入库'),
  duplicate: colors.dim('重复'),
  unchanged: colors.dim('无变动'),
  rejected: colors.red('不能入库'),
};
const KINDS: Readonly<Record<NonNullable<MonitoringFile['kind']>, string>> = {
  monitoring: '监测数据',
  published: '公布的AQI',
  dust: '扣沙日清单',
  forecast: '预报清单',
};
const SHOWN_PER_FILE = 8;

/** air import: what each file was read as, what it brings, what changes, and its findings by cell. */
export function monitoringImportText(report: MonitoringReport, all: boolean): string {
  const { counts } = report;
  const usable = counts.accepted + counts.duplicate + counts.unchanged > 0;
  return [
    ...report.files.map((file) => fileBlock(file, { all, dryRun: report.dryRun })),
    '',
    `${report.dryRun ? colors.yellow('（预览，未入库）') : usable ? colors.green('✓') : colors.red('✗ 没有可入库的文件。')} 文件 ${report.files.length} 个：${report.dryRun ? '可入库' : '入库'} ${counts.accepted}、重复 ${counts.duplicate}、无变动 ${counts.unchanged}、不能入库 ${counts.rejected}`,
    `  发现：错误 ${counts.errors}、提醒 ${counts.warnings}、说明 ${counts.infos}。${counts.errors > 0 ? '有错误的单元格没有采用，请改正后重新导入。' : ''}`,
    ...passwordHint(report.files.flatMap(({ findings }) => findings)),
    ...choiceHints(report.files),
  ].join('\n');
}

/** How what findings ask to be chosen is chosen here. */
const choiceHints = (files: readonly MonitoringFile[]): string[] =>
  monitoringCommandText.choices.flatMap(({ codes, hint }) =>
    files.some(({ findings }) => findings.some(({ code }) => codes.some((one) => one === code))) ? [`  ${hint}`] : [],
  );

function fileBlock(file: MonitoringFile, { all, dryRun }: { readonly all: boolean; readonly dryRun: boolean }): string {
  const shown = all ? file.findings : file.findings.slice(0, SHOWN_PER_FILE);
  const format = [file.format, file.encoding].filter((part) => part !== null && part !== '').join(' ');
  const kind = [file.kind === null ? '' : KINDS[file.kind], format].filter((part) => part !== '').join('，');
  return [
    `  ${dryRun && file.outcome === 'accepted' ? colors.green('可入库') : OUTCOMES[file.outcome]}　${file.file}${file.sample ? colors.dim('〔示例数据〕') : ''}${kind === '' ? '' : ` ${colors.dim(`（${kind}）`)}`}`,
    ...file.tables.map((table) =>
      colors.dim(
        `      工作表“${table.sheet}”：${table.shape}；${table.columns
          .filter((column) => column.meaning !== '')
          .map((column) => `${column.cell} ${column.meaning}${column.unit === '' ? '' : `(${column.unit})`}`)
          .join('、')}`,
      ),
    ),
    ...(file.places.length === 0 ? [] : [placesTable(file)]),
    ...(file.entries === null ? [] : [`      读到 ${file.entries.read} 条：新增 ${file.entries.added}，撤回 ${file.entries.removed}`]),
    ...changeLines(file, all),
    ...(file.asks.length === 0 ? [] : [`      ${asksText.heading}`, ...file.asks.map((ask) => `        ${asksText.line(ask)}`)]),
    ...shown.map(findingLine),
    ...(shown.length < file.findings.length ? [colors.dim(`      … 另有 ${file.findings.length - shown.length} 条，加 --all 查看`)] : []),
  ].join('\n');
}

const placesTable = (file: MonitoringFile): string =>
  textTable(
    [
      { title: '地点', cell: (place) => `${place.name}${place.station === '' ? '' : `　${place.station}`}` },
      { title: '数据', cell: (place) => (place.kind === 'hourly' ? '小时值' : '日均值') },
      { title: '起', cell: (place) => place.from },
      { title: '止', cell: (place) => place.to },
      { title: '天数', align: 'right', cell: (place) => String(place.days) },
      { title: '新增', align: 'right', cell: (place) => String(place.newDays) },
      { title: '变动', align: 'right', cell: (place) => String(place.changedDays) },
      { title: '相同', align: 'right', cell: (place) => String(place.sameDays) },
      { title: '缺', align: 'right', cell: (place) => String(place.gapDays) },
    ],
    file.places,
    '      ',
  );

function changeLines(file: MonitoringFile, all: boolean): string[] {
  if (file.changeCount === 0) return [];
  const shown = all ? file.changes : file.changes.slice(0, SHOWN_PER_FILE);
  const rest = file.changeCount - shown.length;
  return [
    `      变动的数值 ${file.changeCount} 个：`,
    ...shown.map(
      (change) =>
        `        ${change.name}${change.station === '' ? '' : `　${change.station}`}　${change.date}　${pollutantSign(change.field)}　${change.before ?? '缺测'} → ${colors.bold(change.after ?? '缺测')}　${colors.dim(`${change.sheet}!${change.cell}`)}`,
    ),
    ...(rest > 0 ? [colors.dim(`        … 另有 ${rest} 个`)] : []),
  ];
}
