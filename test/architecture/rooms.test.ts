import { describe, expect, it } from 'vitest';
import { readProjectFile, sourceFiles } from './project-files.ts';
import { circleImports } from './rooms.ts';

const ROOT = 'main/services';
const DIVISIONS = ['asFolders', 'asFeatures'] as const;

describe('the rooms of the services', () => {
  const files = new Map(
    sourceFiles()
      .filter((file) => file.startsWith(`${ROOT}/`))
      .map((file) => [file, readProjectFile(file)]),
  );

  it('are found', () => {
    expect(files.size).toBeGreaterThan(60);
    expect([...files.keys()]).toContain('main/services/monitoring/receiving/examine-file.ts');
  });

  it.each(DIVISIONS)('import each other without circles, taken %s', (division) => {
    expect(circleImports(ROOT, files, division).map(({ file, imports, rooms }) => `${file} imports ${imports}: ${rooms}`)).toEqual([]);
  });

  // One line more in a file that stands: the guard must see it among all that is allowed.
  it.each([
    ['a room that a higher one needs', 'main/services/plan/work-plan.ts', '../assessment/gather.ts', DIVISIONS],
    ['the room above', 'main/services/monitoring/judging/judge-days.ts', '../import-monitoring.ts', ['asFolders']],
    ['a sister that needs it', 'main/services/monitoring/gathering/places.ts', '../evaluation/evaluate.ts', ['asFolders']],
    ['what all of them need', 'main/services/context.ts', './returns/layouts.ts', DIVISIONS],
  ] as const)('may not import %s', (_name, file, specifier, divisions) => {
    const changed = new Map(files).set(file, `import type { X } from '${specifier}';\n${files.get(file) ?? ''}`);
    expect(files.has(file)).toBe(true);
    for (const division of divisions) expect(circleImports(ROOT, changed, division).map((found) => found.file)).toContain(file);
  });
});

describe('circles of rooms', () => {
  const circles = (files: Record<string, string>, division: (typeof DIVISIONS)[number] = 'asFolders'): string[] =>
    circleImports('s', new Map(Object.entries(files)), division).map(({ file, imports }) => `${file} ${imports}`);

  it('are found across three rooms, and nothing beside them is blamed', () => {
    const files = {
      's/a/1.ts': "import '../b/1.ts';",
      's/b/1.ts': "export { x } from '../c/1.ts';",
      's/c/1.ts': "const x = await import('../a/2.ts');",
      's/a/2.ts': "import '../d/1.ts';",
      's/d/1.ts': "import '../../elsewhere/1.ts';",
    };
    expect(circles(files)).toEqual(['s/a/1.ts s/b/1.ts', 's/b/1.ts s/c/1.ts', 's/c/1.ts s/a/2.ts']);
    expect(circles({ ...files, 's/c/1.ts': "// import '../a/2.ts';" })).toEqual([]);
  });

  it('are found between features whose inner rooms make none', () => {
    const files = { 's/a/in/1.ts': "import '../../b/in/1.ts';", 's/b/out/1.ts': "import '../../a/out/1.ts';" };
    expect(circles(files)).toEqual([]);
    expect(circles(files, 'asFeatures')).toEqual(['s/a/in/1.ts s/b/in/1.ts', 's/b/out/1.ts s/a/out/1.ts']);
  });

  it('are none inside one room', () => {
    expect(circles({ 's/a/1.ts': "import './2.ts';", 's/a/2.ts': "import './1.ts';" })).toEqual([]);
  });
});
