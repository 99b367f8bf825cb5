import type { ReaderLimits } from './limits.ts';
import type { Package } from './package.ts';
import { overLimit, unsafe } from './refusal.ts';
import { readXml } from './xml.ts';

/** How one part of a package names another (OPC, ECMA-376-2, clause 6.5). The target is resolved only when it is needed. */
export interface Relationship {
  /** Part the relationship starts from; '' for the package itself. */
  readonly source: string;
  /** Last segment of the type: the address before it differs between Transitional and Strict. */
  readonly type: string;
  readonly target: string;
  readonly external: boolean;
}

export function readRelationships(source: string, parts: Package, limits: ReaderLimits): ReadonlyMap<string, Relationship> {
  const part = relationshipsPart(source);
  const relationships = new Map<string, Relationship>();
  readXml(part, parts.read(part), limits, {
    open(name, parent, attributes) {
      if (name !== 'Relationship' || parent !== 'Relationships') return;
      const id = attributes['Id'] ?? '';
      if (relationships.has(id)) throw unsafe('duplicate', part);
      if (relationships.size >= limits.entries) throw overLimit('entries', relationships.size + 1, limits.entries, { part });
      const type = attributes['Type'] ?? '';
      relationships.set(id, {
        source,
        type: type.slice(type.lastIndexOf('/') + 1),
        target: attributes['Target'] ?? '',
        external: attributes['TargetMode'] === 'External',
      });
    },
    text() {},
    close() {},
  });
  return relationships;
}

/** The part a relationship points to; never anything outside the package. */
export function resolvePart({ source, target, external }: Relationship): string {
  if (external || target.includes(':')) throw unsafe('external', target);
  const folded = target.replaceAll('\\', '/');
  if (folded.startsWith('//')) throw unsafe('external', target);
  const segments = folded.startsWith('/') ? [] : source.split('/').slice(0, -1);
  for (const segment of folded.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment !== '..') segments.push(segment);
    else if (segments.pop() === undefined) throw unsafe('path', target);
  }
  return segments.join('/');
}

export function partByType(relationships: ReadonlyMap<string, Relationship>, type: string): string | null {
  for (const relationship of relationships.values()) if (relationship.type === type) return resolvePart(relationship);
  return null;
}

export function relationshipsPart(source: string): string {
  const slash = source.lastIndexOf('/');
  return `${source.slice(0, slash + 1)}_rels/${source.slice(slash + 1)}.rels`;
}
