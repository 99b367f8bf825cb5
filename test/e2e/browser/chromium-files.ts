import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { ROOT } from '../../architecture/project-files.ts';

export interface BrowserProgram {
  readonly path: string;
  /** A font configuration that knows one font with Latin letters: a browser without any font loads none from the page either. */
  readonly fontConfiguration: string;
  /** Folder of the libraries it brings along, for a machine that has none of them. */
  readonly libraries: string | null;
}

const PACKAGE = join(ROOT, 'node_modules', '@sparticuz', 'chromium');

/**
 * The Chromium in the npm package, unpacked once for each version. Test files run at the same time, so everything is unpacked beside its
 * place and renamed: under the final name it is always whole. Null where the package has none for this system.
 */
export function chromiumProgram(): BrowserProgram | null {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  const { version } = JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8')) as { version: string };
  const folder = join(tmpdir(), `zhiqi-chromium-${version}`);
  const path = join(folder, 'chromium');
  const fontConfiguration = join(folder, 'fonts.conf');
  if (!existsSync(path)) {
    place(folder, (part) => {
      writeExecutable(join(part, 'chromium'), unpacked('chromium.br'));
      untar(unpacked('fonts.tar.br'), part);
      writeFileSync(join(part, 'fonts.conf'), configuration(folder));
    });
  }
  return { path, fontConfiguration, libraries: starts(path) ? null : libraries(`${folder}-libraries`) };
}

const configuration = (folder: string): string =>
  `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${folder}/fonts</dir><cachedir>${folder}/cache</cachedir></fontconfig>\n`;

function libraries(folder: string): string {
  if (!existsSync(folder)) place(folder, (part) => untar(unpacked('al2023.tar.br'), part));
  return join(folder, 'lib');
}

/** False where a shared library is missing. */
function starts(path: string): boolean {
  try {
    execFileSync(path, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

const unpacked = (name: string): Buffer => brotliDecompressSync(readFileSync(join(PACKAGE, 'bin', name)));

function writeExecutable(path: string, bytes: Uint8Array): void {
  writeFileSync(path, bytes);
  chmodSync(path, 0o700);
}

/** Fills a folder that other processes may be filling, too; the first one wins. */
export function place(folder: string, fill: (part: string) => void): void {
  mkdirSync(dirname(folder), { recursive: true });
  const part = mkdtempSync(`${folder}-`);
  fill(part);
  try {
    renameSync(part, folder);
  } catch (error) {
    rmSync(part, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
}

const BLOCK = 512;

/** The plain files, folders and links of a tar archive. */
function untar(archive: Buffer, folder: string): void {
  for (let at = 0; at + BLOCK <= archive.length && archive[at] !== 0;) {
    const field = (from: number, length: number): string => archive.toString('utf8', at + from, at + from + length).split('\0')[0] ?? '';
    const size = Number.parseInt(field(124, 12).trim() || '0', 8);
    const path = join(folder, field(0, 100));
    const type = field(156, 1);
    if (type === '5') mkdirSync(path, { recursive: true });
    else {
      mkdirSync(dirname(path), { recursive: true });
      if (type === '2') symlinkSync(field(157, 100), path);
      else if (type === '0' || type === '') writeExecutable(path, archive.subarray(at + BLOCK, at + BLOCK + size));
    }
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
}
