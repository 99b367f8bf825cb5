import type { CellComment } from '../../../../shared/domain/tables/raw-workbook.ts';
import { addressOf, columnOf, parseAddress, rowOf } from '../address.ts';
import type { ReaderLimits } from '../limits.ts';
import type { Package } from '../package.ts';
import { Refusal } from '../refusal.ts';
import { readRelationships, relationshipsPart, resolvePart } from '../relationships.ts';
import { decodeEscapes } from '../text.ts';
import { readXml } from '../xml.ts';

/** More of them nobody writes by hand. */
const MOST_COMMENTS = 5_000;

/**
 * What people have written at the cells of a sheet (批注): notes, and the threads that newer Excel writes beside them, where the note only says
 * that there is a thread. A part that cannot be read is left out, as the values of the sheet do not depend on it.
 */
export function readComments(sheetPart: string, parts: Package, limits: ReaderLimits): readonly CellComment[] {
  if (!parts.has(relationshipsPart(sheetPart))) return [];
  const found = new Map<string, string>();
  try {
    const relationships = [...readRelationships(sheetPart, parts, limits).values()];
    for (const type of ['comments', 'threadedComment'])
      for (const relationship of relationships.filter((one) => one.type === type && !one.external)) {
        const part = resolvePart(relationship);
        if (!parts.has(part)) continue;
        for (const [address, text] of commentsOf(part, parts.read(part), limits)) found.set(address, text);
      }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
  return [...found].flatMap(([address, text]) => commentAt(address, text) ?? []);
}

/** A comment with its place; null without words, or at no cell. */
export function commentAt(reference: string, text: string): CellComment | null {
  const key = parseAddress(reference);
  const said = text.trim();
  if (typeof key === 'string' || said === '') return null;
  return { address: addressOf(rowOf(key), columnOf(key)), row: rowOf(key), column: columnOf(key), text: said };
}

/** Texts by the references of their cells; the answers in a thread stand behind each other. */
function commentsOf(part: string, bytes: Buffer, limits: ReaderLimits): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  let reference: string | null = null;
  let text = '';
  readXml(part, bytes, limits, {
    open(name, _, attributes) {
      if (COMMENTS.has(name) && found.size < MOST_COMMENTS) [reference, text] = [attributes['ref'] ?? '', ''];
    },
    text(piece) {
      if (reference !== null && text.length < limits.stringLength) text += piece;
    },
    close(name) {
      if (!COMMENTS.has(name) || reference === null) return;
      const before = found.get(reference);
      const said = decodeEscapes(text).trim();
      found.set(reference, before === undefined ? said : `${before}\n${said}`);
      reference = null;
    },
  });
  return found;
}

const COMMENTS: ReadonlySet<string> = new Set(['comment', 'threadedComment']);
