import colors from 'picocolors';
import type { ConsentRow } from '../../../../shared/contract/consents.ts';
import type { MethodOutput } from '../../../../shared/contract/contract.ts';
import { consentGivenBefore, consentStateText } from '../../../../shared/text/consent-text.ts';
import { textTable } from '../terminal/table.ts';

const LONGEST_NAME = 20;

/** consents: what was asked for, what was consented to, by whom and why. */
export function consentsText({ year, rows }: MethodOutput<'consents.list'>): string {
  const waiting = rows.filter((row) => row.consent === null).length;
  const head = `${year} 年“不涉及”：申请待同意 ${waiting} 项，已同意 ${rows.length - waiting} 项。`;
  if (rows.length === 0) return head;
  const table = textTable<ConsentRow>(
    [
      { title: '单位', cell: (row) => row.unitName },
      { title: '编号', cell: (row) => row.rowId },
      { title: '内容', max: 2 * LONGEST_NAME, cell: (row) => row.name },
      { title: '填报', cell: (row) => (row.asked === null ? '—' : `${row.asked.sheet}!${row.asked.cell}“${row.asked.raw}”`) },
      { title: '同意日期', cell: (row) => row.consent?.at.slice(0, 10) ?? '—' },
      { title: '状态', max: 200, cell: stateOf },
    ],
    rows,
  );
  return [
    head,
    table,
    colors.dim('\n  同意：consent WORK.sqlite --unit 单位 --row 编号 --reason 理由 --by 姓名；撤回另加 --withdraw'),
  ].join('\n');
}

const stateOf = (row: ConsentRow): string => (row.consent === null ? colors.yellow : colors.green)(consentStateText(row));

const shortened = (name: string): string => (name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name);

/** consent: what holds now, and what held before. */
export function consentGivenText(row: MethodOutput<'consents.give'>): string {
  const place = `${row.unitName} ${row.year} 年 ${row.rowId}（${shortened(row.name)}）`;
  if (row.unchanged) return `${place}：${consentGivenBefore(row.before)}，本次没有改动。`;
  if (row.consent === null) return `${colors.green('✓')} 已撤回：${place}不再按不涉及处理，重新计算得分后生效。`;
  const replaced = row.before === null ? '' : `（${consentGivenBefore(row.before)}，以本次为准）`;
  return `${colors.green('✓')} ${place}：${consentStateText(row)}${replaced}。重新计算得分后不计入满分。`;
}
