import { CONTAINERS } from './containers.ts';
import type { HostileFile } from './hostile-file.ts';
import { MONITORING_TABLES } from './monitoring-tables.ts';
import { OLD_FORMATS } from './old-formats.ts';
import { PACKAGES } from './packages.ts';
import { PARTS } from './parts.ts';
import { TEXTS } from './texts.ts';
import { WORKBOOKS } from './workbooks.ts';

export const HOSTILE_FILES: readonly HostileFile[] = [
  ...CONTAINERS,
  ...WORKBOOKS,
  ...PARTS,
  ...PACKAGES,
  ...OLD_FORMATS,
  ...TEXTS,
  ...MONITORING_TABLES,
];
