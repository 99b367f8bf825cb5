import colors from 'picocolors';
import type { CausesResult } from '../../../../shared/contract/monitoring-causes.ts';
import { type CauseLine, causeLines, causesText, signedText } from '../../../../shared/text/causes-text.ts';
import { concentrationUnit, pollutantSign } from '../../../../shared/text/monitoring-text.ts';
import { heading, textTable, type TextColumn } from '../terminal/table.ts';

/** air causes: towns, then months; each way adds up to the whole change. */
export function causesTable(result: CausesResult, withCells: boolean): string {
  const { name, pollutant, period, lastYear, byTown, causes, sample, notes } = result;
  const lines = causes === null ? [] : causeLines(causes, byTown);
  const sections = Map.groupBy(lines, ({ section }) => section);
  return [
    `${colors.bold(causesText.heading(name, pollutantSign(pollutant), period, lastYear))}${sample ? colors.yellow('〔示例数据〕') : ''}`,
    causesText.unit(concentrationUnit(pollutant)),
    ...(causes === null ? [causesText.none] : [...sections].flatMap(([section, own]) => [heading(section), textTable(COLUMNS, own)])),
    ...(causes === null || !withCells ? [] : [heading(causesText.cellsTitle(name, byTown)), cellsTable(causes)]),
    '',
    ...notes.map((note) => colors.dim(`  ${note}`)),
  ].join('\n');
}

const { columns } = causesText;

const number = (key: 'before' | 'now' | 'own' | 'mix' | 'total' | 'share'): TextColumn<CauseLine> => ({
  title: columns[key],
  align: 'right',
  cell: (line) => line[key],
});

const COLUMNS: readonly TextColumn<CauseLine>[] = [
  { title: columns.name, cell: ({ name }) => name },
  number('before'),
  number('now'),
  number('own'),
  number('mix'),
  number('total'),
  number('share'),
];

function cellsTable({ cells, months }: NonNullable<CausesResult['causes']>): string {
  return textTable(
    [
      { title: columns.name, cell: ({ name }) => name },
      ...months.map((month, index): TextColumn<(typeof cells)[number]> => ({
        title: causesText.page.month(month.name),
        align: 'right',
        cell: ({ totals }) => signedText(totals[index]?.published ?? ''),
      })),
    ],
    cells,
  );
}
