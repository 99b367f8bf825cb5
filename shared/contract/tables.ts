import { z } from 'zod';
import { grant } from './common.ts';
import { job } from './method.ts';

const said = z.string().trim().min(1);

/** A table as it is shown: every cell as it is printed. */
const shownTable = z.strictObject({
  /** Stands above the table and names its sheet. */
  title: said,
  /** Lines below the title: whose it is, which year in which state, by what it is filtered. */
  about: z.array(z.string()),
  columns: z
    .array(
      z.strictObject({
        title: z.string(),
        /** What is printed as a number becomes one. */
        numbers: z.boolean(),
        /** In characters; null: as its texts need. */
        width: z.number().positive().nullable(),
      }),
    )
    .min(1),
  /** `group`: heads the rows of one kind and carries their sums; `total`: sums all of them. */
  rows: z.array(z.strictObject({ kind: z.enum(['data', 'group', 'total']), cells: z.array(z.string()) })),
});
export type ShownTable = z.infer<typeof shownTable>;

/** Characters of a picture in base64; one for a whole page at 300 dots an inch has some two million. */
const LARGEST_PICTURE = 24_000_000;

export const tablesMethods = {
  /** 导出图片 of a drawing as it is shown, as SVG or PNG by the name of the file; `content` in base64. Needs no open work. */
  'pictures.write': job(
    z.strictObject({ file: grant, content: z.base64().min(1).max(LARGEST_PICTURE) }),
    z.object({ file: z.string(), bytes: z.int() }),
    ['FILE_GRANT_UNKNOWN', 'FILE_UNWRITABLE', 'FILE_IS_WORK', 'REPORT_EXTENSION', 'PICTURE_INVALID', 'CANCELLED'],
  ),
  /** 导出 Excel of tables as they are shown, a sheet each; needs no open work. */
  'tables.write': job(
    z.strictObject({ file: grant, tables: z.array(shownTable).min(1) }),
    z.object({ file: z.string(), rows: z.int(), bytes: z.int() }),
    ['FILE_GRANT_UNKNOWN', 'FILE_UNWRITABLE', 'FILE_IS_WORK', 'REPORT_EXTENSION', 'CANCELLED'],
  ),
};
