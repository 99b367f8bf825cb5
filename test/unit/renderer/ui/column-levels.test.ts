import { describe, expect, it } from 'vitest';
import { type LeveledColumn, lineBelow, shownColumns } from '../../../../renderer/ui/column-levels.ts';

type Row = Readonly<Record<string, string>>;

const column = (key: string, level?: LeveledColumn<Row>['level']): LeveledColumn<Row> => ({
  key,
  title: key.toUpperCase(),
  text: (row) => row[key] ?? '',
  level,
});
const COLUMNS = [column('name', 'answers'), column('value'), column('more', 'B'), column('last', 'C')];
const keys = (columns: readonly LeveledColumn<Row>[]): string[] => columns.map(({ key }) => key);

describe('the columns of a table', () => {
  it('are all there where there is much room', () => {
    const shown = shownColumns<Row, LeveledColumn<Row>>(COLUMNS, 'wide', []);
    expect([keys(shown.columns), keys(shown.below), keys(shown.choosable)]).toEqual([['name', 'value', 'more', 'last'], [], []]);
  });

  it('leave the least important to be chosen where there is less', () => {
    expect(keys(shownColumns<Row, LeveledColumn<Row>>(COLUMNS, 'normal', []).columns)).toEqual(['name', 'value', 'more']);
    expect(keys(shownColumns<Row, LeveledColumn<Row>>(COLUMNS, 'normal', ['last']).columns)).toEqual(['name', 'value', 'more', 'last']);
  });

  it('go into the second line of the answering column where there is little', () => {
    const shown = shownColumns<Row, LeveledColumn<Row>>(COLUMNS, 'narrow', []);
    expect([keys(shown.columns), keys(shown.below)]).toEqual([['name', 'value'], ['more']]);
    expect(lineBelow(shown.below, { more: '2' })).toBe('MORE 2');
    expect(lineBelow(shown.below, { more: '' })).toBe('');
  });

  it('stay where no column answers', () => {
    const shown = shownColumns<Row, LeveledColumn<Row>>([column('value'), column('more', 'B')], 'narrow', []);
    expect(keys(shown.columns)).toEqual(['value', 'more']);
  });
});
