import type { Path } from '../base/problems.ts';
import { isRecord } from '../base/records.ts';
import { OUTPUT_KEYS } from '../outputs/keys.ts';
import type { PartRole } from './node-form.ts';

/** What stands at a path of a scheme; undefined where nothing does. */
export function valueAt(data: unknown, path: Path): unknown {
  let found: unknown = data;
  for (const part of path) {
    if (Array.isArray(found)) found = found[Number(part)];
    else found = isRecord(found) ? found[String(part)] : undefined;
  }
  return found;
}

/** The same scheme with another value at a path; undefined takes it away. */
export function withValue(data: unknown, path: Path, value: unknown): unknown {
  const [part, ...rest] = path;
  if (part === undefined) return value;
  if (Array.isArray(data)) {
    const index = Number(part);
    if (rest.length === 0 && value === undefined) return data.filter((_, at) => at !== index);
    return data.map((item: unknown, at) => (at === index ? withValue(item, rest, value) : item));
  }
  const record = isRecord(data) ? data : {};
  const key = String(part);
  const next = withValue(record[key], rest, value);
  if (next === undefined) return Object.fromEntries(Object.entries(record).filter(([word]) => word !== key));
  return { ...record, [key]: next };
}

/** 满分 of a scheme of points, as its data says it; null of others. */
export function scaleIn(data: unknown): string | null {
  const out = valueAt(data, ['rules', 'out']);
  return typeof out === 'string' ? (/^points\/(?:\d+x)?(\d+)$/u.exec(out)?.[1] ?? null) : null;
}

/** The rule of a subject without what stands beside it. */
export const bodyOf = (raw: unknown): unknown =>
  isRecord(raw) ? Object.fromEntries(Object.entries(raw).filter(([key]) => !OUTPUT_KEYS.includes(key))) : raw;

/** A part of the scheme as its form now has it; what stands beside the rule of a subject stays. */
export function withPart(data: unknown, path: Path, role: PartRole, raw: unknown): unknown {
  const before = valueAt(data, path);
  if (role === 'head') return withHead(data, raw);
  if (role !== 'body' || !isRecord(before) || !isRecord(raw)) return withValue(data, path, raw);
  const beside = Object.fromEntries(Object.entries(before).filter(([key]) => OUTPUT_KEYS.includes(key)));
  return withValue(data, path, { ...beside, ...raw });
}

/** Words of the head that the form has; the others, and the order of all, stay. */
function withHead(data: unknown, raw: unknown): unknown {
  if (!isRecord(data) || !isRecord(raw)) return data;
  const kept = Object.entries(data).filter(([key]) => raw[key] !== undefined || !HEAD_WORDS.includes(key));
  return { ...Object.fromEntries(kept), ...raw };
}

const HEAD_WORDS: readonly string[] = ['title', 'from', 'subjects', 'source'];

/** What changed at one of several places that are to say the same changes at all of them. */
export function keptTogether(before: unknown, after: unknown, links: readonly (readonly Path[])[]): unknown {
  return links.reduce((data, paths) => {
    const changed = paths.find((path) => JSON.stringify(valueAt(before, path)) !== JSON.stringify(valueAt(data, path)));
    if (changed === undefined) return data;
    const value = valueAt(data, changed);
    return paths.reduce((made, path) => (valueAt(made, path) === undefined ? made : withValue(made, path, value)), data);
  }, after);
}

/** 上移、下移 of a row of a list; null at its end. */
export function moved(data: unknown, row: Path, by: -1 | 1): { readonly data: unknown; readonly row: Path } | null {
  const list = valueAt(data, row.slice(0, -1));
  const from = Number(row.at(-1));
  const to = from + by;
  if (!Array.isArray(list) || to < 0 || to >= list.length) return null;
  const order = list.map((_, index) => (index === from ? to : index === to ? from : index));
  return {
    data: withValue(
      data,
      row.slice(0, -1),
      order.map((index): unknown => list[index]),
    ),
    row: [...row.slice(0, -1), to],
  };
}

/** Behind the row; the list has to be there. */
export function inserted(data: unknown, row: Path, item: unknown): { readonly data: unknown; readonly row: Path } {
  const list = valueAt(data, row.slice(0, -1));
  const at = Number(row.at(-1)) + 1;
  const rows: unknown[] = Array.isArray(list) ? list : [];
  return { data: withValue(data, row.slice(0, -1), [...rows.slice(0, at), item, ...rows.slice(at)]), row: [...row.slice(0, -1), at] };
}

/** A list keeps one row at least. */
export function canRemove(data: unknown, row: Path): boolean {
  const list = valueAt(data, row.slice(0, -1));
  return !Array.isArray(list) || list.length > 1;
}
