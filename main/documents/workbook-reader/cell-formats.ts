import type { CellLook } from '../../../shared/domain/tables/raw-workbook.ts';
import type { ReaderLimits } from './limits.ts';
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
}

export const PLAIN_STYLE: CellStyle = { format: 'general', code: null, struck: false, raised: false };

interface Font {
  struck: boolean;
  raised: boolean;
}

/** The cell styles by the index that cells carry (styleSheet/cellXfs/xf). */
export function readCellStyles(part: string, bytes: Buffer, limits: ReaderLimits): readonly CellStyle[] {
  const codes = new Map<string, string>();
  const fonts: Font[] = [];
  const uses: { readonly format: string; readonly font: number }[] = [];
  readXml(part, bytes, limits, {
    open(name, parent, attributes) {
      if (parent === '' && name !== 'styleSheet') throw damaged(part, 'content');
      if (name === 'numFmt' && parent === 'numFmts') codes.set(attributes['numFmtId'] ?? '', codeOf(part, attributes));
      if (name === 'font' && parent === 'fonts') fonts.push({ struck: false, raised: false });
      const font = parent === 'font' ? fonts.at(-1) : undefined;
      if (font !== undefined && name === 'strike') font.struck = isOn(attributes['val']);
      if (font !== undefined && name === 'vertAlign') font.raised = isOffLine(attributes['val']);
      if (name === 'xf' && parent === 'cellXfs')
        uses.push({ format: attributes['numFmtId'] ?? '0', font: Number(attributes['fontId'] ?? '0') });
      const most = Math.max(codes.size, fonts.length, uses.length);
      if (most > limits.styles) throw overLimit('styles', most, limits.styles, { part });
    },
    text() {},
    close() {},
  });
  const formats = new Map([...new Set(uses.map((use) => use.format))].map((id) => [id, formatOf(id, codes.get(id))]));
  return uses.map(({ format, font }) => {
    const { struck, raised } = fonts[font] ?? PLAIN_STYLE;
    return { ...(formats.get(format) ?? PLAIN_STYLE), struck, raised };
  });
}

/** Excel takes 255 characters. */
const LONGEST_CODE = 2_000;

function codeOf(part: string, { formatCode = '' }: XmlAttributes): string {
  if (formatCode.length > LONGEST_CODE) throw overLimit('stringLength', formatCode.length, LONGEST_CODE, { part });
  return formatCode;
}

const formatOf = (id: string, code: string | undefined): Pick<CellStyle, 'format' | 'code'> =>
  code === undefined
    ? { format: builtInFormat(Number(id)), code: null }
    : { format: classifyFormatCode(code), code: saysMore(code) ? code : null };

/** What a style alone makes of a cell; null where it shows just its value. */
export function lookOfStyle({ code, struck, raised }: CellStyle, text: string): CellLook | null {
  if (code === null && !struck && !raised) return null;
  return { ...(struck ? { struck: text } : {}), ...(raised ? { raised: text } : {}), ...(code === null ? {} : { format: code }) };
}
