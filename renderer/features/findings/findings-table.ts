import type { ShownTable } from '../../../shared/contract/tables.ts';
import type { AnsweredFinding } from '../../../shared/contract/versions.ts';
import { findingStateText } from '../../../shared/text/version-text.ts';
import { stateWords } from '../../../shared/text/ui/app-text.ts';
import { answerText, findingsText } from '../../../shared/text/ui/findings-page-text.ts';
import { returnsText } from '../../../shared/text/ui/returns-text.ts';
import { sentenceOf } from './finding-groups.ts';

const { columns } = findingsText;

/** The list as it is handed over: one row for each finding, also of those that the page shows as one. */
export const findingsTable = (entries: readonly AnsweredFinding[]): ShownTable => ({
  title: findingsText.table,
  about: [],
  columns: [
    column(columns.severity, 8),
    column(columns.unit, 18),
    column(columns.place, 18),
    column(columns.text, 60),
    column(columns.state, 10),
    column(columns.answer, 36),
    column(columns.file, 36),
  ],
  rows: entries.map((entry) => ({
    kind: 'data',
    cells: [
      stateWords[entry.finding.severity],
      entry.unitName,
      returnsText.place(entry.finding.sheet, entry.finding.cell),
      sentenceOf(entry),
      findingStateText(entry.state),
      givenText(entry) ?? '',
      entry.finding.file,
    ],
  })),
});

const column = (title: string, width: number): ShownTable['columns'][number] => ({ title, numbers: false, width });

/** How it was answered, by whom and why; null where it was not. */
export function givenText({ state, answer }: Pick<AnsweredFinding, 'state' | 'answer'>): string | null {
  if (answer === null) return null;
  const said = answer.value === null ? findingStateText(state) : answerText.givenValue(answer.value);
  return answerText.given(said, answer.by, answer.at.slice(0, 10), answer.reason);
}
