import type { UnitStatus } from '../../../../shared/contract/returns.ts';

/** Which units get a workbook. */
export type Scope = 'all' | 'departments' | 'towns' | 'missing' | 'some';

export const SCOPES: readonly Scope[] = ['all', 'departments', 'towns', 'missing', 'some'];

/** Ids of the units in a scope, in the plan's order. */
export function unitsInScope(units: readonly UnitStatus[], scope: Scope, some: readonly string[]): string[] {
  return units.filter((unit) => isInScope(unit, scope, some)).map((unit) => unit.unitId);
}

function isInScope(unit: UnitStatus, scope: Scope, some: readonly string[]): boolean {
  switch (scope) {
    case 'all':
      return true;
    case 'departments':
      return unit.kind === 'department';
    case 'towns':
      return unit.kind === 'town';
    case 'missing':
      return unit.state === 'missing' || unit.state === 'empty';
    case 'some':
      return some.includes(unit.unitId);
  }
}
