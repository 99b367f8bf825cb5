import { describe, expect, it } from 'vitest';
import { type ArrangedColumn, arrangeRows, filterChoices, UNARRANGED } from '../../../../renderer/ui/arrange-rows.ts';

interface Town {
  readonly name: string;
  readonly kind: string;
  readonly rank: number | null;
}

const towns: readonly Town[] = [
  { name: '太和镇', kind: '镇', rank: 2 },
  { name: '双槐镇', kind: '镇', rank: null },
  { name: '合阳城街道', kind: '街道', rank: 10 },
  { name: '渭沱镇', kind: '镇', rank: 1 },
];

const columns: readonly ArrangedColumn<Town>[] = [
  { key: 'name', title: '镇街', text: (town) => town.name, filter: 'search' },
  { key: 'kind', title: '类别', text: (town) => town.kind, filter: 'values' },
  { key: 'rank', title: '排名', text: (town) => String(town.rank ?? ''), sortValue: (town) => town.rank },
];

const names = (rows: readonly Town[]): string[] => rows.map((town) => town.name);

describe('rows of a table', () => {
  it('stand in their own order until something is chosen', () => {
    expect(arrangeRows(towns, columns, UNARRANGED)).toEqual(towns);
  });

  it('sort by number, with the rows that have none last in both directions', () => {
    expect(names(arrangeRows(towns, columns, { ...UNARRANGED, sortKey: 'rank' }))).toEqual(['渭沱镇', '太和镇', '合阳城街道', '双槐镇']);
    expect(names(arrangeRows(towns, columns, { ...UNARRANGED, sortKey: 'rank', direction: 'descend' }))).toEqual([
      '合阳城街道',
      '太和镇',
      '渭沱镇',
      '双槐镇',
    ]);
  });

  it('sort Chinese text by its sound', () => {
    expect(names(arrangeRows(towns, columns, { ...UNARRANGED, sortKey: 'name' }))).toEqual(['合阳城街道', '双槐镇', '太和镇', '渭沱镇']);
  });

  it('are filtered by whole values or by a piece of text, all filters together', () => {
    expect(names(arrangeRows(towns, columns, { ...UNARRANGED, filters: { kind: ['街道'] } }))).toEqual(['合阳城街道']);
    expect(names(arrangeRows(towns, columns, { ...UNARRANGED, filters: { kind: ['镇'], name: ['太'] } }))).toEqual(['太和镇']);
    expect(filterChoices(towns, columns[1] ?? { key: '', title: '', text: () => '' })).toEqual(['镇', '街道']);
  });
});
