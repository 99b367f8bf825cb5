import type { ReadHandle, WriteHandle } from '../handles.ts';

/** A figure settled elsewhere (上级认定), or the result of an earlier or base year; the newest of a place counts. */
export interface SettledFigure {
  readonly id: number;
  readonly measureId: string;
  readonly year: number;
  /** Null for the district. */
  readonly unitId: string | null;
  readonly value: string;
  readonly document: string;
  readonly reason: string;
  readonly actor: string;
  readonly storedAt: string;
}

const COLUMNS = 'id, measure_id AS measureId, year, unit_id AS unitId, value, document, reason, actor, stored_at AS storedAt';

/** The newest figure of every measure, year and unit. */
export const selectSettledFigures = (db: ReadHandle): SettledFigure[] =>
  db
    .prepare(
      `SELECT ${COLUMNS} FROM settled_figure
      WHERE id IN (SELECT max(id) FROM settled_figure GROUP BY measure_id, year, unit_id) ORDER BY year, measure_id, unit_id`,
    )
    .all() as SettledFigure[];

/** All that were ever set, oldest first. */
export const selectAllSettledFigures = (db: ReadHandle): SettledFigure[] =>
  db.prepare(`SELECT ${COLUMNS} FROM settled_figure ORDER BY id`).all() as SettledFigure[];

/** All that were ever set for a measure, oldest first. */
export const selectFigureHistory = (db: ReadHandle, measureId: string): SettledFigure[] =>
  db.prepare(`SELECT ${COLUMNS} FROM settled_figure WHERE measure_id = ? ORDER BY id`).all(measureId) as SettledFigure[];

export function insertSettledFigure(db: WriteHandle, figure: Omit<SettledFigure, 'id'>): number {
  const { measureId, year, unitId, value, document, reason, actor, storedAt } = figure;
  return Number(
    db
      .prepare(
        'INSERT INTO settled_figure (measure_id, year, unit_id, value, document, reason, actor, stored_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
      )
      .run(measureId, year, unitId, value, document, reason, actor, storedAt).lastInsertRowid,
  );
}
