import type { Reporter, TestCase, TestModule } from 'vitest/node';

const SHOWN = 15;

/**
 * Ends a run with the files that took longest, one line `FAILED file > test: reason` for each failure (a long run's middle is
 * seldom kept) and one plain line, `N passed, N failed, N skipped`, that scripts can read.
 */
export class ClosingLineReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const states = modules.flatMap((module) => [...module.children.allTests()].map((test) => test.result().state));
    const count = (state: string): number => states.filter((candidate) => candidate === state).length;
    const brokenFiles = modules.filter(
      (module) => module.state() === 'failed' && [...module.children.allTests()].every((test) => test.result().state !== 'failed'),
    ).length;
    process.stdout.write(
      `\n${durations(modules)}\n${failures(modules, errors)}${count('passed')} passed, ${count('failed') + brokenFiles + errors.length} failed, ${count('skipped')} skipped\n`,
    );
  }
}

function failures(modules: readonly TestModule[], errors: readonly unknown[]): string {
  const lines = modules.flatMap((module) => {
    const tests = [...module.children.allTests('failed')];
    const told = tests.map((test) => `${module.relativeModuleId} > ${test.fullName}: ${reasonOf(test)}`);
    return module.state() === 'failed' && told.length === 0 ? [`${module.relativeModuleId}: ${firstLine(module.errors()[0])}`] : told;
  });
  return [...lines, ...errors.map(firstLine)].map((line) => `FAILED ${line}\n`).join('');
}

const reasonOf = (test: TestCase): string => firstLine(test.result().errors?.[0]);

function firstLine(error: unknown): string {
  const message = error instanceof Object && 'message' in error ? String(error.message) : String(error);
  return message.split('\n')[0] ?? '';
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
