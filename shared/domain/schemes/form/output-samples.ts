import { isRecord, type Raw } from '../base/records.ts';
import { OUTPUT_KINDS } from '../outputs/index.ts';

/** 人工评分 of an example. */
export const SAMPLE_POINTS = '得分';

/** What stands around an output in the sample of its kind, so that it can be seen at work alone. */
export const OUTPUT_SAMPLES: Readonly<Record<string, Raw>> = Object.fromEntries(
  OUTPUT_KINDS.map(({ key, sample }) => [key, isRecord(sample.rule) ? named(sample.rule) : {}]),
);

/** The points that the samples are given are called what they are. */
function named(rule: Raw): Raw {
  return rule['manual'] === 'total' ? { ...rule, manual: SAMPLE_POINTS } : rule;
}
