import type { FailureCode, FailureParams } from '../domain/failure.ts';

/** What crosses a transport. No sentence, no stack: code and params only. */
export interface WireError {
  readonly code: FailureCode;
  readonly params: FailureParams;
}

export type Envelope<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: WireError };

export interface ProgressEvent {
  readonly name: 'progress';
  readonly payload: { readonly id: string; readonly fraction: number; readonly stage: string };
}

export type CoreEvent = ProgressEvent;

/** A call that failed, with its code and params; the page makes the sentence (shared/text/failure-text). */
export class CallFailed extends Error {
  readonly failure: WireError;

  constructor(failure: WireError) {
    super(failure.code);
    this.name = 'CallFailed';
    this.failure = failure;
  }
}

/** What an envelope holds; a failure in it is thrown. */
export function valueOf<Value>(envelope: Envelope<Value>): Value {
  if (!envelope.ok) throw new CallFailed(envelope.error);
  return envelope.value;
}
