import colors from 'picocolors';
import type { LeversResult, UsualResult } from '../../../../shared/contract/monitoring-usual.ts';
import { pollutantSign } from '../../../../shared/text/monitoring-text.ts';
import { outlookText } from '../../../../shared/text/ui/monitoring-plan-text.ts';
import {
  LEVER_KEYS,
  leverCellText,
  metText,
  usualText,
  usualValueText,
  usualYearsText,
  wholeYearText,
} from '../../../../shared/text/usual-text.ts';
import { heading, textTable, type TextColumn } from '../terminal/table.ts';

type Usual = UsualResult['rows'][number]['usual'][number];

interface Line {
  readonly name: string;
  readonly usual: Usual;
}

const { columns } = usualText;

/** What stands below the table of air outlook: the range that earlier years had in the days that remain. */
export function usualTable({ asOf, rows, notes }: UsualResult): string {
  const lines = rows.flatMap(({ name, usual }) =>
    usual.filter(({ past, short }) => past.length + short.length > 0).map((one, index) => ({ name: index === 0 ? name : '', usual: one })),
  );
  return [
    heading(usualText.title(asOf)),
    ...(lines.length === 0 ? [] : [textTable(COLUMNS, lines)]),
    ...notes.map((note) => colors.dim(`  ${note}`)),
  ].join('\n');
}

const value = (key: 'least' | 'lower' | 'median' | 'upper' | 'most'): TextColumn<Line> => ({
  title: columns[key],
  align: 'right',
  cell: ({ usual }) => usualValueText(usual.range?.[key]),
});

const COLUMNS: readonly TextColumn<Line>[] = [
  { title: columns.place, cell: ({ name }) => name },
  { title: columns.measure, cell: ({ usual }) => outlookText.measures[usual.target.measure] },
  value('least'),
  value('lower'),
  value('median'),
  value('upper'),
  value('most'),
  { title: columns.wholeYear, align: 'right', cell: ({ usual }) => wholeYearText(usual) },
  { title: columns.met, align: 'right', cell: ({ usual }) => metText(usual) },
  { title: columns.years, cell: ({ usual }) => usualYearsText(usual) },
];

/** air levers: a line a town. */
export function leversTable({ name, pollutant, asOf, found, sample, notes }: LeversResult): string {
  const sign = pollutantSign(pollutant);
  const words = usualText.levers;
  return [
    `${colors.bold(usualText.heading(name, sign, asOf, found?.mean.published ?? '—'))}${sample ? colors.yellow('〔示例数据〕') : ''}`,
    found === null
      ? usualText.none
      : textTable(
          [
            { title: words.name, cell: (lever) => lever.name },
            ...LEVER_KEYS.map((key) => ({
              title: words[key],
              align: 'right' as const,
              cell: (lever: (typeof found.levers)[number]) => leverCellText(lever, key),
            })),
          ],
          found.levers,
        ),
    ...notes.map((note) => colors.dim(`  ${note}`)),
  ].join('\n');
}
