import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { LONG_TESTS } from './test/support/long-tests.ts';
import { ClosingLineReporter } from './test/support/closing-line-reporter.ts';

// Hundreds of processes and threads are started from the same sources: each after the first finds them compiled.
process.env.NODE_COMPILE_CACHE ??= join(import.meta.dirname, '.cache', 'compiled');

/** Nothing but values: no file, no process, nothing of a module's own that changes. One after another in the same thread. */
const PURE = ['test/unit/shared/**/*.test.ts', 'test/unit/renderer/**/*.test.ts'];

const { PROPERTY_SEED, PROPERTY_RUNS } = process.env;

/** The tests with properties again, on cases that no other run has seen. Only where it is named: a file asked for by its path runs once. */
const CASES = process.argv.some((word) => /\bcases$/.test(word))
  ? [
      {
        extends: true as const,
        test: {
          name: 'cases',
          include: globSync('test/unit/**/*.test.ts').filter((file) => readFileSync(file, 'utf8').includes("from 'fast-check'")),
          isolate: false,
          env: { PROPERTY_SEED: PROPERTY_SEED ?? '1', PROPERTY_RUNS: PROPERTY_RUNS ?? '1000' },
        },
      },
    ]
  : [];

export default defineConfig({
  test: {
    setupFiles: ['test/support/property-setup.ts'],
    // Every processor: files wait for processes of their own as often as they compute.
    maxWorkers: '100%',
    testTimeout: 300_000,
    hookTimeout: 600_000,
    reporters: ['default', new ClosingLineReporter()],
    benchmark: { include: ['test/bench/**/*.bench.ts'] },
    projects: [
      { extends: true, test: { name: 'pure', include: PURE, isolate: false, pool: 'threads' } },
      { extends: true, test: { name: 'real', include: ['test/**/*.test.ts'], exclude: [...PURE, ...LONG_TESTS], isolate: false } },
      // A browser on a machine that others use can lose a press; what fails twice is a failure.
      { extends: true, test: { name: 'long', include: LONG_TESTS, retry: 1 } },
      ...CASES,
    ],
  },
});
