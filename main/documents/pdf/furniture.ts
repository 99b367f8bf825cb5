import type { Content, DynamicBackground, DynamicContent } from 'pdfmake/interfaces.js';
import type { FontSet } from './fonts.ts';
import { mm, type PageGeometry, SIZE } from './geometry.ts';

const PAGE_NUMBER_GAP = mm(7);

/** The dash stands at about the middle of its 四号 box. */
const DASH_RISE = SIZE.fourth / 2;

const faceName = (fonts: FontSet): string => fonts.chains.pageNumber[0]?.name ?? '';

/**
 * 页码 “— 1 —”, 四号: 7 mm below the type area, odd pages right, even pages left, one character in (GB/T 9704-2012 7.5). Portrait pages only.
 */
export function pageNumberFooter(geometry: PageGeometry, fonts: FontSet): DynamicContent {
  const [left, , right] = geometry.margins;
  return (page): Content => ({
    text: `— ${page} —`,
    font: faceName(fonts),
    fontSize: SIZE.fourth,
    alignment: page % 2 === 1 ? 'right' : 'left',
    margin: [left + SIZE.fourth, PAGE_NUMBER_GAP - DASH_RISE, right + SIZE.fourth, 0],
  });
}

/**
 * 页码 of a 横排表: it stays where it is on the portrait sheet, so on the landscape page it stands turned in the left margin, odd pages at
 * the lower end, even pages at the upper (GB/T 9704-2012 第8章).
 */
export function pageNumberBackground(geometry: PageGeometry, fonts: FontSet): DynamicBackground {
  const [left, top, , bottom] = geometry.margins;
  const x = left - PAGE_NUMBER_GAP - DASH_RISE / 2;
  return (page): Content => {
    const odd = page % 2 === 1;
    const y = odd ? geometry.height - bottom - SIZE.fourth : top + SIZE.fourth;
    const text = `<text x="${x}" y="${y}" transform="rotate(90 ${x} ${y})" text-anchor="${odd ? 'end' : 'start'}" font-family="${faceName(fonts)}" font-size="${SIZE.fourth}">— ${page} —</text>`;
    return { svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${geometry.width}" height="${geometry.height}" viewBox="0 0 ${geometry.width} ${geometry.height}">${text}</svg>`, absolutePosition: { x: 0, y: 0 } };
  };
}
