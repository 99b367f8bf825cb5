/** Left out of `npm test` for their length; `npm run test:long` runs them. Whoever changes what one of them shows runs it before. */
export const LONG_TESTS = [
  'test/e2e/browser/!(smoke).test.ts',
  'test/e2e/cli-lines.test.ts',
  'test/unit/main/services/scheme-apply/published-on-work.test.ts',
];
