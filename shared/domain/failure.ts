/** Why a call could not be carried out. The code is stable; shared/text makes the sentence. */
export const FAILURE_CODES = [
  'INTERNAL',
  'INPUT_INVALID',
  'METHOD_UNKNOWN',
  'CANCELLED',
  'WORK_NONE',
  'WORK_EXISTS',
  'WORK_MISSING',
  'WORK_NOT_OURS',
  'WORK_NEWER',
  'WORK_DAMAGED',
  'WORK_BUSY',
  'WORK_FOLDER_MISSING',
  'WORK_UNWRITABLE',
  'WORK_READ_ONLY',
  'ACTOR_MISSING',
  'WORK_INCOMPLETE',
  'PLAN_UNKNOWN',
  'PLAN_INVALID',
  'SCHEME_INVALID',
  'SAMPLE_OTHER_YEAR',
  'YEAR_NOT_OPEN',
  'YEAR_OPEN_ALREADY',
  'YEAR_OUTSIDE_PLAN',
  'YEAR_TARGETS_OPEN',
  'YEAR_IN_USE',
  'YEAR_NOT_FINAL',
  'YEAR_BLOCKED',
  'YEAR_RUN_OTHER',
  'YEAR_RUN_STALE',
  'TARGET_NOT_OPEN',
  'MEASURE_UNKNOWN',
  'DOCUMENT_UNKNOWN',
  'FIGURE_INVALID',
  'YEAR_FINAL',
  'YEAR_NO_ANNEX',
  'YEAR_NO_SCHEME',
  'UNIT_UNKNOWN',
  'PERIOD_INVALID',
  'REPORT_UNKNOWN',
  'REPORT_FORMAT_UNKNOWN',
  'REPORT_EXTENSION',
  'FILE_IS_WORK',
  'PERIOD_OTHER_YEAR',
  'OUTLOOK_NO_TARGETS',
  'OUTLOOK_DATE_OUTSIDE',
  'SCHEME_UNKNOWN',
  'SCHEME_EXISTS',
  'SCHEME_FILE_UNREADABLE',
  'SCHEME_RULE_CHOICE',
  'RUN_UNKNOWN',
  'SETTING_UNKNOWN',
  'SETTING_VALUE',
  'CALC_INPUT_EMPTY',
  'CALC_NO_COLUMNS',
  'CALC_NO_DATE',
  'CALC_COLUMN_TWICE',
  'CALC_UNIT',
  'CALC_CSV_BROKEN',
  'CALC_ENCODING',
  'HOST_GONE',
  'UPLOAD_TOO_LARGE',
  'NAME_INVALID',
  'OUT_NOT_DEMO',
  'FILE_GRANT_UNKNOWN',
  'ORIGINAL_UNKNOWN',
  'FILE_UNWRITABLE',
  'FONT_MISSING',
  'CONFLICT_UNKNOWN',
  'STATEMENT_UNKNOWN',
  'STATEMENT_UNFIT',
  'YEAR_UNSAID',
  'CONSENT_ROW_UNKNOWN',
  'CONSENT_NOT_ASKED',
  'CONSENT_NONE',
] as const;

export type FailureCode = (typeof FAILURE_CODES)[number];
export type FailureParams = Readonly<Record<string, string | number>>;

/** Thrown inside the core and turned into an answer at its border; never crosses it. */
export class Failure extends Error {
  readonly code: FailureCode;
  readonly params: FailureParams;

  constructor(code: FailureCode, params: FailureParams = {}, options?: ErrorOptions) {
    super(`${code} ${JSON.stringify(params)}`, options);
    this.name = 'Failure';
    this.code = code;
    this.params = params;
  }
}
