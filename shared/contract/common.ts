import { z } from 'zod';
import type { Finding } from '../domain/findings.ts';
import { FINDING_SEVERITY, type FindingCode } from '../domain/findings.ts';

/** 考核年度. */
export const year = z.int().min(2000).max(2100);

/** 2024-07-15 */
export const isoDate = z.iso.date();

/** A right to one file or folder, handed out by the host; the page and the core never name a path. */
export const grant = z.string().min(1);

/**
 * 打开密码 that somebody gives for the workbooks of a call: each file is tried with each. Every method that reads one names them so, because by
 * this name they are left out of what an event keeps.
 */
export const passwords = z.array(z.string().min(1).max(255)).max(100).optional();

const findingCodes = Object.keys(FINDING_SEVERITY) as [FindingCode, ...FindingCode[]];

export const findingSchema = z.object({
  file: z.string(),
  sheet: z.string().nullable(),
  cell: z.string().nullable(),
  severity: z.enum(['error', 'warning', 'info']),
  code: z.enum(findingCodes),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
}) satisfies z.ZodType<Finding>;
