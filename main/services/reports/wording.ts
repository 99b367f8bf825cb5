import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

const widths = z.record(z.string(), z.number().positive());
const columns = z.record(z.string(), z.string());
const table = z.strictObject({
  name: z.string(),
  title: z.string(),
  orientation: z.enum(['portrait', 'landscape']),
  widths,
  columns,
  totalRow: z.string().optional(),
});

const wordingSchema = z.strictObject({ annex1: table, annex3: table, ranking: table, notes: z.record(z.string(), z.string()) });

/** Titles, columns, widths and notes of the documents (templates/documents/reports.yml). */
export type ReportWording = z.infer<typeof wordingSchema>;
export type TableWording = z.infer<typeof table>;

export function readReportWording(templatesFolder: string): ReportWording {
  return wordingSchema.parse(parse(readFileSync(join(templatesFolder, 'documents', 'reports.yml'), 'utf8')));
}

/** Puts values into the placeholders of a wording: fill('{year}年', { year: 2024 }) is '2024年'. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (_match, key: string) => {
    const value = values[key];
    if (value === undefined) throw new Error(`no value for {${key}} in "${text}"`);
    return String(value);
  });
}

/** Width of a column by its key; a missing one is a fault of the wording file. */
export function widthOf(wording: TableWording, key: string): number {
  const width = wording.widths[key];
  if (width === undefined) throw new Error(`templates/documents/reports.yml: no width for ${key}`);
  return width;
}
