import { isRecord } from '../schemes/base/records.ts';

/** [x, y]: longitude and latitude in degrees (RFC 7946), or metres of a plane. */
export type Point = readonly [number, number];
/** Closed: its last point is its first. */
export type Ring = readonly Point[];

/** 镇街轮廓: all rings of a unit, outer ones and holes alike, filled by the even-odd rule. */
export interface Outline {
  readonly unitId: string;
  readonly rings: readonly Ring[];
}

export type OutlineFaultCode =
  | 'NOT_JSON'
  | 'NOT_COLLECTION'
  | 'TOO_MANY'
  | 'NO_GEOMETRY'
  | 'NO_AREA_TYPE'
  | 'RING_SHORT'
  | 'RING_OPEN'
  | 'POINT'
  | 'FLAT'
  | 'NO_NAME'
  | 'UNKNOWN_NAME'
  | 'SEVERAL_UNITS';

/** What is wrong with a figure (0-based place among the features; −1 the file), and how it is called there. */
export interface OutlineFault {
  readonly feature: number;
  readonly code: OutlineFaultCode;
  readonly name: string;
}

export interface ReadOutlines {
  readonly outlines: readonly Outline[];
  readonly faults: readonly OutlineFault[];
}

/** Points of a file that is still drawn at once; outlines of a district have some ten thousand. */
export const MOST_POINTS = 500_000;

/**
 * Reads a GeoJSON FeatureCollection (RFC 7946) of polygons. A figure belongs to the unit that one of its properties (or its id) names, by id, name or
 * alias; several figures of one unit are its parts. What does not fit is told and left out, figure by figure.
 */
export function readOutlines(text: string, unitOf: (name: string) => string | null): ReadOutlines {
  const of = (code: OutlineFaultCode): ReadOutlines => ({ outlines: [], faults: [{ feature: -1, code, name: '' }] });
  const data = parsed(text);
  if (data === undefined) return of('NOT_JSON');
  if (!isRecord(data) || data['type'] !== 'FeatureCollection' || !Array.isArray(data['features'])) return of('NOT_COLLECTION');
  const faults: OutlineFault[] = [];
  const byUnit = new Map<string, Ring[]>();
  let points = 0;
  for (const [feature, raw] of (data['features'] as readonly unknown[]).entries()) {
    const found = featureOf(raw, unitOf);
    if ('code' in found) {
      faults.push({ feature, ...found });
      continue;
    }
    points += found.rings.reduce((sum, ring) => sum + ring.length, 0);
    if (points > MOST_POINTS) return of('TOO_MANY');
    byUnit.set(found.unitId, [...(byUnit.get(found.unitId) ?? []), ...found.rings]);
  }
  return { outlines: [...byUnit].map(([unitId, rings]) => ({ unitId, rings })), faults };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/u, ''));
  } catch {
    return undefined;
  }
}

type Fault = Pick<OutlineFault, 'code' | 'name'>;

function featureOf(raw: unknown, unitOf: (name: string) => string | null): Outline | Fault {
  const feature = isRecord(raw) ? raw : {};
  const properties = isRecord(feature['properties']) ? feature['properties'] : {};
  const words = [feature['id'], ...Object.values(properties)].flatMap((value) =>
    typeof value === 'string' && value.trim() !== '' ? [value.trim()] : [],
  );
  const name = nameIn(properties) ?? words[0] ?? '';
  const units = [...new Set(words.flatMap((word) => unitOf(word) ?? []))];
  const [unitId, other] = units;
  if (unitId === undefined) return { code: words.length === 0 ? 'NO_NAME' : 'UNKNOWN_NAME', name };
  if (other !== undefined) return { code: 'SEVERAL_UNITS', name };
  const rings = ringsOf(feature['geometry']);
  return 'code' in rings ? { code: rings.code, name } : { unitId, rings: rings.rings };
}

/** The property that maps usually call the name by. */
function nameIn(properties: Readonly<Record<string, unknown>>): string | undefined {
  const entry = Object.entries(properties).find(
    ([key, value]) => /name|名|镇|街|xzqmc/iu.test(key) && typeof value === 'string' && value.trim() !== '',
  );
  return typeof entry?.[1] === 'string' ? entry[1].trim() : undefined;
}

function ringsOf(geometry: unknown): { readonly rings: readonly Ring[] } | { readonly code: OutlineFaultCode } {
  if (!isRecord(geometry)) return { code: 'NO_GEOMETRY' };
  const { type, coordinates } = geometry;
  const polygons = type === 'Polygon' ? [coordinates] : type === 'MultiPolygon' ? coordinates : null;
  if (!Array.isArray(polygons)) return { code: 'NO_AREA_TYPE' };
  const rings: Ring[] = [];
  for (const polygon of polygons as readonly unknown[]) {
    if (!Array.isArray(polygon) || polygon.length === 0) return { code: 'NO_GEOMETRY' };
    for (const raw of polygon as readonly unknown[]) {
      const ring = ringOf(raw);
      if (typeof ring === 'string') return { code: ring };
      rings.push(ring);
    }
  }
  return rings.length === 0 ? { code: 'NO_GEOMETRY' } : { rings };
}

/** RFC 7946 3.1.6: four points at least, the last one the first; some area. */
function ringOf(raw: unknown): Ring | OutlineFaultCode {
  if (!Array.isArray(raw) || raw.length < LEAST) return 'RING_SHORT';
  const points = (raw as readonly unknown[]).map(pointOf);
  const ring = points.filter((point): point is Point => point !== null);
  if (ring.length < points.length) return 'POINT';
  const [first, last] = [ring[0], ring.at(-1)];
  if (first === undefined || last === undefined || first[0] !== last[0] || first[1] !== last[1]) return 'RING_OPEN';
  return areaOf(ring) === 0 ? 'FLAT' : ring;
}

const LEAST = 4;

function pointOf(raw: unknown): Point | null {
  if (!Array.isArray(raw) || raw.length < 2) return null;
  const [x, y] = raw as readonly unknown[];
  return typeof x === 'number' && typeof y === 'number' && Number.isFinite(x) && Number.isFinite(y) ? [x, y] : null;
}

/** Twice the signed area. */
export const areaOf = (ring: Ring): number =>
  ring.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = ring[(index + 1) % ring.length] ?? [x, y];
    return sum + x * nextY - nextX * y;
  }, 0);
