import colors from 'picocolors';
import type { StatusReport, UnitStatus } from '../../../../shared/contract/returns.ts';
import { typedMarkText } from '../../../../shared/text/typed-text.ts';
import { nextRoundText } from '../../../../shared/text/year-text.ts';
import { heading, textTable } from '../terminal/table.ts';

const STATES: Readonly<Record<UnitStatus['state'], string>> = {
  missing: '未报',
  empty: '空表',
  inTime: '按时',
  late: '迟报',
  undated: '已报（未填日期）',
};

/** status: who has reported and who has not. */
export function statusText(report: StatusReport): string {
  const missing = report.units.filter((unit) => unit.state === 'missing' || unit.state === 'empty');
  const table = (units: readonly UnitStatus[]): string =>
    textTable(
      [
        { title: '单位', cell: (unit) => unit.name },
        { title: '状态', cell: (unit) => STATES[unit.state] },
        { title: '填报日期', cell: (unit) => unit.reportedOn ?? '—' },
        { title: '版次', align: 'right', cell: (unit) => (unit.version === null ? '—' : String(unit.version)) },
        { title: '数值', align: 'right', cell: (unit) => String(unit.answers) },
        { title: '错误', align: 'right', cell: (unit) => String(unit.errors) },
        { title: '提醒', align: 'right', cell: (unit) => String(unit.warnings) },
        { title: '文件', max: 44, cell: fileText },
      ],
      units,
    );
  return [
    `${report.year} 年填报情况（截止 ${report.dueDate}）：应报 ${report.counts.total}，已报 ${report.counts.reported}（其中迟报 ${report.counts.late}），未报 ${report.counts.missing}，空表 ${report.counts.empty}`,
    ...(report.nextRound === null || report.nextRound.after === null ? [] : [`下一轮　${nextRoundText(report.nextRound)}`]),
    ...[...Map.groupBy(report.units, (unit) => unit.kindName)].flatMap(([kind, units]) => [heading(kind), table(units)]),
    missing.length === 0
      ? colors.green('\n  全部单位已报。')
      : `\n  ${colors.yellow('催报名单')}：${missing.map((unit) => unit.name).join('、')}`,
  ].join('\n');
}

/** 手工录入 stands first: a long name is cut at its end. */
function fileText({ file, sample, typed }: UnitStatus): string {
  if (file === null) return '—';
  return `${typed === undefined ? '' : `〔${typedMarkText(typed)}〕`}${file}${sample ? '〔示例数据〕' : ''}`;
}
