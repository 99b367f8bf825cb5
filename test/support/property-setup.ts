import * as fc from 'fast-check';

// The same cases on every machine, so that a red run means a change and not a new throw of the dice. To look for more:
// PROPERTY_SEED=random PROPERTY_RUNS=1000 npm run unit
const { PROPERTY_SEED: seed, PROPERTY_RUNS: runs } = process.env;

fc.configureGlobal({
  ...(seed === 'random' ? {} : { seed: Number(seed ?? 20_240_831) }),
  ...(runs === undefined ? {} : { numRuns: Number(runs) }),
});
