/** Words that stand beside the rule itself: what it gives, and what else follows from it. */
export const OUTPUT_KEYS: readonly string[] = [
  'out',
  'per',
  'clear',
  'grades',
  'gradeFrom',
  'quota',
  'veto',
  'notices',
  'pass',
  'yearEnd',
  'zeroSum',
  'groups',
  'units',
  'clauses',
];
