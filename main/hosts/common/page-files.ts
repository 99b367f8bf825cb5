import { extname, join, normalize, sep } from 'node:path';

/**
 * The policy every host sends with the page; renderer/index.html carries the same one (without frame-ancestors, which counts in a
 * header only), and a test compares the two.
 */
export const PAGE_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'";

/** Headers of every answer that carries a part of the page. */
export const PAGE_HEADERS = {
  'content-security-policy': `${PAGE_POLICY}; frame-ancestors 'none'`,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
} as const;

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.otf': 'font/otf',
  '.wasm': 'application/wasm',
  '.bcmap': 'application/octet-stream',
  '.pfb': 'application/octet-stream',
  '.icc': 'application/octet-stream',
};

export interface PageFile {
  readonly path: string;
  readonly type: string;
}

/** The file of the built page behind the path of an address, or null: not of a kind the page is made of, or outside its folder. */
export function pageFile(folder: string, addressPath: string): PageFile | null {
  const name = decoded(addressPath);
  if (name === null || /[\0\\]/.test(name) || name.split('/').some((part) => part.startsWith('.'))) return null;
  const path = normalize(join(folder, name === '/' ? 'index.html' : name));
  const type = TYPES[extname(path).toLowerCase()];
  return type !== undefined && path.startsWith(`${normalize(folder)}${sep}`) ? { path, type } : null;
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
