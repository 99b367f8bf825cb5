import { z } from 'zod';
import { isDecimalText } from '../numbers/decimal.ts';

/**
 * The plan (方案) as data: the document, its articles, its three annexes, the units it names. Read from templates/plans/<id>/,
 * stored whole in the work database, and passed around as one value of type Plan.
 */

/** 比较符: ge 不低于, le 不高于, eq 等于. */
export const operatorSchema = z.enum(['ge', 'le', 'eq']);
export type Operator = z.infer<typeof operatorSchema>;

const decimalText = z.string().refine(isDecimalText, { error: '不是十进制数' });
const yearKey = z.string().regex(/^20\d\d$/);
const isoDate = z.iso.date();

/** 目标值: the cell as printed, and what it means. */
export const targetSchema = z.strictObject({ printed: z.string().min(1), operator: operatorSchema, value: decimalText });
export type Target = z.infer<typeof targetSchema>;

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
  id: z.string().min(1),
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
});
export type Measure = z.infer<typeof measureSchema>;

export const unitSchema = z.strictObject({
  id: z.string().regex(/^(dept|town)-[a-z0-9-]+$/),
  kind: z.enum(['department', 'town']),
  /** Name used in every table, as the plan prints it. */
  name: z.string().min(1),
  aliases: z.array(z.string().min(1)),
  /** 9-digit division code; null for a functional zone, which has none. */
  divisionCode: z
    .string()
    .regex(/^\d{9}$/)
    .nullable(),
  townKind: z.enum(['街道', '镇', '园区']).optional(),
});
export type Unit = z.infer<typeof unitSchema>;

/** A row of annex 1. `leadUnits` are unit ids in printed order; the first is the reporting unit (首位牵头单位). */
export const indicatorSchema = z.strictObject({
  id: z.string().regex(/^A1-\d\d$/),
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

/** A task of annex 2 (重大任务): ids A2-项1 … A2-台5. */
export const taskSchema = z.strictObject({
  id: z.string().regex(/^A2-[项政改台]\d+$/),
  group: z.enum(['项', '政', '改', '台']),
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

/** An item of annex 3 (年度事项): ids A3-1.1 … A3-9.1 (section.number). */
export const itemSchema = z.strictObject({
  id: z.string().regex(/^A3-\d\.\d+$/),
  section: z.int().min(1).max(9),
  number: z.int().positive(),
  text: z.string().min(1),
  type: z.enum(['numeric', 'dated', 'qualitative']),
  leadUnitsPrinted: z.string().min(1),
  leadUnits: z.array(z.string()).min(1),
  responsiblePrinted: z.string().min(1),
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
  number: z.int().min(1).max(28),
  /** 一 … 九: the chapter it stands in. */
  chapter: z.string().min(1),
  heading: z.string().min(1),
  /** Full text as printed, with number, heading and the units in brackets. */
  text: z.string().min(1),
  unitsPrinted: z.string().min(1),
  /** Unit ids named in the brackets; empty for 区级有关部门. */
  units: z.array(z.string()),
});
export type Article = z.infer<typeof articleSchema>;

/** A quantified or dated demand that stands in the body (ids B01 … B31). `article` 0 is chapter 一、总体要求. */
export const bodyTargetSchema = z.strictObject({
  id: z.string().regex(/^B\d\d$/),
  article: z.int().min(0).max(28),
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

export const documentSchema = z.strictObject({
  title: z.string(),
  noticeTitle: z.string(),
  number: z.string(),
  issuer: z.string(),
  date: isoDate,
  datePrinted: z.string(),
  publicity: z.string(),
  recipients: z.string(),
  noticeBody: z.string(),
  preamble: z.string(),
  chapters: z.array(z.strictObject({ number: z.string(), title: z.string(), paragraphs: z.array(z.string()).default([]) })),
  attachmentsPrinted: z.array(z.string()),
  copyTo: z.string(),
  page: z.strictObject({
    printed: z.array(z.string()),
    marginsMm: z.strictObject({ top: z.number(), bottom: z.number(), left: z.number(), right: z.number() }),
    titlePitchPt: z.number(),
    bodyPitchPt: z.number(),
  }),
});

/** 报送安排: our own arrangement, not the plan's; the reasons stand in the data file. */
export const reportingSchema = z.strictObject({
  /** Year → last day on which a return is in time. */
  dueDates: z.record(yearKey, isoDate),
  /** Annex 3 items on which a town reports its own part, with the reason. */
  townItems: z.array(z.strictObject({ item: z.string(), reason: z.string().min(1) })),
  /** Towns that are asked for daily air values (空气监测): all, or the unit ids. */
  townAir: z.union([z.literal('all'), z.array(z.string())]),
});

export const planSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  document: documentSchema,
  units: z.array(unitSchema),
  articles: z.array(articleSchema),
  annex1: z.strictObject({
    label: z.string(),
    title: z.string(),
    columns: z.array(z.string()),
    years: z.array(z.int()),
    rows: z.array(indicatorSchema),
    notes: z.array(z.string()),
  }),
  annex2: z.strictObject({
    label: z.string(),
    title: z.string(),
    subtitle: z.string(),
    columns: z.array(z.string()),
    fromYear: z.int(),
    toYear: z.int(),
    groups: z.array(z.strictObject({ id: z.enum(['项', '政', '改', '台']), title: z.string() })),
    tasks: z.array(taskSchema),
  }),
  annex3: z.strictObject({
    label: z.string(),
    title: z.string(),
    columns: z.array(z.string()),
    year: z.int(),
    sections: z.array(z.strictObject({ number: z.int(), title: z.string() })),
    items: z.array(itemSchema),
  }),
  bodyTargets: z.array(bodyTargetSchema),
  /** 目标主题 → its Chinese name, for the conflict list. */
  subjects: z.record(z.string(), z.string()),
  reporting: reportingSchema,
});
export type Plan = z.infer<typeof planSchema>;
