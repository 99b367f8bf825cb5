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
