import colors from 'picocolors';
import type { ValueBookReport } from '../../../../shared/contract/value-book.ts';
import { yearCommandText as text } from '../../../../shared/text/year-command-text.ts';
import { findingLine } from './import.ts';
import { passwordHint } from './password-hint.ts';
import { effectLines, notStoredLine } from './targets.ts';

/** What a 目标调整表 or 认定数表 does, or every place for which nothing of it is stored; `document` null: only looked at. */
export function valueBookText({ file, findings, rows, effect }: ValueBookReport, document: string | null): string {
  const told = findings.length === 0 ? [] : [colors.bold(file), ...findings.map(findingLine), ...passwordHint(findings)];
  if (effect === null) return [...told, colors.red(text.bookRefused)].join('\n');
  const end = document === null ? notStoredLine() : `\n${text.bookStored(rows, document)}`;
  return [...told, effectLines(effect), end].join('\n');
}
