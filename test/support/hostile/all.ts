import { CONTAINERS } from './containers.ts';
import type { HostileFile } from './hostile-file.ts';
import { OLD_FORMATS } from './old-formats.ts';
import { PACKAGES } from './packages.ts';
import { TEXTS } from './texts.ts';
import { WORKBOOKS } from './workbooks.ts';

export const HOSTILE_FILES: readonly HostileFile[] = [...CONTAINERS, ...WORKBOOKS, ...PACKAGES, ...OLD_FORMATS, ...TEXTS];
