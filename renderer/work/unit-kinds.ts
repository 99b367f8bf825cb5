interface OfKind {
  readonly kindName: string;
}

export interface KindGroup<Unit> {
  readonly kindName: string;
  readonly units: readonly Unit[];
}

/** Units by their kind (单位类别), kinds in the order in which they come. */
export const kindsOf = <Unit extends OfKind>(units: readonly Unit[]): readonly KindGroup<Unit>[] =>
  [...Map.groupBy(units, (unit) => unit.kindName)].map(([kindName, ofKind]) => ({ kindName, units: ofKind }));
