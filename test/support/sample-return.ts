import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WorkbookInput } from '../../main/documents/workbook/return-workbook.ts';
import type { TestCore } from './core.ts';
import { fillReturn } from './fill-return.ts';

export interface SampleReturn {
  readonly unitName: string;
  readonly year?: number;
  /** What is typed over the unit's sample answers, by `${rowId}|${field}`; null leaves a cell blank. */
  readonly changes?: Readonly<Record<string, WorkbookInput | null>>;
}

/** Writes a unit's sample return, changed in some cells, into the folder; its path. */
export async function writeSampleReturn(
  made: TestCore,
  folder: string,
  name: string,
  { unitName, year = 2024, changes = {} }: SampleReturn,
): Promise<string> {
  const path = join(folder, name);
  writeFileSync(path, await fillReturn(made, unitName, changes, year));
  return path;
}
