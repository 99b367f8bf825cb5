import type { RawValue } from '../../../shared/domain/tables/raw-workbook.ts';
import type { ReaderLimits } from './limits.ts';
import { damaged, overLimit } from './refusal.ts';
import { isShownText, TextCollector } from './text.ts';
import { readXml } from './xml.ts';

/** Shared strings as ready cell values, so that a text used in a thousand cells is held once. */
export function readSharedStrings(part: string, bytes: Buffer, limits: ReaderLimits): readonly RawValue[] {
  const strings: RawValue[] = [];
  const collector = new TextCollector(limits.stringLength, (length) => overLimit('stringLength', length, limits.stringLength, { part }));
  let collecting = false;
  readXml(part, bytes, limits, {
    open(name, parent) {
      if (parent === '' && name !== 'sst') throw damaged(part, 'content');
      collecting = isShownText(name, parent);
    },
    text(text) {
      if (collecting) collector.add(text);
    },
    close(name, parent) {
      collecting = false;
      if (name !== 'si' || parent !== 'sst') return;
      if (strings.length >= limits.cells) throw overLimit('cells', strings.length + 1, limits.cells, { part });
      strings.push({ type: 'text', text: collector.take() });
    },
  });
  return strings;
}
