/** Findings about tables that offices draw up themselves (自拟表) and that are read by likeness, with the severity each always has. */
export const TABLE_FINDINGS = {
  TABLE_LIKENED: 'warning',
  TABLE_UNIT_OPEN: 'warning',
  TABLE_CHOSEN: 'warning',
  TABLE_AGREED: 'info',
  TABLE_YEAR_ASSUMED: 'warning',
  TABLE_ROW: 'info',
  TABLE_YEAR_COLUMN: 'warning',
  TABLE_ROW_UNKNOWN: 'warning',
  TABLE_ROW_UNCLEAR: 'error',
  TABLE_ROW_DIFFERS: 'error',
  TABLE_ROW_CHOSEN: 'info',
  TABLE_ROW_SKIPPED: 'info',
  TABLE_ROW_ABSENT: 'warning',
  TABLE_ROWS_ABSENT: 'warning',
  TABLE_ANSWER_ABSENT: 'warning',
  TABLE_TARGET_DIFFERS: 'warning',
} as const;
