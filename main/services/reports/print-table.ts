import { join } from 'node:path';
import type { PrintedReport, ReportFormat } from '../../../shared/contract/reports.ts';
import type { OfficialTable } from '../../../shared/domain/documents/official-table.ts';
import type { ServiceEnvironment, ServiceParts } from '../context.ts';

export type TablePrinting = Pick<ServiceEnvironment, 'templatesFolder' | 'cacheFolder' | 'fontFolders'> & Pick<ServiceParts, 'printer'>;

type Printed = Pick<PrintedReport, 'pages' | 'substitutions' | 'missingGlyphs'> & { readonly bytes: Uint8Array };

/** An official table (公文表格) as PDF or workbook. */
export async function printTable(
  context: TablePrinting,
  table: OfficialTable,
  format: ReportFormat,
  signal: AbortSignal,
): Promise<Printed> {
  if (format === 'xlsx') {
    // exceljs takes longer to load than most calls take to answer: it is loaded when a workbook is written.
    const { writeTableWorkbook } = await import('../../documents/workbook/official-table-workbook.ts');
    return { bytes: await writeTableWorkbook(table), pages: null, substitutions: [], missingGlyphs: [] };
  }
  const fonts = {
    fontsFolder: join(context.templatesFolder, 'fonts'),
    cacheFolder: join(context.cacheFolder, 'fonts'),
    installedFolders: context.fontFolders,
  };
  const { bytes, pages, substitutions, missingGlyphs } = await context.printer.print({ table, fonts }, signal);
  return { bytes, pages, substitutions: [...substitutions], missingGlyphs: [...missingGlyphs] };
}
