import { LineCounter, parseDocument, visit, type Document } from 'yaml';
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
  const mistakes = document.errors.map(({ code, pos }) => ({ code, at: at(pos[0]) }));
  return { data: mistakes.length > 0 ? null : dataOf(document), mistakes, locate: (path) => positionOf(document, path, at) };
}

function dataOf(document: Document.Parsed): unknown {
  return document.toJS({ maxAliasCount: 100 });
}

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
