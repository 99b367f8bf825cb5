/** Pages by the names that stand in their addresses. */
export const PAGES = [
  'workbench',
  'year',
  'targets',
  'consents',
  'compare',
  'conflicts',
  'plan',
  'schemes',
  'returns',
  'unit',
  'monitoring',
  'findings',
  'assessment',
  'ranking',
  'reports',
  'log',
  'settings',
] as const;
export type PageName = (typeof PAGES)[number];

export type RouteParams = Readonly<Record<string, string>>;

/** A place of the interface: `#/year/2026/targets?measure=…`, `#/year/2026/plan/annex1`. */
export interface Address {
  /** Null where the address names none, as those of earlier versions do (`#/assessment?unit=…`). */
  readonly year: number | null;
  readonly page: PageName;
  /** A part of the page that has a name of its own: annex1. */
  readonly part: string | null;
  readonly params: RouteParams;
}

/** A name in an address that nothing is called by; it is said, never replaced by another. */
export interface UnknownName {
  readonly kind: 'year' | 'page';
  readonly name: string;
  /** The year of the address, where that much is understood. */
  readonly year: number | null;
}

/** Pages whose address goes on behind their name. */
const WITH_PARTS: ReadonlySet<string> = new Set<PageName>(['plan', 'schemes', 'unit']);

/** Pages about the air, which is watched and ranked in years outside of the plan too; rankings are printed on 报告. */
export const OF_ANY_YEAR: ReadonlySet<PageName> = new Set<PageName>(['monitoring', 'ranking', 'reports', 'settings']);

export function parseAddress(hash: string): Address | UnknownName {
  const [path = '', search = ''] = hash.replace(/^#\/?/, '').split('?', 2);
  const names = path.split('/').flatMap((name) => (name === '' ? [] : [decoded(name)]));
  const params = Object.fromEntries(new URLSearchParams(search));
  const [first, second, ...rest] = names;
  if (first !== 'year' || second === undefined) return placeOf(null, names, params);
  const year = /^\d{4}$/.test(second) ? Number(second) : null;
  return year === null ? { kind: 'year', name: second, year } : placeOf(year, rest, params);
}

function placeOf(year: number | null, names: readonly string[], params: RouteParams): Address | UnknownName {
  const [name = 'workbench', part, ...more] = names;
  const page = PAGES.find((known) => known === name);
  const known = page !== undefined && more.length === 0 && (part === undefined || WITH_PARTS.has(page));
  if (!known) return { kind: 'page', name: names.join('/'), year };
  return moved({ year, page, part: part ?? null, params });
}

/** Addresses of former releases: 方案与目标 was one page with tabs, 核实 a tab of 收件. */
function moved(address: Address): Address {
  const { tab, ...params } = address.params;
  if (address.page === 'returns' && tab === 'findings') return { ...address, page: 'findings', params };
  if (address.page !== 'plan' || tab === undefined || address.part !== null) return address;
  return tab === 'conflicts' ? { ...address, page: 'conflicts', params } : { ...address, part: tab, params };
}

/** The address as it stands behind the path, also for the href of a link. */
export function addressHash(year: number, page: PageName, params: RouteParams = {}, part: string | null = null): string {
  const search = new URLSearchParams(params).toString();
  const behind = part === null ? '' : `/${encodeURIComponent(part)}`;
  return `#/year/${year}/${page}${behind}${search === '' ? '' : `?${search}`}`;
}

/** What of a place stays when another year is chosen: not what names a day or period of the year, nor a row of its list. */
export const carriedParams = (params: RouteParams, year: number): RouteParams =>
  Object.fromEntries(Object.entries(params).filter(([name, value]) => name !== 'at' && !value.includes(String(year))));

export const isUnknown = (address: Address | UnknownName): address is UnknownName => 'kind' in address;

/** One of the known names, `preset` where the address gives none, null where it gives one that nothing is called by. */
export function namedIn<Name extends string>(known: readonly Name[], given: string | undefined, preset: Name): Name | null {
  if (given === undefined) return preset;
  return known.find((name) => name === given) ?? null;
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    // A % that stands for itself.
    return name;
  }
}
