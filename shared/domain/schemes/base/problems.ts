/** A place in a scheme file: the keys and list positions that lead to it. */
export type Path = readonly (string | number)[];

export type Params = Readonly<Record<string, string>>;

/** What keeps a scheme from being used (error), or what its author should look at (warning, note). */
export const PROBLEM_SEVERITY = {
  NOT_A_MAP: 'error',
  FULLWIDTH: 'error',
  RULES_EMPTY: 'error',
  FORM_NONE: 'error',
  KEY_UNKNOWN: 'error',
  KEY_MISPLACED: 'error',
  HEAD_MISSING: 'warning',
  HEAD_VALUE: 'error',
  HEAD_KIND: 'error',
  PLAN_MISSING: 'error',
  BECOMES_RULES: 'warning',
  SOURCE_NONE: 'error',
  SOURCE_TWICE: 'error',
  FUNCTION_TWICE: 'error',
  CONDITION_NONE: 'error',
  COMPARISON_NONE: 'error',
  SHAPE: 'error',
  VALUE_UNKNOWN: 'error',
  MEASURE_FORM: 'error',
  MEASURE_NEAR: 'warning',
  WORD_NEAR: 'error',
  PARAM_UNDECLARED: 'error',
  PARAM_TAKEN: 'warning',
  NEGATIVE: 'error',
  SHARE_RANGE: 'error',
  EFFICACY_ORDER: 'warning',
  REFERENCE_NEEDED: 'error',
  MEASURE_NEEDED: 'error',
  PLACES_WITHOUT_RANK: 'error',
  RANK_WITHOUT_PLACES: 'error',
  PLACES_FORM: 'error',
  PLACES_OVERLAP: 'error',
  TIERS_ORDER: 'error',
  TABLE_ORDER: 'error',
  LIMITS_CROSSED: 'error',
  WEIGHT_SUM: 'error',
  CASE_UNREACHABLE: 'error',
  CASE_OPEN: 'warning',
  FOLD_UNKNOWN: 'error',
  SCALE_EXCEEDED: 'error',
  JUDGING_MISSING: 'error',
  STATUS_UNKNOWN: 'error',
  OUT_MISSING: 'error',
  GRADES_ORDER: 'error',
  GRADES_OPEN: 'warning',
  GRADE_UNKNOWN: 'error',
  QUOTA_RANGE: 'error',
  QUOTA_WITHOUT_GRADES: 'error',
  VETO_EMPTY: 'error',
  STREAK_WITHOUT_RANK: 'error',
  STREAK_CIRCULAR: 'error',
  ZERO_SUM_POINTS: 'error',
  CLAUSE_UNKNOWN: 'error',
  CLAUSE_TWICE: 'error',
  CLAUSE_UNUSED: 'note',
  RULE_WITHOUT_CLAUSE: 'note',
} as const satisfies Record<string, 'error' | 'warning' | 'note'>;

export type ProblemCode = keyof typeof PROBLEM_SEVERITY;
export type Severity = (typeof PROBLEM_SEVERITY)[ProblemCode];

export interface Problem {
  readonly code: ProblemCode;
  readonly severity: Severity;
  readonly path: Path;
  readonly params: Params;
}

export const problem = (code: ProblemCode, path: Path, params: Params = {}): Problem => ({
  code,
  severity: PROBLEM_SEVERITY[code],
  path,
  params,
});
