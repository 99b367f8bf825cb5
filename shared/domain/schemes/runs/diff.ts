import type { BeforeAfter, ResultDifference, RowDifference, SubjectDifference } from '../../assessment/diff-results.ts';
import type { Cause } from '../../assessment/row-causes.ts';
import { leafCauses, type StoredNode } from './diff-leaves.ts';

/** One subject of a stored result. */
export interface StoredRow {
  readonly subjectId: string;
  readonly subject: string;
  readonly kindName: string;
  readonly points: string | null;
  readonly money: string | null;
  readonly grade: string | null;
  readonly place: number | null;
  readonly notices: readonly { readonly code: string; readonly params: Readonly<Record<string, string>> }[];
  readonly explanation: StoredNode;
  readonly parts: readonly StoredPart[];
}

export interface StoredPart {
  readonly path: string;
  readonly kind: 'part' | 'change';
  readonly code: string;
  readonly title: string | null;
  readonly measures: readonly string[];
  readonly state: string;
  readonly points: string | null;
  readonly max: string | null;
}

/** By what a run was computed, besides its data. */
export interface RunHead {
  readonly schemeVersion: string;
  readonly planVersion: string;
  readonly engine: number | null;
  /** Settings of the evaluation, as text. */
  readonly settings: string;
}

interface Heads {
  readonly before: RunHead;
  readonly after: RunHead;
}

/**
 * 比较 of two results of a scheme: totals, grades and places, then part by part with what was read otherwise. What no value and no target explains
 * is put down to the scheme, the program or the settings where they differ, else to others, against whom the subject is held.
 */
export function diffSchemeResults(before: readonly StoredRow[], after: readonly StoredRow[], heads: Heads | null): ResultDifference {
  const [then, now] = [bySubject(before), bySubject(after)];
  const ids = [...new Set([...now.keys(), ...then.keys()])];
  const rest = restCause(heads);
  const found = ids.map((id) => subjectDifference(then.get(id), now.get(id), rest));
  const subjects = found.filter((difference) => difference !== null);
  return { versions: heads === null ? [] : versionCauses(heads), subjects, same: found.length - subjects.length };
}

const bySubject = (rows: readonly StoredRow[]): ReadonlyMap<string, StoredRow> => new Map(rows.map((row) => [row.subjectId, row]));

/** What is left as the reason where the data give none. */
function restCause(heads: Heads | null): Cause {
  if (heads === null) return { code: 'others', params: {} };
  const { before, after } = heads;
  if (before.schemeVersion !== after.schemeVersion) return { code: 'scheme', params: {} };
  if (before.engine !== after.engine) return { code: 'engine', params: {} };
  return { code: before.settings === after.settings ? 'others' : 'settings', params: {} };
}

function versionCauses({ before, after }: Heads): Cause[] {
  const versions = (['schemeVersion', 'planVersion', 'settings'] as const).flatMap((code) =>
    before[code] === after[code] ? [] : [{ code, params: code === 'settings' ? {} : { before: before[code], after: after[code] } }],
  );
  const engine = (version: number | null): string => (version === null ? '' : String(version));
  return before.engine === after.engine
    ? versions
    : [...versions, { code: 'engineVersion', params: { before: engine(before.engine), after: engine(after.engine) } }];
}

const changed = <Value>(before: Value | null | undefined, after: Value | null | undefined): BeforeAfter<Value> => ({
  before: before ?? null,
  after: after ?? null,
});
const differs = ({ before, after }: BeforeAfter<unknown>): boolean => before !== after;

function subjectDifference(before: StoredRow | undefined, after: StoredRow | undefined, rest: Cause): SubjectDifference | null {
  const either = after ?? before;
  if (either === undefined) return null;
  const difference = {
    subjectId: either.subjectId,
    kindName: either.kindName,
    name: either.subject,
    total: changed(before === undefined ? null : totalOf(before), after === undefined ? null : totalOf(after)),
    grade: changed(before?.grade, after?.grade),
    place: changed(before?.place, after?.place),
    rows: before === undefined || after === undefined ? [] : rowDifferences(before, after, rest),
  };
  const causes = subjectCauses(before, after, difference, rest);
  const moved = differs(difference.total) || differs(difference.grade) || differs(difference.place);
  return moved || difference.rows.length > 0 || causes.length > 0 ? { ...difference, causes } : null;
}

const totalOf = ({ points, money }: StoredRow): string | null => points ?? money;

function subjectCauses(
  before: StoredRow | undefined,
  after: StoredRow | undefined,
  difference: Omit<SubjectDifference, 'causes'>,
  rest: Cause,
): Cause[] {
  if (before === undefined || after === undefined) return [{ code: before === undefined ? 'subjectNew' : 'subjectGone', params: {} }];
  const notices = noticeCauses(before, after);
  if (notices.length > 0 || difference.rows.length > 0) return notices;
  const moved = differs(difference.total) || differs(difference.grade) || differs(difference.place);
  return moved ? [rest] : [];
}

function noticeCauses(before: StoredRow, after: StoredRow): Cause[] {
  const said = ({ notices }: StoredRow): ReadonlyMap<string, Cause['params']> =>
    new Map(notices.map(({ code, params }) => [JSON.stringify([code, params]), { notice: code, ...params }]));
  const [then, now] = [said(before), said(after)];
  return [
    ...[...now].flatMap(([key, params]): Cause[] => (then.has(key) ? [] : [{ code: 'noticeNew', params }])),
    ...[...then].flatMap(([key, params]): Cause[] => (now.has(key) ? [] : [{ code: 'noticeGone', params }])),
  ];
}

function rowDifferences(before: StoredRow, after: StoredRow, rest: Cause): RowDifference[] {
  const [then, now] = [byKey(before), byKey(after)];
  return [...new Set([...now.keys(), ...then.keys()])].flatMap((key): RowDifference[] => {
    const [old, present] = [then.get(key), now.get(key)];
    const either = present ?? old;
    if (either === undefined) return [];
    const difference = {
      part: either.kind,
      rowId: either.path,
      title: either.title ?? either.measures.join('+'),
      points: changed(old?.points, present?.points),
      max: changed(old?.max, present?.max),
      state: changed(old === undefined ? null : stateOf(old), present === undefined ? null : stateOf(present)),
    };
    const causes = partCauses(
      { old, present, before, after, moved: [difference.points, difference.max, difference.state].some(differs) },
      rest,
    );
    return causes.length === 0 ? [] : [{ ...difference, causes }];
  });
}

const byKey = ({ parts }: StoredRow): ReadonlyMap<string, StoredPart> => new Map(parts.map((part) => [keyOf(part), part]));

const keyOf = ({ kind, code, path }: StoredPart): string => (kind === 'part' ? path : `${code} ${path}`);

interface PartPair {
  readonly old: StoredPart | undefined;
  readonly present: StoredPart | undefined;
  readonly before: StoredRow;
  readonly after: StoredRow;
  readonly moved: boolean;
}

function partCauses({ old, present, before, after, moved }: PartPair, rest: Cause): Cause[] {
  const either = present ?? old;
  if (either?.kind === 'change') return moved ? [{ code: 'adjusted', params: { adjustment: either.code } }] : [];
  if (old === undefined || present === undefined) return [{ code: old === undefined ? 'rowNew' : 'rowGone', params: {} }];
  const causes = leafCauses(nodeOf(before.explanation, old), nodeOf(after.explanation, present));
  return causes.length > 0 || !moved ? causes : [rest];
}

/** The outermost node of the place; of parts of `each`, which share theirs, the one of that number. */
function nodeOf(root: StoredNode, part: StoredPart): StoredNode | undefined {
  const [path = '', number = '1'] = part.path.split('#');
  const found: StoredNode[] = [];
  const visit = (node: StoredNode): void => {
    if (node.path === path && (SUMS.has(part.code) || !SUMS.has(node.code))) found.push(node);
    else for (const child of node.children) visit(child);
  };
  visit(root);
  return found[Number(number) - 1] ?? (root.path === path ? root : undefined);
}

/** Sums of `each`, and what a year comes to, stand at the place of their parts. */
const SUMS: ReadonlySet<string> = new Set(['eachSum', 'eachSumOpen', 'yearEndMet', 'yearEndMissed', 'yearEndOpen']);

function stateOf({ state, points, max }: StoredPart): RowDifference['state']['before'] {
  if (state === 'missing' || state === 'notApplicable') return state;
  return max !== null && points !== max ? 'unmet' : 'met';
}
