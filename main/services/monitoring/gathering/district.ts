import { z } from 'zod';
import type { ReadHandle } from '../../../db/handles.ts';
import { selectSchemes } from '../../../db/queries/plan.ts';

const named = z.object({ district: z.object({ name: z.string().min(1) }) });

/** The plan names no district; the scoring scheme does. */
export function districtNameOf(db: ReadHandle): string {
  for (const scheme of selectSchemes(db).toReversed()) {
    const read = named.safeParse(JSON.parse(scheme.content));
    if (read.success) return read.data.district.name;
  }
  return WHOLE_DISTRICT;
}

const WHOLE_DISTRICT = '全区';

/** Names under which data give the district's own row. */
export function districtNamesOf(db: ReadHandle): readonly string[] {
  const name = districtNameOf(db);
  return [...new Set([name, name.replace(/[区县市]$/u, ''), WHOLE_DISTRICT, '区级', '全区平均'])];
}
