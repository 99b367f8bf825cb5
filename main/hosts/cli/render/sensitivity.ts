import colors from 'picocolors';
import type { MethodOutput } from '../../../../shared/contract/contract.ts';
import { schemeText } from '../../../../shared/text/report-text.ts';
import {
  contestedMoveText,
  contestedText,
  flipText,
  gradesText,
  placeRangeText,
  sensitivityText as words,
  totalRangeText,
  weightMoveText,
} from '../../../../shared/text/sensitivity-text.ts';
import { wholeText } from '../../../../shared/text/plan-words.ts';
import { heading, textTable } from '../terminal/table.ts';

type Sensitivity = MethodOutput<'assessment.sensitivity'>;
type Subject = Sensitivity['units'][number];

/** sensitivity: ranges of place, grade and total by kind of units, then what moves each of them. */
export function sensitivityTableText(found: Sensitivity): string {
  const { year, schemeTitle, demonstration, sample, percent, contested, district, units } = found;
  return [
    `${year} 年度${words.title}${sample ? colors.yellow('〔示例数据〕') : ''}　${schemeText(schemeTitle, demonstration)}`,
    heading(wholeText(district.name)),
    `  ${district.total} ${district.grade}　${words.columns.totals} ${totalRangeText(district.overall)}　${words.columns.grades} ${gradesText(district.overall)}`,
    ...[...Map.groupBy(units, ({ kindName }) => kindName)].flatMap(([kind, ofKind]) => [heading(kind), table(ofKind, percent)]),
    heading(words.contestedTargets),
    ...(contested.length === 0 ? [`  ${words.noContested}`] : contested.map((one) => `  ${contestedText(one)}`)),
    heading(words.nearest),
    ...units.filter(({ reported }) => reported).flatMap((unit) => unitLines(unit, found)),
    colors.dim(`\n  ${words.method(percent)}`),
  ].join('\n');
}

const table = (units: readonly Subject[], percent: string): string =>
  textTable(
    [
      { title: words.columns.place, align: 'right', cell: ({ place }) => String(place ?? '—') },
      { title: words.columns.unit, cell: ({ name }) => name },
      { title: words.columns.total, align: 'right', cell: ({ total }) => total },
      { title: words.columns.grade, cell: (unit) => (unit.reported ? unit.grade : words.notReported) },
      { title: words.columns.places, align: 'right', cell: ({ overall }) => placeRangeText(overall) },
      { title: words.columns.grades, cell: ({ overall, reported }) => (reported ? gradesText(overall) : '—') },
      { title: words.columns.totals, align: 'right', cell: ({ overall }) => totalRangeText(overall) },
      { title: `${words.columns.weights}±${percent}%`, align: 'right', cell: ({ weights }) => placeRangeText(weights) },
      { title: words.columns.rounding, align: 'right', cell: ({ rounding }) => `${rounding.total}（${rounding.place ?? '—'}）` },
      { title: words.columns.contested, align: 'right', cell: ({ contested }) => placeRangeText(contested) },
    ],
    units.toSorted((one, other) => (one.place ?? units.length + 1) - (other.place ?? units.length + 1)),
  );

function unitLines(unit: Subject, { percent, contested }: Sensitivity): string[] {
  const { cells, weightMoves, contestedMoves } = unit;
  const [grade] = cells.grade;
  const [place] = cells.place.filter((flip) => grade === undefined || flip.rowId !== grade.rowId || flip.field !== grade.field);
  if (!unit.follows) return [`  ${colors.bold(unit.name)}`, `    ${words.notFollowing}`];
  const lines = [
    ...(grade === undefined ? [] : [`${words.forGrade}：${flipText(grade, unit)}`]),
    ...(place === undefined ? [] : [`${words.forPlace}：${flipText(place, unit)}`]),
    ...weightMoves.filter((move) => move.grade !== unit.grade).map((move) => weightMoveText(move, percent, unit)),
    ...contestedMoves.flatMap((move) => {
      const one = contested[move.contested];
      return one === undefined || move.total === unit.total ? [] : [contestedMoveText(move, one, unit)];
    }),
  ];
  return [`  ${colors.bold(unit.name)}`, ...(lines.length === 0 ? [words.none] : lines).map((line) => `    ${line}`)];
}
