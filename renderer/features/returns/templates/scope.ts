import type { UnitStatus } from '../../../../shared/contract/returns.ts';

/** Which units get a workbook: all, those of one kind, those that have not reported, or some by name. */
export type Scope = 'all' | `kind:${string}` | 'missing' | 'some';

export const scopeOfKind = (kind: string): Scope => `kind:${kind}`;

/** Ids of the units in a scope, in the plan's order. */
export function unitsInScope(units: readonly UnitStatus[], scope: Scope, some: readonly string[]): string[] {
  return units.filter((unit) => isInScope(unit, scope, some)).map((unit) => unit.unitId);
}

function isInScope(unit: UnitStatus, scope: Scope, some: readonly string[]): boolean {
  switch (scope) {
    case 'all':
      return true;
    case 'missing':
      return unit.state === 'missing' || unit.state === 'empty';
    case 'some':
      return some.includes(unit.unitId);
    default:
      return scope === scopeOfKind(unit.kind);
  }
}
