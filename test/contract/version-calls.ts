import type { MethodInput } from '../../shared/contract/contract.ts';
import type { versionsMethods } from '../../shared/contract/versions.ts';
import type { TestCore } from '../support/core.ts';

type Name = keyof typeof versionsMethods;
type VersionCalls = { readonly [Method in Name]: (made: TestCore) => MethodInput<Method> | Promise<MethodInput<Method>> };

const YEAR = 2024;

/** 收件号 of the first version of a unit that has sent something. */
export const firstVersion = async (made: TestCore): Promise<number> =>
  (await made.call('returns.versions', { year: YEAR, unit: '区公安局' })).versions[0]?.number ?? 0;

const firstFinding = async (made: TestCore): Promise<string> => (await made.call('returns.findings', { year: YEAR })).findings[0]?.id ?? '';

/** A valid call of each method about versions and answers, in an order in which each finds what it needs. */
export const versionCalls: VersionCalls = {
  'returns.versions': () => ({ year: YEAR, unit: '区公安局' }),
  'returns.compare': async (made) => ({ number: await firstVersion(made) }),
  'returns.withdraw': async (made) => ({ number: await firstVersion(made), reason: '试撤回' }),
  'returns.adopt': async (made) => ({ number: await firstVersion(made), reason: '恢复' }),
  'returns.answer': async (made) => ({
    finding: await firstFinding(made),
    as: 'returned',
    reason: '请单位改正',
  }),
  'returns.answers': async (made) => ({
    findings: [await firstFinding(made)],
    as: 'returned',
    reason: '请单位改正',
  }),
};
