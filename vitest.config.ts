import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { LONG_TESTS } from './test/support/long-tests.ts';
import { ClosingLineReporter } from './test/support/closing-line-reporter.ts';

// Hundreds of processes and threads are started from the same sources: each after the first finds them compiled.
process.env.NODE_COMPILE_CACHE ??= join(import.meta.dirname, '.cache', 'compiled');

/** Nothing but values: no file, no process, nothing of a module's own that changes. One after another in the same thread. */
const PURE = ['test/unit/shared/**/*.test.ts', 'test/unit/renderer/**/*.test.ts'];

export default defineConfig({
  test: {
    setupFiles: ['test/support/property-setup.ts'],
    // Every processor: files wait for processes of their own as often as they compute.
    maxWorkers: '100%',
    testTimeout: 60_000,
    hookTimeout: 180_000,
    reporters: ['default', new ClosingLineReporter()],
    benchmark: { include: ['test/bench/**/*.bench.ts'] },
    projects: [
      { extends: true, test: { name: 'pure', include: PURE, isolate: false, pool: 'threads' } },
      { extends: true, test: { name: 'real', include: ['test/**/*.test.ts'], exclude: [...PURE, ...LONG_TESTS], isolate: false } },
      { extends: true, test: { name: 'long', include: LONG_TESTS } },
    ],
  },
});
