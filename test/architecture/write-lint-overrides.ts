import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type LintOverride, lintOverrides } from './lint-overrides.ts';
import { ROOT } from './project-files.ts';

/** Puts the overrides that follow from the layer table into .oxlintrc.json and leaves the rest of it alone. */
const path = join(ROOT, '.oxlintrc.json');
const config = JSON.parse(readFileSync(path, 'utf8')) as { overrides: LintOverride[] };
const others = config.overrides.filter((override) => !('no-restricted-imports' in override.rules));
writeFileSync(path, `${JSON.stringify({ ...config, overrides: [...others, ...lintOverrides()] }, null, 2)}\n`);
