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
 * What lies behind the text of each page: the 示例数据 mark in opaque light grey (pdfmake's own watermark is drawn over the text and would
 * cover it), and on landscape pages the 页码. That stays where it is on the portrait sheet, so it stands turned in the left margin, odd pages
 * at the lower end, even pages at the upper (GB/T 9704-2012 第8章).
 */
export function pageBackground(geometry: PageGeometry, fonts: FontSet, mark: string | null): DynamicBackground {
  const { width, height } = geometry;
  return (page): Content => {
    const texts = [
      ...(mark === null ? [] : [markAcross(mark, geometry, fonts)]),
      ...(geometry.landscape ? [turnedPageNumber(page, geometry, fonts)] : []),
    ];
    return {
      svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${texts.join('')}</svg>`,
      absolutePosition: { x: 0, y: 0 },
    };
  };
}

function markAcross(mark: string, { width, height }: PageGeometry, fonts: FontSet): string {
  const face = fonts.chains.heading[0]?.name ?? '';
  return `<text x="${width / 2}" y="${height / 2}" transform="rotate(-35 ${width / 2} ${height / 2})" text-anchor="middle" font-family="${face}" font-size="96" fill="#ececec">${mark}</text>`;
}

function turnedPageNumber(page: number, { margins: [left, top, , bottom], height }: PageGeometry, fonts: FontSet): string {
  const odd = page % 2 === 1;
  const x = left - PAGE_NUMBER_GAP - DASH_RISE / 2;
  const y = odd ? height - bottom - SIZE.fourth : top + SIZE.fourth;
  return `<text x="${x}" y="${y}" transform="rotate(90 ${x} ${y})" text-anchor="${odd ? 'end' : 'start'}" font-family="${faceName(fonts)}" font-size="${SIZE.fourth}">— ${page} —</text>`;
}
