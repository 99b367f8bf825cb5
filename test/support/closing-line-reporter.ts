import type { Reporter, TestModule } from 'vitest/node';

const SHOWN = 15;

/** Ends a run with the files that took longest and one plain line, `N passed, N failed, N skipped`, that scripts can read. */
export class ClosingLineReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const states = modules.flatMap((module) => [...module.children.allTests()].map((test) => test.result().state));
    const count = (state: string): number => states.filter((candidate) => candidate === state).length;
    const brokenFiles = modules.filter(
      (module) => module.state() === 'failed' && [...module.children.allTests()].every((test) => test.result().state !== 'failed'),
    ).length;
    process.stdout.write(
      `\n${durations(modules)}\n${count('passed')} passed, ${count('failed') + brokenFiles + errors.length} failed, ${count('skipped')} skipped\n`,
    );
  }
}

/** Seconds of the longest files, with what they load and set up; files run side by side, so all seconds are more than the run takes. */
function durations(modules: readonly TestModule[]): string {
  const files = modules
    .map((module) => ({ name: module.relativeModuleId, seconds: secondsOf(module), tests: [...module.children.allTests()].length }))
    .toSorted((one, other) => other.seconds - one.seconds);
  const all = files.reduce((sum, { seconds }) => sum + seconds, 0);
  const lines = files
    .slice(0, SHOWN)
    .map(({ name, seconds, tests }) => `${seconds.toFixed(1).padStart(7)} s ${String(tests).padStart(4)} tests  ${name}`);
  return [`${all.toFixed(1).padStart(7)} s in ${files.length} files, the longest:`, ...lines, ''].join('\n');
}

function secondsOf(module: TestModule): number {
  const { environmentSetupDuration, prepareDuration, setupDuration, collectDuration, duration } = module.diagnostic();
  return (environmentSetupDuration + prepareDuration + setupDuration + collectDuration + duration) / 1000;
}
