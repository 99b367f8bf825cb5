import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lintOverrides, type LintOverride } from './lint-overrides.ts';
import { type Layer, LAYERS } from './layers.ts';
import { projectFiles, readProjectFile, ROOT } from './project-files.ts';

interface Project {
  readonly files?: readonly string[];
  readonly include?: readonly string[];
  readonly references: readonly { readonly path: string }[];
  readonly compilerOptions: { readonly types?: readonly string[]; readonly lib?: readonly string[] };
}

const built = LAYERS.filter((layer) => existsSync(join(ROOT, layer.folder)));
const projectOf = (folder: string): Project => JSON.parse(readProjectFile(posix.join(folder, 'tsconfig.json'))) as Project;

describe('one table for the three guards', () => {
  it('the import rules of oxlint are those that follow from the table (write-lint-overrides.ts writes them)', () => {
    const { overrides } = JSON.parse(readProjectFile('.oxlintrc.json')) as { overrides: LintOverride[] };
    expect(overrides.filter((override) => 'no-restricted-imports' in override.rules)).toEqual(lintOverrides());
  });

  it.each(built)('the project of $folder refers to the layers it may import', (layer) => {
    const references = projectOf(layer.folder).references.map(({ path }) => posix.join(layer.folder, path).replace(/\/$/, ''));
    expect(references.toSorted()).toEqual(expectedReferences(layer).toSorted());
  });

  it.each(built)('the project of $folder sees the types of its platform only', (layer) => {
    const { types, lib } = projectOf(layer.folder).compilerOptions;
    expect(types).toEqual(layer.platform === 'node' ? ['node'] : []);
    if (layer.imports !== 'anything')
      expect((lib ?? ['ES2024']).filter((name) => name.startsWith('DOM')).length > 0).toBe(layer.platform === 'browser');
  });

  it('the root project refers to every layer, and every tsconfig.json is the root, the base or a layer', () => {
    const root = JSON.parse(readProjectFile('tsconfig.json')) as Project;
    expect(root.files).toEqual([]);
    expect(root.references.map(({ path }) => path).toSorted()).toEqual(built.map((layer) => layer.folder).toSorted());
    const configurations = projectFiles().filter((file) => /tsconfig[^/]*\.json$/.test(file));
    expect(configurations.toSorted()).toEqual(
      ['.config/tsconfig.base.json', 'tsconfig.json', ...built.map((layer) => `${layer.folder}/tsconfig.json`)].toSorted(),
    );
  });

  it('the base project is strict', () => {
    const { compilerOptions } = JSON.parse(readProjectFile('.config/tsconfig.base.json')) as { compilerOptions: Record<string, unknown> };
    expect(compilerOptions).toMatchObject({
      strict: true,
      noUncheckedIndexedAccess: true,
      exactOptionalPropertyTypes: true,
      verbatimModuleSyntax: true,
      erasableSyntaxOnly: true,
      composite: true,
      types: [],
      lib: ['ES2024'],
    });
  });
});

function expectedReferences(layer: Layer): string[] {
  if (layer.imports === 'anything') return built.filter((other) => other !== layer).map((other) => other.folder);
  return layer.imports.filter((folder) => existsSync(join(ROOT, folder)));
}
