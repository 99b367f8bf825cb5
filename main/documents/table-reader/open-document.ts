import type { ReaderLimits } from '../workbook-reader/limits.ts';
import type { Package } from '../workbook-reader/package.ts';
import { damaged, overLimit } from '../workbook-reader/refusal.ts';
import { readXml } from '../workbook-reader/xml.ts';

const CONTENT = 'content.xml';

/**
 * Looks an OpenDocument table over before the package expands it: its XML must be whole, and cells that are written once and repeated count as
 * often as they stand in the table.
 */
export function refuseOversized(parts: Package, limits: ReaderLimits): void {
  if (!parts.has(CONTENT)) throw damaged(CONTENT, 'missing');
  let cells = 0;
  let inRow = 0;
  let rowRepeats = 1;
  readXml(CONTENT, parts.read(CONTENT, 'sheet'), limits, {
    open(name, _parent, attributes) {
      const at = (wanted: string): string | undefined =>
        Object.entries(attributes).find(([key]) => key === wanted || key.endsWith(`:${wanted}`))?.[1];
      const repeats = (wanted: string): number => Math.max(Number(at(wanted) ?? '1') || 1, 1);
      if (name === 'table-row') {
        rowRepeats = repeats('number-rows-repeated');
        inRow = 0;
      }
      if (name === 'table-cell' && at('value-type') !== undefined) inRow += repeats('number-columns-repeated');
    },
    text() {},
    close(name) {
      if (name !== 'table-row') return;
      cells += inRow * rowRepeats;
      if (cells > limits.cells) throw overLimit('cells', cells, limits.cells);
    },
  });
}
