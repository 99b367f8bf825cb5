import type { Unit } from './schema.ts';

/**
 * The unit that a written name means, or null. Recognises the printed name and its aliases with or without 重庆市, 合川区, 区 before it
 * and 人民政府, 办事处 behind it, towns with or without 街道 and 镇, spaces of any width, and remarks in brackets.
 */
export function matchUnit(units: readonly Unit[], text: string): Unit | null {
  const index = indexOf(units);
  for (const key of textKeys(text)) {
    const unit = index.get(key);
    if (unit !== undefined) return unit;
  }
  return null;
}

/** The names in a list as printed: divided by 、 or by line ends and spaces, without 等按职责分工负责 at its end. */
export function splitUnitList(text: string): string[] {
  return text
    .trim()
    .replace(/等?(?:按职责分工)?负责[。.]?$/u, '')
    .split(/[\s、，,；;]+/u)
    .filter((name) => name !== '');
}

/** The units of a printed list in its order, and the names that mean none. */
export function unitsOfList(
  units: readonly Unit[],
  text: string,
): { readonly units: readonly Unit[]; readonly unknown: readonly string[] } {
  const names = splitUnitList(text);
  const matches = names.map((name) => matchUnit(units, name));
  return { units: matches.filter((unit) => unit !== null), unknown: names.filter((_, position) => matches[position] === null) };
}

/** Names that would mean two units; a plan with such names is refused. */
export function ambiguousNames(units: readonly Unit[]): { readonly name: string; readonly unitIds: readonly string[] }[] {
  const owners = new Map<string, Set<string>>();
  for (const unit of units) for (const key of unitKeys(unit)) owners.set(key, (owners.get(key) ?? new Set()).add(unit.id));
  return [...owners].filter(([, ids]) => ids.size > 1).map(([name, ids]) => ({ name, unitIds: [...ids] }));
}

/** One index for each list of units, kept as long as the list lives. */
const indexes = new WeakMap<readonly Unit[], ReadonlyMap<string, Unit>>();

function indexOf(units: readonly Unit[]): ReadonlyMap<string, Unit> {
  const known = indexes.get(units);
  if (known !== undefined) return known;
  const index = new Map(units.flatMap((unit) => unitKeys(unit).map((key) => [key, unit] as const)));
  indexes.set(units, index);
  return index;
}

function unitKeys(unit: Unit): string[] {
  const keys = [unit.name, ...unit.aliases].map((name) => bareName(plain(name)));
  const stem = unit.kind === 'town' ? bareName(plain(unit.name)).replace(/(?:街道|镇)$/u, '') : '';
  return stem === '' ? keys : [...keys, stem];
}

function textKeys(text: string): string[] {
  const whole = plain(text);
  const withoutRemarks = whole.replace(/[([{【〔「].*?[)\]}】〕」]/gu, '');
  const withoutBrackets = whole.replace(/[()[\]{}【】〔〕「」]/gu, '');
  return [...new Set([withoutRemarks, withoutBrackets].map(bareName))].filter((key) => key !== '');
}

/** NFKC makes full-width letters, digits and brackets narrow; marks at the ends and spaces anywhere mean nothing in a name. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s\u200B\uFEFF]/gu, '')
    .replace(/^[、,.。:;]+|[、,.。:;]+$/gu, '');

/** 重庆市 is dropped only before 合川: 重庆市公安局 is the city's own bureau, not the district's. */
const bareName = (name: string): string =>
  name.replace(/^(?:国家税务总局)?(?:(?:重庆市?)?合川区?|区)?/u, '').replace(/(?:人民政府|政府|办事处)$/u, '');
