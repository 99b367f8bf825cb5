import colors from 'picocolors';
import { textWidth } from './width.ts';

export interface TextColumn<Row> {
  readonly title: string;
  readonly align?: 'left' | 'right';
  /** Longest cell in terminal columns (a hanzi takes two); longer text is cut with …. */
  readonly max?: number;
  cell(row: Row): string;
}

/** A table for the terminal: hanzi count double, so that columns stand straight. */
export function textTable<Row>(columns: readonly TextColumn<Row>[], rows: readonly Row[], indent = '  '): string {
  const cells = rows.map((row) => columns.map((column) => clip(column.cell(row), column.max ?? 60)));
  const widths = columns.map((column, index) => Math.max(textWidth(column.title), ...cells.map((line) => textWidth(line[index] ?? ''))));
  const line = (texts: readonly string[]): string =>
    indent +
    texts
      .map((text, index) => pad(text, widths[index] ?? 0, columns[index]?.align ?? 'left'))
      .join('  ')
      .trimEnd();
  const rule = indent + colors.dim('─'.repeat(widths.reduce((sum, width) => sum + width, 0) + 2 * (widths.length - 1)));
  return [colors.bold(line(columns.map((column) => column.title))), rule, ...cells.map(line)].join('\n');
}

export function pad(text: string, width: number, align: 'left' | 'right'): string {
  const space = ' '.repeat(Math.max(0, width - textWidth(text)));
  return align === 'right' ? space + text : text + space;
}

export function clip(text: string, max: number): string {
  const flat = text.replaceAll(/\s*\n\s*/g, ' ');
  if (textWidth(flat) <= max) return flat;
  let kept = '';
  for (const character of flat) {
    if (textWidth(kept) + textWidth(character) > max - 1) break;
    kept += character;
  }
  return `${kept}…`;
}

export const heading = (text: string): string => `\n${colors.bold(colors.cyan('▎'))}${colors.bold(text)}`;
