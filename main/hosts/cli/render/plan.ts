import colors from 'picocolors';
import type { Plan } from '../../../../shared/domain/plan/schema.ts';
import { planIdText } from '../../../../shared/text/plan-book-text.ts';
import { heading, textTable } from '../terminal/table.ts';

/** plan show: the three annexes and the units, as tables. */
export function planText(plan: Plan): string {
  const { document, annex1, annex2, annex3 } = plan;
  return [
    `${colors.bold(document.title)}\n  ${document.number}　${document.issuer}　${document.datePrinted}　${planIdText(plan.id)}`,
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
              { title: columnTitle(annex2.columns, 1), max: 64, cell: (task) => task.text },
              { title: columnTitle(annex2.columns, 2), max: 40, cell: (task) => task.leadUnitsPrinted.replaceAll('\n', '、') },
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
              { title: columnTitle(annex3.columns, 1), max: 64, cell: (item) => item.text },
              { title: columnTitle(annex3.columns, 2), max: 40, cell: (item) => item.leadUnitsPrinted },
            ],
            annex3.items,
          ),
        ]),
    heading('单位'),
    ...plan.unitKinds.map((kind) => {
      const names = plan.units.filter((unit) => unit.kind === kind.id).map((unit) => `${unit.name}${validityText(unit)}`);
      return `  ${kind.name}（${names.length}）：${names.join('、')}`;
    }),
  ].join('\n');
}

/** A column's title as the list prints it, without the spaces that stretch it. */
const columnTitle = (columns: readonly string[], at: number): string => (columns.at(at) ?? '').replaceAll(/\s/gu, '');

/** 机构变动: from when and until when a unit exists. */
const validityText = ({ from, until }: Plan['units'][number]): string => {
  const parts = [...(from === undefined ? [] : [`自${from}`]), ...(until === undefined ? [] : [`至${until}`])];
  return parts.length === 0 ? '' : `（${parts.join('')}）`;
};

function countsText({ articles, annex1, annex2, annex3 }: Plan): string {
  return [
    `正文 ${articles.length} 条`,
    `${annex1.label} ${annex1.rows.length} 项指标`,
    ...(annex2 === null ? [] : [`${annex2.label} ${annex2.tasks.length} 项任务`]),
    ...(annex3 === null ? [] : [`${annex3.label} ${annex3.items.length} 项事项`]),
  ].join('；');
}

function indicatorsTable({ annex1 }: Plan): string {
  const years = annex1.years.map((year) => ({
    title: `${year}年`,
    align: 'right' as const,
    cell: (row: Plan['annex1']['rows'][number]) => row.printedTargets[String(year)] ?? '',
  }));
  return textTable(
    [
      { title: '编号', cell: (row) => row.id },
      { title: columnTitle(annex1.columns, 1), cell: (row) => row.category },
      { title: columnTitle(annex1.columns, 2), max: 52, cell: (row) => `${row.cumulative ? '＊' : ''}${row.name}` },
      ...years,
      { title: columnTitle(annex1.columns, -1), max: 40, cell: (row) => row.leadUnitsPrinted },
    ],
    annex1.rows,
  );
}
