import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** Builds the page into dist/renderer. Addresses in it are relative, so that any host can serve it from any place. */
export default defineConfig({
  root: fileURLToPath(new URL('renderer', import.meta.url)),
  base: './',
  publicDir: false,
  plugins: [react(), inertStyles(), developmentPolicy()],
  build: {
    outDir: fileURLToPath(new URL('dist/renderer', import.meta.url)),
    emptyOutDir: true,
    // Inlined files would be data: addresses, which the page's Content-Security-Policy refuses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // The page lies beside the program; there is no network whose waiting a split would shorten.
    chunkSizeWarningLimit: 4000,
  },
});

/**
 * antd makes <style> elements in one place. The built page's policy refuses inline styles, so the build makes them elements of a
 * namespace of our own, which a browser does not look at; renderer/app/adopt-styles.ts hands their text to the page.
 */
function inertStyles(): Plugin {
  const maker = /@rc-component\/util\/(?:es|lib)\/Dom\/dynamicCSS\.js$/;
  const asWritten = "document.createElement('style')";
  let replaced = false;
  return {
    name: 'zhiqi-inert-styles',
    apply: 'build',
    transform(code, id) {
      if (!maker.test(id) || !code.includes(asWritten)) return null;
      replaced = true;
      return { code: code.replace(asWritten, "document.createElementNS('urn:zhiqi:inert-style', 'STYLE')"), map: null };
    },
    buildEnd(error) {
      if (error === undefined && !replaced)
        this.error(
          'antd makes its <style> elements in another place now; without a change here the page would break its own Content-Security-Policy.',
        );
    },
  };
}

/** While developing, Vite itself needs inline scripts and styles and a socket for its reloads; the built page keeps its policy. */
function developmentPolicy(): Plugin {
  return {
    name: 'zhiqi-development-policy',
    apply: 'serve',
    transformIndexHtml: (html) =>
      html
        .replace("script-src 'self'; style-src 'self'", "script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'")
        .replace("connect-src 'self'", "connect-src 'self' ws:"),
  };
}
