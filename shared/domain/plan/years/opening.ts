import { z } from 'zod';
import { targetSchema } from '../target-schema.ts';
import { freeId } from '../unit-schema.ts';

/** 目标来源 of a measure in a year that the plan does not print: carried over, interpolated, entered by the bureau, or none. */
export const TARGET_SOURCES = ['carry', 'interpolate', 'entered', 'none'] as const;
export type TargetSource = (typeof TARGET_SOURCES)[number];

export const chosenTargetSchema = z.strictObject({
  measure: freeId,
  source: z.enum(TARGET_SOURCES),
  /** Null for `none`: the measure is not judged in that year. */
  target: targetSchema.nullable(),
  /** Years whose targets it was made from. */
  fromYears: z.array(z.int()),
});
export type ChosenTarget = z.infer<typeof chosenTargetSchema>;

/** 报送轮次: once a year, by quarter, by month (月调度). */
export const ROUNDS = ['year', 'quarter', 'month'] as const;
export type Round = (typeof ROUNDS)[number];

const isoDate = z.iso.date();

/** 年度开启: everything by which a year is assessed, recorded when it is opened and changed only by further decisions. */
export const openingSchema = z.strictObject({
  /** Id of the plan document whose 年度事项清单 holds; null for a year without one. */
  list: z.int().nullable(),
  targets: z.array(chosenTargetSchema),
  /** Id of the scoring scheme; null where none holds yet. */
  scheme: freeId.nullable(),
  /** The version of it that counts; a newer one counts only once the year is changed to it. Null with a null scheme. */
  schemeVersion: z.string().nullable().default(null),
  /** Last day on which the year's return is in time. */
  due: isoDate.nullable(),
  rounds: z.array(z.enum(ROUNDS)).min(1),
  /** Last days of the rounds within the year: 2026-Q1, 2026-03. */
  roundsDue: z.record(z.string(), isoDate).default({}),
  /** Ids of the units that report. */
  units: z.array(freeId),
});
export type Opening = z.infer<typeof openingSchema>;

/** What may be changed of an open year; each change is a decision with its reason. */
export const openingChangeSchema = openingSchema
  .extend({ roundsDue: z.record(z.string(), isoDate), schemeVersion: z.string().nullable() })
  .partial();
export type OpeningChange = z.infer<typeof openingChangeSchema>;

export const YEAR_ACTS = ['open', 'change', 'cancel', 'final', 'reopen', 'archive'] as const;
export type YearAct = (typeof YEAR_ACTS)[number];

interface ActHead {
  readonly id: number;
  readonly year: number;
  readonly reason: string;
  readonly actor: string;
  readonly at: string;
}

/** 年度决定: one entry of the year's history; they are only ever added. */
export type YearDecision = ActHead &
  (
    | { readonly act: 'open'; readonly content: Opening }
    | { readonly act: 'change'; readonly content: OpeningChange }
    /** `run`: the signed 试算; `despite`: what stood open and was signed with, in words and as a list. */
    | { readonly act: 'final'; readonly content: FinalContent }
    | { readonly act: 'cancel' | 'reopen' | 'archive'; readonly content: Readonly<Record<string, never>> }
  );

export const finalContentSchema = z.strictObject({
  run: z.int(),
  despite: z.string().nullable(),
  blockers: z.array(z.strictObject({ code: z.string(), params: z.record(z.string(), z.string()) })),
});
export type FinalContent = z.infer<typeof finalContentSchema>;

/** The year as its decisions leave it; null where it is not open (never opened, or cancelled). */
export interface YearRecord {
  readonly year: number;
  readonly opening: Opening;
  readonly openedAt: string;
  readonly openedBy: string;
  readonly final: (FinalContent & { readonly at: string; readonly by: string }) | null;
  /** 归档: the newest mark, and since when it no longer matches because the year was reopened; null for a year never archived. */
  readonly archive: { readonly at: string; readonly by: string; readonly reopenedAt: string | null } | null;
}

/** Folds the decisions of one year, oldest first. */
export function yearRecord(decisions: readonly YearDecision[]): YearRecord | null {
  return decisions.reduce<YearRecord | null>(applied, null);
}

function applied(record: YearRecord | null, decision: YearDecision): YearRecord | null {
  if (decision.act === 'open')
    return {
      year: decision.year,
      opening: decision.content,
      openedAt: decision.at,
      openedBy: decision.actor,
      final: null,
      archive: null,
    };
  if (record === null) return null;
  switch (decision.act) {
    case 'change':
      return { ...record, opening: { ...record.opening, ...withoutUndefined(decision.content) } };
    case 'cancel':
      return null;
    case 'final':
      return { ...record, final: { ...decision.content, at: decision.at, by: decision.actor } };
    case 'reopen':
      return { ...record, final: null, archive: reopened(record.archive, decision.at) };
    case 'archive':
      return { ...record, archive: { at: decision.at, by: decision.actor, reopenedAt: null } };
  }
}

/** An archive does not follow what is changed behind it: from the first reopening on it is that of an earlier state. */
const reopened = (archive: YearRecord['archive'], at: string): YearRecord['archive'] =>
  archive === null ? null : { ...archive, reopenedAt: archive.reopenedAt ?? at };

/** 已归档: marked, and not reopened since. */
export const isArchived = ({ archive }: Pick<YearRecord, 'archive'>): boolean => archive !== null && archive.reopenedAt === null;

const withoutUndefined = (change: OpeningChange): Partial<Opening> =>
  Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
