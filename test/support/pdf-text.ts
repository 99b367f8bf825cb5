import { inflateSync } from 'node:zlib';

/** A piece of text as a PDF draws it: place of its first character's baseline in points from the page's upper left corner. */
export interface PdfText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly font: string;
}

export interface PdfPage {
  readonly width: number;
  readonly height: number;
  readonly texts: readonly PdfText[];
  /** Straight lines: x1, y1, x2, y2. */
  readonly lines: readonly (readonly [number, number, number, number])[];
}

/**
 * Reads the text layer of a PDF made by pdfkit the way a copying reader does: content streams inflated, glyph numbers turned into characters by
 * the fonts' ToUnicode maps. Only what pdfkit writes is understood.
 */
export function readPdf(bytes: Uint8Array): PdfPage[] {
  const objects = readObjects(Buffer.from(bytes));
  return [...objects.values()]
    .filter((object) => /\/Type \/Page\n/.test(object.head))
    .toSorted((left, right) => left.number - right.number)
    .map((page) => {
      const [, , width = 0, height = 0] = numbers(/\/MediaBox \[([^\]]*)\]/.exec(page.head)?.[1] ?? '');
      const contents = objects.get(reference(page.head, 'Contents'));
      const resources = objects.get(reference(page.head, 'Resources'));
      if (contents === undefined || resources === undefined) throw new Error('page without contents or resources');
      return { width, height, ...drawing(contents.stream.toString('latin1'), fontsOf(resources.head, objects), height) };
    });
}

/** All text of the pages in the order it is drawn, without spaces: lines of a cell follow each other, so every cell's text is found in it. */
export const textOf = (pages: readonly PdfPage[]): string =>
  pages
    .flatMap((page) => page.texts.map((piece) => piece.text))
    .join('')
    .replaceAll(/\s/gu, '');

interface PdfObject {
  readonly number: number;
  readonly head: string;
  readonly stream: Buffer;
}

function readObjects(file: Buffer): Map<number, PdfObject> {
  const objects = new Map<number, PdfObject>();
  const text = file.toString('latin1');
  const table = /xref\n0 (\d+)\n([\s\S]*?)trailer/.exec(text.slice(text.lastIndexOf('\nxref\n')));
  for (const [, offset] of (table?.[2] ?? '').matchAll(/(\d{10}) \d{5} n/g)) {
    const start = Number(offset);
    const number = Number(/^\d+/.exec(text.slice(start, start + 12))?.[0]);
    const end = text.indexOf('endobj', start);
    const streamAt = text.indexOf('stream\n', start);
    if (streamAt < 0 || streamAt > end) {
      objects.set(number, { number, head: text.slice(start, end), stream: Buffer.alloc(0) });
      continue;
    }
    const head = text.slice(start, streamAt);
    const raw = file.subarray(streamAt + 7, streamAt + 7 + Number(/\/Length (\d+)/.exec(head)?.[1]));
    objects.set(number, { number, head, stream: head.includes('/FlateDecode') ? inflateSync(raw) : raw });
  }
  return objects;
}

const reference = (head: string, key: string): number => Number(new RegExp(`/${key} (\\d+) 0 R`).exec(head)?.[1]);
const numbers = (text: string): number[] => text.trim().split(/\s+/).map(Number);

interface PdfFont {
  readonly name: string;
  readonly characters: ReadonlyMap<number, string>;
}

function fontsOf(resources: string, objects: ReadonlyMap<number, PdfObject>): ReadonlyMap<string, PdfFont> {
  const fonts = new Map<string, PdfFont>();
  const dictionary = /\/Font <<([\s\S]*?)>>/.exec(resources)?.[1] ?? '';
  for (const [, key = '', number] of dictionary.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
    const font = objects.get(Number(number));
    const map = objects.get(reference(font?.head ?? '', 'ToUnicode'));
    if (font === undefined || map === undefined) throw new Error(`font ${key} without ToUnicode`);
    fonts.set(key, {
      name: /\/BaseFont \/(?:\w{6}\+)?([\w-]+)/.exec(font.head)?.[1] ?? '',
      characters: unicodeMap(map.stream.toString('latin1')),
    });
  }
  return fonts;
}

function unicodeMap(map: string): ReadonlyMap<number, string> {
  const characters = new Map<number, string>();
  for (const [, first = '', , list = ''] of map.matchAll(/<([0-9a-f]+)> <([0-9a-f]+)> \[([^\]]*)\]/gi)) {
    [...list.matchAll(/<([0-9a-f ]*)>/gi)].forEach(([, hex = ''], index) => {
      const units = (hex.replaceAll(' ', '').match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16));
      characters.set(Number.parseInt(first, 16) + index, String.fromCharCode(...units));
    });
  }
  return characters;
}

type Matrix = readonly [number, number, number, number, number, number];
const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

const times = ([a, b, c, d, e, f]: Matrix, [A, B, C, D, E, F]: Matrix): Matrix => [
  a * A + b * C,
  a * B + b * D,
  c * A + d * C,
  c * B + d * D,
  e * A + f * C + E,
  e * B + f * D + F,
];

/** Follows the operators that move and draw: q Q cm, Tm Tf TJ, m l. */
function drawing(content: string, fonts: ReadonlyMap<string, PdfFont>, height: number): Pick<PdfPage, 'texts' | 'lines'> {
  const texts: PdfText[] = [];
  const lines: (readonly [number, number, number, number])[] = [];
  const saved: Matrix[] = [];
  let [current, text, from]: [Matrix, Matrix, readonly [number, number]] = [IDENTITY, IDENTITY, [0, 0]];
  let [font, size] = ['', 0];
  const place = (x: number, y: number, matrix: Matrix): readonly [number, number] => {
    const [, , , , e, f] = times([1, 0, 0, 1, x, y], matrix);
    return [e, height - f];
  };
  for (const line of content.split('\n')) {
    const operator = line.slice(line.lastIndexOf(' ') + 1);
    const values = numbers(line.slice(0, -operator.length));
    const [x = 0, y = 0] = values;
    if (operator === 'q') saved.push(current);
    else if (operator === 'Q') current = saved.pop() ?? IDENTITY;
    else if (operator === 'cm') current = times(values as unknown as Matrix, current);
    else if (operator === 'Tm') text = values as unknown as Matrix;
    else if (operator === 'Tf') [font, size] = [line.slice(1, line.indexOf(' ')), Number(line.split(' ')[1])];
    else if (operator === 'm') from = place(x, y, current);
    else if (operator === 'l') {
      const to = place(x, y, current);
      lines.push([...from, ...to]);
      from = to;
    } else if (operator === 'TJ') {
      const [tx, ty] = place(0, 0, times(text, current));
      const face = fonts.get(font);
      const codes = [...line.matchAll(/<([0-9a-f]+)>/gi)].flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? []);
      texts.push({
        text: codes.map((code) => face?.characters.get(Number.parseInt(code, 16)) ?? '\uFFFD').join(''),
        x: tx,
        y: ty,
        size,
        font: face?.name ?? '',
      });
    }
  }
  return { texts, lines };
}
