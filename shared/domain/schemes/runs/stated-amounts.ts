import { greatest, least, Rational, sumOf, ZERO } from '../../numbers/rational.ts';
import type { Explained } from '../base/explain.ts';
import { isRecord, type Raw } from '../base/records.ts';
import type { RawOf } from './raw-rules.ts';

/** Between which amounts something lies; null where the rules set no bound. */
export interface Bounds {
  readonly low: Rational | null;
  readonly high: Rational | null;
}

export const UNKNOWN: Bounds = { low: null, high: null };

/** Of a rule by what is written in it; 0 is always possible, since it may not apply. */
export function statedBounds(raw: Raw): Bounds {
  const amounts = statedAmounts(raw);
  if (amounts !== null) return { low: amounts.reduce(least, ZERO), high: amounts.reduce(greatest, ZERO) };
  const { rate } = raw;
  if (!isRecord(rate)) return UNKNOWN;
  const nothing = (side: unknown): Rational | null => (side === undefined || side === 0 ? ZERO : null);
  return { low: nothing(rate['loss']), high: nothing(rate['gain']) };
}

/** 满分 of a node, where itself or the rules say it; null where neither does. */
export function fullOf({ code, full, params, outcome, path }: Explained, rawOf: RawOf): Rational | null {
  if (full !== null) return full;
  if (code === 'number' && outcome.state === 'value') return outcome.value;
  const stated = code === 'rowsOpen' ? params['total'] : code === 'listedRowOpen' ? params['max'] : undefined;
  return stated === undefined ? writtenFull(rawOf(path)) : Rational.of(stated);
}

export function writtenFull(raw: Raw): Rational | null {
  const { cap, sum } = raw;
  const stated = statedAmounts(raw)?.reduce(greatest, ZERO) ?? null;
  const own = stated ?? (Array.isArray(sum) ? addedFulls(sum) : null);
  if (typeof cap !== 'number') return own;
  return own === null ? Rational.of(cap) : least(own, Rational.of(cap));
}

function addedFulls(parts: readonly unknown[]): Rational | null {
  const fulls = parts.map((part) => (typeof part === 'number' ? Rational.of(part) : isRecord(part) ? writtenFull(part) : null));
  const known = fulls.flatMap((full) => full ?? []);
  return known.length === fulls.length && known.length > 0 ? sumOf(known) : null;
}

/** Every amount that the rule can give. */
function statedAmounts(raw: Raw): readonly Rational[] | null {
  const { share, met, unmet, status, places, table } = raw;
  if (typeof share === 'number') return [Rational.of(share)];
  if (typeof met === 'number' || typeof unmet === 'number') return numbersOf([met ?? 0, unmet ?? 0]);
  if (isRecord(status)) return numbersOf(Object.values(status));
  if (isRecord(places)) return placeAmounts(places);
  return Array.isArray(table) ? numbersOf(table.map((line: unknown) => (Array.isArray(line) ? (line.at(-1) as unknown) : null))) : null;
}

/** In a small group the middle place is paid from both ends. */
function placeAmounts(places: Raw): readonly Rational[] | null {
  const amounts = numbersOf(Object.values(places));
  const [front, back] = [false, true].map(
    (end) => numbersOf(Object.entries(places).flatMap(([key, amount]) => (key.startsWith('-') === end ? [amount] : []))) ?? [],
  );
  return amounts === null ? null : [...amounts, ...(front ?? []).flatMap((one) => (back ?? []).map((other) => one.plus(other)))];
}

const numbersOf = (values: readonly unknown[]): readonly Rational[] | null =>
  values.every((value) => typeof value === 'number') ? values.map((value) => Rational.of(value)) : null;
