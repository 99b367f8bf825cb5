import { type Finding, type FindingCode, finding, type FindingParams } from '../findings.ts';
import { addressOfKey } from './grid.ts';

/** Collects what is to be said. A whole column of the same trouble names its first cells and then only their number. */
export interface Notices {
  /** About one cell of a column; `column` is the title under which its like are counted. */
  cell(code: FindingCode, place: { readonly sheet: string; readonly key: number; readonly column: string }, params: FindingParams): void;
  /** About many cells of a column, or many of one mark in it: said once, with their number and the first of them. */
  tally(code: FindingCode, place: TalliedPlace, params?: FindingParams): void;
  /** About a sheet, or about one place in it. */
  say(code: FindingCode, sheet: string | null, cell: string | null, params?: FindingParams): void;
  /** About a sheet or a place in it, so far. */
  hasSaid(code: FindingCode): boolean;
  findings(): readonly Finding[];
  /** More is not understood than in any table of monitoring data: each unknown name is said, and rows without a date are of no day. */
  overflows(): boolean;
}

/** Names and columns that are spoken of: a province has some thousand places and stations. */
const MOST_GROUPS = 5_000;
const MOST_UNDATED = 100_000;

interface TalliedPlace {
  readonly sheet: string;
  readonly key: number;
  readonly column: string;
  readonly mark?: string;
}

const NAMED_CELLS = 20;

interface Group {
  count: number;
  readonly code: FindingCode;
  readonly sheet: string;
  readonly cell: string;
  readonly params: FindingParams;
}

export function noticesOf(file: string): Notices {
  const said: Finding[] = [];
  const cells = new Map<string, Group>();
  const tallies = new Map<string, Group>();
  let undated = 0;
  const countIn = (groups: Map<string, Group>, code: FindingCode, place: TalliedPlace, params: FindingParams): number => {
    const id = `${code}\n${place.sheet}\n${place.column}\n${place.mark ?? ''}`;
    const group = groups.get(id) ?? {
      count: 0,
      code,
      sheet: place.sheet,
      cell: addressOfKey(place.key),
      params: { ...params, column: place.column },
    };
    if (group.count === 0) groups.set(id, group);
    group.count += 1;
    return group.count;
  };
  return {
    cell: (code, place, params) => {
      if (code === 'MONITOR_DATE_UNREADABLE') undated += 1;
      if (countIn(cells, code, place, params) <= NAMED_CELLS)
        said.push(finding(code, { file, sheet: place.sheet, cell: addressOfKey(place.key) }, { column: place.column, ...params }));
    },
    tally: (code, place, params = {}) => {
      countIn(tallies, code, place, params);
    },
    say: (code, sheet, cell, params = {}) => {
      said.push(finding(code, { file, sheet, cell }, params));
    },
    hasSaid: (code) => said.some((item) => item.code === code),
    overflows: () => cells.size + tallies.size > MOST_GROUPS || undated > MOST_UNDATED,
    findings: () => [
      ...said,
      ...[...cells.values()]
        .filter((group) => group.count > NAMED_CELLS)
        .map((group) =>
          finding(
            'MONITOR_MORE_CELLS',
            { file, sheet: group.sheet },
            { column: group.params['column'] ?? '', kind: group.code, count: group.count, named: NAMED_CELLS },
          ),
        ),
      ...[...tallies.values()].map((group) =>
        finding(group.code, { file, sheet: group.sheet, cell: group.cell }, { ...group.params, count: group.count }),
      ),
    ],
  };
}
