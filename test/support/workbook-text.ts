import { unzip } from './unzip.ts';

/** Everything a workbook holds as text: cells, names of sheets, prompts, properties. */
export const workbookText = (bytes: Uint8Array): string => [...unzip(bytes).values()].map((entry) => entry.toString('utf8')).join('\n');
