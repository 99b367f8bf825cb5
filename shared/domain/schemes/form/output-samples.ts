import { isRecord, type Raw } from '../base/records.ts';
import { OUTPUT_KINDS } from '../outputs/index.ts';

/** What stands around an output in the sample of its kind, so that it can be seen at work alone. */
export const OUTPUT_SAMPLES: Readonly<Record<string, Raw>> = Object.fromEntries(
  OUTPUT_KINDS.map(({ key, sample }) => [key, isRecord(sample.rule) ? sample.rule : {}]),
);
