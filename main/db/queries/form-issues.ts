import type { ReadHandle, WriteHandle } from '../handles.ts';

/** A form (填报表) that was made for a unit. */
export interface FormIssue {
  readonly year: number;
  readonly unitId: string;
  /** Version of the year's plan that it was made from. */
  readonly version: string;
  readonly fileName: string;
  readonly actor: string;
  readonly madeAt: string;
}

export function insertFormIssue(db: WriteHandle, { year, unitId, version, fileName, actor, madeAt }: FormIssue): void {
  db.prepare('INSERT INTO form_issue (year, unit_id, version, file_name, actor, made_at) VALUES (?, ?, ?, ?, ?, ?)').run(
    year,
    unitId,
    version,
    fileName,
    actor,
    madeAt,
  );
}

export const countFormIssues = (db: ReadHandle, year: number): number =>
  (db.prepare('SELECT count(*) AS forms FROM form_issue WHERE year = ?').get(year) as { forms: number }).forms;
