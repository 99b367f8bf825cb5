import type { z } from 'zod';
import type { Explained } from '../base/explain.ts';
import type { KindSample } from '../base/kinds.ts';
import type { Params } from '../base/problems.ts';
import type { Lack } from '../base/data-source.ts';

/** 结果: something that follows from the value of the rule, as an entry of the language. */
export interface OutputKind<Schema extends z.ZodType = z.ZodType> {
  readonly key: string;
  readonly schema: Schema;
  readonly codes: readonly string[];
  readonly sample: KindSample;
}

export const outputKind = <Schema extends z.ZodType>(kind: OutputKind<Schema>): OutputKind<Schema> => kind;

/** 告知: what falls due besides points and money. `do` is the scheme's own wording; the others are said by shared/text. */
export interface Notice {
  readonly code: 'do' | 'barred' | 'passOn';
  readonly params: Params;
  readonly explanation: Explained;
}

/** Something that could not be decided for lack of a figure, although the value itself stands. */
export interface OpenQuestion {
  readonly code: 'notice' | 'veto' | 'pass' | 'grade';
  readonly params: Params;
  readonly lacks: readonly Lack[];
}
