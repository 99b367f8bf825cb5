import { z } from 'zod';
import { grant } from './common.ts';
import { command, query } from './method.ts';

const point = z.tuple([z.int(), z.int()]);

const outlines = z.object({
  /** The file that is drawn; null where there is none. */
  file: z
    .object({ name: z.string(), sha256: z.string(), source: z.string(), sketch: z.boolean(), actor: z.string(), at: z.string() })
    .nullable(),
  /** Units of the drawing below. */
  width: z.int(),
  height: z.int(),
  outlines: z.array(z.object({ unitId: z.string(), name: z.string(), rings: z.array(z.array(point)), label: point })),
  /** What in the file is not drawn, and what to do about it. */
  problems: z.array(z.string()),
  /** Units with monitored air that have no outline. */
  without: z.array(z.string()),
});
export type OutlinesView = z.infer<typeof outlines>;

export const outlinesMethods = {
  /** 镇街轮廓 as they are drawn. */
  'outlines.show': query(z.strictObject({}), outlines, ['WORK_NONE']),
  /** Takes in a GeoJSON file in place of the one before; kept with its SHA-256, nothing is fetched from anywhere. */
  'outlines.import': command(
    { permission: 'decide', audit: 'outlines.import' },
    z.strictObject({ file: grant, source: z.string().trim().min(1), sketch: z.boolean().default(false) }),
    outlines,
    ['WORK_NONE', 'OUTLINES_INVALID', 'FILE_GRANT_UNKNOWN'],
  ),
  /** From now on none is drawn; the file stays kept. */
  'outlines.remove': command(
    { permission: 'decide', audit: 'outlines.remove' },
    z.strictObject({ reason: z.string().trim().min(1) }),
    outlines,
    ['WORK_NONE', 'OUTLINES_NONE'],
  ),
};
