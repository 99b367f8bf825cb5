import { MEASURE_SENTENCES } from './scheme/explain-measures.ts';
import { OUTPUT_SENTENCES } from './scheme/explain-outputs.ts';
import { RULE_SENTENCES } from './scheme/explain-rules.ts';
import { LACK_SENTENCES, schemeLackText } from './scheme/lack-sentences.ts';
import { NOTICE_SENTENCES, OPEN_SENTENCES, schemeNoticeText, schemeOpenText } from './scheme/notice-sentences.ts';
import { PROBLEM_SENTENCES, schemeProblemSentence } from './scheme/problem-sentences.ts';
import { SHAPES } from './scheme/shapes.ts';
import { schemeYamlSentence } from './scheme/yaml-sentences.ts';
import type { SchemeParams } from './scheme/words.ts';

export { schemeLackText, schemeNoticeText, schemeOpenText, schemeProblemSentence, schemeYamlSentence };
export type { SchemeParams };

const EXPLAINED = { ...MEASURE_SENTENCES, ...RULE_SENTENCES, ...OUTPUT_SENTENCES };

/** One node of an explanation (得分、金额的来历) in words. */
export const schemeExplainText = (code: string, params: SchemeParams): string => EXPLAINED[code]?.(params) ?? code;

/** Codes with a sentence, for the test that holds them against the codes there are. */
export const knownSchemeTexts = {
  explained: Object.keys(EXPLAINED),
  problems: Object.keys(PROBLEM_SENTENCES),
  lacks: Object.keys(LACK_SENTENCES),
  notices: Object.keys(NOTICE_SENTENCES),
  open: Object.keys(OPEN_SENTENCES),
  shapes: Object.keys(SHAPES),
} as const;
