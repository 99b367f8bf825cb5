import { z } from 'zod';
import { daysInMonth } from '../../calendar.ts';

const words = z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]);
const name = z.string().min(1);

/** 编号 stands in commands and in records: one word. */
const id = name.regex(/^[^\s\p{Cc}]+$/u);

/** A year, a month or a day that there is. */
const since = z.union([z.int(), name]).transform(String).refine(isDateOrPart);

function isDateOrPart(text: string): boolean {
  const [, year, month, day] = /^((?:19|20)\d\d)(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text) ?? [];
  if (year === undefined || (month !== undefined && (Number(month) < 1 || Number(month) > 12))) return false;
  return day === undefined || (Number(day) >= 1 && Number(day) <= daysInMonth(Number(year), Number(month)));
}

/** 条款 of the official text, or of its summary. */
const clause = z.strictObject({ id: z.union([name, z.number()]).transform(String), text: name });
export type Clause = z.output<typeof clause>;

/** A figure for everybody, or one for each class or subject; `default` for those not named. */
const figures = z.union([z.number(), z.record(name, z.number())]);
export type Figures = z.output<typeof figures>;

const measure = z.strictObject({ better: z.enum(['less', 'more']).optional(), title: name.optional(), unit: z.string().optional() });

/** 对象: everybody, or classes and single units. */
const subjects = z.strictObject({
  /** 单位类别 by id or name (镇街, 部门), `district` for the district itself. */
  kinds: z.array(name).min(1).optional(),
  classes: z.array(name).min(1).optional(),
  units: z.array(name).min(1).optional(),
});

/** 办法的抬头: what the scheme is, for whom, since when, by what document; everything but the rules. */
export const headSchema = z.strictObject({
  id: id.optional(),
  title: name.optional(),
  kind: z.enum(['scoring', 'ranking', 'money', 'notice']).optional(),
  plan: name.optional(),
  year: z.int().optional(),
  subjects: z.union([words, subjects]).optional(),
  /** Holds from this year, month or day on. */
  from: since.optional(),
  source: words.optional(),
  demonstration: z.boolean().optional(),
  /** Of several for the same thing the one that is taken where nobody names one. */
  preferred: z.boolean().optional(),
  /** What is known for sure, and what was assumed because the text could not be seen. */
  known: z.array(name).optional(),
  assumed: z.array(name).optional(),
  notes: z.array(name).optional(),
  /** Stands above the text, as 原文未见，据报道整理. */
  textHead: name.optional(),
  text: z.array(clause).optional(),
  measures: z.record(name, measure).optional(),
  /** What people call the points, parameters and events that the rules name: { peers: 同级互评 }. */
  names: z.record(name, name).optional(),
  params: z.record(name, figures).optional(),
  targets: z.record(name, figures).optional(),
});
export type SchemeHead = z.output<typeof headSchema>;

export const HEAD_KEYS: readonly string[] = Object.keys(headSchema.shape);

/** Words that a scheme of one's own should not be without. */
export const EXPECTED_KEYS = ['id', 'title', 'kind', 'from', 'source', 'text'] as const;

/** The part of a head that says what things are called. */
export const labelsSchema = headSchema.pick({ names: true, measures: true }).loose();

/** What people call a measure, points of a reviewer, a parameter or an event; its own name where the head says nothing else. */
export const labelIn = ({ names, measures }: Pick<SchemeHead, 'names' | 'measures'>, word: string): string =>
  names?.[word] ?? measures?.[word]?.title ?? word;
