import { z } from 'zod';

/** Total before and after, or the grade of a scheme without totals; null for a subject that is only there before or after. */
const signedMove = z.object({ name: z.string(), before: z.string().nullable(), after: z.string().nullable() });
export type SignedMove = z.infer<typeof signedMove>;

/** Whose score, from what counts now, is not that of the signed run (定稿后的变动); null where it cannot be computed any more. */
export const signedMoves = z.array(signedMove).nullable();

/** The signed run of a year and what has moved since; null while the year is not signed. */
export const signedState = z.object({ run: z.int(), moved: signedMoves }).nullable();
export type SignedState = z.infer<typeof signedState>;

/** The signed run of a year and what it gave one subject; `same` where what counts now gives the same points, total and grade. */
export interface SignedScoreShown {
  run: number;
  computedAt: string;
  same: boolean;
  /** Null where the signed run has no such score: another scheme, or a unit that was not there. */
  total: string | null;
  grade: string | null;
  /** Rows whose points differ; null on a side without any. */
  rows: { rowId: string; title: string; before: string | null; after: string | null }[];
}

/** Null while the year is not signed. */
export type SignedScore = SignedScoreShown | null;

export const signedScore: z.ZodType<SignedScore, SignedScore> = z
  .object({
    run: z.int(),
    computedAt: z.string(),
    same: z.boolean(),
    total: z.string().nullable(),
    grade: z.string().nullable(),
    rows: z.array(z.object({ rowId: z.string(), title: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
  })
  .nullable();
