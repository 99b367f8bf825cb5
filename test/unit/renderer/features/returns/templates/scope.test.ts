import { describe, expect, it } from 'vitest';
import { unitsInScope } from '../../../../../../renderer/features/returns/templates/scope.ts';
import { unit } from '../units.ts';

const units = [
  unit('d1', 'department', 'inTime'),
  unit('d2', 'department', 'missing'),
  unit('t1', 'town', 'missing'),
  unit('t2', 'town', 'late'),
];

describe('the units that get a workbook', () => {
  it.each([
    ['all', ['d1', 'd2', 't1', 't2']],
    ['kind:department', ['d1', 'd2']],
    ['kind:town', ['t1', 't2']],
    ['kind:park', []],
    ['missing', ['d2', 't1']],
    ['some', ['d1', 't2']],
  ] as const)('%s: %j, in the order of the plan', (scope, chosen) => {
    expect(unitsInScope(units, scope, ['t2', 'd1', 'unknown'])).toEqual(chosen);
  });
});
