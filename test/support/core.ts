import { join } from 'node:path';
import type { MethodInput, MethodName, MethodOutput } from '../../shared/contract/contract.ts';
import { contract } from '../../shared/contract/contract.ts';
import type { WireError } from '../../shared/contract/wire.ts';
import { type Core, createCore } from '../../main/core.ts';

export const TEMPLATES = join(import.meta.dirname, '..', '..', 'templates');

export interface TestCore {
  readonly core: Core;
  readonly logged: string[];
  /** Moves the fixed clock. */
  setNow(now: string): void;
  /** Calls a method, expects it to succeed, and checks the answer against the contract's output schema. */
  call<Name extends MethodName>(method: Name, input: MethodInput<Name>): Promise<MethodOutput<Name>>;
  /** Calls a method, expects it to fail. */
  fail(method: MethodName, input: unknown): Promise<WireError>;
  grant(path: string): string;
}

/** A real core on real files, with a fixed clock and counted ids. */
export function testCore(folder: string): TestCore {
  let now = '2025-02-10T09:00:00+08:00';
  let ids = 0;
  const logged: string[] = [];
  const core = createCore({
    templatesFolder: TEMPLATES,
    cacheFolder: join(folder, 'cache'),
    fontFolders: [],
    now: () => now,
    steadyNow: () => performance.now(),
    userName: () => '测试员',
    newId: () => `id-${(ids += 1)}`,
    log: (id, error) => void logged.push(`${id} ${String(error)}`),
  });
  return {
    core,
    logged,
    setNow: (next) => void (now = next),
    async call(method, input) {
      const answer = await core.call(method, input);
      if (!answer.ok) throw new Error(`${method}: ${answer.error.code} ${JSON.stringify(answer.error.params)} ${logged.join('\n')}`);
      contract[method].output.parse(answer.value);
      return answer.value;
    },
    async fail(method, input) {
      const answer = await core.dispatch('failing', method, input);
      if (answer.ok) throw new Error(`${method} was expected to fail`);
      return answer.error;
    },
    grant: (path) => core.grants.issue(path),
  };
}

/** A core with a new work of the real plan, and the sample returns written to `${folder}/returns`. */
export async function sampleWork(folder: string): Promise<TestCore & { returns: string; workPath: string }> {
  const made = testCore(folder);
  const workPath = join(folder, 'work.sqlite');
  const returns = join(folder, 'returns');
  await made.call('work.create', { file: made.grant(workPath), planId: 'hechuan-2024' });
  await made.call('samples.write', { year: 2024, folder: made.grant(returns) });
  return { ...made, returns, workPath };
}
