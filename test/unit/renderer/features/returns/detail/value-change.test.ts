import { describe, expect, it } from 'vitest';
import { changeOf, isFirstReturn, type PreviewValue } from '../../../../../../renderer/features/returns/detail/value-change.ts';

const value = (given: Partial<PreviewValue>): PreviewValue => ({
  rowId: 'A3-1',
  name: '',
  field: 'value',
  column: '',
  value: '3',
  unit: '',
  last: '3',
  changed: false,
  sheet: '',
  cell: '',
  ...given,
});

describe('a value beside the one before', () => {
  it.each([
    [{}, 'same'],
    [{ last: '2', changed: true }, 'changed'],
    [{ last: null, changed: true }, 'added'],
    [{ value: '', last: '2', changed: true }, 'removed'],
    [{ last: null }, 'same'],
  ] as const)('%j is %s', (given, change) => {
    expect(changeOf(value(given))).toBe(change);
  });

  it('has nothing to be compared with in a first return', () => {
    expect(isFirstReturn({ values: [value({ last: null })] })).toBe(true);
    expect(isFirstReturn({ values: [value({ last: null }), value({})] })).toBe(false);
    expect(isFirstReturn({ values: [value({ last: null, changed: true })] })).toBe(false);
  });
});
