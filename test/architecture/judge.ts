import { isBuiltin } from 'node:module';
import { posix } from 'node:path';
import { CONFIGURATION_FILE, type Layer, layerOf, packagesOf } from './layers.ts';
import { type FoundImport, importsOf, lineAt, readSource, type SourceText } from './source-text.ts';

export type Rule = 'no-layer' | 'layer' | 'package' | 'node' | 'feature' | 'order' | 'unreadable' | 'clock' | 'sql' | 'reference';

export interface Violation {
  readonly file: string;
  readonly line: number;
  readonly rule: Rule;
  readonly detail: string;
}

/** What a file does that its layer may not. `file` is its path from the project folder, with forward slashes. */
export function judge(file: string, text: string): Violation[] {
  if (CONFIGURATION_FILE.test(file)) return [];
  const layer = layerOf(file);
  if (layer === null) return [{ file, line: 1, rule: 'no-layer', detail: 'the file stands in no layer of layers.ts' }];
  const source = readSource(text);
  const imports = importsOf(source).flatMap((found) => {
    const reason = importReason(layer, file, found);
    return reason === null ? [] : [{ file, line: found.line, ...reason }];
  });
  return [...imports, ...wordViolations(layer, file, source), ...referenceViolations(file, source)];
}

type Reason = Pick<Violation, 'rule' | 'detail'>;

function importReason(layer: Layer, file: string, found: FoundImport): Reason | null {
  if (layer.imports === 'anything') return null;
  if (found.form === 'unreadable') return { rule: 'unreadable', detail: 'the import is computed and cannot be judged' };
  if (found.specifier.startsWith('.')) return pathReason(layer, layer.imports, file, found.specifier);
  return packageReason(layer, file, found.specifier);
}

function pathReason(layer: Layer, allowed: readonly string[], file: string, specifier: string): Reason | null {
  const target = posix.normalize(posix.join(posix.dirname(file), specifier));
  const other = layerOf(target);
  if (other === layer) return featureReason(layer, file, target) ?? orderReason(layer, file, target);
  if (other !== null && allowed.includes(other.folder)) return null;
  return { rule: 'layer', detail: `${layer.folder} may not import ${other?.folder ?? target}` };
}

function packageReason(layer: Layer, file: string, specifier: string): Reason | null {
  if (isBuiltin(specifier)) {
    if (layer.platform === 'node' && specifier.startsWith('node:')) return null;
    return {
      rule: 'node',
      detail: layer.platform === 'node' ? `write node:${specifier}` : `${layer.folder} may not import Node's ${specifier}`,
    };
  }
  const name = specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
  const allowed = packagesOf(layer, file);
  return allowed === 'anything' || allowed.includes(name)
    ? null
    : { rule: 'package', detail: `${posix.dirname(file)} may not import the package ${name}` };
}

/** Of another feature only its index.ts is seen. */
function featureReason(layer: Layer, file: string, target: string): Reason | null {
  if (layer.features === undefined || !file.startsWith(`${layer.features}/`) || !target.startsWith(`${layer.features}/`)) return null;
  const own = featureName(layer.features, file);
  const other = featureName(layer.features, target);
  if (own === other || target === `${layer.features}/${other}/index.ts`) return null;
  return { rule: 'feature', detail: `feature ${own} may not import the insides of feature ${other}` };
}

/** Of two rooms the higher one imports from the lower one only; what stands in no room of the list is no way around it. */
function orderReason(layer: Layer, file: string, target: string): Reason | null {
  if (layer.order === undefined) return null;
  const own = roomOf(layer, file);
  const other = roomOf(layer, target);
  const [from, to] = [layer.order.indexOf(own), layer.order.indexOf(other)];
  if (own === other || (from >= 0 && from < to)) return null;
  return { rule: 'order', detail: `${layer.folder}/${own} may not import ${layer.folder}/${other}` };
}

const roomOf = (layer: Layer, path: string): string => path.slice(layer.folder.length + 1).split('/')[0] ?? '';

const featureName = (features: string, path: string): string => path.slice(features.length + 1).split('/')[0] ?? '';

/** Words that a layer may not use, whatever it imports. */
function wordViolations(layer: Layer, file: string, source: SourceText): Violation[] {
  const rules = [
    ...(layer.clock === 'argument'
      ? AMBIENT.map((pattern) => ({ rule: 'clock' as const, pattern, detail: 'time and chance come in as arguments' }))
      : []),
    ...(layer.folder === 'main/db' || layer.imports === 'anything'
      ? []
      : [{ rule: 'sql' as const, pattern: /\.\s*prepare\s*\(/g, detail: 'SQL stands in main/db only' }]),
  ];
  return rules.flatMap(({ rule, pattern, detail }) =>
    [...source.code.matchAll(pattern)].map((match) => ({
      file,
      line: lineAt(source.code, match.index),
      rule,
      detail: `${match[0].trim()}: ${detail}`,
    })),
  );
}

const AMBIENT: readonly RegExp[] = [
  /\bDate\s*\.\s*now\b/g,
  /\bnew\s+Date\b(?!\s*\(\s*[^\s)])/g,
  /(?<![.\w]|\bnew\s+)Date\s*\(/g,
  /\bMath\s*\.\s*random\b/g,
  /\bperformance\s*\.\s*now\b/g,
];

/** A reference directive lets a whole layer see another platform's types, behind the back of its tsconfig.json. */
function referenceViolations(file: string, source: SourceText): Violation[] {
  return source.comments
    .filter((comment) => /^\/\/\/\s*<reference\b/.test(comment.text))
    .map((comment) => ({ file, line: comment.line, rule: 'reference', detail: comment.text }));
}
