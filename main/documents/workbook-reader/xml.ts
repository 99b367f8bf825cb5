import { isUtf8 } from 'node:buffer';
import { StringDecoder } from 'node:string_decoder';
import { SaxesParser } from 'saxes';
import type { ReaderLimits } from './limits.ts';
import { damaged, overLimit, unsafe } from './refusal.ts';

/**
 * Names come without prefix: files of Tencent Docs or the Open XML SDK write x:workbook, Strict OOXML uses other namespaces, and all of them
 * are told apart well enough by the name of an element and of its parent.
 */
export interface XmlHandler {
  open(name: string, parent: string, attributes: XmlAttributes): void;
  text(text: string): void;
  close(name: string, parent: string): void;
  /** How many bytes of the part were read. */
  passed?(bytes: number): void;
}

/** Keyed by the name as written, on a null prototype. */
export type XmlAttributes = Readonly<Record<string, string>>;

const CHUNK_BYTES = 64 * 1024;

/** No string, formula or list of ranges within the other limits is this long; it bounds what the parser itself has to hold. */
const LONGEST_RUN_BYTES = 2 * 1024 * 1024;

/** `elements`: how many the part may have; a handler that counts by itself gives no bound. */
export function readXml(part: string, bytes: Buffer, limits: ReaderLimits, handler: XmlHandler, elements = limits.elements): void {
  const parser = createParser(part, limits, handler, elements);
  const { content, decoder } = decoderOf(part, bytes);
  let lastMarkup = 0;
  for (let start = 0; start < content.length; start += CHUNK_BYTES) {
    const chunk = content.subarray(start, start + CHUNK_BYTES);
    const markup = chunk.lastIndexOf(0x3c);
    if (markup >= 0) lastMarkup = start + markup;
    if (start + chunk.length - lastMarkup > LONGEST_RUN_BYTES)
      throw overLimit('partBytes', start + chunk.length - lastMarkup, LONGEST_RUN_BYTES, { part });
    parser.write(decoder.write(chunk));
    handler.passed?.(start + chunk.length);
  }
  parser.close();
}

/** Without namespaces, as only local names are looked at; without positions, as findings name parts and cells. */
const OPTIONS = { position: false, xmlns: false } as const;

function createParser(part: string, limits: ReaderLimits, handler: XmlHandler, elements: number): SaxesParser<typeof OPTIONS> {
  const parser = new SaxesParser(OPTIONS);
  let opened = 0;
  const path: string[] = [];
  parser.on('error', () => {
    throw damaged(part, 'xml');
  });
  parser.on('doctype', () => {
    throw unsafe('dtd', part);
  });
  parser.on('opentag', (tag) => {
    if (path.length >= limits.depth) throw overLimit('depth', path.length + 1, limits.depth, { part });
    opened += 1;
    if (opened > elements) throw overLimit('elements', opened, elements, { part });
    const name = localName(tag.name);
    handler.open(name, path.at(-1) ?? '', tag.attributes);
    path.push(name);
  });
  parser.on('closetag', () => {
    const name = path.pop() ?? '';
    handler.close(name, path.at(-1) ?? '');
  });
  const text = (value: string): void => handler.text(value);
  parser.on('text', text);
  parser.on('cdata', text);
  return parser;
}

export function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

/** XML of a package is UTF-8 or UTF-16 (ECMA-376-2, 6.2.5); a file in any other encoding is not guessed at. */
function decoderOf(part: string, bytes: Buffer): { content: Buffer; decoder: StringDecoder } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { content: bytes.subarray(2), decoder: new StringDecoder('utf16le') };
  if (bytes[0] === 0xfe && bytes[1] === 0xff && bytes.length % 2 === 0) {
    return { content: Buffer.from(bytes.subarray(2)).swap16(), decoder: new StringDecoder('utf16le') };
  }
  if (!isUtf8(bytes)) throw damaged(part, 'encoding');
  return { content: bytes, decoder: new StringDecoder('utf8') };
}
