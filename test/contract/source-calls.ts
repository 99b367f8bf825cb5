import type { TestCore } from '../support/core.ts';

const RULE = { key: 'air.below-detection', value: 'half', from: '2030-07-01' } as const;

/** Calls about the sources of monitoring data, once a file of it was taken in. */
export const sourceCalls = {
  'sources.list': () => ({}),
  'sources.effect': () => ({ ...RULE, from: '2024-07-01' }),
  'sources.rule': async (made: TestCore) => ({ ...RULE, source: await sourceFile(made), reason: '按监测方案' }),
} as const;

const sourceFile = async (made: TestCore): Promise<number> =>
  (await made.call('monitoring.files', {})).files.find(({ kind }) => kind === 'monitoring')?.number ?? 0;
