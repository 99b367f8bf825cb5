import { MONITORING_FINDINGS } from './finding-codes/monitoring-findings.ts';
import { PAGE_FINDINGS, PAGE_HOLDS } from './finding-codes/page-findings.ts';
import { PLAN_FINDINGS } from './finding-codes/plan-findings.ts';
import { TABLE_FINDINGS } from './finding-codes/table-findings.ts';
import { TYPED_FINDINGS } from './finding-codes/typed-findings.ts';

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
  FILE_TRAILING_BYTES: 'info',
  FILE_CONTROL_CHARACTERS: 'warning',
  FILE_CELL_UNREADABLE: 'error',
  FILE_DUPLICATE: 'info',
  FILE_REVERTS: 'warning',
  // whose return it is
  RETURN_FOREIGN: 'error',
  RETURN_IS_MONITORING: 'error',
  RETURN_OTHER_PLAN: 'error',
  RETURN_OTHER_YEAR: 'error',
  RETURN_UNKNOWN_UNIT: 'error',
  RETURN_UNIT_DISAGREES: 'error',
  RETURN_UNIT_CHOSEN: 'warning',
  RETURN_UNIT_NOT_NAMED: 'error',
  RETURN_YEAR_DISAGREES: 'error',
  RETURN_NAME_DIFFERS: 'warning',
  RETURN_KEY_LOST: 'warning',
  RETURN_FORM_OF_YEAR: 'warning',
  RETURN_OLD_LAYOUT: 'warning',
  RETURN_FORMER_FORM: 'info',
  RETURN_REPLACES: 'info',
  RETURN_TWICE_IN_BATCH: 'warning',
  RETURN_LATE: 'warning',
  RETURN_EMPTY: 'warning',
  RETURN_OLDER_DATE: 'warning',
  VERSION_EMPTY: 'warning',
  VERSION_FEWER: 'warning',
  VERSION_MORE_ERRORS: 'warning',
  VERSION_UNDATED: 'warning',
  VERSION_RIVALS: 'warning',
  VERSION_KEPT: 'info',
  // its structure
  SHEET_MISSING: 'error',
  SHEET_RENAMED: 'warning',
  SHEET_FILLED_OTHER: 'warning',
  SHEET_TWICE_EQUAL: 'info',
  SHEETS_DISAGREE: 'error',
  SHEET_UNREAD: 'warning',
  COLUMN_MISSING: 'error',
  COLUMN_TWICE: 'error',
  COLUMN_UNREAD: 'warning',
  COLUMN_UNREAD_ANSWERS: 'error',
  COLUMN_RUNNING: 'info',
  HEADER_DIFFERS: 'warning',
  HEADER_UNIT: 'warning',
  HEADER_UNIT_ASSUMED: 'info',
  HEADER_UNIT_OTHER: 'error',
  ROW_MISSING: 'warning',
  ROW_UNKNOWN: 'warning',
  ROW_TWICE: 'error',
  ROW_REPEATED: 'warning',
  ROW_BY_NAME: 'warning',
  ROW_ID_DISAGREES: 'error',
  ROW_ONLY_IN_COPY: 'error',
  FIXED_CELL_CHANGED: 'warning',
  UNIT_CELL_CHANGED: 'error',
  // what stands where nothing is asked
  CELL_GREY: 'error',
  CELL_MERGED: 'error',
  CELL_MARK: 'info',
  CELL_UNREAD: 'warning',
  CELL_UNREAD_ANSWER: 'error',
  CELLS_UNREAD: 'warning',
  CELLS_UNREAD_ANSWERS: 'error',
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
  NUMBER_LIMIT: 'error',
  NUMBER_POINT_UNCLEAR: 'error',
  NUMBER_TOO_LARGE: 'error',
  NUMBER_OVER_DAYS: 'error',
  NUMBER_OTHER_YEAR: 'error',
  NUMBER_NONE_TOTAL: 'error',
  NUMBER_NONE_ADDED: 'warning',
  NUMBER_IN_WORDS: 'warning',
  NUMBER_REST: 'info',
  NUMBER_REACHED: 'warning',
  NUMBER_CUMULATIVE: 'warning',
  PERCENT_SCALED: 'warning',
  PERCENT_SCALE_UNCLEAR: 'warning',
  PERCENT_SCALE_HELD: 'warning',
  PERCENT_OVER_100: 'error',
  DATE_UNREADABLE: 'error',
  DATE_OTHER_YEAR: 'warning',
  DATE_YEAR_ASSUMED: 'warning',
  DATE_IMPLAUSIBLE: 'warning',
  DATE_AFTER_REPORT: 'warning',
  REPORT_DATE_IMPLAUSIBLE: 'error',
  REPORT_DATE_AHEAD: 'warning',
  STATUS_UNREADABLE: 'error',
  STATUS_TYPO: 'warning',
  STATUS_REST: 'info',
  FORMULA_ERROR: 'error',
  FORMULA_DISAGREES: 'error',
  FORMULA_OF_BLANKS: 'warning',
  FORMULA_CHANGES: 'error',
  FORMULA_EXTERNAL: 'warning',
  FORMULA_VOLATILE: 'warning',
  CELL_STRUCK_PART: 'warning',
  CELL_STRUCK_WHOLE: 'error',
  CELL_RAISED: 'error',
  CELL_FORMAT_SCALED: 'error',
  CELL_FORMAT_WORDS: 'warning',
  CELL_HIDDEN: 'warning',
  SHEET_HIDDEN: 'warning',
  TEXT_TOO_LONG: 'warning',
  // cells against each other
  VALUE_MISSING: 'warning',
  VALUE_IN_REMARK: 'warning',
  RATE_WITHOUT_PARTS: 'warning',
  RATE_DISAGREES: 'warning',
  RATE_PART_MISSING: 'error',
  RATE_NUMERATOR_LARGER: 'error',
  RATE_DENOMINATOR_ZERO: 'error',
  DENOMINATORS_DISAGREE: 'warning',
  VALUE_MAGNITUDE: 'warning',
  VALUE_MAGNITUDE_OTHERS: 'warning',
  CUMULATIVE_BELOW_INCREMENT: 'error',
  STATUS_DISAGREES: 'warning',
  DATE_MISSING: 'warning',
  LEADS_DISAGREE: 'warning',
  SUBJECT_DISAGREES: 'warning',
  // 不涉及
  EXEMPTION_ASKED: 'warning',
  EXEMPTION_UNCLEAR: 'error',
  EXEMPTION_MIXED: 'error',
  EXEMPTION_WITH_FIGURES: 'error',
  // air
  AIR_DATE_TWICE: 'error',
  AIR_DATE_OUTSIDE: 'error',
  AIR_VALUE_IMPOSSIBLE: 'error',
  AIR_VALUE_ZERO: 'error',
  AIR_PM25_ABOVE_PM10: 'warning',
  AIR_COLUMNS_SWAPPED: 'error',
  AIR_DAYS_MISSING: 'info',
  ...MONITORING_FINDINGS,
  ...PAGE_FINDINGS,
  ...PLAN_FINDINGS,
  ...TABLE_FINDINGS,
  ...TYPED_FINDINGS,
} as const satisfies Record<string, Severity>;

export type FindingCode = keyof typeof FINDING_SEVERITY;

/**
 * 待确认: what stands at such a finding's cell was read and is kept, but is doubtful (two readings, an implausible size) and does not count until
 * somebody confirms it. Hard limits are errors instead.
 */
export const HOLDING_CODES: ReadonlySet<FindingCode> = new Set<FindingCode>([
  'NUMBER_REACHED',
  'NUMBER_CUMULATIVE',
  'PERCENT_SCALE_HELD',
  'FORMULA_OF_BLANKS',
  'DATE_IMPLAUSIBLE',
  'DATE_AFTER_REPORT',
  'DENOMINATORS_DISAGREE',
  'VALUE_MAGNITUDE',
  'VALUE_MAGNITUDE_OTHERS',
  ...PAGE_HOLDS,
]);

export interface FindingPlace {
  readonly file: string;
  readonly sheet?: string | null;
  readonly cell?: string | null;
}

/** The one way to make a finding: its severity follows from its code. */
export function finding(code: FindingCode, place: FindingPlace, params: FindingParams = {}): Finding {
  return { file: place.file, sheet: place.sheet ?? null, cell: place.cell ?? null, severity: FINDING_SEVERITY[code], code, params };
}
