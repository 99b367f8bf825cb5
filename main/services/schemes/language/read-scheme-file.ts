import { isAlias, isCollection, isPair, LineCounter, parseDocument, visit, type Document } from 'yaml';
import { exact } from '../../../../shared/domain/numbers/decimal.ts';
import { Failure } from '../../../../shared/domain/failure.ts';
import type { Path } from '../../../../shared/domain/schemes/base/problems.ts';
import { decodeBytes } from '../../../text-decoding/decode-bytes.ts';
import type { SourceFile } from '../../files.ts';
import { positionOf, type Position } from './position.ts';

/** A scheme file as plain data, with where everything in it stands. */
export interface SchemeFile {
  readonly name: string;
  readonly encoding: string;
  readonly data: unknown;
  /** What keeps it from being read, by the code of the YAML reader. */
  readonly mistakes: readonly { readonly code: string; readonly at: Position }[];
  locate(path: Path): Position;
}

/** Reads a scheme file in whichever encoding it was saved; fails only where there is no text to be read. */
export async function readSchemeFile(file: SourceFile): Promise<SchemeFile> {
  const bytes = await file.read().catch((error: unknown) => {
    throw new Failure('SCHEME_FILE_UNREADABLE', { file: file.name, reason: 'missing' }, { cause: error });
  });
  const decoded = decodeBytes(bytes, { wide: 'byZeros' });
  if (!decoded.ok) throw new Failure('SCHEME_FILE_UNREADABLE', { file: file.name, reason: decoded.reason });
  return { name: file.name, encoding: decoded.encoding, ...parseSchemeText(decoded.text) };
}

export function parseSchemeText(text: string): Pick<SchemeFile, 'data' | 'mistakes' | 'locate'> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number): Position => ({
    line: Math.max(1, lines.linePos(offset).line),
    column: Math.max(1, lines.linePos(offset).col),
  });
  keepDigits(document);
  const errors = causesOf(document.errors.map(({ code, pos }) => ({ code: String(code), offset: pos[0] })));
  const found = errors.length > 0 ? errors : aliasMistakes(document);
  const mistakes = found.map(({ code, offset }) => ({ code, at: at(offset) }));
  return { data: found.length > 0 ? null : document.toJS(), mistakes, locate: (path) => positionOf(document, path, at) };
}

interface Mistake {
  readonly code: string;
  readonly offset: number;
}

/** Behind a mistake of indentation or punctuation the reader finds others that are none: the first is the one to be mended; a word twice is one by itself. */
function causesOf(errors: readonly Mistake[]): readonly Mistake[] {
  const [first, ...others] = errors.filter(({ code }) => code !== 'DUPLICATE_KEY').toSorted((one, other) => one.offset - other.offset);
  if (first === undefined) return errors;
  const deeper =
    first.code === 'BLOCK_AS_IMPLICIT_KEY' &&
    others.some(({ code, offset }) => code === 'MULTILINE_IMPLICIT_KEY' && offset === first.offset);
  const twice = errors.filter(({ code, offset }) => code === 'DUPLICATE_KEY' && offset < first.offset);
  return [...twice, deeper ? { code: 'DEEPER_BELOW', offset: first.offset } : first];
}

/** 引用 (*name) that lead nowhere, into themselves, or to more than a scheme can hold: told with their place before they are followed. */
function aliasMistakes(document: Document.Parsed): readonly Mistake[] {
  const found: Mistake[] = [];
  const sizes = new Map<unknown, number>();
  const sizeOf = (node: unknown): number => {
    const known = sizes.get(node);
    if (known !== undefined) return known;
    const inside = isAlias(node) ? [node.resolve(document)] : isCollection(node) ? node.items.flatMap(partsOf) : [];
    const size = inside.reduce<number>((sum, part) => sum + sizeOf(part), 1);
    sizes.set(node, size);
    return size;
  };
  visit(document, {
    Alias(_key, alias, path) {
      const offset = alias.range?.[0] ?? 0;
      const source = alias.resolve(document);
      if (source === undefined) found.push({ code: 'ALIAS_UNKNOWN', offset });
      else if (path.includes(source)) found.push({ code: 'ALIAS_CYCLE', offset });
    },
  });
  if (found.length > 0) return found;
  visit(document, {
    Alias(_key, alias) {
      if (sizeOf(alias) <= LARGEST_ALIAS) return undefined;
      found.push({ code: 'ALIAS_LARGE', offset: alias.range?.[0] ?? 0 });
      return visit.BREAK;
    },
  });
  return found;
}

/** Far more than the rule of a scheme has nodes. */
const LARGEST_ALIAS = 5000;

const partsOf = (item: unknown): readonly unknown[] => (isPair(item) ? [item.key, item.value] : [item]);

/** A number with more digits than a double holds stays as it is written. */
function keepDigits(document: Document.Parsed): void {
  visit(document, {
    Scalar(_key, node) {
      const { value, source } = node;
      if (typeof value !== 'number' || source === undefined || !/^-?\d+(?:\.\d+)?$/.test(source)) return;
      if (!exact(source).eq(exact(value))) node.value = source;
    },
  });
}
