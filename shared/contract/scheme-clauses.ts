import { z } from 'zod';
import { grant } from './common.ts';
import { job, query } from './method.ts';
import { printedSchema, reportFormat } from './reports.ts';

const said = z.string().trim().min(1);

/** A scheme of the work, its newest version without `number`; or a file, of which `rule` says which scheme, where it has several. */
const source = z.union([
  z.strictObject({ id: said, number: z.int().min(1).optional() }),
  z.strictObject({ file: grant, rule: said.optional() }),
]);
export type ClauseSource = z.infer<typeof source>;

/** A line of a rule in words; parts stand below what they are parts of. */
const line = z.object({ depth: z.int(), text: z.string() });

const rule = z.object({
  /** Where it stands in the rules: sum.0; blank for the rule as a whole. */
  path: z.string(),
  /** Group or unit it is for; null for everybody. */
  group: z.string().nullable(),
  /** 读作. */
  lines: z.array(line),
  /** 指标 with their 计量单位, and lists of the plan. */
  measures: z.array(z.object({ name: z.string(), unit: z.string() })),
  /** 满分, or the most it gives, with its unit; null where it has no bound. */
  full: z.string().nullable(),
});
export type ClauseRuleView = z.infer<typeof rule>;

/** 条文与规则: the official text clause by clause, with the rules that were made from it. */
const view = z.object({
  /** Blank for a sketch without one. */
  id: z.string(),
  /** As it is printed, 示范 marked. */
  title: z.string(),
  number: z.int().nullable(),
  from: z.string().nullable(),
  subjects: z.string(),
  state: z.enum(['demonstration', 'approved', 'plain']),
  approved: z.object({ document: z.string(), by: z.string(), at: z.string() }).nullable(),
  /** 原文未见，据报道整理. */
  textHead: z.string().nullable(),
  source: z.array(z.string()),
  /** What it gives, how often, and other rules that need no clause. */
  basics: z.array(z.string()),
  clauses: z.array(z.object({ id: z.string(), text: z.string(), rules: z.array(rule) })),
  /** How the parts that stand beside the clauses are put together. */
  composition: z.array(rule),
  /** 没有规则的条款. */
  withoutRule: z.array(z.string()),
  /** 没有条款的规则. */
  withoutClause: z.array(rule),
  notes: z.array(z.string()),
  known: z.array(z.string()),
  assumed: z.array(z.string()),
});
export type SchemeClausesView = z.infer<typeof view>;

const sourceErrors = [
  'WORK_NONE',
  'SCHEME_MISSING',
  'FILE_GRANT_UNKNOWN',
  'SCHEME_FILE_UNREADABLE',
  'SCHEME_INVALID',
  'SCHEME_RULE_CHOICE',
] as const;

export const schemeClausesMethods = {
  'schemes.clauses': query(z.strictObject({ source }), view, sourceErrors),
  /** 打印办法: the same as a document. */
  'schemes.print': job(z.strictObject({ source, format: reportFormat, file: grant }), printedSchema, [
    ...sourceErrors,
    'FILE_IS_WORK',
    'REPORT_EXTENSION',
    'FILE_UNWRITABLE',
    'FONT_MISSING',
    'CANCELLED',
  ]),
};
