import type { ValueBookReport } from '../../../../shared/contract/value-book.ts';
import { targetsText } from '../../../../shared/text/ui/targets-text.ts';
import { valueBookPageText as text } from '../../../../shared/text/ui/value-book-page-text.ts';
import type { Change } from '../../../ui/before-after.tsx';

export type BookKind = 'targets' | 'figures';

/** The document as which a workbook is stored. */
export interface Paper {
  readonly document: string;
  readonly title: string;
  readonly issued: string | null;
  /** 生效日期; null while no date is written. */
  readonly from: string | null;
}

export const NO_PAPER: Paper = { document: '', title: '', issued: null, from: null };

/** Why the workbook cannot be stored as it stands; null where it can. */
export function blockedBy(kind: BookKind, report: ValueBookReport | undefined, { document, from }: Paper): string | null {
  if (report === undefined) return text.reading;
  const errors = report.findings.filter(({ severity }) => severity === 'error').length;
  if (errors > 0) return text.errors(errors);
  if (report.rows === 0) return text.empty;
  if (document.trim() === '') return targetsText.documentMissing;
  return kind === 'targets' && from === null ? targetsText.fromMissing : null;
}

/** Figures before and after; those that stay the same are left out. */
export const figureChanges = ({ settled }: Pick<ValueBookReport, 'settled'>): Change[] =>
  settled.map(({ name, year, before, after }) => ({
    name: targetsText.ofYear(name, year),
    before: before ?? targetsText.notSettled,
    after,
  }));
