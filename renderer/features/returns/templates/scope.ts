import type { UnitStatus } from '../../../../shared/contract/returns.ts';
import { kindsOf } from '../../../work/unit-kinds.ts';

/** Which units get a workbook; a kind of units by its name. */
export type Scope = 'all' | 'missing' | 'some' | `kind:${string}`;

/** All, each kind in the plan's order, those that have not reported, some. */
export const scopesOf = (units: readonly UnitStatus[]): readonly Scope[] => [
  'all',
  ...kindsOf(units).map(({ kindName }): Scope => `kind:${kindName}`),
  'missing',
  'some',
];

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
      return scope === `kind:${unit.kindName}`;
  }
}
