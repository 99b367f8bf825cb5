import type { z } from 'zod';
import type { FailureCode } from '../domain/failure.ts';

/** query: reads only; command: changes the work; job: long, reports progress, can be cancelled. */
export type MethodKind = 'query' | 'command' | 'job';

export interface Method<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType> {
  readonly kind: MethodKind;
  readonly input: Input;
  readonly output: Output;
  /** Codes a caller has to be ready for, besides INTERNAL and INPUT_INVALID, which every method may give. */
  readonly errors: readonly FailureCode[];
}

export const query = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O, errors: readonly FailureCode[] = []) =>
  ({ kind: 'query', input, output, errors }) as const satisfies Method<I, O>;
export const command = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O, errors: readonly FailureCode[] = []) =>
  ({ kind: 'command', input, output, errors }) as const satisfies Method<I, O>;
export const job = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O, errors: readonly FailureCode[] = []) =>
  ({ kind: 'job', input, output, errors }) as const satisfies Method<I, O>;
