import colors from 'picocolors';
import type { MethodOutput } from '../../../../shared/contract/contract.ts';
import type { DecisionEffect } from '../../../../shared/contract/effect.ts';
import type { TargetRow } from '../../../../shared/contract/years.ts';
import { findingText } from '../../../../shared/text/finding-text.ts';
import { yearCommandText as text } from '../../../../shared/text/year-command-text.ts';
import { targetSourceText } from '../../../../shared/text/year-text.ts';
import { heading, textTable } from '../terminal/table.ts';

/** Every measure with the targets of all years, the adopted one and by what it came about. */
export function targetsTable(
  { year, targets }: Pick<MethodOutput<'targets.show'>, 'year' | 'targets'>,
  units: MethodOutput<'targets.show'>['units'] = [],
): string {
  const stretch = targets.filter((row) => row.stretch !== null);
  return [
    bindingTable(year, targets),
    ...revisionsPart(year, targets),
    ...(stretch.length === 0 ? [] : [heading(`${year}年${text.stretchHeading}`), stretchTable(stretch)]),
    ...(units.length === 0 ? [] : [heading(`${year}年${text.unitTargets}`), unitsTable(units)]),
  ].join('\n');
}

/** By which document each target was adjusted, by whom and why, in the order in which they take effect. */
function revisionsPart(year: number, targets: readonly TargetRow[]): string[] {
  const rows = targets.flatMap(({ measure, name, revisions }) => revisions.map((revision) => ({ measure, name, ...revision })));
  if (rows.length === 0) return [];
  const table = textTable(
    [
      { title: '编号', cell: (row) => row.measure },
      { title: '指标', max: 30, cell: (row) => row.name },
      { title: '对象', cell: (row) => row.unit ?? '本级' },
      { title: '种类', cell: (row) => text.kinds[row.kind] },
      { title: '目标', align: 'right', cell: (row) => row.printed },
      { title: '文号', max: 36, cell: (row) => row.number },
      { title: '生效日期', cell: (row) => row.effectiveOn },
      { title: '录入人', cell: (row) => row.by },
      { title: '理由', max: 60, cell: (row) => row.reason },
    ],
    rows,
  );
  return [heading(`${year}年${text.revisionsHeading}`), table];
}

const displacedText = (displaced: TargetRow['stretchDisplaced']): string =>
  text.displaced(displaced.map(({ printed, place }) => text.displacedPart(printed, place)));

const stretchTable = (rows: readonly TargetRow[]): string =>
  textTable(
    [
      { title: '编号', cell: (row) => row.measure },
      { title: '指标', max: 40, cell: (row) => `${row.name}（${row.unit}）` },
      { title: '奋斗目标', align: 'right', cell: (row) => row.stretch ?? '' },
      { title: '来源', max: 36, cell: (row) => row.stretchPlace },
      { title: '被代替的', max: 40, cell: (row) => displacedText(row.stretchDisplaced) },
    ],
    [...rows],
  );

const unitsTable = (rows: MethodOutput<'targets.show'>['units']): string =>
  textTable(
    [
      { title: '单位', cell: (row) => row.unit },
      { title: '编号', cell: (row) => row.measure },
      { title: '指标', max: 36, cell: (row) => `${row.name}（${row.measureUnit}）` },
      { title: '种类', cell: (row) => text.kinds[row.kind] },
      { title: '目标', align: 'right', cell: (row) => row.printed },
      { title: '来源', max: 36, cell: (row) => row.place },
      { title: '生效日期', cell: (row) => row.from },
      { title: '被代替的', max: 40, cell: (row) => displacedText(row.displaced) },
    ],
    [...rows],
  );

function bindingTable(year: number, targets: readonly TargetRow[]): string {
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
  return row.displaced === null ? source : `${source}（${text.formerly(row.displaced)}）`;
}

/** What a revision changes, before or after it is stored. */
export const effectText = (effect: DecisionEffect, preview: boolean): string =>
  [effectLines(effect), preview ? notStoredLine() : `\n${text.stored}`].join('\n');

export const notStoredLine = (): string => colors.yellow(`\n  ${text.notStored}`);

/** Targets and totals, before and after. */
export function effectLines({ targets, scores, schemes, remarks = [] }: DecisionEffect): string {
  return [
    ...remarks.map(remarkLine),
    heading(text.effectTargets),
    targets.length === 0
      ? `  ${text.noChange}`
      : targets.map((one) => `  ${targetName(one)} ${one.year}年　${one.before ?? text.none} → ${one.after ?? text.none}`).join('\n'),
    heading(text.effectScores),
    scores.length === 0
      ? `  ${text.noScores}`
      : scores.map((one) => `  ${one.subject}　${one.before} ${one.gradeBefore} → ${one.after} ${one.gradeAfter}`).join('\n'),
    ...(schemes.length === 0 ? [] : [heading(text.effectSchemes), ...schemes.map(schemeLine)]),
  ].join('\n');
}

export const remarkLine = ({ code, params, measure }: NonNullable<DecisionEffect['remarks']>[number]): string =>
  colors.yellow(`! ${measure === undefined ? '' : `${measure}：`}${findingText(code, params)}`);

const targetName = ({ name, unit, kind }: DecisionEffect['targets'][number]): string =>
  [...(unit === undefined ? [] : [unit]), name, ...(kind === undefined ? [] : [text.kinds[kind]])].join(' ');

const schemeLine = ({ scheme, year, subject, before, after, out }: DecisionEffect['schemes'][number]): string =>
  `  ${scheme} ${year}年 ${subject}　${before ?? text.none} → ${after ?? text.none} ${text.amounts[out]}`;

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
