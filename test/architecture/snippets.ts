import type { Rule } from './judge.ts';

/** A file that must be refused, and by whom. */
export interface Snippet {
  readonly name: string;
  readonly file: string;
  readonly text: string;
  /** The rule by which the import test refuses it; null where it is no matter of imports or words. */
  readonly judge: Rule | null;
  /** The oxlint rule that refuses it; null where oxlint has no eye for it. */
  readonly lint: string | null;
  /**
   * The error of tsc that refuses it; null where the compiler is not asked, for it lets through what a layer reaches through the
   * layers it imports (the command line's tsconfig refers to main, main's to main/db).
   */
  readonly compile: string | null;
}

/** A file the compiler does not know as part of the project that imports it. */
const NOT_LISTED = 'TS6307';
/** A name or module of Node that the layer has no types for. */
const NO_NODE_TYPES = 'TS2591';
const RESTRICTED = 'no-restricted-imports';

/** Stand-ins for real files of each layer, for the snippets to import. They must pass all three guards. */
export const STAND_INS: Readonly<Record<string, string>> = {
  'shared/domain/stand-in.ts': "import { z } from 'zod';\nimport { Decimal } from 'decimal.js';\nexport const domain = z.string();\nexport const one = new Decimal(1);\nexport const day = (text: string): Date => new Date(text);\n",
  'shared/contract/stand-in.ts': "export { domain as contract } from '../domain/stand-in.ts';\n",
  'shared/text/stand-in.ts': "export const text = '请不要在领域层调用 Date.now()，也不要写 import x from \"node:fs\"';\n",
  'main/jobs/stand-in.ts': "import { setImmediate } from 'node:timers/promises';\nexport const jobs = setImmediate;\n",
  'main/db/stand-in.ts': "import BetterSqlite from 'better-sqlite3';\nexport const db = (path: string): unknown => new BetterSqlite(path).prepare('SELECT 1').get();\n",
  'main/documents/stand-in.ts': "import ExcelJS from 'exceljs';\nexport { text } from '../../shared/text/stand-in.ts';\nexport { pdf } from './pdf/stand-in.ts';\nexport const documents = new ExcelJS.Workbook();\n",
  'main/documents/pdf/stand-in.ts': "import { createRequire } from 'node:module';\nimport type { TDocumentDefinitions } from 'pdfmake/interfaces.js';\nexport const pdf: unknown = createRequire(import.meta.url)('pdfmake');\nexport type Definition = TDocumentDefinitions;\n",
  'main/services/stand-in.ts': "export { contract } from '../../shared/contract/stand-in.ts';\nexport { db } from '../db/stand-in.ts';\nexport { documents } from '../documents/stand-in.ts';\nexport { jobs } from '../jobs/stand-in.ts';\n",
  'main/services/ranking/stand-in.ts': "export { db } from '../../db/stand-in.ts';\nexport { jobs } from '../stand-in.ts';\n",
  'main/api/stand-in.ts': "export { db as services } from '../services/stand-in.ts';\nexport { contract } from '../../shared/contract/stand-in.ts';\n",
  'main/core.ts': "export { services as core } from './api/stand-in.ts';\n",
  'main/hosts/cli/stand-in.ts': "import { Command } from 'commander';\nexport { core } from '../../core.ts';\nexport const cli = new Command(`zhiqi ${new Date().toISOString()}`);\nexport const page = await import('./commands/stand-in.ts');\n",
  'main/hosts/common/stand-in.ts': "export { core } from '../../core.ts';\nexport const moment = (): number => Date.now();\n",
  'main/hosts/electron/stand-in.ts': "import type { App } from 'electron';\nexport { core } from '../common/stand-in.ts';\nexport { text } from '../../../shared/text/stand-in.ts';\nexport type Program = App;\n",
  'main/hosts/web/stand-in.ts': "import { zipSync } from 'fflate';\nexport { core } from '../common/stand-in.ts';\nexport const zip = zipSync;\n",
  'main/hosts/launch/stand-in.ts': "export { text } from '../../../shared/text/stand-in.ts';\n",
  'main/hosts/cli/commands/stand-in.ts': "export { text } from '../../../../shared/text/stand-in.ts';\n",
  'renderer/app/stand-in.tsx': "import { createRoot } from 'react-dom/client';\nimport { returns } from '../features/returns/index.ts';\nimport { text } from '../../shared/text/stand-in.ts';\nexport const start = (element: HTMLElement): void => createRoot(element).render(<p>{text}{returns}</p>);\n",
  'renderer/features/returns/index.ts': "export { returns } from './list/inside.ts';\n",
  'renderer/features/returns/list/inside.ts': "export const returns = 'returns';\n",
  'renderer/features/plan/index.ts': "export { returns as plan } from '../returns/index.ts';\nexport { deep } from './list/deep.ts';\n",
  'renderer/features/plan/list/deep.ts': "export { returns as deep } from '../../returns/index.ts';\nexport { near } from '../near.ts';\n",
  'renderer/features/plan/near.ts': "export const near = 1;\n",
  'test/unit/stand-in.ts': "export { db } from '../../main/db/stand-in.ts';\nexport { cli } from '../../main/hosts/cli/stand-in.ts';\n",
};

/** A file in each layer that imports nothing, so that tsc blames a forbidden import on the file that has it and not on one further down. */
export const LEAVES: Readonly<Record<string, string>> = Object.fromEntries(
  ['shared/domain', 'shared/contract', 'shared/text', 'main/jobs', 'main/db', 'main/documents', 'main/services', 'main/api', 'main/hosts/cli', 'main/hosts/common', 'main/hosts/electron', 'main/hosts/web', 'main/hosts/launch', 'renderer', 'test']
    .map((folder) => [`${folder}/leaf.ts`, 'export const leaf = 1;\n']),
);

export const SNIPPETS: readonly Snippet[] = [
  // shared: nothing but the language
  { name: 'domain imports node:fs', file: 'shared/domain/bad-node.ts', text: "import { readFileSync } from 'node:fs';\nexport const read = readFileSync;\n", judge: 'node', lint: RESTRICTED, compile: NO_NODE_TYPES },
  { name: 'contract imports a built-in by its bare name', file: 'shared/contract/bad-bare.ts', text: "import { join } from 'path';\nexport const path = join;\n", judge: 'node', lint: RESTRICTED, compile: NO_NODE_TYPES },
  { name: 'domain imports main', file: 'shared/domain/bad-main.ts', text: "export { leaf } from '../../main/db/leaf.ts';\n", judge: 'layer', lint: RESTRICTED, compile: NOT_LISTED },
  { name: 'domain imports the contract', file: 'shared/domain/bad-contract.ts', text: "export type { leaf } from '../contract/leaf.ts';\n", judge: 'layer', lint: RESTRICTED, compile: NOT_LISTED },
  { name: 'text imports the domain', file: 'shared/text/bad-domain.ts', text: "import { leaf } from '../domain/leaf.ts';\nexport const text = String(leaf);\n", judge: 'layer', lint: RESTRICTED, compile: NOT_LISTED },
  { name: 'contract imports the renderer', file: 'shared/contract/bad-renderer.ts', text: "export { leaf } from '../../renderer/leaf.ts';\n", judge: 'layer', lint: RESTRICTED, compile: NOT_LISTED },
  { name: 'text imports a package', file: 'shared/text/bad-package.ts', text: "import { z } from 'zod';\nexport const text = z.string();\n", judge: 'package', lint: RESTRICTED, compile: null },
  { name: 'domain imports a package by import()', file: 'shared/domain/bad-dynamic.ts', text: "export const load = async (): Promise<unknown> => import('exceljs');\n", judge: 'package', lint: RESTRICTED, compile: null },
  { name: 'contract imports by an import type', file: 'shared/contract/bad-import-type.ts', text: "export type Db = typeof import('../../main/db/leaf.ts').leaf;\n", judge: 'layer', lint: 'typescript(consistent-type-imports)', compile: NOT_LISTED },
  { name: 'domain computes what it imports', file: 'shared/domain/bad-computed.ts', text: "export const load = async (name: string): Promise<unknown> => import(`./${name}.ts`);\n", judge: 'unreadable', lint: null, compile: null },
  { name: 'domain names document, window and process', file: 'shared/domain/bad-globals.ts', text: 'export const all = [typeof document, window.location, process.pid];\n', judge: null, lint: 'no-restricted-globals', compile: 'TS2584' },
  { name: 'contract names process', file: 'shared/contract/bad-process.ts', text: 'export const pid = process.pid;\n', judge: null, lint: null, compile: NO_NODE_TYPES },
  { name: 'text names window', file: 'shared/text/bad-window.ts', text: 'export const place = window.location;\n', judge: null, lint: 'no-restricted-globals', compile: 'TS2304' },
  // time and chance
  { name: 'domain reads Date.now', file: 'shared/domain/bad-now.ts', text: 'export const now = (): number => Date.now();\n', judge: 'clock', lint: 'no-restricted-properties', compile: null },
  { name: 'domain makes a date of now', file: 'shared/domain/bad-date.ts', text: 'export const today = (): Date => new Date();\n', judge: 'clock', lint: null, compile: null },
  { name: 'domain makes a date of now without parentheses', file: 'shared/domain/bad-date-bare.ts', text: 'export const today = (): number => +new Date;\n', judge: 'clock', lint: null, compile: null },
  { name: 'domain calls Date()', file: 'shared/domain/bad-date-text.ts', text: 'export const today = (): string => Date();\n', judge: 'clock', lint: null, compile: null },
  { name: 'domain draws lots', file: 'shared/domain/bad-random.ts', text: 'export const lot = (): number => Math.random();\n', judge: 'clock', lint: 'no-restricted-properties', compile: null },
  { name: 'domain reads performance.now', file: 'shared/domain/bad-performance.ts', text: 'export const now = (): number => performance.now();\n', judge: 'clock', lint: 'no-restricted-properties', compile: 'TS2304' },
  { name: 'a service reads the clock in a template hole', file: 'main/services/bad-now.ts', text: 'export const name = (): string => `run-${Date.now()}`;\n', judge: 'clock', lint: 'no-restricted-properties', compile: null },
  // main
  { name: 'jobs imports shared', file: 'main/jobs/bad-shared.ts', text: "export { leaf } from '../../shared/domain/leaf.ts';\n", judge: 'layer', lint: RESTRICTED, compile: NOT_LISTED },
  { name: 'db imports documents', file: 'main/db/bad-documents.ts', text: "export { leaf } from '../documents/leaf.ts';\n", judge: 'layer', lint: RESTRICTED, compile: NOT_LISTED },
  { name: 'documents imports services', file: 'main/documents/bad-services.ts', text: "export { leaf } from '../services/leaf.ts';\n", judge: 'layer', lint: RESTRICTED, compile: NOT_LISTED },
  { name: 'documents imports better-sqlite3', file: 'main/documents/bad-sqlite.ts', text: "import BetterSqlite from 'better-sqlite3';\nexport const open = (path: string): unknown => new BetterSqlite(path);\n", judge: 'package', lint: RESTRICTED, compile: null },
  { name: 'documents imports pdfmake outside pdf', file: 'main/documents/workbook/bad-pdfmake.ts', text: "import type { Content } from 'pdfmake/interfaces.js';\nexport type Cell = Content;\n", judge: 'package', lint: RESTRICTED, compile: null },
  { name: 'documents requires pdfmake outside pdf', file: 'main/documents/bad-require.ts', text: "import { createRequire } from 'node:module';\nexport const pdf: unknown = createRequire(import.meta.url)('pdfmake');\n", judge: 'package', lint: null, compile: null },
  { name: 'documents keeps a require of its own', file: 'main/documents/bad-kept-require.ts', text: "import { createRequire } from 'node:module';\nexport const load = createRequire(import.meta.url);\n", judge: 'unreadable', lint: null, compile: null },
  { name: 'services imports exceljs', file: 'main/services/bad-exceljs.ts', text: "import ExcelJS from 'exceljs';\nexport const book = new ExcelJS.Workbook();\n", judge: 'package', lint: RESTRICTED, compile: null },
  { name: 'services imports the api', file: 'main/services/returns/bad-api.ts', text: "export { leaf } from '../../api/leaf.ts';\n", judge: 'layer', lint: RESTRICTED, compile: NOT_LISTED },
  { name: 'services imports core', file: 'main/services/bad-core.ts', text: "export { core } from '../core.ts';\n", judge: 'layer', lint: RESTRICTED, compile: null },
  { name: 'services imports a host', file: 'main/services/bad-host.ts', text: "export { leaf } from '../hosts/cli/leaf.ts';\n", judge: 'layer', lint: RESTRICTED, compile: NOT_LISTED },
  { name: 'a service writes SQL', file: 'main/services/bad-sql.ts', text: "export const count = (db: { prepare(sql: string): unknown }): unknown => db\n  .prepare('SELECT count(*) FROM file');\n", judge: 'sql', lint: null, compile: null },
  { name: 'the api imports documents', file: 'main/api/bad-documents.ts', text: "export { documents } from '../documents/stand-in.ts';\n", judge: 'layer', lint: RESTRICTED, compile: null },
  { name: 'the api imports the texts', file: 'main/api/handlers/bad-text.ts', text: "export { text } from '../../../shared/text/stand-in.ts';\n", judge: 'layer', lint: RESTRICTED, compile: null },
  { name: 'the database names window', file: 'main/db/bad-window.ts', text: 'export const place = window.location;\n', judge: null, lint: 'no-restricted-globals', compile: 'TS2304' },
  { name: 'a service names document', file: 'main/services/bad-document.ts', text: 'export const title = document.title;\n', judge: null, lint: 'no-restricted-globals', compile: null },
  { name: 'a file of main stands in no layer', file: 'main/helpers/bad-place.ts', text: 'export const anything = 1;\n', judge: 'no-layer', lint: null, compile: null },
  // hosts
  { name: 'the command line imports the database', file: 'main/hosts/cli/bad-db.ts', text: "export { db } from '../../db/stand-in.ts';\n", judge: 'layer', lint: RESTRICTED, compile: null },
  { name: 'the command line imports another host', file: 'main/hosts/cli/bad-web.ts', text: "export * from '../web/server.ts';\n", judge: 'layer', lint: RESTRICTED, compile: 'TS2307' },
  { name: 'the command line imports electron', file: 'main/hosts/cli/bad-electron.ts', text: "import type { App } from 'electron';\nexport type Application = App;\n", judge: 'package', lint: RESTRICTED, compile: null },
  { name: 'the desktop window imports a service', file: 'main/hosts/electron/bad-service.ts', text: "export { jobs } from '../../services/stand-in.ts';\n", judge: 'layer', lint: RESTRICTED, compile: null },
  { name: 'the web host imports the desktop window', file: 'main/hosts/web/bad-desktop.ts', text: "export { leaf } from '../electron/leaf.ts';\n", judge: 'layer', lint: RESTRICTED, compile: NOT_LISTED },
  { name: 'the web host imports electron', file: 'main/hosts/web/bad-electron.ts', text: "import type { App } from 'electron';\nexport type Application = App;\n", judge: 'package', lint: RESTRICTED, compile: null },
  { name: 'what hosts share imports a host', file: 'main/hosts/common/bad-host.ts', text: "export { leaf } from '../web/leaf.ts';\n", judge: 'layer', lint: RESTRICTED, compile: NOT_LISTED },
  { name: 'the launcher imports a host', file: 'main/hosts/launch/bad-host.ts', text: "export { leaf } from '../web/leaf.ts';\n", judge: 'layer', lint: RESTRICTED, compile: NOT_LISTED },
  { name: 'core imports a host', file: 'main/core.ts', text: "export { cli } from './hosts/cli/stand-in.ts';\n", judge: 'layer', lint: null, compile: null },
  // renderer
  { name: 'the renderer imports main', file: 'renderer/app/bad-main.tsx', text: "import { leaf } from '../../main/db/leaf.ts';\nexport const page = <p>it's {String(leaf)}</p>;\n", judge: 'layer', lint: RESTRICTED, compile: NOT_LISTED },
  { name: 'the renderer imports node:path', file: 'renderer/app/bad-node.ts', text: "export { join } from 'node:path';\n", judge: 'node', lint: RESTRICTED, compile: NO_NODE_TYPES },
  { name: 'the renderer names process', file: 'renderer/app/bad-process.ts', text: 'export const platform = process.platform;\n', judge: null, lint: null, compile: NO_NODE_TYPES },
  { name: 'the renderer imports electron', file: 'renderer/app/bad-electron.ts', text: "import type { IpcRenderer } from 'electron';\nexport type Ipc = IpcRenderer;\n", judge: 'package', lint: RESTRICTED, compile: null },
  { name: 'a feature imports the insides of another', file: 'renderer/features/plan/bad-insides.ts', text: "export { returns } from '../returns/list/inside.ts';\n", judge: 'feature', lint: RESTRICTED, compile: null },
  { name: 'a folder of a feature imports the insides of another feature', file: 'renderer/features/plan/list/bad-insides.ts', text: "export { returns } from '../../returns/list/inside.ts';\n", judge: 'feature', lint: RESTRICTED, compile: null },
  { name: 'the renderer imports the tests', file: 'renderer/app/bad-test.ts', text: "export { leaf } from '../../test/leaf.ts';\n", judge: 'layer', lint: RESTRICTED, compile: NOT_LISTED },
  // everywhere
  { name: 'a reference directive', file: 'renderer/bad-reference.ts', text: '/// <reference types="react" />\nexport const one = 1;\n', judge: 'reference', lint: null, compile: null },
  { name: 'a cycle of types, one half', file: 'main/jobs/bad-cycle-one.ts', text: "import type { Two } from './bad-cycle-two.ts';\nexport type One = Two | 1;\nexport interface Base { readonly one: 1 }\n", judge: null, lint: 'import(no-cycle)', compile: null },
  { name: 'a cycle of types, the other half', file: 'main/jobs/bad-cycle-two.ts', text: "import type { Base } from './bad-cycle-one.ts';\nexport type Two = Base | 2;\n", judge: null, lint: 'import(no-cycle)', compile: null },
  { name: 'any', file: 'main/api/bad-any.ts', text: 'export const value = (input: unknown): unknown => (input as any).value;\n', judge: null, lint: 'typescript(no-explicit-any)', compile: null },
  { name: 'an implicit any', file: 'main/api/bad-implicit.ts', text: 'export const value = (input) => input;\n', judge: null, lint: null, compile: 'TS7006' },
  { name: 'a non-null assertion', file: 'main/api/bad-assertion.ts', text: "export const value = (input: string | null): string => input!;\n", judge: null, lint: 'typescript(no-non-null-assertion)', compile: null },
  { name: 'a silenced compiler', file: 'main/api/bad-ignore.ts', text: "// @ts-ignore\nexport const value: number = 'text';\n", judge: null, lint: 'typescript(ban-ts-comment)', compile: null },
  { name: 'an enum, which Node cannot strip', file: 'main/api/bad-enum.ts', text: 'export enum Kind { One }\n', judge: null, lint: null, compile: 'TS1294' },
  { name: 'a default export', file: 'main/api/bad-default.ts', text: 'export default 1;\n', judge: null, lint: 'import(no-default-export)', compile: null },
  { name: 'a file over 300 lines', file: 'main/api/bad-long-file.ts', text: Array.from({ length: 301 }, (_, index) => `export const value${index} = ${index};\n`).join(''), judge: null, lint: 'max-lines', compile: null },
  { name: 'a function over 60 lines', file: 'main/api/bad-long-function.ts', text: longFunction(), judge: null, lint: 'max-lines-per-function', compile: null },
  { name: 'a helper of the tests over 60 lines', file: 'test/support/bad-long-function.ts', text: longFunction(), judge: null, lint: 'max-lines-per-function', compile: null },
  { name: 'a test file over 300 lines', file: 'test/unit/bad-long.test.ts', text: Array.from({ length: 301 }, (_, index) => `export const value${index} = ${index};\n`).join(''), judge: null, lint: 'max-lines', compile: null },
  { name: 'a focused test', file: 'test/unit/bad-only.test.ts', text: "import { expect, it } from 'vitest';\n\nit.only('runs alone', () => expect(1).toBe(1));\n", judge: null, lint: 'vitest(no-focused-tests)', compile: null },
];

function longFunction(): string {
  const lines = Array.from({ length: 60 }, (_, index) => `  total += ${index};`);
  return `export function long(): number {\n  let total = 0;\n${lines.join('\n')}\n  return total;\n}\n`;
}
