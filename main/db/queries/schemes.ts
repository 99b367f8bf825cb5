import type { ReadHandle, WriteHandle } from '../handles.ts';

export type SchemeKind = 'scoring' | 'ranking' | 'rules';

/** One version of a scheme (办法) as it is stored; `content` is JSON text. */
export interface StoredScheme {
  readonly id: string;
  readonly kind: SchemeKind;
  /** First year it holds for. */
  readonly year: number;
  /** 1, 2, 3 … within the scheme. */
  readonly number: number;
  /** Hash of its content. */
  readonly version: string;
  readonly content: string;
  /** The content as it came, where a migration carried it forward; the hash is of this one. */
  readonly origin: string | null;
  readonly reason: string;
  readonly actor: string;
  readonly storedAt: string;
}

export interface SchemeAct {
  readonly id: string;
  /** Null for an act on the scheme as a whole. */
  readonly version: string | null;
  readonly act: 'approve' | 'retire' | 'restore';
  readonly document: string | null;
  readonly reason: string;
  readonly actor: string;
  readonly at: string;
}

const COLUMNS = 'scheme_id AS id, kind, year, number, version, content, origin, reason, actor, stored_at AS storedAt';

export type NewScheme = Omit<StoredScheme, 'number' | 'origin' | 'reason' | 'actor' | 'storedAt'> & {
  /** The file as its author wrote it; null for one that comes with the program. */
  readonly source: string | null;
};

/** Stores a version behind the scheme's last; its number. */
export function insertScheme(
  db: WriteHandle,
  { id, kind, year, version, content, source }: NewScheme,
  { reason, actor, at }: { readonly reason: string; readonly actor: string; readonly at: string },
): number {
  const last = db.prepare('SELECT max(number) AS number FROM scheme_version WHERE scheme_id = ?').get(id) as { number: number | null };
  const number = (last.number ?? 0) + 1;
  db.prepare(
    `INSERT INTO scheme_version (scheme_id, kind, year, number, version, content, source, reason, actor, stored_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(id, kind, year, number, version, content, source, reason, actor, at);
  return number;
}

/** A version of a scheme, the newest without `version`; null where there is none. */
export function selectScheme(db: ReadHandle, kind: SchemeKind, id: string, version: string | null = null): StoredScheme | null {
  const row = db
    .prepare(
      `SELECT ${COLUMNS} FROM scheme_version WHERE kind = ? AND scheme_id = ? AND (? IS NULL OR version = ?) ORDER BY number DESC LIMIT 1`,
    )
    .get(kind, id, version, version);
  return (row as StoredScheme | undefined) ?? null;
}

/** Ranking schemes (排名办法) with every version, in the order in which they were stored. */
export const selectRankingSchemes = (db: ReadHandle): StoredScheme[] =>
  db.prepare(`SELECT ${COLUMNS} FROM scheme_version WHERE kind = 'ranking' ORDER BY scheme_version.id`).all() as StoredScheme[];

/** Every version of every scheme, in the order in which they were stored. */
export const selectSchemes = (db: ReadHandle): StoredScheme[] =>
  db.prepare(`SELECT ${COLUMNS} FROM scheme_version ORDER BY scheme_version.id`).all() as StoredScheme[];

/** Files of versions as their authors wrote them, in the order in which they were stored. */
export const selectSchemeSources = (db: ReadHandle): (string | null)[] =>
  (db.prepare('SELECT source FROM scheme_version ORDER BY scheme_version.id').all() as { source: string | null }[]).map(
    ({ source }) => source,
  );

/** The file of a version as its author wrote it; null where it was not kept. */
export const selectSchemeSource = (db: ReadHandle, id: string, version: string): string | null =>
  (
    db.prepare('SELECT source FROM scheme_version WHERE scheme_id = ? AND version = ?').get(id, version) as
      | { source: string | null }
      | undefined
  )?.source ?? null;

/** What was done with schemes, oldest first. */
export const selectSchemeActs = (db: ReadHandle): SchemeAct[] =>
  db
    .prepare('SELECT scheme_id AS id, version, act, document, reason, actor, at FROM scheme_act ORDER BY scheme_act.id')
    .all() as SchemeAct[];

export function insertSchemeAct(db: WriteHandle, { id, version, act, document, reason, actor, at }: SchemeAct): void {
  db.prepare('INSERT INTO scheme_act (scheme_id, version, act, document, reason, actor, at) VALUES (?, ?, ?, ?, ?, ?, ?)').run(
    id,
    version,
    act,
    document,
    reason,
    actor,
    at,
  );
}
