import { join } from 'node:path';
import { build } from 'vite';
import { ROOT } from '../../architecture/project-files.ts';
import { madeOnce } from '../../support/made-once.ts';

/** The page built from the sources as they are. */
export const builtPage = (): Promise<string> =>
  madeOnce('page', /^(?:renderer\/|shared\/|vite\.config\.ts$|package-lock\.json$)/, async (folder) => {
    await build({
      configFile: join(ROOT, 'vite.config.ts'),
      mode: 'production',
      logLevel: 'error',
      build: { outDir: folder, emptyOutDir: true },
    });
  });
