import * as fontkit from 'fontkit';
import type { FontFace } from './fonts.ts';

/** Whether the face has the character. Opened fonts stay open for the process: a font set itself is plain data and can be sent to a worker. */
export function hasGlyph(face: FontFace, codePoint: number): boolean {
  const font = opened.get(face.path) ?? open(face.path);
  return font.hasGlyphForCodePoint(codePoint);
}

const opened = new Map<string, fontkit.Font>();

function open(path: string): fontkit.Font {
  const font = fontkit.openSync(path) as fontkit.Font;
  opened.set(path, font);
  return font;
}
