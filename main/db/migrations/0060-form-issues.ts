/** Version 60 (2026-12): which forms (填报表) were made for whom, and of which version: a year is 准备 until one is out. Only added to. */
export const formIssues = {
  version: 60,
  sql: `
    CREATE TABLE form_issue (
      id INTEGER PRIMARY KEY,
      year INTEGER NOT NULL,
      unit_id TEXT NOT NULL,
      version TEXT NOT NULL,
      file_name TEXT NOT NULL,
      actor TEXT NOT NULL,
      made_at TEXT NOT NULL
    ) STRICT;
    CREATE INDEX form_issue_year ON form_issue (year, unit_id, id);

    CREATE TRIGGER form_issue_kept_as_it_is BEFORE UPDATE ON form_issue BEGIN SELECT RAISE(ABORT, 'form_issue: only added to'); END;
    CREATE TRIGGER form_issue_kept BEFORE DELETE ON form_issue BEGIN SELECT RAISE(ABORT, 'form_issue: only added to'); END;
  `,
} as const;
