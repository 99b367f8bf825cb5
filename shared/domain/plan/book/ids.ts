import type { PlanDocument } from '../years/plan-document.ts';
import type { Amendment } from '../years/plan-document.ts';
import type { Measure, Plan } from '../schema.ts';

/** Gives ids to new rows: the next number of its kind that was never given before. */
export interface Ids {
  readonly used: ReadonlySet<string>;
  /** A1-21 for A1-; `digits` wide at least. */
  next(prefix: string, digits: number): string;
  /** The first of these that is free. */
  first(candidates: Iterable<string>): string;
}

export function createIds(known: Iterable<string>): Ids {
  const used = new Set(known);
  const give = (id: string): string => {
    used.add(id);
    return id;
  };
  return {
    used,
    next(prefix, digits) {
      const numbers = [...used].filter((id) => id.startsWith(prefix)).map((id) => id.slice(prefix.length));
      const highest = Math.max(0, ...numbers.filter((rest) => /^\d{1,9}$/u.test(rest)).map(Number));
      return give(`${prefix}${String(highest + 1).padStart(digits, '0')}`);
    },
    first(candidates) {
      for (const id of candidates) if (!used.has(id)) return give(id);
      throw new RangeError('no free id');
    },
  };
}

/** Every id that a document of the work has ever given: none of them is given again. */
export const usedIds = (documents: readonly PlanDocument[]): Set<string> =>
  new Set(documents.flatMap((document) => (document.kind === 'plan' ? planIds(document.content) : amendmentIds(document.content))));

export const planIds = ({ annex3, ...plan }: Plan): string[] => amendmentIds({ ...plan, ...(annex3 === null ? {} : { list: annex3 }) });

const amendmentIds = ({ annex1, annex2, list, unitKinds = [], units = [], subjects = {} }: Partial<Amendment>): string[] => [
  ...unitKinds.map((kind) => kind.id),
  ...units.map((unit) => unit.id),
  ...Object.keys(subjects),
  ...rowIds(annex1?.rows ?? []),
  ...rowIds(annex2?.tasks ?? []),
  ...(annex2?.groups ?? []).map((group) => group.id),
  ...rowIds(list?.items ?? []),
];

const rowIds = (rows: readonly { readonly id: string; readonly measures: readonly Measure[] }[]): string[] =>
  rows.flatMap((row) => [row.id, ...row.measures.map((measure) => measure.id)]);

/** Ids of rows that belong to lists of other years than `year`, with theirs: a list made of last year's has rows of its own. */
export function idsOfOtherLists(documents: readonly PlanDocument[], year: number): ReadonlyMap<string, number> {
  const lists = documents.flatMap((document) => (document.kind === 'plan' ? document.content.annex3 : document.content.list) ?? []);
  const own = new Set(lists.filter((list) => list.year === year).flatMap((list) => rowIds(list.items)));
  const others = lists.filter((list) => list.year !== year).flatMap((list) => rowIds(list.items).map((id) => [id, list.year] as const));
  return new Map(others.filter(([id]) => !own.has(id)));
}
