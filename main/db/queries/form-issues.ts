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

/** Every form that was ever made, oldest first. */
export const selectFormIssues = (db: ReadHandle): FormIssue[] =>
  db
    .prepare('SELECT year, unit_id AS unitId, version, file_name AS fileName, actor, made_at AS madeAt FROM form_issue ORDER BY id')
    .all() as FormIssue[];

/** A form that the log says was made; without its file and moment where the event is from before it told them. */
export interface LoggedForm extends Omit<FormIssue, 'fileName' | 'madeAt'> {
  readonly fileName: string | null;
  readonly madeAt: string | null;
}

export const selectLoggedForms = (db: ReadHandle): LoggedForm[] =>
  db
    .prepare(`
    SELECT e.detail ->> 'year' AS year, f.value AS unitId, e.detail ->> 'version' AS version,
      e.detail ->> ('$.files[' || f.key || ']') AS fileName, e.actor, e.detail ->> 'at' AS madeAt
    FROM event e, json_each(e.detail, '$.forms') f WHERE e.kind = 'returns.templates' ORDER BY e.id, f.key`)
    .all() as LoggedForm[];

export const countFormIssues = (db: ReadHandle, year: number): number =>
  (db.prepare('SELECT count(*) AS forms FROM form_issue WHERE year = ?').get(year) as { forms: number }).forms;
