import type { ChosenRow, MappingPairs } from '../../../shared/domain/returns/other-table/map-tables.ts';
import type { ReadHandle } from '../handles.ts';

/** 对应关系 that was agreed on of tables of a unit, oldest first, with the year of each: of every version taken in by it that has not been withdrawn since. */
export const selectAgreedTables = (db: ReadHandle, unitId: string): { readonly year: number; readonly pairs: MappingPairs }[] =>
  db
    .prepare(`
    SELECT t.year, f.value -> 'table' AS pairs
    FROM event e, json_each(e.detail, '$.files') f JOIN received_file r ON r.number = f.value ->> 'number'
      JOIN return_file t ON t.id = r.return_id
    WHERE e.kind = 'returns.import' AND t.unit_id = ? AND f.value -> 'table' IS NOT NULL AND r.number NOT IN (
      SELECT d.number FROM version_decision d
      WHERE d.act = 'withdraw' AND d.id = (SELECT max(l.id) FROM version_decision l WHERE l.number = d.number))
    ORDER BY e.id, f.key`)
    .all(unitId)
    .map((row) => {
      const { year, pairs } = row as { readonly year: number; readonly pairs: string };
      return { year, pairs: JSON.parse(pairs) as MappingPairs };
    });

/** Rows of tables that somebody set right when they were taken in (人工对应), by the return that was read by them. */
export const selectChosenRows = (db: ReadHandle): ReadonlyMap<number, readonly ChosenRow[]> =>
  new Map(
    db
      .prepare(`
      SELECT r.return_id AS returnId, f.value -> 'table' -> 'chosen' AS chosen
      FROM event e, json_each(e.detail, '$.files') f JOIN received_file r ON r.number = f.value ->> 'number'
      WHERE e.kind = 'returns.import' AND r.return_id IS NOT NULL AND f.value -> 'table' -> 'chosen' IS NOT NULL`)
      .all()
      .map((row) => {
        const { returnId, chosen } = row as { readonly returnId: number; readonly chosen: string };
        return [returnId, JSON.parse(chosen) as readonly ChosenRow[]];
      }),
  );
