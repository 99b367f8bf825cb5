import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { defineConfig, mergeConfig, type ServerOptions } from 'vite';
import base from '../vite.config.ts';

const at = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

/**
 * `npm run dev`: the page with hot reload, on the real web host. Vite serves the page and passes the api on, with the cookie it got for
 * the host's token. ZHIQI_WORK names a work to open. Never part of what is shipped.
 */
export default defineConfig(async () => {
  const { origin, cookie } = await startWebHost();
  const server: ServerOptions = {
    host: '127.0.0.1',
    proxy: {
      '/api': {
        target: origin,
        changeOrigin: true,
        headers: { cookie },
        // Only our own page is put in the host's place: what another site sends keeps its origin and is refused.
        configure: (proxy) =>
          void proxy.on('proxyReq', (outgoing, request) => {
            if (request.headers.origin === `http://${request.headers.host}`) outgoing.setHeader('origin', origin);
          }),
      },
    },
  };
  return mergeConfig(base, { server });
});

async function startWebHost(): Promise<{ readonly origin: string; readonly cookie: string }> {
  const work = process.env['ZHIQI_WORK'];
  const child = spawn(process.execPath, [at('main/hosts/web/run.mjs'), ...(work === undefined ? [] : [work]), '--page', at('renderer')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  process.on('exit', () => child.kill());
  const link = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const [address] = /http:\/\/\S+/.exec(line) ?? [];
      if (address !== undefined) resolve(address);
    });
    child.on('close', (code) => reject(new Error(`the web host ended with ${code}`)));
  });
  const answer = await fetch(link, { redirect: 'manual' });
  return { origin: new URL(link).origin, cookie: answer.headers.get('set-cookie')?.split(';')[0] ?? '' };
}
