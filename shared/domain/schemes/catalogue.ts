import { COMPARE_CODES, COMPARATORS } from './conditions/compare.ts';
import { CONDITION_KINDS } from './conditions/index.ts';
import { BODY_CODES } from './language/bodies.ts';
import { COMMON_KEYS, SOURCE_KINDS } from './language/compile-node.ts';
import { EACH_CODES } from './language/each-node.ts';
import { LIMIT_CODES } from './language/limits.ts';
import { SCALAR_CODES } from './measures/constant.ts';
import { OUTPUT_KINDS } from './outputs/index.ts';
import { OUTPUT_KEYS } from './outputs/keys.ts';
import { PERIOD_CODES } from './runs/periods.ts';
import { RULE_KINDS } from './rules/index.ts';
import { WORLD_CODES } from './evaluate/scheme-world.ts';
import type { KindSample } from './base/kinds.ts';

/** One entry of the language, with how it looks at work. */
export interface LanguageEntry {
  readonly key: string;
  readonly room: 'source' | 'rule' | 'condition' | 'output';
  readonly sample: KindSample;
}

/** Everything that can be written in a scheme. */
export const LANGUAGE: readonly LanguageEntry[] = [
  ...SOURCE_KINDS.map(({ key, sample }) => ({ key, room: 'source' as const, sample })),
  ...RULE_KINDS.map(({ key, sample }) => ({ key, room: 'rule' as const, sample })),
  ...CONDITION_KINDS.map(({ key, sample }) => ({ key, room: 'condition' as const, sample })),
  ...OUTPUT_KINDS.map(({ key, sample }) => ({ key, room: 'output' as const, sample })),
];

/** Every word, kinds' own and common ones. */
export const WORDS: readonly string[] = [
  ...new Set([
    ...[...SOURCE_KINDS, ...RULE_KINDS, ...CONDITION_KINDS].flatMap(({ keys }) => keys),
    ...OUTPUT_KEYS,
    ...COMPARATORS,
    ...COMMON_KEYS,
    'each',
  ]),
].toSorted();

/** Every code of an explanation. */
export const EXPLAIN_CODES: readonly string[] = [
  ...[...SOURCE_KINDS, ...RULE_KINDS, ...CONDITION_KINDS, ...OUTPUT_KINDS].flatMap(({ codes }) => codes),
  ...SCALAR_CODES,
  ...LIMIT_CODES,
  ...EACH_CODES,
  ...COMPARE_CODES,
  ...BODY_CODES,
  ...WORLD_CODES,
  ...PERIOD_CODES,
];
