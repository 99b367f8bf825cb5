import colors from 'picocolors';
import type { Plan } from '../../../../shared/domain/plan/schema.ts';
import { heading, textTable } from '../terminal/table.ts';

/** plan show: the three annexes and the units, as tables. */
export function planText(plan: Plan): string {
  const { document, annex1, annex2, annex3 } = plan;
  return [
    `${colors.bold(document.title)}\n  ${document.number}　${document.issuer}　${document.datePrinted}`,
    `  ${countsText(plan)}`,
    heading(`${annex1.label} ${annex1.title}`),
    indicatorsTable(plan),
    ...(annex2 === null
      ? []
      : [
          heading(`${annex2.label} ${annex2.title}${annex2.subtitle}`),
          textTable(
            [
              { title: '编号', cell: (task) => task.id },
              { title: '主要内容', max: 64, cell: (task) => task.text },
              { title: '牵头单位', max: 40, cell: (task) => task.leadUnitsPrinted.replaceAll('\n', '、') },
            ],
            annex2.tasks,
          ),
        ]),
    ...(annex3 === null
      ? []
      : [
          heading(`${annex3.label} ${annex3.title}`),
          textTable(
            [
              { title: '编号', cell: (item) => item.id },
              { title: '任务内容', max: 64, cell: (item) => item.text },
              { title: '牵头单位', max: 40, cell: (item) => item.leadUnitsPrinted },
            ],
            annex3.items,
          ),
        ]),
    heading('单位'),
    ...plan.unitKinds.map((kind) => {
      const names = plan.units.filter((unit) => unit.kind === kind.id).map((unit) => unit.name);
      return `  ${kind.name}（${names.length}）：${names.join('、')}`;
    }),
  ].join('\n');
}

function countsText({ articles, annex1, annex2, annex3 }: Plan): string {
  return [
    `正文 ${articles.length} 条`,
    `${annex1.label} ${annex1.rows.length} 项指标`,
    ...(annex2 === null ? [] : [`${annex2.label} ${annex2.tasks.length} 项任务`]),
    ...(annex3 === null ? [] : [`${annex3.label} ${annex3.items.length} 项事项`]),
  ].join('；');
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
