import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { itemListSchema } from '../../../shared/domain/plan/schema.ts';

const decimal = z.string();
const isoDate = z.iso.date();

const yearSchema = z.strictObject({
  year: z.int(),
  seed: z.int(),
  /** Telephone of everybody who fills in. */
  phone: z.string(),
  figures: z.record(
    z.string(),
    z.strictObject({
      value: decimal.optional(),
      increment: decimal.optional(),
      numerator: decimal.optional(),
      denominator: decimal.optional(),
    }),
  ),
  statuses: z.record(z.string(), z.strictObject({ status: z.string(), date: isoDate.optional(), progress: z.string().optional() })),
  townDoneShare: z.number().min(0).max(1),
  missing: z.array(z.string()),
  late: z.record(z.string(), isoDate),
  slips: z.array(z.strictObject({ unit: z.string(), row: z.string(), field: z.string(), text: z.string(), why: z.string() })),
  /** 不涉及 that the units of the sample ask for, and that the sample's office consents to. */
  consents: z.array(z.strictObject({ unit: z.string(), row: z.string(), reason: z.string().min(1) })),
  air: z.strictObject({
    baseline: z.number(),
    particulateOnly: z.array(z.string()),
    outages: z.record(z.string(), z.strictObject({ from: isoDate, to: isoDate })),
    twins: z.record(z.string(), z.string()),
  }),
  strays: z.array(
    z.discriminatedUnion('kind', [
      z.strictObject({ file: z.string(), kind: z.enum(['foreign', 'truncated', 'text']) }),
      z.strictObject({ file: z.string(), kind: z.literal('duplicate'), of: z.string() }),
      /** A return made as that of unit `of`, under the id and name of one that is no more. */
      z.strictObject({ file: z.string(), kind: z.literal('unknownUnit'), of: z.string(), unitId: z.string(), unitName: z.string() }),
    ]),
  ),
});

const sampleSchema = yearSchema.extend({
  monitoring: z.strictObject({
    /** Stations of the hourly file; `shift` moves one station of a town against another. */
    stations: z.array(z.strictObject({ town: z.string(), station: z.string(), shift: z.number() })),
    /** Towns of which the year before is known, so that 同比 shows. */
    dailyTowns: z.array(z.string()),
    dustDays: z.array(z.strictObject({ date: isoDate, area: z.string() })),
    /** The town whose air stands for the district's in the forecasts. */
    forecastTown: z.string(),
  }),
});

const laterYearSchema = yearSchema.extend({
  /** 文号 of the year's list, and the day it is issued. */
  document: z.string(),
  issued: isoDate,
  /** 年度事项清单, written as a workbook with which the year is opened. */
  list: itemListSchema,
  /** Items on which towns report their own part. */
  asked: z.array(z.strictObject({ item: z.string(), reason: z.string() })),
  /** 目标调整 of the year: inputs of `targets.revise`. */
  revisions: z.array(
    z.strictObject({ measure: z.string(), value: z.string(), document: z.string(), from: isoDate, reason: z.string().min(1) }),
  ),
});

/** 示例数据 (templates/samples/): what the units of the sample year answer, and the slips that are meant to be found. */
export type SampleYear = z.infer<typeof yearSchema>;

/** The sample of the plan's first year, with monitoring data beside the returns. */
export type SampleData = z.infer<typeof sampleSchema>;

/** A later year of the sample: its list and what is adjusted in it come as documents. */
export type LaterSampleYear = z.infer<typeof laterYearSchema>;

export function readSampleData(templatesFolder: string, planId: string): SampleData {
  return sampleSchema.parse(parse(readFileSync(join(templatesFolder, 'samples', `${planId}.yml`), 'utf8')));
}

/** Later years of the sample, in order; empty for a plan that has none. */
export function laterSampleYears(templatesFolder: string, planId: string): LaterSampleYear[] {
  const folder = join(templatesFolder, 'samples', planId);
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((name) => name.endsWith('.yml'));
  return files.toSorted().map((name) => laterYearSchema.parse(parse(readFileSync(join(folder, name), 'utf8'))));
}

/** The sample of one year, with the years that there are. */
export function sampleOfYear(templatesFolder: string, planId: string, year: number): { sample: SampleYear | null; known: number[] } {
  const years: SampleYear[] = [readSampleData(templatesFolder, planId), ...laterSampleYears(templatesFolder, planId)];
  return { sample: years.find((one) => one.year === year) ?? null, known: years.map((one) => one.year) };
}
