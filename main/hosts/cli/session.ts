import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import type { MethodInput, MethodName, MethodOutput } from '../../../shared/contract/contract.ts';
import { stageText } from '../../../shared/text/stage-text.ts';
import { type Core, createCore } from '../../core.ts';
import { CommandFailed } from './command-failed.ts';
import { cliEnvironment } from './environment.ts';
import { end, handOver, hasWorked } from './interrupt.ts';
import { startFolder } from './start-folder.ts';
import { progressLine } from './terminal/progress-line.ts';

export interface CliSession {
  readonly core: Core;
  readonly json: boolean;
  call<Name extends MethodName>(method: Name, input: MethodInput<Name>): Promise<MethodOutput<Name>>;
  /** A grant for a path given on the command line. */
  grant(path: string): string;
  /** The command's result: the JSON value with --json, else the text. */
  result(value: unknown, text: () => string): void;
  close(): void;
}

export interface SessionOptions {
  readonly json: boolean;
  /** --by 姓名; the user of the machine without it. */
  readonly by: string | null;
  /** --read-only: works are opened for reading. */
  readonly readOnly: boolean;
}

export function openSession(options: SessionOptions): CliSession {
  const environment = cliEnvironment();
  const core = createCore(options.by === null ? environment : { ...environment, userName: () => options.by ?? '' });
  const line = progressLine(process.stderr);
  const stopListening = core.onEvent((event) => line.show(event.payload.fraction, stageText(event.payload.stage)));
  let current: string | null = null;
  const interrupt = (): void => {
    if (current === null) end();
    else core.cancel(current);
  };
  const takeBack = handOver(interrupt);
  return {
    core,
    json: options.json,
    async call(method, input) {
      current = randomUUID();
      const asked = method === 'work.open' && options.readOnly ? { ...input, readOnly: true } : input;
      const answer = await core.call(method, asked, current);
      current = null;
      if (method !== 'work.open') hasWorked();
      line.clear();
      if (!answer.ok) throw new CommandFailed(answer.error);
      return answer.value;
    },
    grant: (path) => core.grants.issue(resolve(startFolder(), path)),
    result: (value, text) => void process.stdout.write(options.json ? `${JSON.stringify({ ok: true, value }, null, 2)}\n` : `${text()}\n`),
    close() {
      takeBack();
      stopListening();
      core.close();
    },
  };
}

/** How a command is written: the session is opened for it, closed after it, and what fails is printed by one place. */
export type Run = (work: (session: CliSession) => Promise<void>) => Promise<void>;
