import { evaluation } from './evaluation.ts';
import { gradeFrom, grades, ungraded } from './grades.ts';
import { judging } from './judging.ts';
import type { OutputKind } from './kind.ts';
import { movement } from './movement.ts';
import { notices } from './notices.ts';
import { clear, out, per } from './out.ts';
import { pass } from './pass.ts';
import { published } from './published.ts';
import { quota } from './quota.ts';
import { veto } from './veto.ts';
import { yearEnd } from './year-end.ts';
import { zeroSum } from './zero-sum.ts';

/** 结果: everything that stands beside the rule. */
export const OUTPUT_KINDS: readonly OutputKind[] = [
  out,
  per,
  clear,
  grades,
  gradeFrom,
  quota,
  veto,
  notices,
  pass,
  yearEnd,
  zeroSum,
  judging,
  ungraded,
  evaluation,
  published,
  movement,
];
