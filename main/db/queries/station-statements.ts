import type { StationStatement } from '../../../shared/domain/monitoring/stations/types.ts';
import type { ReadHandle, WriteHandle } from '../handles.ts';

/** An entry of the register of stations (站点登记) with who made it, when, why and on what document. */
export type StationEntry = StationStatement & {
  readonly document: string | null;
  readonly reason: string;
  readonly actor: string;
  readonly at: string;
};

interface Row {
  readonly id: number;
  readonly act: 'set' | 'name';
  readonly station: string;
  readonly from: string | null;
  readonly content: string;
  readonly document: string | null;
  readonly reason: string;
  readonly actor: string;
  readonly at: string;
}

/** In the order in which they were made. */
export function selectStationStatements(db: ReadHandle): StationEntry[] {
  const rows = db
    .prepare('SELECT id, act, station, from_date AS "from", content, document, reason, actor, at FROM station_statement ORDER BY id')
    .all() as Row[];
  return rows.map(({ act, from, content, ...row }): StationEntry => {
    const said = JSON.parse(content) as unknown;
    return act === 'set'
      ? { ...row, act, from: from ?? '', content: said as (StationEntry & { act: 'set' })['content'] }
      : { ...row, act, name: said as string };
  });
}

/** 0 without one. */
export const newestStationStatement = (db: ReadHandle): number =>
  (db.prepare('SELECT max(id) AS id FROM station_statement').get() as { id: number | null }).id ?? 0;

export function insertStationStatement(db: WriteHandle, entry: StationEntry): void {
  const [from, content] = entry.act === 'set' ? [entry.from, entry.content] : [null, entry.name];
  db.prepare(
    'INSERT INTO station_statement (id, act, station, from_date, content, document, reason, actor, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
  ).run(entry.id, entry.act, entry.station, from, JSON.stringify(content), entry.document, entry.reason, entry.actor, entry.at);
}
