import type { Alignment, Borders, Fill, Font } from 'exceljs';

/** Look of the return workbook: plain, for Excel and WPS, with fonts that every office computer here has. */
const fill = (argb: string): Fill => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } });
const line = { style: 'thin', color: { argb: 'FFB7B7B7' } } as const;

export const BORDER: Partial<Borders> = { top: line, left: line, bottom: line, right: line };

export const FILLS = {
  header: fill('FFDCE6F1'),
  /** Header of a column that is filled in. */
  answerHeader: fill('FFFFE699'),
  answer: fill('FFFFF9E1'),
  notAsked: fill('FFE7E7E7'),
  section: fill('FFEFF3F8'),
} as const;

export const FONTS = {
  title: { name: '黑体', size: 16 },
  sample: { name: '黑体', size: 16, color: { argb: 'FFC00000' } },
  note: { name: '宋体', size: 10.5, color: { argb: 'FF595959' } },
  header: { name: '黑体', size: 10.5 },
  section: { name: '黑体', size: 10.5 },
  body: { name: '宋体', size: 10.5 },
  label: { name: '黑体', size: 10.5 },
} as const satisfies Record<string, Partial<Font>>;

export const ALIGN = {
  left: { horizontal: 'left', vertical: 'middle', wrapText: true, indent: 1 },
  center: { horizontal: 'center', vertical: 'middle', wrapText: true },
} as const satisfies Record<string, Partial<Alignment>>;

const LINE_HEIGHT = 14.5;
const PADDING = 7;
/** Excel's tallest row, in points. */
const TALLEST = 409;

export interface SizedText {
  readonly text: string;
  /** Width of the cell in Excel characters. */
  readonly width: number;
}

/** Height in points at which the longest of the row's texts is shown whole. */
export function rowHeight(texts: readonly SizedText[], least: number): number {
  const lines = Math.max(1, ...texts.map(({ text, width }) => lineCount(text, width)));
  return Math.min(TALLEST, Math.max(least, lines * LINE_HEIGHT + PADDING));
}

/**
 * Lines a text takes when it is wrapped: Chinese characters and signs are two wide, margin and indent take about two, and a line stays
 * a little short where a sign must not begin the next one (避头尾).
 */
function lineCount(text: string, width: number): number {
  const room = Math.max(2, Math.floor(width * 0.97 - 2));
  return text.split('\n').reduce((sum, part) => sum + Math.max(1, Math.ceil(textWidth(part) / room)), 0);
}

export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += (character.codePointAt(0) ?? 0) < 0x2_00 ? 1.05 : 2;
  return width;
}
