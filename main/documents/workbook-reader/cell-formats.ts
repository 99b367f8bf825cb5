import type { ReaderLimits } from './limits.ts';
import type { NumberFormat } from './number-format.ts';
import { builtInFormat, classifyFormatCode } from './number-format.ts';
import { damaged } from './refusal.ts';
import { readXml } from './xml.ts';

/** Number format of each cell style, by the index that cells carry (styleSheet/cellXfs/xf). */
export function readCellFormats(part: string, bytes: Buffer, limits: ReaderLimits): readonly NumberFormat[] {
  const codes = new Map<string, string>();
  const formatIds: string[] = [];
  readXml(part, bytes, limits, {
    open(name, parent, attributes) {
      if (parent === '' && name !== 'styleSheet') throw damaged(part, 'content');
      if (name === 'numFmt' && parent === 'numFmts') codes.set(attributes['numFmtId'] ?? '', attributes['formatCode'] ?? '');
      if (name === 'xf' && parent === 'cellXfs') formatIds.push(attributes['numFmtId'] ?? '0');
    },
    text() {},
    close() {},
  });
  const classified = new Map<string, NumberFormat>();
  for (const id of new Set(formatIds)) {
    const code = codes.get(id);
    classified.set(id, code === undefined ? builtInFormat(Number(id)) : classifyFormatCode(code));
  }
  return formatIds.map((id) => classified.get(id) ?? 'general');
}
