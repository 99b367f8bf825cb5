import { z } from 'zod';
import { ROUNDS, TARGET_SOURCES } from '../domain/plan/years/opening.ts';
import { findingSchema } from './common.ts';
import { nextRoundSchema } from './returns.ts';
import { signedMoves } from './signed.ts';
import { targetRow } from './target-rows.ts';
import { yearHistoryEntry } from './year-history.ts';

export const state = z.enum(['unopened', 'preparing', 'collecting', 'verifying', 'trial', 'final', 'archived']);

const question = z.object({
  measure: z.string(),
  name: z.string(),
  unit: z.string(),
  /** What 沿用 and 插值 would give; null where they cannot. */
  carry: z.object({ printed: z.string(), fromYears: z.array(z.int()) }).nullable(),
  interpolate: z.object({ printed: z.string(), fromYears: z.array(z.int()) }).nullable(),
});

const chosen = z.object({
  measure: z.string(),
  name: z.string(),
  source: z.enum(TARGET_SOURCES),
  printed: z.string().nullable(),
  fromYears: z.array(z.int()),
});

/** `shape`: annual, as years are scored by parts and rows of the plan; rules for any other. */
const scheme = z.object({ id: z.string(), number: z.int(), title: z.string(), shape: z.enum(['annual', 'rules']) });

/** Units of the plan that are not asked to report; they are assessed all the same. */
const unasked = z.array(z.string());

export const proposal = z.object({
  year: z.int(),
  list: z.object({ title: z.string(), items: z.int(), document: z.string() }).nullable(),
  scheme: scheme.nullable(),
  due: z.string().nullable(),
  rounds: z.array(z.enum(ROUNDS)),
  units: z.array(z.object({ kind: z.string(), names: z.array(z.string()) })),
  unasked,
  chosen: z.array(chosen),
  questions: z.array(question),
  /** What is to be said of targets that were typed; it does not stand in the way. */
  remarks: z.array(findingSchema.pick({ code: true, params: true }).extend({ measure: z.string() })),
  /** What is to be said of the workbook with the list; with an error among it the year cannot be opened by it. */
  listFindings: z.array(findingSchema),
});
export type YearProposal = z.infer<typeof proposal>;

export const blocker = z.object({ code: z.string(), params: z.record(z.string(), z.string()) });

/** 归档: the newest mark; `reopenedAt`: since then it no longer matches the year. */
export const archive = z.object({ at: z.string(), by: z.string(), reopenedAt: z.string().nullable() }).nullable();

export const yearView = z.object({
  year: z.int(),
  state,
  opened: z.object({ at: z.string(), by: z.string() }).nullable(),
  final: z
    .object({
      run: z.int(),
      at: z.string(),
      by: z.string(),
      despite: z.string().nullable(),
      blockers: z.array(blocker),
      moved: signedMoves,
    })
    .nullable(),
  archive,
  list: z.object({ title: z.string(), items: z.int(), document: z.string() }).nullable(),
  scheme: scheme.nullable(),
  due: z.string().nullable(),
  rounds: z.array(z.enum(ROUNDS)),
  roundsDue: z.record(z.string(), z.string()),
  nextRound: nextRoundSchema.nullable(),
  units: z.array(z.object({ kind: z.string(), names: z.array(z.string()) })),
  unasked,
  targets: z.array(targetRow),
  history: z.array(yearHistoryEntry),
});
export type YearView = z.infer<typeof yearView>;

/** What can be chosen for a year, whether it is open or not. */
export const choices = z.object({
  year: z.int(),
  /** Lists of items of that year, by the document each stands in. */
  lists: z.array(z.object({ id: z.int(), document: z.string(), title: z.string(), items: z.int() })),
  /** `demonstration`: nobody has approved this version yet. */
  schemes: z.array(z.object({ id: z.string(), title: z.string(), number: z.int(), fromYear: z.int(), demonstration: z.boolean() })),
  /** Every unit that exists in the year. */
  units: z.array(z.object({ kind: z.string(), names: z.array(z.string()) })),
  /** Measures for which neither the plan nor a document sets a target of the year. */
  targets: z.array(question),
});
export type YearChoices = z.infer<typeof choices>;
