import { type Finding, finding } from '../../shared/domain/findings.ts';
import type { CellWorkbook } from '../../shared/domain/tables/packed-cells.ts';

/** What the reader set right or passed over in a file that it could read, as findings of that file. */
export const notedFindings = ({ notes = [] }: CellWorkbook, file: string): Finding[] =>
  notes.map(({ code, sheet, cell, params }) => finding(code, { file, sheet, cell }, params));
