import colors from 'picocolors';
import { type DiffLine, withContext } from '../../../../shared/domain/schemes/base/line-difference.ts';
import { schemeLifeText as text } from '../../../../shared/text/scheme/life-words.ts';
import { heading } from '../terminal/table.ts';

/** schemes diff: lines that went and came, with a line of what stands around them. */
export function schemeDiffText(before: number, after: number, lines: readonly DiffLine[]): string {
  if (lines.every(({ kind }) => kind === 'kept')) return text.diffSame(before, after);
  return [
    heading(text.diffHead(before, after)),
    ...withContext(lines, 1).map((line) => {
      if (line.kind === 'gap') return colors.dim(`    … ${text.diffKept(line.count)}`);
      if (line.kind === 'removed') return colors.red(`  － ${line.text}`);
      return line.kind === 'added' ? colors.green(`  ＋ ${line.text}`) : `     ${line.text}`;
    }),
  ].join('\n');
}
