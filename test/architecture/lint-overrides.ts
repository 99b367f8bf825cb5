import { type Layer, LAYERS } from './layers.ts';

/** The part of .oxlintrc.json that follows from the layer table. `write-lint-overrides.ts` writes it there. */
export function lintOverrides(): LintOverride[] {
  return LAYERS.filter((layer) => layer.imports !== 'anything').flatMap((layer) => [
    layerOverride(layer),
    ...innerOverrides(layer),
    ...featureOverrides(layer),
  ]);
}

export interface LintOverride {
  readonly files: readonly string[];
  readonly rules: Readonly<Record<string, unknown>>;
}

interface Pattern {
  readonly message: string;
  readonly regex?: string;
  readonly group?: readonly string[];
}

function layerOverride(layer: Layer): LintOverride {
  return {
    files: layer.onlyFiles === undefined ? [`${layer.folder}/**`] : layer.onlyFiles.map((file) => `${layer.folder}/${file}`),
    rules: {
      ...importRule([...foreignLayers(layer), foreignPackages(layer, [])]),
      ...(layer.clock === 'argument' ? CLOCK_RULE : {}),
      ...(layer.platform === 'browser' ? {} : PAGE_RULE),
    },
  };
}

function innerOverrides(layer: Layer): LintOverride[] {
  return Object.entries(layer.inner ?? {}).map(([folder, packages]) => ({
    files: [`${folder}/**`],
    rules: importRule([...foreignLayers(layer), foreignPackages(layer, packages)]),
  }));
}

/** How deep the lint rule looks into features; the import test judges every depth. */
const FEATURE_DEPTHS = [1, 2, 3];

/** A path that climbs out of its feature and enters another one by any file but its index.ts. */
function featureOverrides(layer: Layer): LintOverride[] {
  const { features } = layer;
  if (features === undefined) return [];
  const notIndex = String.raw`(?:[^/]+/.+|(?:[^i/]|i[^n]|in[^d]|ind[^e]|inde[^x]|index[^.])[^/]*|index\.(?:[^t]|t[^s]|ts.)[^/]*)`;
  return FEATURE_DEPTHS.map((depth) => ({
    files: [`${features}/${Array.from({ length: depth + 1 }, () => '*').join('/')}`],
    rules: importRule([
      { regex: String.raw`^(?:\.\./){${depth}}[^./][^/]*/${notIndex}$`, message: 'Of another feature only its index.ts may be imported.' },
      ...foreignLayers(layer),
      foreignPackages(layer, []),
    ]),
  }));
}

/** The patterns of paths come before the pattern of packages: in oxlint a path that a later group lets through is let through at once. */
const importRule = (patterns: readonly Pattern[]): Record<string, unknown> => ({ 'no-restricted-imports': ['error', { patterns }] });

function foreignLayers(layer: Layer): Pattern[] {
  const foreign = LAYERS.filter((other) => other !== layer && !layer.imports.includes(other.folder));
  return [
    {
      regex: `^(?:\\.\\./)+(?:${foreign.map((other) => pathPattern(layer, other)).join('|')})`,
      message: `${layer.folder} may import ${sentence(layer)} of this project.`,
    },
  ];
}

/** How a relative path from one layer's folder to another's ends: behind the folders they share, which may be written or not. */
function pathPattern(from: Layer, to: Layer): string {
  const own = from.folder.split('/');
  const parts = to.folder.split('/');
  const shared = parts.findIndex((part, index) => part !== own[index]);
  const common = parts.slice(0, shared < 0 ? parts.length : shared);
  const rest = parts.slice(common.length);
  const optional = common.reduce((outer, part) => `(?:${outer}${part}/)?`, '');
  const files = to.onlyFiles?.map((file) => file.replaceAll('.', String.raw`\.`)).join('|');
  return `${optional}${rest.map((part) => `${part}/`).join('')}${files === undefined ? '' : `(?:${files})$`}`;
}

function foreignPackages(layer: Layer, inner: readonly string[]): Pattern {
  const allowed = [...(layer.packages === 'anything' ? [] : layer.packages), ...inner];
  const node = layer.platform === 'node' ? ['!node:*', '!node:*/**'] : [];
  const names = [...(node.length > 0 ? ['node:*'] : []), ...allowed];
  return {
    group: ['*', '!./**', '!../**', ...node, ...allowed.flatMap((name) => [`!${name}`, `!${name}/**`])],
    message: `${layer.folder} may import ${names.length === 0 ? 'no package' : `these packages only: ${names.join(', ')}`}.`,
  };
}

const sentence = (layer: Layer): string => (layer.imports.length === 0 ? 'nothing' : `${[...layer.imports].join(', ')} only`);

const CLOCK_RULE = {
  'no-restricted-properties': [
    'error',
    ...[
      ['Date', 'now'],
      ['Math', 'random'],
      ['performance', 'now'],
    ].map(([object, property]) => ({ object, property, message: 'Time and chance come in as arguments.' })),
  ],
} as const;

/** The compiler refuses these too, but not where a package's types bring the browser's with them (pdfmake's do). */
const PAGE_RULE = {
  'no-restricted-globals': [
    'error',
    ...['document', 'window', 'navigator', 'localStorage'].map((name) => ({ name, message: 'There is no page here.' })),
  ],
} as const;
