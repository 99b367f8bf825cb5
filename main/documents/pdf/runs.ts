import type { FontFace } from './fonts.ts';
import { hasGlyph } from './glyphs.ts';
import { unbreakableParts } from './unbreakable.ts';

/** A character no font has (printed as 〓), and where it stands. */
export interface MissingGlyph {
  readonly character: string;
  readonly place: string;
}

export interface TextRun {
  readonly text: string;
  readonly font: string;
  readonly noWrap?: true;
  /** pdfmake takes leading spaces off a text, and with them a 首行 indent of full-width spaces. */
  readonly preserveLeadingSpaces?: true;
}

const PLACEHOLDER = '〓';

/**
 * Splits a text into runs of one font each, taking every character from the first font of the chain that has it: pdfmake itself
 * substitutes no glyph, it prints a box and the text layer loses the character. With `room` (em), numbers with their units and names of a
 * list become runs that no line end divides, as far as they fit into that width.
 */
export function splitRuns(text: string, chain: readonly FontFace[], report: (character: string) => void, room = 0): TextRun[] {
  const runs = unbreakableParts(withoutInvisible(text), room).flatMap((part) =>
    fontRuns(part.text, chain, report).map((run): TextRun => (part.whole ? { ...run, noWrap: true } : run)),
  );
  const [first] = chain;
  if (first === undefined) throw new Error('empty font chain');
  if (runs.length === 0) return [{ text: '', font: first.name }];
  return runs.map((run, index) => (index === 0 && run.text.startsWith('\u3000') ? { ...run, preserveLeadingSpaces: true } : run));
}

/** What comes along when a text is pasted from a web page or another program: all line ends as one, all narrow spaces as one, no marks without a shape. */
const withoutInvisible = (text: string): string =>
  text
    .replaceAll(/\r\n?|[\v\f\u0085\u2028\u2029]/gu, '\n')
    .replaceAll(/\t|(?![\u00A0\u3000])\p{Zs}/gu, ' ')
    .replaceAll(/\p{Default_Ignorable_Code_Point}/gu, '');

function fontRuns(text: string, chain: readonly FontFace[], report: (character: string) => void): TextRun[] {
  const runs: { text: string; font: string }[] = [];
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0;
    const isBreak = character === '\n';
    const face = isBreak ? undefined : chain.find((candidate) => hasGlyph(candidate, codePoint));
    if (face === undefined && !isBreak) report(character);
    const stand = chain.find((candidate) => hasGlyph(candidate, PLACEHOLDER.codePointAt(0) ?? 0)) ?? chain[0];
    const printed = face === undefined && !isBreak ? PLACEHOLDER : character;
    const font = face?.name ?? (isBreak ? runs.at(-1)?.font : stand?.name) ?? chain[0]?.name ?? '';
    const last = runs.at(-1);
    if (last?.font === font) last.text += printed;
    else runs.push({ text: printed, font });
  }
  return runs;
}
