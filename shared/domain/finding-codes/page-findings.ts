/** What the page, its comments and its wording say against a value, and what rows of one return say against each other; severities as in findings.ts. */
export const PAGE_FINDINGS = {
  // what the page shows
  CELL_UNSEEN: 'warning',
  CELL_UNSEEN_PART: 'warning',
  COMMENT_CORRECTS: 'warning',
  COMMENT_AT_BLANK: 'warning',
  CELL_COMMENT: 'info',
  NUMBER_VOID: 'warning',
  AIR_GAS_ZERO: 'warning',
  TITLE_OTHER_YEAR: 'warning',
  TITLE_OTHER_UNIT: 'warning',
  // which row it is
  ROW_OTHER_TASK: 'error',
  ROW_TASK_DOUBTFUL: 'warning',
  // values against each other
  RATE_MAGNITUDE: 'warning',
  NEW_ABOVE_TOTAL: 'warning',
  STATUS_UNDONE_DATED: 'warning',
  STATUS_UNDONE_MET: 'warning',
  DATE_BEFORE_PLAN: 'warning',
  DATE_AFTER_RECEIPT: 'warning',
} as const;

/** Those that hold the value at their cell (待确认). */
export const PAGE_HOLDS = [
  'CELL_UNSEEN',
  'CELL_UNSEEN_PART',
  'COMMENT_CORRECTS',
  'NUMBER_VOID',
  'AIR_GAS_ZERO',
  'ROW_TASK_DOUBTFUL',
  'RATE_MAGNITUDE',
  'NEW_ABOVE_TOTAL',
  'STATUS_UNDONE_DATED',
  'STATUS_UNDONE_MET',
  'DATE_BEFORE_PLAN',
  'DATE_AFTER_RECEIPT',
] as const satisfies readonly (keyof typeof PAGE_FINDINGS)[];
