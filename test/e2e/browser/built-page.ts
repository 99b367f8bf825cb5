import { join } from 'node:path';
import { build } from 'vite';
import { ROOT } from '../../architecture/project-files.ts';
import { madeOnce } from '../../support/made-once.ts';

/** The page built from the sources as they are. */
export const builtPage = (): Promise<string> =>
  madeOnce('page', /^(?:renderer\/|shared\/|vite\.config\.ts$|package-lock\.json$)/, (folder) =>
    asDelivered(() =>
      build({
        configFile: join(ROOT, 'vite.config.ts'),
        mode: 'production',
        logLevel: 'error',
        build: { outDir: folder, emptyOutDir: true },
      }),
    ),
  );

/** The test runner's own NODE_ENV would be built into the page, whose libraries then give every element the same id. */
async function asDelivered(work: () => Promise<unknown>): Promise<void> {
  const { NODE_ENV: before } = process.env;
  process.env['NODE_ENV'] = 'production';
  try {
    await work();
  } finally {
    if (before === undefined) delete process.env['NODE_ENV'];
    else process.env['NODE_ENV'] = before;
  }
}
