import { type Finding, finding } from '../../shared/domain/findings.ts';
import type { RawWorkbook } from '../../shared/domain/tables/raw-workbook.ts';

/** What the reader set right or passed over in a file that it could read, as findings of that file. */
export const notedFindings = ({ notes = [] }: RawWorkbook, file: string): Finding[] =>
  notes.map(({ code, sheet, cell, params }) => finding(code, { file, sheet, cell }, params));
