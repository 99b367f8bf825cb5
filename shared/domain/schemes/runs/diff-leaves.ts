import type { Cause } from '../../assessment/row-causes.ts';

/** An explanation as it is stored. */
export interface StoredNode {
  readonly code: string;
  readonly params: Readonly<Record<string, string>>;
  readonly path: string;
  readonly state: string;
  readonly value: string | null;
  readonly exact: string | null;
  readonly sources: readonly StoredCell[];
  readonly children: readonly StoredNode[];
}

interface StoredCell {
  readonly file: string;
  readonly sheet: string;
  readonly cell: string;
  readonly column: string;
  readonly raw: string;
}

/** What was read otherwise: values and what they are held against, with their cells. `figure` is the name of a column (pm25.lastYear). */
export function leafCauses(before: StoredNode | undefined, after: StoredNode | undefined): Cause[] {
  const [then, now] = [leavesOf(before), leavesOf(after)];
  const keys = [...new Set([...now.keys(), ...then.keys()])];
  const causes = keys.flatMap((key) => {
    const [old, present] = [then.get(key), now.get(key)];
    return [...valueCause(old, present), ...referenceCause(old, present)];
  });
  const known = new Set<string>();
  return causes.filter((cause) => {
    const text = JSON.stringify(cause);
    return known.has(text) ? false : known.add(text) !== undefined;
  });
}

function leavesOf(node: StoredNode | undefined): ReadonlyMap<string, StoredNode> {
  const leaves = new Map<string, StoredNode>();
  const visit = (one: StoredNode): void => {
    if (one.children.length === 0 && figureOf(one) !== '') {
      const key = `${one.path} ${figureOf(one)} ${one.params['reference'] ?? ''}`;
      leaves.set(key, one);
    } else for (const child of one.children) visit(child);
  };
  if (node !== undefined) visit(node);
  return leaves;
}

/** pm25, manual:tasks, or the name of a row of a list; blank for what reads nothing. */
function figureOf({ code, params }: StoredNode): string {
  const { measure, name, id } = params;
  const kind = /^(manual|param|status|event)/u.exec(code)?.[1];
  if (measure !== undefined) return measure;
  if (code.startsWith('figure')) return name ?? id ?? '';
  return kind !== undefined && name !== undefined ? `${kind}:${name}` : '';
}

const shownOf = ({ params, state, value }: StoredNode): string | null => {
  const { value: read, word, date } = params;
  if (state !== 'value') return state === 'notApplicable' ? 'notApplicable' : null;
  return read ?? word ?? date ?? value;
};

function valueCause(before: StoredNode | undefined, after: StoredNode | undefined): Cause[] {
  const [then, now] = [before, after].map((node) => (node === undefined ? null : shownOf(node))) as [string | null, string | null];
  const either = after ?? before;
  if (then === now || either === undefined) return [];
  const code = then === null ? 'valueNew' : now === null ? 'valueGone' : 'valueChanged';
  return [{ code, params: { figure: figureOf(either), unit: '', ...sides(then, now), ...cellParams(before, after) } }];
}

const sides = (then: string | null, now: string | null): Readonly<Record<string, string>> => ({
  ...(then === null ? {} : { before: then }),
  ...(now === null ? {} : { after: now }),
});

/** Of a target: the target of the list, or what the measure is held against. */
function referenceCause(before: StoredNode | undefined, after: StoredNode | undefined): Cause[] {
  const either = after ?? before;
  if (either === undefined) return [];
  const [then, now] = [before, after].map((node) => node?.params['target'] ?? node?.params['against'] ?? null) as [
    string | null,
    string | null,
  ];
  // Of a value that came or went nothing more is to be said.
  if (then === now || (then === null) !== (now === null)) return [];
  const slot = either.params['reference'] ?? 'target';
  const isTarget = slot === 'target' || slot === 'stretch';
  const figure = isTarget ? figureOf(either) : `${figureOf(either)}.${slot}`;
  const document = isTarget ? documentOf(before, after) : null;
  const code = isTarget ? 'targetChanged' : 'valueChanged';
  return [{ code, params: { figure, unit: '', ...sides(then, now), ...(document === null ? {} : { document }) } }];
}

/** A target stands in a document, which has no cells. */
function documentOf(before: StoredNode | undefined, after: StoredNode | undefined): string | null {
  const then = new Set((before?.sources ?? []).map(cellKey));
  return after?.sources.find((cell) => cell.cell === '' && cell.file !== '' && !then.has(cellKey(cell)))?.file ?? null;
}

const cellKey = ({ file, sheet, cell, column, raw }: StoredCell): string => JSON.stringify([file, sheet, cell, column, raw]);

/** The first cell whose content differs; the last known one where the value is gone. */
function cellParams(before: StoredNode | undefined, after: StoredNode | undefined): Readonly<Record<string, string>> {
  const [old, present] = [before?.sources ?? [], after?.sources ?? []];
  const then = new Set(old.map(cellKey));
  const now = present.find((cell) => !then.has(cellKey(cell))) ?? present[0];
  const was =
    now === undefined ? old[0] : old.find(({ sheet, cell, column }) => sheet === now.sheet && cell === now.cell && column === now.column);
  const place = now ?? was;
  if (place === undefined) return {};
  const { file, sheet, cell } = place;
  return { file, sheet, cell, ...(was === undefined ? {} : { rawBefore: was.raw }), ...(now === undefined ? {} : { rawAfter: now.raw }) };
}
