import colors from 'picocolors';
import type { Plan } from '../../../../shared/domain/plan/schema.ts';
import { heading, textTable } from '../terminal/table.ts';

/** plan show: the three annexes and the units, as tables. */
export function planText(plan: Plan): string {
  const { document } = plan;
  return [
    `${colors.bold(document.title)}\n  ${document.number}　${document.issuer}　${document.datePrinted}`,
    `  正文 ${plan.articles.length} 条；附件1 ${plan.annex1.rows.length} 项指标；附件2 ${plan.annex2.tasks.length} 项任务；附件3 ${plan.annex3.items.length} 项事项`,
    heading(`附件1 ${plan.annex1.title}`),
    indicatorsTable(plan),
    heading(`附件2 ${plan.annex2.title}${plan.annex2.subtitle}`),
    textTable(
      [
        { title: '编号', cell: (task) => task.id },
        { title: '主要内容', max: 64, cell: (task) => task.text },
        { title: '牵头单位', max: 40, cell: (task) => task.leadUnitsPrinted.replaceAll('\n', '、') },
      ],
      plan.annex2.tasks,
    ),
    heading(`附件3 ${plan.annex3.title}`),
    textTable(
      [
        { title: '编号', cell: (item) => item.id },
        { title: '任务内容', max: 64, cell: (item) => item.text },
        { title: '牵头单位', max: 40, cell: (item) => item.leadUnitsPrinted },
      ],
      plan.annex3.items,
    ),
    heading('单位'),
    `  部门（${plan.units.filter((unit) => unit.kind === 'department').length}）：${names(plan, 'department')}`,
    `  镇街（${plan.units.filter((unit) => unit.kind === 'town').length}）：${names(plan, 'town')}`,
  ].join('\n');
}

function indicatorsTable(plan: Plan): string {
  const years = plan.annex1.years.map((year) => ({
    title: `${year}年`,
    align: 'right' as const,
    cell: (row: Plan['annex1']['rows'][number]) => row.printedTargets[String(year)] ?? '',
  }));
  return textTable(
    [
      { title: '编号', cell: (row) => row.id },
      { title: '类别', cell: (row) => row.category },
      { title: '指标名称', max: 52, cell: (row) => `${row.cumulative ? '＊' : ''}${row.name}` },
      ...years,
      { title: '牵头单位', max: 40, cell: (row) => row.leadUnitsPrinted },
    ],
    plan.annex1.rows,
  );
}

const names = (plan: Plan, kind: 'department' | 'town'): string =>
  plan.units
    .filter((unit) => unit.kind === kind)
    .map((unit) => unit.name)
    .join('、');
