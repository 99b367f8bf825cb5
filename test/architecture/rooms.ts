import { posix } from 'node:path';
import { importsOf, readSource } from './source-text.ts';

/** One import that lies on a circle of rooms: from there a way leads back to the room it stands in. */
export interface CircleImport {
  readonly file: string;
  readonly imports: string;
  readonly rooms: string;
}

/**
 * Imports by which rooms below `root` need each other in a circle. A room is a folder with the files that stand in it; taken `asFeatures`, the
 * first folder below the root with all that is in it. Files of the root itself are a room, too: what everybody imports may import nobody.
 */
export function circleImports(root: string, files: ReadonlyMap<string, string>, division: 'asFolders' | 'asFeatures'): CircleImport[] {
  const roomOf = (file: string): string => {
    const folder = posix.dirname(file);
    return division === 'asFolders' || folder === root ? folder : `${root}/${folder.slice(root.length + 1).split('/')[0]}`;
  };
  const imports = [...files].flatMap(([file, text]) =>
    targetsOf(file, text)
      .filter((target) => target.startsWith(`${root}/`) && roomOf(target) !== roomOf(file))
      .map((target) => ({ file, target, from: roomOf(file), to: roomOf(target) })),
  );
  const next = new Map([...Map.groupBy(imports, ({ from }) => from)].map(([room, own]) => [room, new Set(own.map(({ to }) => to))]));
  return imports
    .filter(({ from, to }) => reaches(next, to, from))
    .map(({ file, target, from, to }) => ({ file, imports: target, rooms: `${from} → ${to}` }));
}

const targetsOf = (file: string, text: string): string[] =>
  importsOf(readSource(text))
    .filter(({ specifier }) => specifier.startsWith('.'))
    .map(({ specifier }) => posix.normalize(posix.join(posix.dirname(file), specifier)));

function reaches(next: ReadonlyMap<string, ReadonlySet<string>>, start: string, goal: string): boolean {
  const seen = new Set<string>();
  const open = [start];
  for (let room = open.pop(); room !== undefined; room = open.pop()) {
    if (room === goal) return true;
    if (seen.has(room)) continue;
    seen.add(room);
    open.push(...(next.get(room) ?? []));
  }
  return false;
}
