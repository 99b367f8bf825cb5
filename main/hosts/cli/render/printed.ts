import colors from 'picocolors';
import type { PrintedFile } from '../../../../shared/contract/reports.ts';

/** report: what was written, and what of the official look this machine could not give. */
export function printedText(printed: PrintedFile, out: string, sampleMark = '〔示例数据〕'): string {
  return [
    `${colors.green('✓')} 已生成 ${out}（${printed.pages === null ? '' : `${printed.pages} 页，`}${Math.ceil(printed.bytes / 1024)} KB）${printed.sample ? colors.yellow(sampleMark) : ''}`,
    ...printed.substitutions.map((item) => colors.dim(`  未找到${item.wanted}字体，${item.role}以 ${item.used} 代替。`)),
    ...printed.missingGlyphs.map((item) =>
      colors.yellow(`  字体中没有“${item.character}”字（${item.place}），已印作〓，请改用其他字体或字形。`),
    ),
  ].join('\n');
}
