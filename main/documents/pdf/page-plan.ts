import type { TableRow } from '../../../shared/domain/documents/official-table.ts';

export type PagePlan = readonly (readonly TableRow[])[];

/**
 * The next plan of pages after measuring the present one: rows that flowed over go to the front of the following page, and a section row
 * never ends a page. `pageOf` gives the measured page of a row.
 */
export function nextPlan(plan: PagePlan, pageOf: (row: TableRow) => number): PagePlan {
  const next: TableRow[][] = [];
  let carried: readonly TableRow[] = [];
  for (const planned of plan) {
    const chunks = [...Map.groupBy(planned, pageOf).values()];
    // Rows carried from the page before have not been measured with this one; the next pass shows whether all fit.
    const [first = [], ...overflow] = chunks;
    next.push([...carried, ...first]);
    carried = [];
    for (const chunk of overflow) next.push([...chunk]);
    const last = next.at(-1);
    if (overflow.length > 0 && planned !== plan.at(-1) && last !== undefined) {
      carried = last;
      next.pop();
    }
  }
  if (carried.length > 0) next.push([...carried]);
  return withoutOrphans(next);
}

function withoutOrphans(pages: TableRow[][]): PagePlan {
  for (const [index, page] of pages.entries()) {
    const following = pages[index + 1];
    while (following !== undefined && page.length > 1 && page.at(-1)?.kind === 'section') {
      const orphan = page.pop();
      if (orphan !== undefined) following.unshift(orphan);
    }
  }
  return pages.filter((page) => page.length > 0);
}

export const samePlan = (left: PagePlan, right: PagePlan): boolean =>
  left.length === right.length && left.every((page, index) => page.map((row) => row.id).join('|') === right[index]?.map((row) => row.id).join('|'));
