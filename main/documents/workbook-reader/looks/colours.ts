import type { XmlAttributes } from '../xml.ts';

/** Red, green and blue, 0–255 each. */
export type Rgb = readonly [red: number, green: number, blue: number];

export const BLACK: Rgb = [0, 0, 0];
export const WHITE: Rgb = [255, 255, 255];

/** The colours of a workbook's theme (主题颜色) in the order in which cells count them: paper, ink, second paper, second ink, six accents. */
export type Theme = readonly Rgb[];

/** What Office makes of a workbook without a theme of its own. */
export const OFFICE_THEME: Theme = ['FFFFFF', '000000', 'E7E6E6', '44546A', '4472C4', 'ED7D31', 'A5A5A5', 'FFC000', '5B9BD5', '70AD47'].map(
  (hexadecimal) => rgbOf(hexadecimal) ?? BLACK,
);

/** The fixed palette of older workbooks (ECMA-376-1, 18.8.27), from 8 on; 0–7 are the same as 8–15. */
const PALETTE =
  '000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF 000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333'
    .split(' ')
    .map((hexadecimal) => rgbOf(hexadecimal) ?? BLACK);

/** Colours of the screen: its ink and its paper. */
const SYSTEM = new Map<number, Rgb>([
  [64, BLACK],
  [65, WHITE],
]);

/** RRGGBB, with or without the two digits of opacity before it. */
export function rgbOf(hexadecimal: string): Rgb | null {
  const [, digits = ''] = /^(?:[\dA-F]{2})?([\dA-F]{6})$/i.exec(hexadecimal) ?? [];
  if (digits === '') return null;
  const part = (from: number): number => Number.parseInt(digits.slice(from, from + 2), 16);
  return [part(0), part(2), part(4)];
}

/** A colour as fonts and fills name it (ECMA-376-1, 18.8.19); null where the program chooses. */
export function colourOf({ rgb, theme: at, indexed, tint }: XmlAttributes, theme: Theme): Rgb | null {
  const plain =
    rgb === undefined
      ? at === undefined
        ? indexed === undefined
          ? null
          : indexedColour(Number(indexed))
        : (theme[Number(at)] ?? null)
      : rgbOf(rgb);
  return plain === null || tint === undefined ? plain : tinted(plain, Number(tint));
}

const indexedColour = (index: number): Rgb | null => SYSTEM.get(index) ?? PALETTE[index < 8 ? index : index - 8] ?? null;

/** Lighter towards white above 0, darker towards black below. */
function tinted(colour: Rgb, tint: number): Rgb {
  if (!Number.isFinite(tint)) return colour;
  const shift = (part: number): number => Math.round(tint < 0 ? part * (1 + tint) : part + (255 - part) * tint);
  return [shift(colour[0]), shift(colour[1]), shift(colour[2])];
}

/** Below it nobody sees a figure on its paper; grey figures on white have 1.4 and more. */
const SEEN_FROM = 1.3;

/** Whether ink cannot be told from its paper (字与底同色): by the contrast of WCAG 2.2, 1 for equal colours to 21. */
export function isLostOn(ink: Rgb, paper: Rgb): boolean {
  const [one, other] = [luminance(ink), luminance(paper)];
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05) < SEEN_FROM;
}

function luminance([red, green, blue]: Rgb): number {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function linear(part: number): number {
  const share = part / 255;
  return share <= 0.040_45 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}
