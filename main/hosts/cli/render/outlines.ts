import colors from 'picocolors';
import type { OutlinesView } from '../../../../shared/contract/outlines.ts';
import { outlinesText as text } from '../../../../shared/text/outlines-text.ts';

/** plan outlines: what is drawn, where it comes from, and what is not drawn with the remedy. */
export function outlinesShown({ file, outlines, without, problems }: OutlinesView): string {
  if (file === null) return text.none;
  return [
    text.drawn(file.name, outlines.length, outlines.length + without.length),
    `  ${text.from(file.source, file.sketch)}`,
    ...problems.map((problem) => colors.yellow(`  ${problem}`)),
  ].join('\n');
}
