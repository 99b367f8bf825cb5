import type { WireError } from '../../../shared/contract/wire.ts';

/** A failed call ends the command; main prints it and exits with 1. */
export class CommandFailed extends Error {
  readonly failure: WireError;

  constructor(failure: WireError) {
    super(failure.code);
    this.name = 'CommandFailed';
    this.failure = failure;
  }
}
