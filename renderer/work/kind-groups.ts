interface OfKind {
  readonly kind: string;
  readonly kindName: string;
}

/** Units by their kind (部门, 镇街, 园区 …), kinds in the order in which they first stand. */
export function kindGroups<One extends OfKind>(
  units: readonly One[],
): { readonly kind: string; readonly name: string; readonly units: readonly One[] }[] {
  return [...Map.groupBy(units, (unit) => unit.kind)].map(([kind, own]) => ({ kind, name: own[0]?.kindName ?? kind, units: own }));
}
