import type { SchemeView } from '../../../shared/contract/scheme-life.ts';
import { Failure } from '../../../shared/domain/failure.ts';
import type { ReadHandle } from '../../db/handles.ts';
import { selectSchemeActs, selectSchemes, selectSchemeSource, type StoredScheme } from '../../db/queries/schemes.ts';
import { approvalOf, isDemonstration, retiredSchemes, shownTitle } from '../schemes/scheme-acts.ts';

/** 办法 of the work, both kinds, each with its versions and what was done with them; with `year` those that hold for it. */
export function listSchemeViews(db: ReadHandle, year: number | null): SchemeView[] {
  const groups = Map.groupBy(selectSchemes(db), (stored) => stored.id);
  return [...groups.values()]
    .map((versions) => viewOf(db, versions))
    .filter((view) => year === null || view.versions.some((version) => version.from <= year));
}

export function showScheme(
  db: ReadHandle,
  id: string,
  number: number | null,
): { view: SchemeView; source: string | null; content: unknown } {
  const versions = selectSchemes(db).filter((stored) => stored.id === id);
  const stored = number === null ? versions.at(-1) : versions.find((version) => version.number === number);
  if (stored === undefined) throw unknown(db, id);
  return { view: viewOf(db, versions), source: selectSchemeSource(db, id, stored.version), content: JSON.parse(stored.content) as unknown };
}

/** The newest version, or the one of that number. */
export function requireStored(db: ReadHandle, id: string, number: number | null): StoredScheme {
  const versions = selectSchemes(db).filter((stored) => stored.id === id);
  const stored = number === null ? versions.at(-1) : versions.find((version) => version.number === number);
  if (stored === undefined) throw unknown(db, id);
  return stored;
}

const unknown = (db: ReadHandle, id: string): Failure =>
  new Failure('SCHEME_MISSING', { scheme: id, known: [...new Set(selectSchemes(db).map((stored) => stored.id))].join('、') });

function viewOf(db: ReadHandle, versions: readonly StoredScheme[]): SchemeView {
  const [first] = versions;
  const newest = versions.at(-1) ?? first;
  if (newest === undefined) throw new RangeError('a scheme has a version');
  return {
    id: newest.id,
    kind: newest.kind,
    title: shownTitle(db, newest),
    retired: retiredSchemes(db).has(newest.id),
    versions: versions.map((stored) => {
      const approval = approvalOf(db, stored);
      return {
        number: stored.number,
        version: stored.version,
        title: shownTitle(db, stored),
        from: stored.year,
        demonstration: isDemonstration(db, stored),
        approved: approval === null ? null : { document: approval.document ?? '', by: approval.actor, at: approval.at },
        reason: stored.reason,
        by: stored.actor,
        at: stored.storedAt,
      };
    }),
    acts: selectSchemeActs(db)
      .filter((act) => act.id === newest.id)
      .map(({ act, version, document, reason, actor, at }) => ({
        act,
        number: versions.find((stored) => stored.version === version)?.number ?? null,
        document,
        reason,
        by: actor,
        at,
      })),
  };
}
