import { describe, expect, it } from 'vitest';
import { createReferences, type ReferenceSources, type UnitAnswer } from '../../../../../shared/domain/returns/references.ts';

const figure = (unitId: string, value: string, rowId = 'r'): UnitAnswer => ({
  unitId,
  rowId,
  field: 'value',
  value: { kind: 'quantity', value },
});
const held = (unitId: string, value: string): UnitAnswer => ({
  unitId,
  rowId: 'r',
  field: 'value',
  value: { kind: 'held', code: 'VALUE_MAGNITUDE', value: { kind: 'quantity', value } },
});
const referencesOf = (unitId: string, sources: Partial<ReferenceSources>) =>
  createReferences({ counted: [], earlier: [], asked: new Set(['r']), batch: [], ...sources })(unitId, 'r', 'value');

describe('what a figure is compared with', () => {
  it('is the version before alone, where that says something in the cell', () => {
    const others = ['b', 'c', 'd', 'e', 'f'].map((unit) => figure(unit, '9'));
    expect(referencesOf('a', { counted: [figure('a', '5'), ...others], earlier: [figure('a', '4')] })).toEqual([
      { kind: 'version', value: '5' },
    ]);
  });

  it('is else the year before, where both years ask the row alike', () => {
    expect(referencesOf('a', { earlier: [figure('a', '4'), figure('b', '7')] })).toEqual([{ kind: 'year', value: '4' }]);
    expect(referencesOf('a', { earlier: [figure('a', '4')], asked: new Set() })).toEqual([]);
  });

  it('is the median of five other units or more, one figure for each; their new returns take the place of what counts', () => {
    const counted = ['b', 'c', 'd', 'e', 'f'].map((unit, index) => figure(unit, String(index + 1)));
    expect(referencesOf('a', { counted })).toEqual([{ kind: 'units', value: '3' }]);
    expect(referencesOf('a', { counted: counted.slice(1) })).toEqual([]);
    expect(referencesOf('a', { counted, batch: [figure('b', '40'), figure('b', '41'), figure('a', '1000')] })).toEqual([
      { kind: 'units', value: '4' },
    ]);
    expect(referencesOf('a', { counted: [...counted, figure('g', '6')] })).toEqual([{ kind: 'units', value: '3' }]);
  });

  it('is no figure that is on hold itself, nor one of another row', () => {
    expect(referencesOf('a', { counted: [held('a', '5'), figure('a', '5', 's')] })).toEqual([]);
  });
});
