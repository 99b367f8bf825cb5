import { Readable, Writable } from 'node:stream';
import type { CliLine, CliResult } from './cli-line.ts';

class Kept extends Writable {
  readonly pieces: Buffer[] = [];

  override _write(piece: Buffer | string, _encoding: string, done: () => void): void {
    this.pieces.push(Buffer.from(piece));
    done();
  }

  text(): string {
    return Buffer.concat(this.pieces).toString('utf8');
  }
}

/** Thrown where the command line would end its process. */
class Ended extends Error {
  readonly code: number;

  constructor(code: number) {
    super(`ended with ${code}`);
    this.code = code;
  }
}

const replace = (name: 'stdin' | 'stdout' | 'stderr', value: unknown): void =>
  void Object.defineProperty(process, name, { value, configurable: true, writable: true });

const own = { ...process.env };

// The program itself: every line after the first finds its modules loaded. Everything else is as in a process of its own.
const { main } = await import('../../main/hosts/cli/main.ts');

async function run({ args, folder, input, env }: CliLine): Promise<CliResult> {
  const [stdout, stderr] = [new Kept(), new Kept()];
  replace('stdin', Readable.from([Buffer.from(input, 'base64')]));
  replace('stdout', stdout);
  replace('stderr', stderr);
  process.env = { ...own, ...env };
  process.chdir(folder);
  process.exitCode = 0;
  process.exit = (code) => {
    throw new Ended(Number(code ?? process.exitCode ?? 0));
  };
  try {
    await main(args);
  } catch (error) {
    if (!(error instanceof Ended)) throw error;
    process.exitCode = error.code;
  }
  return { code: Number(process.exitCode ?? 0), stdout: stdout.text(), stderr: stderr.text() };
}

process.on('message', (line: CliLine) => {
  run(line).then(
    (result) => process.send?.(result),
    (error: unknown) => process.send?.({ code: -1, stdout: '', stderr: String(error instanceof Error ? error.stack : error) }),
  );
});
process.send?.('ready');
