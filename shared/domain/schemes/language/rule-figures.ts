import { isRecord } from '../base/records.ts';
import type { SchemeForm } from './forms.ts';
import { probed, readableHead } from './facts.ts';
import type { RulePlace } from './rule-places.ts';

/** 涉及的指标 of a rule, in the order in which it names them; what a part with a clause of its own reads belongs to that part. */
export function measuresIn(raw: unknown, top = true): readonly string[] {
  if (Array.isArray(raw)) return distinct(raw.flatMap((item) => measuresIn(item, false)));
  if (!isRecord(raw) || (!top && raw['clause'] !== undefined)) return [];
  return distinct(
    Object.entries(raw)
      .filter(([key]) => key !== 'rows')
      .flatMap(([key, value]) => (NAMING.includes(key) && isNames(value) ? namesOf(value) : measuresIn(value, false))),
  );
}

/** 涉及的清单 of a rule. */
export function listsIn(raw: unknown, top = true): readonly string[] {
  if (Array.isArray(raw)) return distinct(raw.flatMap((item) => listsIn(item, false)));
  if (!isRecord(raw) || (!top && raw['clause'] !== undefined)) return [];
  const { rows, ...rest } = raw;
  const own = isRecord(rows) ? namesOf(rows['from']) : namesOf(rows);
  return distinct([...own, ...Object.values(rest).flatMap((value) => listsIn(value, false))]);
}

/** 满分, or the most a rule gives; null where it has no bound, gives nothing, or only alters what others give. */
export function fullOf({ kind, raw, scope, factor }: RulePlace, form: Pick<SchemeForm, 'head' | 'rules'>): string | null {
  if (kind !== 'node' || factor) return null;
  const { full } = probed(raw, scope, form, readableHead(form.head));
  return full === null || full.sign <= 0 ? null : full.text();
}

const NAMING: readonly string[] = ['of', 'each', 'eachAny', 'placeOf'];

const isNames = (value: unknown): value is string | string[] =>
  typeof value === 'string' || (Array.isArray(value) && value.every((one) => typeof one === 'string'));

const namesOf = (value: unknown): string[] => (Array.isArray(value) ? value : [value]).filter((name) => typeof name === 'string');
const distinct = (names: readonly string[]): readonly string[] => [...new Set(names)];
