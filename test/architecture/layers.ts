/**
 * Who may import whom, as data. The import test judges by this table; the lint rules and the project references are
 * compared with it, so that the three guards cannot drift apart.
 */
export const LAYERS: readonly Layer[] = [
  { folder: 'shared/domain', imports: [], packages: ['zod', 'decimal.js'], platform: 'none', clock: 'argument' },
  { folder: 'shared/contract', imports: ['shared/domain'], packages: ['zod'], platform: 'none', clock: 'argument' },
  { folder: 'shared/text', imports: [], packages: [], platform: 'none', clock: 'argument' },

  { folder: 'main/jobs', imports: [], packages: [], platform: 'node', clock: 'argument' },
  { folder: 'main/text-decoding', imports: [], packages: [], platform: 'node', clock: 'argument' },
  { folder: 'main/db', imports: ['shared/domain'], packages: ['better-sqlite3'], platform: 'node', clock: 'argument' },
  {
    folder: 'main/documents',
    imports: ['shared/domain', 'shared/text', 'main/jobs', 'main/text-decoding'],
    packages: ['exceljs', 'saxes', 'yauzl', 'fontkit', 'yaml', 'zod', 'csv-parse'],
    platform: 'node',
    clock: 'argument',
    inner: { 'main/documents/pdf': ['pdfmake'], 'main/documents/table-reader': ['@e965/xlsx', 'officecrypto-tool', 'mammoth', 'parse5'] },
  },
  {
    folder: 'main/services',
    imports: ['shared/domain', 'shared/contract', 'shared/text', 'main/jobs', 'main/text-decoding', 'main/db', 'main/documents'],
    packages: ['yaml', 'zod'],
    platform: 'node',
    clock: 'argument',
  },
  {
    folder: 'main/api',
    imports: ['shared/domain', 'shared/contract', 'main/jobs', 'main/db', 'main/services'],
    packages: ['zod'],
    platform: 'node',
    clock: 'argument',
  },
  {
    folder: 'main',
    onlyFiles: ['core.ts'],
    imports: ['shared/domain', 'shared/contract', 'shared/text', 'main/jobs', 'main/db', 'main/documents', 'main/services', 'main/api'],
    packages: [],
    platform: 'node',
    clock: 'argument',
  },

  {
    folder: 'main/hosts/cli',
    imports: ['shared/domain', 'shared/contract', 'shared/text', 'main', 'main/hosts/common', 'main/text-decoding'],
    packages: ['commander', 'picocolors', 'string-width', 'csv-parse'],
    platform: 'node',
    clock: 'own',
  },
  {
    folder: 'main/hosts/common',
    imports: ['shared/domain', 'shared/contract', 'shared/text', 'main'],
    packages: ['zod'],
    platform: 'node',
    clock: 'own',
  },
  {
    folder: 'main/hosts/electron',
    imports: ['shared/domain', 'shared/contract', 'shared/text', 'main', 'main/hosts/common'],
    packages: ['electron'],
    platform: 'node',
    clock: 'own',
  },
  {
    folder: 'main/hosts/web',
    imports: ['shared/domain', 'shared/contract', 'shared/text', 'main', 'main/hosts/common'],
    packages: ['fflate'],
    platform: 'node',
    clock: 'own',
  },
  { folder: 'main/hosts/launch', imports: ['shared/text'], packages: [], platform: 'node', clock: 'own' },

  {
    folder: 'renderer',
    imports: ['shared/domain', 'shared/contract', 'shared/text'],
    packages: ['react', 'react-dom', 'antd', '@ant-design/icons', '@ant-design/cssinjs', '@tanstack/react-query', 'echarts', 'pdfjs-dist'],
    platform: 'browser',
    clock: 'own',
    features: 'renderer/features',
    order: ['app', 'features', 'work', 'ui', 'client', 'host'],
  },

  { folder: 'test', imports: 'anything', packages: 'anything', platform: 'node', clock: 'own' },
];

/** Configuration of Vite and Vitest: it belongs to no layer and nothing imports it. */
export const CONFIGURATION_FILE = /^(?:\.config\/)?[a-z]+\.config\.ts$/;

export interface Layer {
  /** The folder the layer owns, without the folders of other layers inside it. */
  readonly folder: string;
  /** The only files the layer has in its folder; everything else in it must belong to another layer. */
  readonly onlyFiles?: readonly string[];
  /** The layers it may import besides itself. */
  readonly imports: readonly string[] | 'anything';
  readonly packages: readonly string[] | 'anything';
  /** What surrounds the code: nothing but the language, Node's built-in modules, or a browser page. */
  readonly platform: 'none' | 'node' | 'browser';
  /** `argument`: time and chance come in as arguments, so that the same input always gives the same result. */
  readonly clock: 'argument' | 'own';
  /** Packages that only a folder inside the layer may import. */
  readonly inner?: Readonly<Record<string, readonly string[]>>;
  /** A folder whose subfolders see of each other only `index.ts`. */
  readonly features?: string;
  /** The rooms of the layer from the highest to the lowest: a file imports from its own room and from those below. */
  readonly order?: readonly string[];
}

/** The layer a file belongs to; null for a file in none, which is a mistake of its own. */
export function layerOf(file: string): Layer | null {
  const owners = LAYERS.filter(
    (layer) =>
      file.startsWith(`${layer.folder}/`) &&
      (layer.onlyFiles === undefined || layer.onlyFiles.includes(file.slice(layer.folder.length + 1))),
  );
  return owners.toSorted((one, other) => other.folder.length - one.folder.length)[0] ?? null;
}

/** The packages a file may import: its layer's, and those of the inner folder it stands in. */
export function packagesOf(layer: Layer, file: string): readonly string[] | 'anything' {
  if (layer.packages === 'anything') return 'anything';
  const inner = Object.entries(layer.inner ?? {}).filter(([folder]) => file.startsWith(`${folder}/`));
  return [...layer.packages, ...inner.flatMap(([, packages]) => packages)];
}
