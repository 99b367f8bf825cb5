import type { CellLook } from '../../../shared/domain/tables/raw-workbook.ts';
import type { ReaderLimits } from './limits.ts';
import { BLACK, colourOf, isLostOn, type Rgb, type Theme, WHITE } from './looks/colours.ts';
import { couldHide } from './looks/shown-number.ts';
import type { NumberFormat } from './number-format.ts';
import { builtInFormat, classifyFormatCode, saysMore } from './number-format.ts';
import { damaged, overLimit } from './refusal.ts';
import { isOffLine, isOn } from './runs.ts';
import { readXml, type XmlAttributes } from './xml.ts';

/** One of the cell styles of a workbook. */
export interface CellStyle {
  readonly format: NumberFormat;
  /** Code of a number format that adds words or shows another magnitude; null for all others. */
  readonly code: string | null;
  readonly struck: boolean;
  readonly raised: boolean;
  /** Code of a number format that may not show what it is given (;;;); null for all others. */
  readonly hiding: string | null;
  /** Why nothing in the style's own ink is seen; null where it is. */
  readonly unseen: 'colour' | 'size' | null;
  /** The colour behind the text. */
  readonly paper: Rgb;
}

export const PLAIN_STYLE: CellStyle = {
  format: 'general',
  code: null,
  struck: false,
  raised: false,
  hiding: null,
  unseen: null,
  paper: WHITE,
};

interface Font {
  struck: boolean;
  raised: boolean;
  ink: Rgb;
  size: number;
}

const plainFont = (): Font => ({ struck: false, raised: false, ink: BLACK, size: 11 });

/** Letters of fewer points nobody reads. */
export const SMALLEST_SIZE = 3;

interface Use {
  readonly format: string;
  readonly font: number;
  readonly fill: number;
}

/** The cell styles by the index that cells carry (styleSheet/cellXfs/xf). */
export function readCellStyles(part: string, bytes: Buffer, limits: ReaderLimits, theme: Theme): readonly CellStyle[] {
  const codes = new Map<string, string>();
  const fonts: Font[] = [];
  const papers: Rgb[] = [];
  const uses: Use[] = [];
  // Conditional formats have fonts and fills of their own, behind those of cells.
  let ofCells = true;
  readXml(part, bytes, limits, {
    open(name, parent, attributes) {
      if (parent === '' && name !== 'styleSheet') throw damaged(part, 'content');
      if (name === 'dxfs') ofCells = false;
      if (!ofCells) return;
      if (name === 'numFmt' && parent === 'numFmts') codes.set(attributes['numFmtId'] ?? '', codeOf(part, attributes));
      if (name === 'font' && parent === 'fonts') fonts.push(plainFont());
      const font = parent === 'font' ? fonts.at(-1) : undefined;
      if (font !== undefined) takeFont(font, name, attributes, theme);
      if (name === 'fill' && parent === 'fills') papers.push(WHITE);
      if (name === 'fgColor' && parent === 'patternFill' && papers.length > 0)
        papers[papers.length - 1] = colourOf(attributes, theme) ?? WHITE;
      if (name === 'xf' && parent === 'cellXfs') uses.push(useOf(attributes));
      const most = Math.max(codes.size, fonts.length, papers.length, uses.length);
      if (most > limits.styles) throw overLimit('styles', most, limits.styles, { part });
    },
    text() {},
    close(name) {
      if (name === 'dxfs') ofCells = true;
    },
  });
  const formats = new Map([...new Set(uses.map((use) => use.format))].map((id) => [id, formatOf(id, codes.get(id))]));
  return uses.map(({ format, font, fill }) =>
    styleOf(formats.get(format) ?? PLAIN_STYLE, fonts[font] ?? plainFont(), papers[fill] ?? WHITE),
  );
}

const useOf = ({ numFmtId = '0', fontId = '0', fillId = '0' }: XmlAttributes): Use => ({
  format: numFmtId,
  font: Number(fontId),
  fill: Number(fillId),
});

function takeFont(font: Font, name: string, attributes: XmlAttributes, theme: Theme): void {
  if (name === 'strike') font.struck = isOn(attributes['val']);
  if (name === 'vertAlign') font.raised = isOffLine(attributes['val']);
  if (name === 'color') font.ink = colourOf(attributes, theme) ?? BLACK;
  if (name === 'sz') font.size = Number(attributes['val'] ?? '11');
}

function styleOf(
  { format, code, hiding }: Pick<CellStyle, 'format' | 'code' | 'hiding'>,
  { struck, raised, ink, size }: Font,
  paper: Rgb,
): CellStyle {
  const unseen = size < SMALLEST_SIZE ? 'size' : isLostOn(ink, paper) ? 'colour' : null;
  return { format, code, hiding, struck, raised, unseen, paper };
}

/** Excel takes 255 characters. */
const LONGEST_CODE = 2_000;

function codeOf(part: string, { formatCode = '' }: XmlAttributes): string {
  if (formatCode.length > LONGEST_CODE) throw overLimit('stringLength', formatCode.length, LONGEST_CODE, { part });
  return formatCode;
}

const formatOf = (id: string, code: string | undefined): Pick<CellStyle, 'format' | 'code' | 'hiding'> =>
  code === undefined
    ? { format: builtInFormat(Number(id)), code: null, hiding: null }
    : { format: classifyFormatCode(code), code: saysMore(code) ? code : null, hiding: couldHide(code) ? code : null };

/** What a style alone makes of a cell; null where it shows just its value. */
export function lookOfStyle({ code, struck, raised }: CellStyle, text: string): CellLook | null {
  if (code === null && !struck && !raised) return null;
  return { ...(struck ? { struck: text } : {}), ...(raised ? { raised: text } : {}), ...(code === null ? {} : { format: code }) };
}
