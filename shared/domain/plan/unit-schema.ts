import { z } from 'zod';

/**
 * An id of a unit, row or measure: free, but without the characters that part ids from each other in keys, commands and addresses.
 */
export const freeId = z.string().regex(/^[^\s|/=@,，、]+$/u, { error: '编号不能有空格和 | / = @ 逗号、顿号' });

/** 单位类别 (部门, 镇街, 园区, 企业 …) as data: what a unit of this kind reports and whether its air is watched. */
export const unitKindSchema = z.strictObject({
  id: freeId,
  name: z.string().min(1),
  /** Reports the rows of the lists that name it as lead (牵头单位). */
  leads: z.boolean(),
  /** Reports its own part of the items that are asked of it (责任单位). */
  asked: z.boolean(),
  /** Its air is watched, ranked and scored (考核镇街). */
  air: z.boolean(),
  /** Endings that may be left out of its name: 街道, 镇. */
  endings: z.array(z.string().min(1)).default([]),
});
export type UnitKind = z.infer<typeof unitKindSchema>;

const isoDate = z.iso.date();

export const unitSchema = z.strictObject({
  id: freeId,
  /** Id of a unit kind. */
  kind: freeId,
  /** Name used in every table, as the plan prints it. */
  name: z.string().min(1),
  aliases: z.array(z.string().min(1)),
  /** 9-digit division code; null for a functional zone, which has none. */
  divisionCode: z
    .string()
    .regex(/^\d{9}$/)
    .nullable(),
  townKind: z.string().min(1).optional(),
  /** 考核分类 (重点, 一般 …), for schemes that treat classes apart. */
  class: z.string().min(1).optional(),
  /** First and last day on which the unit exists (机构变动); without them always. */
  from: isoDate.optional(),
  until: isoDate.optional(),
});
export type Unit = z.infer<typeof unitSchema>;

/** 本区: whose plan it is. Unit names are recognised with and without these names before them. */
export const districtSchema = z.strictObject({
  /** 合川区: as it stands in titles and tables. */
  name: z.string().min(1),
  aliases: z.array(z.string().min(1)).default([]),
  /** The city above it; null where the work is of a city itself. */
  city: z.string().min(1).nullable().default(null),
  /** 发文机关标志: what stands at the head of its documents; without it the plan's issuer. */
  letterhead: z.string().min(1).optional(),
});
export type District = z.infer<typeof districtSchema>;

/** What recognising a name needs of a plan. */
export interface NamedUnits {
  readonly district: District;
  readonly unitKinds: readonly UnitKind[];
  readonly units: readonly Unit[];
}

/** Whether the unit exists on some day of the span. */
export const existsWithin = (unit: Unit, from: string, to: string): boolean =>
  (unit.from ?? '') <= to && (unit.until ?? '9999-12-31') >= from;

/** Units that exist on some day of the year. */
export const unitsOfYear = (units: readonly Unit[], year: number): Unit[] =>
  units.filter((unit) => existsWithin(unit, `${year}-01-01`, `${year}-12-31`));

/** The unit's kind; a plan whose units name unknown kinds is refused when it is stored. */
export function unitKindOf(plan: Pick<NamedUnits, 'unitKinds'>, unit: Unit): UnitKind {
  const kind = plan.unitKinds.find((candidate) => candidate.id === unit.kind);
  if (kind === undefined) throw new RangeError(`unit ${unit.id} is of the unknown kind ${unit.kind}`);
  return kind;
}

/** 考核镇街 and the like: units whose air is watched. */
export const airUnits = (plan: Pick<NamedUnits, 'unitKinds' | 'units'>): Unit[] => plan.units.filter((unit) => unitKindOf(plan, unit).air);
