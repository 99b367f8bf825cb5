import type { CellComment } from '../../../../shared/domain/tables/raw-workbook.ts';
import { addressOf, columnOf, parseAddress, type PlaceKey, rowOf } from '../address.ts';
import type { ReaderLimits } from '../limits.ts';
import type { Package } from '../package.ts';
import { overLimit, Refusal } from '../refusal.ts';
import { readRelationships, relationshipsPart, resolvePart } from '../relationships.ts';
import { TextCollector } from '../text.ts';
import { readXml } from '../xml.ts';

/** More of them nobody writes by hand. */
const MOST_COMMENTS = 5_000;

/**
 * What people have written at the cells of a sheet (批注, ECMA-376-1, 18.7), in the order of the cells. Conversations (线程批注) are kept in a part of
 * their own, of which the older part only has a copy with a notice of the program before it. A part that cannot be read is left out, as the values
 * of the sheet do not depend on it.
 */
export function readComments(sheetPart: string, parts: Package, limits: ReaderLimits): readonly CellComment[] {
  if (!parts.has(relationshipsPart(sheetPart))) return [];
  const texts = new Map<PlaceKey, string>();
  try {
    const relationships = [...readRelationships(sheetPart, parts, limits).values()];
    for (const [type, element] of KINDS) {
      const own = new Map<PlaceKey, string>();
      for (const relationship of relationships)
        if (relationship.type === type && !relationship.external)
          readTexts({ part: resolvePart(relationship), element, texts: own }, parts, limits);
      for (const [key, text] of own) texts.set(key, text);
    }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
  return [...texts].toSorted(([one], [other]) => one - other).map(([key, text]) => placed(key, text));
}

/** Parts by the type of their relationship, and the element that holds one comment; what comes later is the truer. */
const KINDS = [
  ['comments', 'comment'],
  ['threadedComment', 'threadedComment'],
] as const;

/** A comment with its place; null without words, or at no cell. */
export function commentAt(reference: string, text: string): CellComment | null {
  const key = parseAddress(reference);
  const said = text.trim();
  return typeof key === 'string' || said === '' ? null : placed(key, said);
}

const placed = (key: PlaceKey, text: string): CellComment => ({
  address: addressOf(rowOf(key), columnOf(key)),
  row: rowOf(key),
  column: columnOf(key),
  text,
});

interface Texts {
  readonly part: string;
  readonly element: string;
  readonly texts: Map<PlaceKey, string>;
}

/** Answers of a conversation stand behind what they answer to. */
function readTexts({ part, element, texts }: Texts, parts: Package, limits: ReaderLimits): void {
  if (!parts.has(part)) return;
  const refuse = (length: number): Error => overLimit('stringLength', length, limits.stringLength, { part });
  const collector = new TextCollector(limits.stringLength, refuse);
  let [key, text, collecting]: [PlaceKey | null, string, boolean] = [null, '', false];
  readXml(part, parts.read(part), limits, {
    open(name, parent, attributes) {
      if (name === element) {
        const place = parseAddress(attributes['ref'] ?? '');
        [key, text] = [typeof place === 'number' && texts.size < MOST_COMMENTS ? place : null, ''];
      }
      collecting = (name === 't' && parent !== 'rPh') || (name === 'text' && element === 'threadedComment');
    },
    text(piece) {
      if (collecting) collector.add(piece);
    },
    close(name) {
      if (collecting) text += collector.take();
      collecting = false;
      if (name !== element || key === null || text.trim() === '') return;
      const before = texts.get(key);
      texts.set(key, before === undefined ? text.trim() : `${before}；${text.trim()}`);
    },
  });
}
