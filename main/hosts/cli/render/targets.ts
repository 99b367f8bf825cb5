import colors from 'picocolors';
import type { MethodOutput } from '../../../../shared/contract/contract.ts';
import type { DecisionEffect } from '../../../../shared/contract/effect.ts';
import type { TargetRow } from '../../../../shared/contract/years.ts';
import { yearCommandText as text } from '../../../../shared/text/year-command-text.ts';
import { targetSourceText } from '../../../../shared/text/year-text.ts';
import { heading, textTable } from '../terminal/table.ts';

/** Every measure with the targets of all years, the adopted one and by what it came about. */
export function targetsTable({ year, targets }: { readonly year: number; readonly targets: readonly TargetRow[] }): string {
  const years = Object.keys(targets[0]?.byYear ?? {});
  return textTable(
    [
      { title: '编号', cell: (row) => row.measure },
      { title: '指标', max: 40, cell: (row) => `${row.name}（${row.unit}）` },
      ...years.map((one) => ({ title: `${one}年`, align: 'right' as const, cell: (row: TargetRow) => row.byYear[one] ?? '—' })),
      { title: `${year}年来源`, max: 36, cell: sourceOf },
    ],
    [...targets],
  );
}

function sourceOf(row: TargetRow): string {
  const source = targetSourceText(row.rule, row.place, row.fromYears);
  return row.displaced === null ? source : `${source}（原列 ${row.displaced}）`;
}

/** What a revision changes, before or after it is stored. */
export function effectText({ targets, scores }: DecisionEffect, preview: boolean): string {
  return [
    heading(text.effectTargets),
    targets.length === 0
      ? `  ${text.noChange}`
      : targets.map(({ name, year, before, after }) => `  ${name} ${year}年　${before ?? text.none} → ${after ?? text.none}`).join('\n'),
    heading(text.effectScores),
    scores.length === 0
      ? `  ${text.noScores}`
      : scores.map((one) => `  ${one.subject}　${one.before} ${one.gradeBefore} → ${one.after} ${one.gradeAfter}`).join('\n'),
    preview ? colors.yellow(`\n  ${text.notStored}`) : `\n${text.stored}`,
  ].join('\n');
}

export const figuresTable = (figures: MethodOutput<'figures.list'>['figures']): string =>
  figures.length === 0
    ? text.figuresNone
    : textTable(
        [
          { title: '指标', max: 36, cell: (one) => `${one.measure} ${one.name}` },
          { title: '年度', cell: (one) => String(one.year) },
          { title: '单位', cell: (one) => one.unitName ?? '本级' },
          { title: '数值', align: 'right', cell: (one) => one.value },
          { title: '依据', max: 40, cell: (one) => one.document },
          { title: '人', cell: (one) => one.by },
        ],
        figures,
      );
