import { type Document, isAlias, isMap, isNode, isScalar, isSeq, type Node, parseDocument, stringify, visit } from 'yaml';
import { isRecord } from '../../../shared/domain/schemes/base/records.ts';
import { differenceOf, same } from '../../../shared/domain/schemes/form/difference.ts';
import type { Path } from '../../../shared/domain/schemes/base/problems.ts';
import { parseSchemeText } from '../schemes/language/read-scheme-file.ts';

/**
 * The file of a scheme that was edited as data: comments, texts and everything else its author wrote stay. Where only single words changed these
 * are put in their place and no other letter moves; else the changed lists and maps are written anew. What comes out says the data, or it is written
 * without regard to what stood there.
 */
export function editedText(text: string, data: unknown): string {
  for (const attempt of [withWords, withNodes]) {
    const made = attempt(text, data);
    if (made !== null && says(made, data)) return made;
  }
  return stringify(data, { lineWidth: 0 });
}

function says(text: string, data: unknown): boolean {
  const { data: read, mistakes } = parseSchemeText(text);
  return mistakes.length === 0 && same(read, data);
}

/** Null where more than words changed. */
function withWords(text: string, data: unknown): string | null {
  const document = parseDocument(text);
  const changes = differenceOf(parseSchemeText(text).data, data);
  const patches = changes.map(({ path, kind, after }) => {
    const node = kind === 'changed' && !isRecord(after) && !Array.isArray(after) ? nodeAt(document, path) : null;
    // What is said by reference changes where it is written.
    if (isAlias(node)) return 'elsewhere';
    return isScalar(node) && node.range ? { from: node.range[0], to: node.range[1], word: wordOf(after) } : null;
  });
  if (patches.includes(null)) return null;
  const found = patches
    .flatMap((patch) => (patch === null || patch === 'elsewhere' ? [] : [patch]))
    .toSorted((one, other) => other.from - one.from);
  return found.reduce((changed, { from, to, word }) => `${changed.slice(0, from)}${word}${changed.slice(to)}`, text);
}

/** The reference itself (*name) where the path leads through one. */
function nodeAt(document: Document, path: Path): Node | null {
  let node: unknown = document.contents;
  for (const part of path) {
    if (isAlias(node)) return node;
    if (isMap(node)) node = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(part))?.value;
    else node = isSeq(node) ? node.items[Number(part)] : undefined;
  }
  return isNode(node) ? node : null;
}

const PLAIN = /^[\p{Script=Han}A-Za-z][\p{Script=Han}\w-]*$/u;
const SPECIAL = /^(?:true|false|null|yes|no|on|off)$/iu;

/** Plain inside of brackets too. */
const wordOf = (value: unknown): string =>
  typeof value === 'string' ? (PLAIN.test(value) && !SPECIAL.test(value) ? value : JSON.stringify(value)) : String(value);

/** The document with its nodes changed where they say otherwise; references are written out first, so that each place is its own. */
function withNodes(text: string, data: unknown): string | null {
  const document = parseDocument(text);
  expandAliases(document);
  document.contents = merged(document, document.contents, data) as typeof document.contents;
  return document.toString({ lineWidth: 0, flowCollectionPadding: true });
}

function expandAliases(document: Document): void {
  visit(document, {
    Alias: (_key, alias) => {
      const target = alias.resolve(document);
      return target === undefined ? undefined : (target.clone() as Node);
    },
  });
  visit(document, {
    Node: (_key, node) => {
      if ('anchor' in node) delete node.anchor;
    },
  });
}

function merged(document: Document, node: unknown, value: unknown): unknown {
  if (isNode(node) && same(parsedOf(document, node), value)) return node;
  if (isMap(node) && isRecord(value)) {
    for (const pair of node.items.slice()) if (isScalar(pair.key) && value[String(pair.key.value)] === undefined) node.delete(pair.key);
    for (const [key, item] of Object.entries(value)) {
      const pair = node.items.find((one) => isScalar(one.key) && String(one.key.value) === key);
      if (pair === undefined) node.add(document.createPair(key, item));
      else pair.value = merged(document, pair.value, item);
    }
    return node;
  }
  if (isSeq(node) && Array.isArray(value)) {
    node.items = rowsOf(document, node.items, value as unknown[]);
    return node;
  }
  if (isScalar(node) && !isRecord(value) && !Array.isArray(value)) {
    node.value = value;
    delete node.source;
    return node;
  }
  return document.createNode(value);
}

/** Rows that are the same go with their comments wherever they stand; the others are held against the one in their place. */
function rowsOf(document: Document, items: readonly unknown[], values: readonly unknown[]): unknown[] {
  const left = [...items];
  const kept = values.map((value) => {
    const index = left.findIndex((item) => isNode(item) && same(parsedOf(document, item), value));
    return index < 0 ? null : (left.splice(index, 1)[0] ?? null);
  });
  return values.map((value, index) => kept[index] ?? merged(document, left.shift(), value));
}

/** With the digits that are written. */
function parsedOf(document: Document, node: Node): unknown {
  const plain: unknown = node.toJS(document);
  return plain;
}

/** Places that say the same because one refers to the other (&name, *name). */
export function linksIn(text: string): readonly (readonly Path[])[] {
  const places = new Map<string, Path[]>();
  const walk = (node: unknown, path: Path): void => {
    const name = isAlias(node) ? node.source : isMap(node) || isSeq(node) || isScalar(node) ? node.anchor : undefined;
    if (name !== undefined) places.set(name, [...(places.get(name) ?? []), path]);
    if (isMap(node)) for (const { key, value } of node.items) walk(value, [...path, isScalar(key) ? String(key.value) : '']);
    if (isSeq(node)) node.items.forEach((item, index) => walk(item, [...path, index]));
  };
  walk(parseDocument(text).contents, []);
  return [...places.values()].filter((paths) => paths.length > 1);
}
