import { z } from 'zod';
import { decimalText, operatorSchema, targetSchema } from './target-schema.ts';
import { districtSchema, freeId, unitKindSchema, unitSchema } from './unit-schema.ts';

export { type Operator, operatorSchema, type Target, targetSchema } from './target-schema.ts';
export { type Unit, unitSchema } from './unit-schema.ts';

/**
 * The plan (方案) as data: the document, its articles, its three annexes, the units it names. Read from templates/plans/<id>/,
 * stored whole in the work database, and passed around as one value of type Plan.
 */

const yearKey = z.string().regex(/^20\d\d$/);
const isoDate = z.iso.date();

/**
 * 口径 of a figure: `level` a state measured at the year's end, `cumulative` 累计数 since the plan's base, `increment` 当年新增,
 * `yearly` done within each year.
 */
export const basisSchema = z.enum(['level', 'cumulative', 'increment', 'yearly']);
export type Basis = z.infer<typeof basisSchema>;

const ratePartSchema = z.strictObject({ name: z.string().min(1), unit: z.string().min(1) });

/**
 * 指标量: one figure that a unit reports and that has a target. An annex row has none (qualitative), one, or several of them.
 * `subject` (目标主题) is the same for all places of the plan that speak of the same thing: contradictions are found by it.
 */
export const measureSchema = z.strictObject({
  id: freeId,
  name: z.string().min(1),
  unit: z.string().min(1),
  /** rate: asks 分子 and 分母; amount: one figure. */
  kind: z.enum(['rate', 'amount']),
  basis: basisSchema,
  /** Decimals to which the value is rounded before it is compared with the target (判定修约位数). */
  decimals: z.int().min(0).max(4),
  numerator: ratePartSchema.optional(),
  denominator: ratePartSchema.optional(),
  /** 0/0: `complete` = nothing occurred, counts as met and is marked so; `error` = must be explained. */
  zeroDenominator: z.enum(['complete', 'error']).default('error'),
  subject: z.string().min(1),
  /** Wording of what is counted, where two places of the plan differ in it. */
  scope: z.string().optional(),
  targets: z.record(yearKey, targetSchema),
  /** 奋斗目标: the second, harder target of a year, where the plan sets two. */
  stretch: z.record(yearKey, targetSchema).optional(),
});
export type Measure = z.infer<typeof measureSchema>;

/** A row of annex 1. `leadUnits` are unit ids in printed order; the first is the reporting unit (首位牵头单位). */
export const indicatorSchema = z.strictObject({
  id: freeId,
  /** 序号 as printed; without it the cell is blank. */
  label: z.string().optional(),
  category: z.string().min(1),
  /** As printed, without the ＊; a second printed line follows after a newline. */
  name: z.string().min(1),
  /** ＊ 累计数. */
  cumulative: z.boolean(),
  printedTargets: z.record(yearKey, z.string()),
  leadUnitsPrinted: z.string().min(1),
  leadUnits: z.array(z.string()).min(1),
  measures: z.array(measureSchema).min(1),
});
export type Indicator = z.infer<typeof indicatorSchema>;

/** A task of annex 2 (重大任务). */
export const taskSchema = z.strictObject({
  id: freeId,
  /** Id of the group it stands in. */
  group: z.string().min(1),
  number: z.int().positive(),
  text: z.string().min(1),
  leadUnitsPrinted: z.string().min(1),
  leadUnits: z.array(z.string()).min(1),
  measures: z.array(measureSchema).default([]),
  /** 目标主题 of a task without figures that still speaks of a subject elsewhere in the plan. */
  subject: z.string().optional(),
  /** What the words demand of `subject` where they give no number: 原则上全部, 提高. */
  qualitative: z.string().optional(),
  /** Wording of what is meant, where two places of the plan differ in it. */
  scope: z.string().optional(),
});
export type Task = z.infer<typeof taskSchema>;

/** 时限: the item must be finished on a day before `before`. */
const deadlineSchema = z.strictObject({ printed: z.string().min(1), before: isoDate });

/** An item of a year's list (年度事项). */
export const itemSchema = z.strictObject({
  id: freeId,
  /** 序号 as printed; without it the cell is blank. */
  label: z.string().optional(),
  section: z.int().min(1),
  number: z.int().positive(),
  text: z.string().min(1),
  type: z.enum(['numeric', 'dated', 'qualitative']),
  leadUnitsPrinted: z.string().min(1),
  leadUnits: z.array(z.string()).min(1),
  responsiblePrinted: z.string(),
  measures: z.array(measureSchema).default([]),
  deadline: deadlineSchema.optional(),
  /** 目标主题 that the item's words speak of besides its figures, when it is also spoken of elsewhere in the plan. */
  subject: z.string().optional(),
  /** What the words demand of `subject` where they give no number: 原则上全部, 提高. */
  qualitative: z.string().optional(),
  /** Wording of what is meant, where two places of the plan differ in it. */
  scope: z.string().optional(),
});
export type Item = z.infer<typeof itemSchema>;

export const articleSchema = z.strictObject({
  number: z.int().min(1),
  /** 一, 二 …: the chapter it stands in. */
  chapter: z.string().min(1),
  heading: z.string().min(1),
  /** Full text as printed, with number, heading and the units in brackets. */
  text: z.string().min(1),
  unitsPrinted: z.string().min(1),
  /** Unit ids named in the brackets; empty for 区级有关部门. */
  units: z.array(z.string()),
});
export type Article = z.infer<typeof articleSchema>;

/** A quantified or dated demand that stands in the body. `article` 0 is chapter 一、总体要求. */
export const bodyTargetSchema = z.strictObject({
  id: freeId,
  article: z.int().min(0),
  quote: z.string().min(1),
  /** Year the demand is due, or yearly / standing (长期). */
  year: z.union([z.int(), z.literal('yearly'), z.literal('standing')]),
  operator: operatorSchema.nullable(),
  value: decimalText.nullable(),
  unit: z.string().nullable(),
  basis: basisSchema.nullable(),
  /** What is demanded where there is no number: 基本淘汰, 完成, 原则上全部. */
  qualitative: z.string().nullable(),
  scope: z.string().optional(),
  subject: z.string().optional(),
  /** Further subjects of the same words: 水泥、玻璃等企业. */
  furtherSubjects: z.array(z.string()).optional(),
  leadUnits: z.array(z.string()),
});
export type BodyTarget = z.infer<typeof bodyTargetSchema>;

/** GB/T 9704-2012, 5.2: margins of an official document where the plan prints none of its own. */
const OFFICIAL_PAGE = { printed: [], marginsMm: { top: 37, bottom: 35, left: 28, right: 26 }, titlePitchPt: 29, bodyPitchPt: 29 };

export const documentSchema = z.strictObject({
  title: z.string(),
  noticeTitle: z.string().default(''),
  number: z.string(),
  issuer: z.string(),
  date: isoDate,
  datePrinted: z.string().default(''),
  publicity: z.string().default(''),
  recipients: z.string().default(''),
  noticeBody: z.string().default(''),
  preamble: z.string().default(''),
  chapters: z.array(z.strictObject({ number: z.string(), title: z.string(), paragraphs: z.array(z.string()).default([]) })).default([]),
  attachmentsPrinted: z.array(z.string()).default([]),
  copyTo: z.string().default(''),
  page: z
    .strictObject({
      printed: z.array(z.string()),
      marginsMm: z.strictObject({ top: z.number(), bottom: z.number(), left: z.number(), right: z.number() }),
      titlePitchPt: z.number(),
      bodyPitchPt: z.number(),
    })
    .default(OFFICIAL_PAGE),
});

/** 报送安排: our own arrangement, not the plan's; the reasons stand in the data file. */
export const reportingSchema = z.strictObject({
  /** Year → last day on which a return is in time. */
  dueDates: z.record(yearKey, isoDate),
  /** Items of the plan's own list on which units report their own part (本辖区), with the reason. */
  townItems: z.array(z.strictObject({ item: z.string(), reason: z.string().min(1) })),
  /** Towns that are asked for daily air values (空气监测): all, or the unit ids. */
  townAir: z.union([z.literal('all'), z.array(z.string())]),
});

/** 附件1: indicators with a target for each of the plan's years. */
export const indicatorListSchema = z.strictObject({
  label: z.string(),
  title: z.string(),
  columns: z.array(z.string()),
  years: z.array(z.int()),
  rows: z.array(indicatorSchema),
  notes: z.array(z.string()),
});

/** 附件2: tasks over several years. */
export const taskListSchema = z.strictObject({
  label: z.string(),
  title: z.string(),
  subtitle: z.string(),
  columns: z.array(z.string()),
  fromYear: z.int(),
  toYear: z.int(),
  groups: z.array(z.strictObject({ id: z.string().min(1), title: z.string() })),
  tasks: z.array(taskSchema),
});
export type TaskList = z.infer<typeof taskListSchema>;

/** 年度事项清单: the items of one year; the plan carries its first as 附件3, later years' lists come as documents of their own. */
export const itemListSchema = z.strictObject({
  label: z.string(),
  title: z.string(),
  columns: z.array(z.string()),
  year: z.int(),
  sections: z.array(z.strictObject({ number: z.int(), title: z.string() })),
  items: z.array(itemSchema),
});
export type ItemList = z.infer<typeof itemListSchema>;

export const planSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  district: districtSchema,
  document: documentSchema,
  unitKinds: z.array(unitKindSchema).min(1),
  units: z.array(unitSchema),
  articles: z.array(articleSchema).default([]),
  annex1: indicatorListSchema,
  /** Null for a plan without 附件2. */
  annex2: taskListSchema.nullable().default(null),
  /** Null for a plan that carries no list of items. */
  annex3: itemListSchema.nullable().default(null),
  bodyTargets: z.array(bodyTargetSchema).default([]),
  /** 目标主题 → its Chinese name, for the conflict list. */
  subjects: z.record(z.string(), z.string()),
  reporting: reportingSchema,
});
export type Plan = z.infer<typeof planSchema>;
