import { z } from 'zod';
import { ONE, Rational } from '../../numbers/rational.ts';
import type { TaskStatus } from '../../returns/types.ts';
import type { Compiler } from '../base/kinds.ts';
import { HORIZONS, type Horizon, type Judging } from '../base/listed.ts';
import type { Path } from '../base/problems.ts';
import { shareNumber } from '../base/shapes.ts';
import { statusCode } from '../base/status-words.ts';
import { nearestWord } from '../base/words.ts';
import { outputKind } from './kind.ts';

const shares = z.record(z.string().min(1), shareNumber);

/** 评判: how the rows of the plan's lists are judged: shares by 完成状态, for lateness, and what a missing figure gives. */
export const judging = outputKind({
  key: 'judging',
  schema: z.strictObject({
    status: z.strictObject({ annual: shares.optional(), multiYear: shares.optional(), finalYear: shares.optional() }).optional(),
    late: shareNumber.default(1),
    missing: z.enum(['zero', 'open']).default('open'),
    decimals: z.int().min(0).max(4).default(2),
  }),
  codes: [],
  sample: { rule: { judging: { missing: 'zero' }, manual: 'total' }, rows: [{ 'manual:total': '95' }], results: ['95'] },
});

export function readJudging(raw: z.output<typeof judging.schema>, compiler: Compiler): Judging {
  refuseBeyondOne(raw.late, 'late', compiler, 'judging', 'late');
  const status = HORIZONS.flatMap((horizon) => {
    const given = raw.status?.[horizon];
    return given === undefined ? [] : [[horizon, sharesOf(given, horizon, compiler)] as const];
  });
  return { status: Object.fromEntries(status), late: Rational.of(raw.late), missing: raw.missing, decimals: raw.decimals };
}

function sharesOf(given: z.output<typeof shares>, horizon: Horizon, compiler: Compiler): ReadonlyMap<TaskStatus, Rational> {
  const entries = Object.entries(given).flatMap(([word, share]): [TaskStatus, Rational][] => {
    const code = statusCode(word);
    refuseBeyondOne(share, word, compiler, 'judging', 'status', horizon, word);
    if (code !== null && code !== 'notApplicable') return [[code, Rational.of(share)]];
    const nearest = nearestWord(word, WORDS) ?? '';
    compiler.report('STATUS_UNKNOWN', { word, known: WORDS.join('、'), nearest }, 'judging', 'status', horizon, word);
    return [];
  });
  return new Map(entries);
}

/** 占满分的比例: what is judged gives neither less than nothing nor more than its points. */
function refuseBeyondOne(share: number | string, key: string, compiler: Compiler, ...path: Path): void {
  const value = Rational.of(share);
  if (value.sign < 0 || value.cmp(ONE) > 0) compiler.report('SHARE_RANGE', { key, value: value.text() }, ...path);
}

const WORDS: readonly string[] = ['done', 'onTrack', 'behind', 'notStarted'];
