import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectFiles, ROOT } from './project-files.ts';

/** Which refusals each file met: the rules of oxlint, or the error numbers of tsc. */
export type Refusals = ReadonlyMap<string, ReadonlySet<string>>;

/** A folder with the project's own configuration, its packages, and nothing of its code but the given files. */
export function projectCopy(folder: string, files: Readonly<Record<string, string>>): void {
  const configuration = projectFiles().filter(
    (file) => /(?:^|\/)tsconfig(?:\.\w+)?\.json$/.test(file) || file === 'package.json' || file === '.oxlintrc.json',
  );
  for (const file of configuration) {
    mkdirSync(join(folder, dirname(file)), { recursive: true });
    cpSync(join(ROOT, file), join(folder, file));
  }
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction');
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(join(folder, dirname(file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
}

export async function lintRefusals(folder: string): Promise<Refusals> {
  const output = await runTool('oxlint', 'bin/oxlint', ['--deny-warnings', '--format', 'json', '.'], folder);
  const { diagnostics } = JSON.parse(output) as { diagnostics: { code: string; filename: string }[] };
  return group(
    diagnostics.map(({ code, filename }) => [filename.replaceAll('\\', '/').replace(/^\.\//, ''), code.replace(/^eslint\((.*)\)$/, '$1')]),
  );
}

export async function compileRefusals(folder: string): Promise<Refusals> {
  const output = await runTool('typescript', 'bin/tsc', ['-b', '--pretty', 'false'], folder);
  return group([...output.matchAll(/^(\S+)\(\d+,\d+\): error (TS\d+):/gm)].map((match) => [match[1] ?? '', match[2] ?? '']));
}

/** Runs the program of a package with this Node; refusing is what is asked of it, so its exit code says nothing here. */
function runTool(packageName: string, program: string, args: readonly string[], folder: string): Promise<string> {
  const script = join(ROOT, 'node_modules', packageName, program);
  readFileSync(script);
  return new Promise((resolve) => {
    execFile(process.execPath, [script, ...args], { cwd: folder, maxBuffer: 64 * 1024 * 1024 }, (_error, stdout) => resolve(stdout));
  });
}

function group(pairs: readonly (readonly [string, string])[]): Refusals {
  const refusals = new Map<string, Set<string>>();
  for (const [file, rule] of pairs) refusals.set(file, (refusals.get(file) ?? new Set()).add(rule));
  return refusals;
}
