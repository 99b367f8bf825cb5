import type { OfficialTable } from '../../../shared/domain/documents/official-table.ts';

/** Points of a millimetre. */
export const mm = (millimetres: number): number => (millimetres * 72) / 25.4;

/** 字号 in points: 二号, 三号, 四号, 小四, 五号, 小五 (GB/T 9704-2012 uses 号; 三号 15.75 lets 28 characters stand in 156 mm). */
export const SIZE = { second: 22, third: 15.75, fourth: 14, fourthSmall: 12, fifth: 10.5, fifthSmall: 9 } as const;

/**
 * Word-processor margins count from the top of a line box, whose leading stands half above the text; here a line has no leading above.
 * 34.6 + 2.42 mm is the 37 mm that GB/T 9704-2012 5.2.1 asks for (GB/T 33476.2-2016 6.2).
 */
const HALF_LEADING_MM = 2.42;

export interface PageGeometry {
  readonly landscape: boolean;
  /** left, top, right, bottom in points. */
  readonly margins: readonly [number, number, number, number];
  readonly contentWidth: number;
  readonly width: number;
  readonly height: number;
}

/** A4 with the plan's margins. A landscape page is the portrait sheet turned: its left margin is the sheet's foot (横排表, GB/T 9704-2012 第8章). */
export function pageGeometry(page: OfficialTable['page']): PageGeometry {
  const top = mm(page.marginsMm.top + HALF_LEADING_MM);
  const bottom = mm(page.marginsMm.bottom + HALF_LEADING_MM);
  const [left, right] = [mm(page.marginsMm.left), mm(page.marginsMm.right)];
  const landscape = page.orientation === 'landscape';
  const [width, height] = landscape ? [mm(297), mm(210)] : [mm(210), mm(297)];
  const margins: PageGeometry['margins'] = landscape ? [bottom, left, top, right] : [left, top, right, bottom];
  return { landscape, margins, width, height, contentWidth: width - margins[0] - margins[2] };
}
