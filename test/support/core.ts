import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { MethodInput, MethodName, MethodOutput } from '../../shared/contract/contract.ts';
import { contract } from '../../shared/contract/contract.ts';
import type { WireError } from '../../shared/contract/wire.ts';
import { type Core, createCore } from '../../main/core.ts';
import { madeOnce } from './made-once.ts';

export const TEMPLATES = join(import.meta.dirname, '..', '..', 'templates');

export interface TestCore {
  readonly core: Core;
  readonly templatesFolder: string;
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
export function testCore(folder: string, templatesFolder = TEMPLATES): TestCore {
  let now = '2025-02-10T09:00:00+08:00';
  let ids = 0;
  const logged: string[] = [];
  const core = createCore({
    templatesFolder,
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
    templatesFolder,
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

export type SampleWork = TestCore & { readonly returns: string; readonly workPath: string };

/** What works are made from: the program, its data, and this folder. */
const SOURCES = /^(?:main\/|shared\/|templates\/|test\/support\/|package-lock\.json$)/;

/** A core with a new work of the real plan, and the sample returns written to `${folder}/returns`. */
export const sampleWork = async (folder: string): Promise<SampleWork> =>
  openedCopy(
    folder,
    await madeOnce('sample-work', SOURCES, async (part) => {
      mkdirSync(part, { recursive: true });
      const made = testCore(part);
      const { workPath, returns } = placesIn(part);
      await made.call('work.create', { file: made.grant(workPath), planId: 'hechuan-2024' });
      await made.call('samples.write', { year: 2024, folder: made.grant(returns) });
      made.core.close();
    }),
  );

/** The same work after the sample returns were imported. */
export const importedWork = async (folder: string): Promise<SampleWork> =>
  openedCopy(
    folder,
    await madeOnce('imported-work', SOURCES, async (part) => {
      const made = await sampleWork(part);
      await made.call('returns.import', { year: 2024, sources: [made.grant(made.returns)] });
      made.core.close();
    }),
  );

async function openedCopy(folder: string, made: string): Promise<SampleWork> {
  cpSync(made, folder, { recursive: true });
  const core = testCore(folder);
  const places = placesIn(folder);
  await core.call('work.open', { file: core.grant(places.workPath) });
  return { ...core, ...places };
}

const placesIn = (folder: string): { readonly returns: string; readonly workPath: string } => ({
  returns: join(folder, 'returns'),
  workPath: join(folder, 'work.sqlite'),
});
