import type { FontFace } from './fonts.ts';

/** A character no font has (printed as 〓), and where it stands. */
export interface MissingGlyph {
  readonly character: string;
  readonly place: string;
}

export interface TextRun {
  readonly text: string;
  readonly font: string;
}

const PLACEHOLDER = '〓';

/**
 * Splits a text into runs of one font each, taking every character from the first font of the chain that has it: pdfmake itself
 * substitutes no glyph, it prints a box and the text layer loses the character.
 */
export function splitRuns(text: string, chain: readonly FontFace[], report: (character: string) => void): TextRun[] {
  const [first] = chain;
  if (first === undefined) throw new Error('empty font chain');
  const runs: { text: string; font: string }[] = [];
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0;
    const isBreak = character === '\n';
    const face = isBreak ? undefined : chain.find((candidate) => candidate.hasGlyph(codePoint));
    if (face === undefined && !isBreak) report(character);
    const printed = face === undefined && !isBreak ? PLACEHOLDER : character;
    const font = face?.name ?? runs.at(-1)?.font ?? first.name;
    const last = runs.at(-1);
    if (last?.font === font) last.text += printed;
    else runs.push({ text: printed, font });
  }
  return runs.length === 0 ? [{ text: '', font: first.name }] : runs;
}
