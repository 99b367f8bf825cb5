import type { Plan } from '../../schema.ts';
import type { SheetKey } from '../types.ts';

export interface BookRequest {
  /** Name of the file, for its findings. */
  readonly file: string;
  /** The plan as it stands, with the list of the year that is read; null for a workbook that a new work is made of. */
  readonly base: Plan | null;
  /** Year of the list; null where the sheet itself says it. */
  readonly listYear: number | null;
  /** The year in which 附件1 and 附件2 would begin to hold: names mean the units of that year. Null: all units. */
  readonly asOf: number | null;
  /** Ids that were ever given. */
  readonly used: ReadonlySet<string>;
  /** Ids of rows of other years' lists. */
  readonly foreign: ReadonlyMap<string, number>;
  /** Id of a plan that has none yet. */
  readonly planId: string;
  /** The only parts that are read; others are left out without a word. */
  readonly only?: readonly SheetKey[];
}
