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
  'WORK_INCOMPLETE',
  'PLAN_UNKNOWN',
  'PLAN_INVALID',
  'SCHEME_INVALID',
  'YEAR_NO_TARGETS',
  'YEAR_NOT_OPEN',
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
  'WHATIF_FORM',
  'WHATIF_UNIT',
  'WHATIF_ROW',
  'WHATIF_FIELD',
  'WHATIF_VALUE',
  'WHATIF_WEIGHT_ROW',
  'WHATIF_WEIGHT',
  'WHATIF_WEIGHT_SUM',
  'WHATIF_MEASURE',
  'RUN_UNKNOWN',
  'RUN_NOT_SCORES',
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
