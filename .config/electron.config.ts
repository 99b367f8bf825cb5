import { isBuiltin } from 'node:module';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const at = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

const PRELOAD = { preload: at('main/hosts/electron/preload.ts') };

/** What is started by the name of its file: the program, the process of the core, and the threads that print and that read. */
const PROCESSES = {
  main: at('main/hosts/electron/main.ts'),
  'core-process': at('main/hosts/electron/core-process.ts'),
  'print-worker': at('main/documents/pdf/print-worker.ts'),
  'table-worker': at('main/services/reading/table-worker.ts'),
  'reading-worker': at('main/services/monitoring/receiving/reading-worker.ts'),
};

/**
 * Builds the desktop program into dist/electron: `vite build -c .config/electron.config.ts` the main process and the core's process,
 * with `--mode preload` the preload script, which the sandbox wants in one CommonJS file. Packages stay in node_modules.
 */
export default defineConfig(({ mode }) => {
  const preload = mode === 'preload';
  return {
    root: at('.'),
    publicDir: false,
    build: {
      target: 'node24',
      minify: false,
      emptyOutDir: !preload,
      outDir: at('dist/electron'),
      lib: {
        entry: preload ? PRELOAD : PROCESSES,
        formats: [preload ? 'cjs' : 'es'],
        fileName: (_format, name) => (preload ? `${name}.cjs` : `${name}.js`),
      },
      rolldownOptions: {
        platform: 'node',
        external: (id: string) =>
          isBuiltin(id) || (!id.startsWith('.') && !id.startsWith('/') && !/^[A-Za-z]:/.test(id) && !id.startsWith('\0')),
        output: { chunkFileNames: '[name].js' },
      },
    },
  };
});
