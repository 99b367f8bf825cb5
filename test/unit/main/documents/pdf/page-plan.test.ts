import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type MeasuredRow, pageHeight, type PageMeasures, planPages } from '../../../../../main/documents/pdf/page-plan.ts';

const row = (id: string, height: number, label: string | null = null): MeasuredRow => ({ id, section: false, height, labels: [label] });
const section = (id: string, height = 10): MeasuredRow => ({ id, section: true, height, labels: [null] });
const measures = (parts: Partial<PageMeasures> = {}): PageMeasures => ({
  firstRoom: 100,
  otherRoom: 150,
  notesHeight: 0,
  labelHeight: () => 0,
  ...parts,
});
const rows = (count: number, height: number): MeasuredRow[] => Array.from({ length: count }, (_, index) => row(`r${index}`, height));

describe('planPages', () => {
  it('fills the first page to its own room and the others to theirs', () => {
    expect(planPages(rows(12, 25), measures())).toEqual([4, 6, 2]);
  });

  it('gives a table without rows one page', () => {
    expect(planPages([], measures())).toEqual([0]);
  });

  it('carries a section row that would end a page to the next', () => {
    expect(planPages([row('a', 80), section('s'), row('b', 30)], measures())).toEqual([1, 2]);
  });

  it('carries two section rows that follow each other together', () => {
    expect(planPages([row('a', 70), section('s'), section('t'), row('b', 30)], measures())).toEqual([1, 3]);
  });

  it('leaves the first page without rows where a section stands alone on it', () => {
    expect(planPages([section('s'), row('a', 120), row('b', 20)], measures())).toEqual([0, 3]);
  });

  it('leaves the first page without rows when its room is used up by the heading', () => {
    expect(planPages(rows(2, 20), measures({ firstRoom: -30 }))).toEqual([0, 2]);
  });

  it('counts what a merged cell needs beyond its rows', () => {
    const labelled = [row('a', 30, '甲'), row('b', 30, '甲'), row('c', 30, '乙')];
    expect(planPages(labelled, measures({ labelHeight: (_column, label) => (label === '甲' ? 75 : 0) }))).toEqual([2, 1]);
  });

  it('counts the longer label of a merged cell that goes on', () => {
    const labelled = [row('a', 60, '甲'), row('b', 60, '甲'), row('c', 60, '乙')];
    expect(planPages(labelled, measures({ otherRoom: 120, labelHeight: (_column, _label, continued) => (continued ? 80 : 0) }))).toEqual([
      1, 1, 1,
    ]);
  });

  it('takes the last rows to the notes when these find no room', () => {
    expect(planPages(rows(4, 25), measures({ notesHeight: 20 }))).toEqual([2, 2]);
    expect(planPages(rows(3, 25), measures({ notesHeight: 20 }))).toEqual([3]);
  });

  it('takes a section along with the rows that go to the notes', () => {
    expect(planPages([row('a', 30), section('s'), row('b', 30), row('c', 30)], measures({ notesHeight: 20 }))).toEqual([1, 3]);
  });

  it('leaves rows in place when the notes are longer than a page', () => {
    expect(planPages(rows(4, 25), measures({ notesHeight: 500 }))).toEqual([4]);
  });
});

describe('planPages for any rows', () => {
  const anyRow = fc.record({ section: fc.boolean(), height: fc.integer({ min: 5, max: 140 }), label: fc.constantFrom('甲', '乙', null) });
  const anyRows = fc
    .array(anyRow, { maxLength: 60 })
    .map((list) =>
      list.map((entry, index): MeasuredRow =>
        entry.section && entry.height < 60 ? section(`r${index}`, entry.height) : row(`r${index}`, entry.height, entry.label),
      ),
    );
  const anyMeasures = fc
    .record({
      firstRoom: fc.integer({ min: -20, max: 150 }),
      notesHeight: fc.integer({ min: 0, max: 200 }),
      label: fc.integer({ min: 0, max: 140 }),
    })
    .map(({ firstRoom, notesHeight, label }) =>
      measures({ firstRoom, notesHeight, labelHeight: (_column, _label, continued) => label + (continued ? 10 : 0) }),
    );
  const pagesOf = (all: readonly MeasuredRow[], counts: readonly number[]): MeasuredRow[][] => {
    let start = 0;
    return counts.map((count) => all.slice(start, (start += count)));
  };

  it('places every row once, in order, and leaves no page but the first without rows', () => {
    fc.assert(
      fc.property(anyRows, anyMeasures, (all, room) => {
        const counts = planPages(all, room);
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(all.length);
        expect(counts.slice(1).every((count) => count > 0)).toBe(true);
      }),
    );
  });

  it('fills no page beyond its room unless a single row does', () => {
    fc.assert(
      fc.property(anyRows, anyMeasures, (all, room) => {
        const pages = pagesOf(all, planPages(all, room));
        pages.forEach((page, index) => {
          const height = pageHeight(page, pages[index - 1]?.at(-1), room);
          if (page.length > 1 && height > (index === 0 ? room.firstRoom : room.otherRoom)) {
            const own = page.filter((entry) => !entry.section);
            expect(own).toHaveLength(1);
          }
        });
      }),
    );
  });

  it('ends no page with a section row that finds room above the next page’s first row', () => {
    fc.assert(
      fc.property(anyRows, anyMeasures, (all, room) => {
        const pages = pagesOf(all, planPages(all, room));
        pages.slice(0, -1).forEach((page, index) => {
          const last = page.at(-1);
          if (last?.section !== true || (page.length === 1 && index > 0)) return;
          const next = pages[index + 1] ?? [];
          const untilRow = next.slice(0, next.findIndex((entry) => !entry.section) + 1 || next.length);
          expect(pageHeight([last, ...untilRow], undefined, room)).toBeGreaterThan(room.otherRoom);
        });
      }),
    );
  });
});
