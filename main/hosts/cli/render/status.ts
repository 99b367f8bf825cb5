import colors from 'picocolors';
import type { StatusReport, UnitStatus } from '../../../../shared/contract/returns.ts';
import { receiptText, stateCountsText, unitMarkTexts, unitStateText } from '../../../../shared/text/reporting-text.ts';
import { typedMarkText } from '../../../../shared/text/typed-text.ts';
import { nextRoundText } from '../../../../shared/text/year-text.ts';
import { heading, textTable } from '../terminal/table.ts';

/** status: who has reported and who has not. */
export function statusText(report: StatusReport): string {
  const { year, dueDate, counts, units, nextRound } = report;
  const missing = units.filter((unit) => unit.state === 'missing' || unit.state === 'empty');
  return [
    `${year} 年填报情况（截止 ${dueDate}）：应报 ${counts.total}，已报 ${counts.reported}（其中迟报 ${counts.late}），未报 ${counts.missing}，空表 ${counts.empty}`,
    `全部单位　${stateCountsText(counts)}${counts.sent === 0 ? '' : `；已发出 ${counts.sent}`}`,
    ...(nextRound === null || nextRound.after === null ? [] : [`下一轮　${nextRoundText(nextRound)}`]),
    ...[...Map.groupBy(units, (unit) => unit.kindName)].flatMap(([kind, ofKind]) => [heading(kind), table(ofKind)]),
    missing.length === 0
      ? colors.green('\n  全部单位已报。')
      : `\n  ${colors.yellow('催报名单')}：${missing.map((unit) => unit.name).join('、')}`,
  ].join('\n');
}

/** A column that would be blank from top to bottom is left out: nobody has sent anything, or recorded it. */
function table(units: readonly UnitStatus[]): string {
  const sent = units.some((unit) => unit.sent !== null);
  return textTable<UnitStatus>(
    [
      { title: '单位', cell: (unit) => unit.name },
      { title: '状态', cell: (unit) => unitStateText(unit.state) },
      ...(sent ? [{ title: '发出', cell: (unit: UnitStatus) => (unit.sent === null ? '—' : receiptText(unit.sent)) }] : []),
      { title: '收到', cell: (unit) => (unit.receipt === null ? '—' : receiptText(unit.receipt)) },
      { title: '填报日期', cell: (unit) => unit.reportedOn ?? '—' },
      { title: '时限', cell: (unit) => unit.due ?? '—' },
      { title: '版次', align: 'right', cell: (unit) => (unit.version === null ? '—' : String(unit.version)) },
      { title: '数值', align: 'right', cell: (unit) => String(unit.answers) },
      { title: '错误', align: 'right', cell: (unit) => String(unit.errors) },
      { title: '警告', align: 'right', cell: (unit) => String(unit.warnings) },
      { title: '标记', max: 44, cell: (unit) => unitMarkTexts({ ...unit, errors: 0 }).join('，') },
      { title: '文件', max: 44, cell: fileText },
    ],
    units,
  );
}

/** 手工录入 stands first: a long name is cut at its end. */
function fileText({ file, sample, typed }: UnitStatus): string {
  if (file === null) return '—';
  return `${typed === undefined ? '' : `〔${typedMarkText(typed)}〕`}${file}${sample ? '〔示例数据〕' : ''}`;
}
