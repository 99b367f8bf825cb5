import type { CellComment } from '../../../shared/domain/tables/raw-workbook.ts';
import { addressOf, columnOf, parseAddress, type PlaceKey, rowOf } from './address.ts';
import type { ReaderLimits } from './limits.ts';
import type { Package } from './package.ts';
import { overLimit } from './refusal.ts';
import { readRelationships, relationshipsPart, resolvePart } from './relationships.ts';
import { TextCollector } from './text.ts';
import { readXml } from './xml.ts';

/**
 * The comments of the cells of a sheet (批注, ECMA-376-1, 18.7), in the order of the cells. Conversations (线程批注) are kept in a part of their own,
 * of which the older part only has a copy with a notice of the program before it.
 */
export function readComments(sheetPart: string, parts: Package, limits: ReaderLimits): readonly CellComment[] {
  if (!parts.has(relationshipsPart(sheetPart))) return [];
  const relationships = [...readRelationships(sheetPart, parts, limits).values()];
  const textsOf = (type: string, element: string): ReadonlyMap<PlaceKey, string> => {
    const texts = new Map<PlaceKey, string>();
    for (const relationship of relationships)
      if (relationship.type === type) readTexts({ part: resolvePart(relationship), element, texts }, parts, limits);
    return texts;
  };
  const texts = new Map([...textsOf('comments', 'comment'), ...textsOf('threadedComment', 'threadedComment')]);
  return [...texts]
    .toSorted(([one], [other]) => one - other)
    .map(([key, text]) => ({ address: addressOf(rowOf(key), columnOf(key)), text }));
}

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
        [key, text] = [typeof place === 'number' ? place : null, ''];
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
