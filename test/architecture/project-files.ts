import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const ROOT = join(import.meta.dirname, '..', '..');

/** Every file of the project that .gitignore does not leave out, as paths from the project folder with forward slashes. */
export function projectFiles(): string[] {
  return walk('', ignored());
}

/** The source files among them. */
export function sourceFiles(): string[] {
  return projectFiles().filter((file) => /\.(?:ts|tsx|mts|cts|js|mjs|cjs|jsx)$/.test(file));
}

export function readProjectFile(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8');
}

function walk(folder: string, isIgnored: (path: string) => boolean): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (isIgnored(entry.isDirectory() ? `${path}/` : path)) return [];
    return entry.isDirectory() ? walk(path, isIgnored) : [path];
  });
}

/** Reads the forms .gitignore uses: `name/`, `path/to/folder/`, `*.ending`, a plain name, and `/name` at the top only. */
function ignored(): (path: string) => boolean {
  const patterns = readProjectFile('.gitignore')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  return (path) =>
    path === '.git/' ||
    path === '.git' ||
    patterns.some((pattern) => {
      if (pattern.startsWith('*')) return path.endsWith(pattern.slice(1));
      return pattern.startsWith('/') ? path === pattern.slice(1) : path === pattern || path.endsWith(`/${pattern}`);
    });
}
