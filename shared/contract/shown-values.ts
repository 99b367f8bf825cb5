import { z } from 'zod';

/** A value of a return beside the one it is compared with. */
export const previewValue = z.object({
  rowId: z.string(),
  /** What the row asks for, as the return prints it. */
  name: z.string(),
  field: z.string(),
  /** Title of the column. */
  column: z.string(),
  /** Blank for a value of the return before that is gone; it then stands at the place it had there. */
  value: z.string(),
  unit: z.string(),
  /** The unit's current value, null for a first return or a cell that was blank. */
  last: z.string().nullable(),
  changed: z.boolean(),
  sheet: z.string(),
  cell: z.string(),
});
