import { Failure } from '../../../shared/domain/failure.ts';
import { isRecord, type Raw } from '../../../shared/domain/schemes/base/records.ts';
import type { ReadHandle } from '../../db/handles.ts';
import { type NewScheme, selectSchemes } from '../../db/queries/schemes.ts';
import { shownTitle } from './scheme-acts.ts';

/**
 * 编号已用: what comes under an id that is in use is a new version of that scheme, so it is of its kind and gives what it gives (points, money,
 * notices); another scheme needs an id of its own. A version that is there already is not stored twice.
 */
export function requireNewVersion(
  db: ReadHandle,
  { id, kind, version, content }: Pick<NewScheme, 'id' | 'kind' | 'version' | 'content'>,
): void {
  const versions = selectSchemes(db).filter((stored) => stored.id === id);
  const newest = versions.at(-1);
  if (newest === undefined) return;
  const same = versions.find((stored) => stored.version === version);
  if (same !== undefined) throw new Failure('SCHEME_EXISTS', { scheme: id, number: same.number, newest: newest.number });
  const [given, before] = [givesOf(content), givesOf(newest.content)];
  if (newest.kind !== kind || (given !== null && before !== null && given !== before))
    throw new Failure('SCHEME_OTHER_KIND', { scheme: id, title: shownTitle(db, newest) });
}

/** Points, 万元 or notice; null of the older form, whose kind says it all. */
function givesOf(content: string): string | null {
  const data: unknown = JSON.parse(content);
  if (!isRecord(data)) return null;
  const rules: Raw = isRecord(data['rules']) ? data['rules'] : data;
  return typeof rules['out'] === 'string' ? (rules['out'].split('/')[0] ?? null) : null;
}
