import type { FailureCode } from '../../shared/domain/failure.ts';
import { CallFailed, type WireError } from '../../shared/contract/wire.ts';

/** Whether a call or a job ended with that code; for pages that offer less where it did. */
export function failedWith(failure: WireError | Error | null, code: FailureCode): boolean {
  if (failure === null) return false;
  const wire = failure instanceof CallFailed ? failure.failure : failure;
  return !(wire instanceof Error) && wire.code === code;
}
