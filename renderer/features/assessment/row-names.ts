import type { AssessmentResult } from '../../../shared/domain/assessment/types.ts';
import { shortRowTitle } from '../../../shared/text/ui/score-page-text.ts';

/** What a row, or a figure of one, is called before a person; ids stay inside. */
export type RowName = (id: string) => string;

/** Rows by the first clause of what they ask, figures by their names; the wording of the district's rows goes before. */
export function rowNames({ district, units }: Pick<AssessmentResult, 'district' | 'units'>): RowName {
  const names = new Map<string, string>();
  const add = (id: string, name: string): void => {
    if (!names.has(id)) names.set(id, name);
  };
  for (const { parts } of [district, ...units]) {
    for (const row of parts.flatMap((part) => part.rows)) {
      add(row.rowId, shortRowTitle(row.title));
      for (const figure of row.figures) add(figure.id, figure.name);
    }
  }
  return (id) => names.get(id) ?? id;
}
