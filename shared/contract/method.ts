import type { z } from 'zod';
import type { FailureCode } from '../domain/failure.ts';

/** query: reads only; command: changes the work, or which one is open; job: long, reports progress, can be cancelled. */
export type MethodKind = 'query' | 'command' | 'job';

/** What somebody must be allowed to do: read; edit (take in, compute, correct); decide (what counts and by which rules); sign (定稿). */
export type Permission = 'read' | 'edit' | 'decide' | 'sign';

export interface Method<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType> {
  readonly kind: MethodKind;
  readonly permission: Permission;
  /**
   * Stable name of the event (操作记录) that stands in the work for every change this method makes; null for one that changes nothing in it. Only
   * a method with a name for it gets a handle that writes.
   */
  readonly audit: string | null;
  readonly input: Input;
  readonly output: Output;
  /** Codes a caller has to be ready for, besides those that every method may give (EVERYWHERE). */
  readonly errors: readonly FailureCode[];
}

/** What any method may answer; WORK_READ_ONLY only one that writes. */
export const EVERYWHERE = [
  'INTERNAL',
  'INPUT_INVALID',
  'METHOD_UNKNOWN',
  'ACTOR_MISSING',
  'WORK_READ_ONLY',
] as const satisfies FailureCode[];

export interface Access<Audit extends string> {
  readonly permission: Permission;
  readonly audit: Audit;
}

export const query = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O, errors: readonly FailureCode[] = []) =>
  ({ kind: 'query', permission: 'read', audit: null, input, output, errors }) as const satisfies Method<I, O>;

export const command = <const A extends string, I extends z.ZodType, O extends z.ZodType>(
  { permission, audit }: Access<A>,
  input: I,
  output: O,
  errors: readonly FailureCode[] = [],
) => ({ kind: 'command', permission, audit, input, output, errors }) as const satisfies Method<I, O>;

/** A command that changes which work is open, and nothing in one that is. */
export const opening = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O, errors: readonly FailureCode[] = []) =>
  ({ kind: 'command', permission: 'read', audit: null, input, output, errors }) as const satisfies Method<I, O>;

/** A long one that changes nothing in the work: it reads, judges, prints. */
export const job = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O, errors: readonly FailureCode[] = []) =>
  ({ kind: 'job', permission: 'read', audit: null, input, output, errors }) as const satisfies Method<I, O>;

/** A long one that changes the work. */
export const writingJob = <const A extends string, I extends z.ZodType, O extends z.ZodType>(
  { permission, audit }: Access<A>,
  input: I,
  output: O,
  errors: readonly FailureCode[] = [],
) => ({ kind: 'job', permission, audit, input, output, errors }) as const satisfies Method<I, O>;
