import colors from 'picocolors';
import type { PatternResult } from '../../../../shared/contract/monitoring-pattern.ts';
import { PATTERN_PARTS, type PatternPart, patternPointText, patternText } from '../../../../shared/text/pattern-text.ts';
import { textTable } from '../terminal/table.ts';

/** air pattern: a table each by hour, weekday and month; a column a place, each mean with the number of values behind it. */
export function patternTables({ period, pollutant, places, notes }: PatternResult): string {
  return [
    colors.bold(patternText.heading(pollutant, period)),
    ...PATTERN_PARTS.flatMap((part) => ['', colors.bold(patternText.parts[part]), tableOf(part, places)]),
    '',
    ...notes.map((note) => colors.dim(`  ${note}`)),
  ].join('\n');
}

function tableOf(part: PatternPart, places: PatternResult['places']): string {
  const rows = (places[0]?.pattern[part] ?? []).filter(({ at }) => places.some((place) => countOf(place, part, at) > 0));
  if (rows.length === 0) return `  ${part === 'hours' ? patternText.noHours : patternText.none}`;
  return textTable(
    [
      { title: patternText.first[part], cell: ({ at }) => patternPointText(part, at) },
      ...places.map((place) => ({
        title: place.name,
        align: 'right' as const,
        cell: ({ at }: { readonly at: number }) => {
          const point = place.pattern[part].find((one) => one.at === at);
          return point === undefined || point.mean === null ? '—' : patternText.counted(point.mean.published, point.count);
        },
      })),
    ],
    rows,
  );
}

const countOf = ({ pattern }: PatternResult['places'][number], part: PatternPart, at: number): number =>
  pattern[part].find((point) => point.at === at)?.count ?? 0;
