import type { ReaderLimits } from './limits.ts';
import { damaged, overLimit } from './refusal.ts';
import type { Theme } from './looks/colours.ts';
import { type LookedText, RunReader } from './runs.ts';
import { readXml } from './xml.ts';

/** Shared strings as ready cell values, so that a text used in a thousand cells is held once. */
export function readSharedStrings(part: string, bytes: Buffer, limits: ReaderLimits, theme: Theme): readonly LookedText[] {
  const strings: LookedText[] = [];
  const runs = new RunReader(limits.stringLength, (length) => overLimit('stringLength', length, limits.stringLength, { part }), theme);
  readXml(part, bytes, limits, {
    open(name, parent, attributes) {
      if (parent === '' && name !== 'sst') throw damaged(part, 'content');
      runs.open(name, parent, attributes);
    },
    text: (text) => runs.text(text),
    close(name, parent) {
      runs.close();
      if (name !== 'si' || parent !== 'sst') return;
      if (strings.length >= limits.strings) throw overLimit('strings', strings.length + 1, limits.strings, { part });
      strings.push(runs.take());
    },
  });
  return strings;
}
