/** What the import and its checks have to say about one place of one file. Sentences are made from code and params by shared/text. */
export type Severity = 'error' | 'warning' | 'info';

export type FindingParams = Readonly<Record<string, string | number>>;

export interface Finding {
  /** File name as the sender named it, without folders. */
  readonly file: string;
  readonly sheet: string | null;
  /** A1 address, or null where the finding is about the file or the sheet. */
  readonly cell: string | null;
  readonly severity: Severity;
  readonly code: FindingCode;
  readonly params: FindingParams;
}

/** Every code the product can report, with the severity it always has. One list, so that no sentence can be forgotten. */
export const FINDING_SEVERITY = {
  // the file
  FILE_UNREADABLE: 'error',
  FILE_EMPTY: 'error',
  FILE_TOO_LARGE: 'error',
  FILE_LOCK: 'warning',
  FILE_OLD_EXCEL: 'error',
  FILE_PASSWORD: 'error',
  FILE_NOT_WORKBOOK: 'error',
  FILE_DAMAGED: 'error',
  FILE_OVER_LIMIT: 'error',
  FILE_UNSAFE: 'error',
  FILE_DUPLICATE: 'info',
  FILE_REVERTS: 'warning',
  // whose return it is
  RETURN_FOREIGN: 'error',
  RETURN_OTHER_PLAN: 'error',
  RETURN_OTHER_YEAR: 'error',
  RETURN_UNKNOWN_UNIT: 'error',
  RETURN_OLD_LAYOUT: 'warning',
  RETURN_FORMER_FORM: 'info',
  RETURN_REPLACES: 'info',
  RETURN_TWICE_IN_BATCH: 'warning',
  RETURN_LATE: 'warning',
  RETURN_EMPTY: 'warning',
  RETURN_OLDER_DATE: 'warning',
  // its structure
  SHEET_MISSING: 'error',
  COLUMN_MISSING: 'error',
  ROW_MISSING: 'warning',
  ROW_UNKNOWN: 'warning',
  ROW_TWICE: 'error',
  FIXED_CELL_CHANGED: 'warning',
  // one cell
  NUMBER_UNREADABLE: 'error',
  NUMBER_VAGUE: 'error',
  NUMBER_NEGATIVE: 'error',
  NUMBER_OPERATOR: 'warning',
  NUMBER_UNIT_OTHER: 'error',
  NUMBER_UNIT_SCALED: 'warning',
  NUMBER_IMPRECISE: 'info',
  NUMBER_NONE: 'error',
  NUMBER_NOT_WHOLE: 'error',
  PERCENT_SCALED: 'warning',
  PERCENT_SCALE_UNCLEAR: 'warning',
  PERCENT_OVER_100: 'warning',
  DATE_UNREADABLE: 'error',
  DATE_OTHER_YEAR: 'warning',
  DATE_YEAR_ASSUMED: 'warning',
  STATUS_UNREADABLE: 'error',
  FORMULA_ERROR: 'error',
  TEXT_TOO_LONG: 'warning',
  // cells against each other
  VALUE_MISSING: 'warning',
  RATE_WITHOUT_PARTS: 'warning',
  RATE_DISAGREES: 'warning',
  RATE_PART_MISSING: 'error',
  RATE_NUMERATOR_LARGER: 'error',
  RATE_DENOMINATOR_ZERO: 'error',
  CUMULATIVE_BELOW_INCREMENT: 'error',
  STATUS_DISAGREES: 'warning',
  DATE_MISSING: 'warning',
  LEADS_DISAGREE: 'warning',
  SUBJECT_DISAGREES: 'warning',
  // 不涉及
  EXEMPTION_ASKED: 'warning',
  EXEMPTION_UNCLEAR: 'error',
  EXEMPTION_MIXED: 'error',
  EXEMPTION_WITH_FIGURES: 'warning',
  // air
  AIR_DATE_TWICE: 'error',
  AIR_DATE_OUTSIDE: 'error',
  AIR_VALUE_IMPOSSIBLE: 'error',
  AIR_VALUE_ZERO: 'error',
  AIR_PM25_ABOVE_PM10: 'warning',
  AIR_DAYS_MISSING: 'info',
  // monitoring
  MONITOR_NOTHING: 'error',
  MONITOR_SHEET_UNKNOWN: 'info',
  MONITOR_TABLE_UNKNOWN: 'warning',
  MONITOR_COLUMNS_IGNORED: 'info',
  MONITOR_COLUMN_UNKNOWN: 'info',
  MONITOR_POLLUTANT_UNKNOWN: 'info',
  MONITOR_O3_AS_EIGHT_HOUR: 'warning',
  MONITOR_UNIT_REFUSED: 'error',
  MONITOR_UNIT_CONVERTED: 'info',
  MONITOR_UNIT_DOUBTFUL: 'warning',
  MONITOR_HOUR_STAMP: 'info',
  MONITOR_PLACE_UNKNOWN: 'error',
  MONITOR_PLACE_MISSING: 'error',
  MONITOR_DATE_UNREADABLE: 'error',
  MONITOR_YEAR_ASSUMED: 'info',
  MONITOR_ROWS_SKIPPED: 'info',
  MONITOR_ROWS_WITHOUT_KEY: 'warning',
  MONITOR_KEYS_FILLED: 'info',
  MONITOR_MARKS_MISSING: 'info',
  MONITOR_VALUE_INVALID: 'warning',
  MONITOR_VALUE_UNREADABLE: 'error',
  MONITOR_VALUE_NEGATIVE: 'error',
  MONITOR_VALUE_IMPOSSIBLE: 'error',
  MONITOR_DIGITS_ROUNDED: 'info',
  MONITOR_VALUE_TWICE: 'info',
  MONITOR_VALUES_CONFLICT: 'error',
  MONITOR_CONSTANT: 'warning',
  MONITOR_GAPS: 'info',
  MONITOR_MORE_CELLS: 'warning',
  LIST_ROW_UNREADABLE: 'error',
  LIST_ROW_TWICE: 'warning',
  MONITOR_FOREIGN: 'error',
  MONITOR_EMPTY: 'error',
  MONITOR_HOURS_DISAGREE: 'warning',
  MONITOR_CORRECTED_SINCE: 'warning',
  DUST_DAYS_REMOVED: 'warning',
  // the workbook of a plan
  BOOK_FOREIGN: 'error',
  BOOK_SHEET_MISSING: 'error',
  BOOK_SHEET_UNKNOWN: 'info',
  BOOK_SHEET_EMPTY: 'warning',
  BOOK_HEADER_MISSING: 'error',
  BOOK_COLUMN_MISSING: 'error',
  BOOK_COLUMN_TWICE: 'error',
  BOOK_COLUMN_UNKNOWN: 'warning',
  BOOK_YEAR_MISSING: 'error',
  BOOK_YEARS_NONE: 'error',
  BOOK_LINE_UNREADABLE: 'error',
  BOOK_LINE_KEPT: 'warning',
  BOOK_LIST_YEAR_MISSING: 'error',
  BOOK_LIST_YEAR_OTHER: 'error',
  BOOK_CELL_ERROR: 'error',
  BOOK_VALUE_MISSING: 'error',
  BOOK_CHOICE_UNKNOWN: 'error',
  BOOK_ASSUMED: 'info',
  BOOK_ID_TWICE: 'error',
  BOOK_ID_INVALID: 'error',
  BOOK_ID_OTHER_YEAR: 'info',
  BOOK_UNIT_UNKNOWN: 'error',
  BOOK_UNIT_TWICE: 'error',
  BOOK_UNIT_REMOVED: 'error',
  BOOK_UNIT_CODE: 'error',
  BOOK_KIND_REMOVED: 'error',
  BOOK_SUBJECT_NEAR: 'warning',
  BOOK_DECIMALS: 'error',
  BOOK_NUMBER_UNREADABLE: 'error',
  BOOK_DATE_UNREADABLE: 'error',
  BOOK_DATES_REVERSED: 'error',
  BOOK_TARGET_DATE: 'error',
  BOOK_TARGET_WORDS: 'warning',
  BOOK_TARGET_NOT_IN_TEXT: 'error',
  BOOK_TARGET_NONE: 'error',
  BOOK_RATE_PARTS: 'error',
  BOOK_AMOUNT_PARTS: 'error',
  BOOK_MEASURE_ASTRAY: 'error',
  BOOK_DEADLINE_NOT_IN_TEXT: 'error',
  BOOK_PLAN_PROBLEM: 'error',
  BOOK_SUPERSEDED: 'warning',
  BOOK_TARGET_REVISED: 'warning',
  // a workbook of targets or figures that a document sets
  VALUES_NONE: 'error',
  VALUES_ROWS_BLANK: 'info',
  VALUES_SHEET_UNKNOWN: 'info',
  VALUES_SHEET_HIDDEN: 'warning',
  VALUES_MEASURE_UNKNOWN: 'error',
  VALUES_MEASURE_SEVERAL: 'error',
  VALUES_MEASURE_DISAGREES: 'error',
  VALUES_UNIT_UNKNOWN: 'error',
  VALUES_KIND_UNKNOWN: 'error',
  VALUES_YEAR_UNREADABLE: 'error',
  VALUES_YEAR_OUTSIDE: 'error',
  VALUES_YEAR_FINAL: 'error',
  VALUES_TARGET_UNREADABLE: 'error',
  VALUES_ROW_TWICE: 'error',
} as const satisfies Record<string, Severity>;

export type FindingCode = keyof typeof FINDING_SEVERITY;

export interface FindingPlace {
  readonly file: string;
  readonly sheet?: string | null;
  readonly cell?: string | null;
}

/** The one way to make a finding: its severity follows from its code. */
export function finding(code: FindingCode, place: FindingPlace, params: FindingParams = {}): Finding {
  return { file: place.file, sheet: place.sheet ?? null, cell: place.cell ?? null, severity: FINDING_SEVERITY[code], code, params };
}
