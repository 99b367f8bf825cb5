import { type District, existsWithin, unitKindOf, type NamedUnits, type Unit } from './unit-schema.ts';

/**
 * The unit that a written name means, or null. Recognises the printed name and its aliases with or without city, district and its level
 * (重庆市, 合川区, 区) before it and 人民政府, 办事处 behind it, with or without the endings of its kind (街道, 镇), spaces of any width, and
 * remarks in brackets.
 */
export function matchUnit(plan: NamedUnits, text: string): Unit | null {
  const { units, bare } = indexOf(plan);
  for (const key of textKeys(text, bare)) {
    const unit = units.get(key);
    if (unit !== undefined) return unit;
  }
  return null;
}

/**
 * The unit that the name of `unit` means in a span: itself where it exists then, else the one of the same name that does (撤乡设镇: 甲乡
 * until a day, 甲镇 from the next).
 */
export function unitWithin(plan: NamedUnits, unit: Unit, from: string, to: string): Unit {
  if (existsWithin(unit, from, to)) return unit;
  const bare = bareNameOf(plan);
  const keys = new Set(unitKeys(plan, unit, bare));
  const sharesName = (other: Unit): boolean => unitKeys(plan, other, bare).some((key) => keys.has(key));
  return plan.units.find((other) => existsWithin(other, from, to) && sharesName(other)) ?? unit;
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
export function unitsOfList(plan: NamedUnits, text: string): { readonly units: readonly Unit[]; readonly unknown: readonly string[] } {
  const names = splitUnitList(text);
  const matches = names.map((name) => matchUnit(plan, name));
  return { units: matches.filter((unit) => unit !== null), unknown: names.filter((_, position) => matches[position] === null) };
}

/** Names that would mean two units that exist at the same time; a plan with such names is refused. */
export function ambiguousNames(plan: NamedUnits): { readonly name: string; readonly unitIds: readonly string[] }[] {
  const owners = new Map<string, Unit[]>();
  const bare = bareNameOf(plan);
  for (const unit of plan.units) {
    for (const key of new Set(unitKeys(plan, unit, bare))) owners.set(key, [...(owners.get(key) ?? []), unit]);
  }
  return [...owners]
    .filter(([, units]) => units.some((unit, index) => units.slice(index + 1).some((other) => overlap(unit, other))))
    .map(([name, units]) => ({ name, unitIds: units.map((unit) => unit.id) }));
}

/** True where a name is the district itself: 合川区, 合川, 重庆市合川区, 全区. */
export function isDistrictName(district: District, text: string): boolean {
  const name = plain(text);
  const { city } = district;
  const own = [district.name, ...district.aliases].map(plain);
  return DISTRICT_WORDS.has(name) || own.some((one) => name === one || (city !== null && name === `${plain(city)}${one}`));
}

/** 全区 and 区级 mean the district in every table of every district. */
const DISTRICT_WORDS = new Set(['全区', '区级', '全县', '县级', '全市', '市级']);

const overlap = (one: Unit, other: Unit): boolean =>
  (one.from ?? '') <= (other.until ?? '9999') && (other.from ?? '') <= (one.until ?? '9999');

type BareName = (name: string) => string;

interface NameIndex {
  readonly units: ReadonlyMap<string, Unit>;
  readonly bare: BareName;
}

/** One index for each list of units, kept as long as the list lives. */
const indexes = new WeakMap<readonly Unit[], NameIndex>();

function indexOf(plan: NamedUnits): NameIndex {
  const known = indexes.get(plan.units);
  if (known !== undefined) return known;
  const bare = bareNameOf(plan);
  // A later unit of the same name (a successor after 机构变动) is the one that is meant today.
  const units = new Map(plan.units.flatMap((unit) => unitKeys(plan, unit, bare).map((key) => [key, unit] as const)));
  const index = { units, bare };
  indexes.set(plan.units, index);
  return index;
}

function unitKeys(plan: NamedUnits, unit: Unit, bare: BareName): string[] {
  const keys = [unit.name, ...unit.aliases].map((name) => bare(plain(name)));
  const name = bare(plain(unit.name));
  const ending = unitKindOf(plan, unit).endings.find((one) => name.endsWith(one) && name.length > one.length);
  return ending === undefined ? keys : [...keys, name.slice(0, -ending.length)];
}

function textKeys(text: string, bare: BareName): string[] {
  const whole = plain(text);
  const withoutRemarks = whole.replace(/[([{【〔「].*?[)\]}】〕」]/gu, '');
  const withoutBrackets = whole.replace(/[()[\]{}【】〔〕「」]/gu, '');
  return [...new Set([withoutRemarks, withoutBrackets].map(bare))].filter((key) => key !== '');
}

/** NFKC makes full-width letters, digits and brackets narrow; marks at the ends and spaces anywhere mean nothing in a name. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s\u200B\uFEFF]/gu, '')
    .replace(/^[、,.。:;]+|[、,.。:;]+$/gu, '');

/**
 * Takes off what stands before a unit's own name. The city (重庆市) is dropped only before the district: 重庆市公安局 is the city's own
 * bureau, not the district's. A seat that is called as its county (某某县某某镇) keeps its name.
 */
function bareNameOf({ district, unitKinds }: Pick<NamedUnits, 'district' | 'unitKinds'>): BareName {
  const names = [district.name, ...district.aliases].map(plain).toSorted((one, other) => other.length - one.length);
  const stems = [...new Set(names.flatMap((name) => [name, withoutLevel(name)]))].filter((name) => name.length > 1).map(quoted);
  const city =
    district.city === null ? '' : `(?:${[...new Set([plain(district.city), withoutLevel(plain(district.city))])].map(quoted).join('|')})?`;
  const level = levelOf(plain(district.name));
  const prefix = new RegExp(
    `^(?:国家税务总局)?(?:${city}(?:${stems.join('|')})${level === '' ? '' : `${level}?`}${level === '' ? '' : `|${level}`})?`,
    'u',
  );
  const endings = new Set(unitKinds.flatMap((kind) => kind.endings));
  const withoutOffice = (name: string): string => name.replace(/(?:人民政府|政府|办事处)$/u, '');
  return (name) => {
    const bare = withoutOffice(name.replace(prefix, ''));
    return endings.has(bare) ? withoutOffice(name) : bare;
  };
}

const levelOf = (name: string): string => /[区县市旗]$/u.exec(name)?.[0] ?? '';
const withoutLevel = (name: string): string => name.replace(/(?:自治县|自治旗|[区县市旗])$/u, '');
const quoted = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);
