import type { MethodOutput } from '../../../../shared/contract/contract.ts';
import { textTable } from '../terminal/table.ts';

/** air dust: the days, where they hold, and the cell that says so. */
export function dustText(year: number, { days }: MethodOutput<'monitoring.dust'>): string {
  if (days.length === 0) return `${year} 年没有扣沙日清单。用 air import 导入清单（日期、区域、备注）。`;
  return [
    `${year} 年扣沙日 ${new Set(days.map((day) => day.date)).size} 天`,
    '',
    textTable(
      [
        { title: '日期', cell: (day) => day.date },
        { title: '区域', max: 40, cell: (day) => day.places.join('、') },
        { title: '备注', max: 30, cell: (day) => day.note },
        { title: '出处', cell: (day) => `${day.file} ${day.sheet}!${day.cell}` },
      ],
      days,
    ),
  ].join('\n');
}
