import { COMBINING_READERS } from './scheme-rule-sentences/combine.ts';
import { COMPARATOR_WORDS, CONDITION_READERS } from './scheme-rule-sentences/conditions.ts';
import { MEASURE_READERS } from './scheme-rule-sentences/measures.ts';
import { OUTPUT_READERS } from './scheme-rule-sentences/outputs.ts';
import { RULE_READERS } from './scheme-rule-sentences/rules.ts';

export type { RuleBetter, RuleFacts } from './scheme-rule-sentences/facts.ts';
export { listText, measureText, measureUnit } from './scheme-rule-sentences/measures.ts';
export { inOneLine, ordinal, readingLines, type RuleReading, type RuleScope } from './scheme-rule-sentences/reading.ts';
export {
  readCondition,
  readEntry,
  readOutput,
  readRule,
  type RuleOptions,
  scopeWithin,
  unitOfScheme,
} from './scheme-rule-sentences/read-rule.ts';

/** Words of the language with a sentence, for the test that holds them against the words there are. */
export const knownRuleSentences = {
  source: Object.keys({ ...MEASURE_READERS, ...COMBINING_READERS }),
  rule: Object.keys(RULE_READERS),
  condition: [...Object.keys(CONDITION_READERS), ...Object.keys(COMPARATOR_WORDS)],
  output: Object.keys(OUTPUT_READERS),
} as const;
