import { describe, expect, it } from 'vitest';
import { scopesOf, unitsInScope } from '../../../../../../renderer/features/returns/templates/scope.ts';
import { unit } from '../units.ts';

const units = [
  unit('d1', 'department', 'toReview'),
  unit('d2', 'department', 'missing'),
  unit('t1', 'town', 'missing'),
  unit('t2', 'town', 'received'),
];

describe('the units that get a workbook', () => {
  it.each([
    ['all', ['d1', 'd2', 't1', 't2']],
    ['kind:部门', ['d1', 'd2']],
    ['kind:镇街', ['t1', 't2']],
    ['kind:园区', []],
    ['missing', ['d2', 't1']],
    ['some', ['d1', 't2']],
  ] as const)('%s: %j, in the order of the plan', (scope, chosen) => {
    expect(unitsInScope(units, scope, ['t2', 'd1', 'unknown'])).toEqual(chosen);
  });

  it('can be chosen by each kind that the units have, in their order', () => {
    const parks = unit('p1', 'park', 'missing');
    expect(scopesOf([...units, { ...parks, kindName: '园区' }])).toEqual(['all', 'kind:部门', 'kind:镇街', 'kind:园区', 'missing', 'some']);
    expect(scopesOf([])).toEqual(['all', 'missing', 'some']);
  });
});
