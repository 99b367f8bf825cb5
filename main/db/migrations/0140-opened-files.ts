/**
 * Version 140 (2026-12): a file that came with a password (打开密码) is kept as it came and, beside it, without the password.
 *
 * Both stand in `file` under their own SHA-256; `opened_file` says which belongs to which. The first is what was sent, the second is what is
 * read from then on, so that nobody needs the password again; it is stored nowhere. Only ever added to. A work of before has no such file.
 */
export const openedFiles = {
  version: 140,
  sql: `
    CREATE TABLE opened_file (
      sha256 TEXT PRIMARY KEY REFERENCES file (sha256),
      opened_sha256 TEXT NOT NULL REFERENCES file (sha256),
      CHECK (sha256 <> opened_sha256)
    ) STRICT;

    CREATE TRIGGER opened_file_kept_as_it_is BEFORE UPDATE ON opened_file BEGIN SELECT RAISE(ABORT, 'opened_file: only added to'); END;
    CREATE TRIGGER opened_file_kept BEFORE DELETE ON opened_file BEGIN SELECT RAISE(ABORT, 'opened_file: only added to'); END;
  `,
} as const;
