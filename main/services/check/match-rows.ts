import type { CheckProblem } from '../../../shared/contract/check.ts';
import { loggedText } from '../../../shared/text/check-text.ts';

/** A row, or what an event says of one: `line` is held against the other side, `place` names it for whoever looks for it. */
export interface Told {
  readonly place: string;
  readonly line: string;
}

export interface Unmatched<Row, Entry> {
  /** What events say and no row does. */
  readonly missing: readonly Entry[];
  /** Rows that no event speaks of. */
  readonly foreign: readonly Row[];
  /** The first row that stands behind one that was stored after it; null where all is in its order. */
  readonly misplaced: Row | null;
}

/**
 * 逐条核对: pairs off rows with what events say of them, in the order of both. Of equal ones as many are needed as there are acts: one of two that
 * is gone is missed. The newest row of a place is the one that counts, so the order is part of what is held against the log.
 */
export function pairOff<Row, Entry>(
  rows: readonly Row[],
  entries: readonly Entry[],
  matches: (row: Row, entry: Entry) => boolean,
): Unmatched<Row, Entry> {
  const open = entries.map((entry, index) => ({ entry, index }));
  const foreign: Row[] = [];
  let [last, misplaced]: [number, Row | null] = [-1, null];
  for (const row of rows) {
    const at = open.findIndex(({ entry }) => matches(row, entry));
    const [found] = at < 0 ? [] : open.splice(at, 1);
    if (found === undefined) foreign.push(row);
    else if (found.index < last) misplaced ??= row;
    else last = found.index;
  }
  return { missing: open.map(({ entry }) => entry), foreign, misplaced };
}

const sameLine = (row: Told, entry: Told): boolean => row.line === entry.line;

/** Rows against the log, as problems of one kind. */
export const unlike = (kind: CheckProblem['kind'], rows: readonly Told[], entries: readonly Told[]): CheckProblem[] =>
  problemsOf(kind, pairOff(rows, entries, sameLine));

export const problemsOf = (
  kind: CheckProblem['kind'],
  { missing, foreign, misplaced }: Unmatched<Pick<Told, 'place'>, Pick<Told, 'place'>>,
): CheckProblem[] => [
  ...missing.map(({ place }): CheckProblem => ({ kind, place, detail: loggedText.notStored })),
  ...foreign.map(({ place }): CheckProblem => ({ kind, place, detail: loggedText.notLogged })),
  ...(misplaced === null ? [] : [{ kind, place: misplaced.place, detail: loggedText.misplaced }]),
];

/** Rows that are told of by more than one line, with the place by which each side is named. */
export function unpaired<Row, Entry>(
  kind: CheckProblem['kind'],
  { rows, entries }: { readonly rows: readonly Row[]; readonly entries: readonly Entry[] },
  matches: (row: Row, entry: Entry) => boolean,
  placeOf: (told: Row | Entry) => string,
): CheckProblem[] {
  const { missing, foreign, misplaced } = pairOff(rows, entries, matches);
  const named = (told: Row | Entry): Pick<Told, 'place'> => ({ place: placeOf(told) });
  return problemsOf(kind, {
    missing: missing.map(named),
    foreign: foreign.map(named),
    misplaced: misplaced === null ? null : named(misplaced),
  });
}

/** A line that names itself. */
export const toldBy = (line: string): Told => ({ place: line, line });
