import { z } from 'zod';
import { ADOPTION_RULES } from '../domain/plan/conflict-types.ts';
import { TARGET_KINDS } from '../domain/plan/further-targets.ts';

/** A target that another one overruled; `from` null: the plan's own print. */
const displacedTarget = z.object({ printed: z.string(), place: z.string(), from: z.string().nullable() });

export const unitTargetRow = z.object({
  measure: z.string(),
  name: z.string(),
  measureUnit: z.string(),
  unit: z.string(),
  kind: z.enum(TARGET_KINDS),
  printed: z.string(),
  place: z.string(),
  from: z.string(),
  displaced: z.array(displacedTarget),
});
export type UnitTargetRow = z.infer<typeof unitTargetRow>;

export const targetRow = z.object({
  row: z.string(),
  measure: z.string(),
  category: z.string(),
  name: z.string(),
  unit: z.string(),
  /** Year → the target that holds, as printed; null where none does. */
  byYear: z.record(z.string(), z.string().nullable()),
  stretch: z.string().nullable(),
  /** Where the 奋斗目标 stands; blank without one. */
  stretchPlace: z.string(),
  /** The 奋斗目标 that it overruled, newest first. */
  stretchDisplaced: z.array(displacedTarget),
  adopted: z.string().nullable(),
  /** By what the year's target came about; none: not judged in the year; null: nothing set. */
  rule: z.enum([...ADOPTION_RULES, 'none']).nullable(),
  place: z.string(),
  fromYears: z.array(z.int()),
  /** The plan's own print that was overruled. */
  displaced: z.string().nullable(),
  /** What documents set of the year, oldest first: binding targets, 奋斗目标, and those of single units. */
  revisions: z.array(
    z.object({
      number: z.string(),
      effectiveOn: z.string(),
      printed: z.string(),
      storedAt: z.string(),
      by: z.string(),
      reason: z.string(),
      kind: z.enum(TARGET_KINDS),
      unit: z.string().nullable(),
    }),
  ),
  leadUnits: z.string(),
});
export type TargetRow = z.infer<typeof targetRow>;
