import type { ReaderLimits } from '../limits.ts';
import { Refusal } from '../refusal.ts';
import { readXml } from '../xml.ts';
import { OFFICE_THEME, type Rgb, rgbOf, type Theme } from './colours.ts';

/** Elements of a theme's colours in the order in which cells count them: light before dark. */
const ORDER = ['lt1', 'dk1', 'lt2', 'dk2', 'accent1', 'accent2', 'accent3', 'accent4', 'accent5', 'accent6'];

/** The colours of a theme part; those of Office where it says none, or is damaged, because only looks depend on it. */
export function readTheme(part: string, bytes: Buffer, limits: ReaderLimits): Theme {
  const found = new Map<string, Rgb>();
  try {
    readXml(part, bytes, limits, {
      open(name, parent, attributes) {
        const colour = name === 'srgbClr' ? attributes['val'] : name === 'sysClr' ? attributes['lastClr'] : undefined;
        const rgb = colour === undefined ? null : rgbOf(colour);
        if (rgb !== null && ORDER.includes(parent) && !found.has(parent)) found.set(parent, rgb);
      },
      text() {},
      close() {},
    });
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'FILE_DAMAGED') throw error;
  }
  return ORDER.map((name, index) => found.get(name) ?? OFFICE_THEME[index] ?? [0, 0, 0]);
}
