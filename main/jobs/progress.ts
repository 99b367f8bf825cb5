/** What a running job may do: report, and notice that it is to stop. */
export interface JobContext {
  readonly signal: AbortSignal;
  /** `fraction` 0..1 of this context's own part; `stage` a stable key that shared/text names. */
  report(fraction: number, stage: string): void;
}

export interface JobProgress {
  readonly id: string;
  readonly fraction: number;
  readonly stage: string;
}

const REPORT_INTERVAL_MS = 100;

/**
 * A job's context: passes on at most ten reports a second (the first of a stage and the last always), never lets the fraction fall.
 * `now` is milliseconds of any steady clock.
 */
export function createJobContext(id: string, signal: AbortSignal, now: () => number, emit: (progress: JobProgress) => void): JobContext {
  let highest = 0;
  let lastEmitted = Number.NEGATIVE_INFINITY;
  let lastStage = '';
  return {
    signal,
    report(fraction, stage) {
      highest = Math.max(highest, Math.min(1, fraction));
      const time = now();
      if (time - lastEmitted < REPORT_INTERVAL_MS && highest < 1 && stage === lastStage) return;
      lastEmitted = time;
      lastStage = stage;
      emit({ id, fraction: highest, stage });
    },
  };
}

/** The part of a job that runs from `from` to `to` of the whole: its own 0..1 is scaled into that span. */
export function subContext(context: JobContext, from: number, to: number): JobContext {
  return { signal: context.signal, report: (fraction, stage) => context.report(from + (to - from) * fraction, stage) };
}

/** Ends the job here when it was cancelled, and lets other work of the process run in between. */
export async function checkpoint(context: Pick<JobContext, 'signal'>): Promise<void> {
  await new Promise<void>((resolve) => setImmediate(resolve));
  context.signal.throwIfAborted();
}

/** Does work in steps and lets others have their turn between them; a cancelled job ends there. */
export async function inSteps<Result>(steps: Generator<void, Result>, context: Pick<JobContext, 'signal'>): Promise<Result> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    await checkpoint(context);
  }
}
