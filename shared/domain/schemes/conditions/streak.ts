import { z } from 'zod';
import { previousPeriod, parsePeriod } from '../../air/period.ts';
import type { Row, SchemeData } from '../base/data-source.ts';
import { type Explained, unvalued } from '../base/explain.ts';
import { type CompiledNode, conditionKind, type Ranked, type World } from '../base/kinds.ts';
import { node } from '../base/shapes.ts';
import { holds, verdict, verdictCodes } from './verdict.ts';

/**
 * 连续末位: so many periods running, the present one the last of them, among the last of the group by the ranking of the scheme; with a second
 * condition (`with`) that has to hold in each of them. The first of a group is never among the last, a period without a place ends the run.
 */
export const streak = conditionKind({
  key: 'streak',
  schema: z.strictObject({ streak: z.int().min(1), last: z.int().min(1), with: node.optional() }),
  codes: verdictCodes('streak'),
  sample: {
    rule: { rank: { of: 'score' }, notices: [{ if: { streak: 2, last: 1 }, do: '约谈' }] },
    rows: [
      { subject: '甲', period: '2024-01', score: '9' },
      { subject: '乙', period: '2024-01', score: '1' },
      { subject: '甲', period: '2024-02', score: '9' },
      { subject: '乙', period: '2024-02', score: '2' },
    ],
    results: ['none', 'none', 'none', 'none 约谈'],
  },
  make(args, compiler) {
    const second = args.with === undefined ? null : compiler.condition(args.with, 'with');
    compiler.needsRank('streak');
    return {
      explain(row, world) {
        const params = { periods: String(args.streak), last: String(args.last) };
        const now = world.standing(row);
        if (now.place === null && now.lacks.length > 0) return unvalued('streakOpen', { state: 'missing', lacks: now.lacks }, { params });
        if (now.place !== null && now.place.fromEnd === null)
          return unvalued('streakOpen', { state: 'missing', lacks: [{ code: 'givenPlaces', params: {} }] }, { params });
        const run = runOf(row, args, second, world);
        return verdict('streak', run.length >= args.streak, { params: { ...params, run: String(run.length) }, children: run.children });
      },
    };
  },
});

interface Run {
  readonly length: number;
  readonly children: readonly Explained[];
}

function runOf(row: Row, rule: { readonly streak: number; readonly last: number }, second: CompiledNode | null, world: World): Run {
  const children: Explained[] = [];
  let length = 0;
  let current: Row | null = row;
  while (current !== null && length < rule.streak && isLast(world.standing(current), rule.last)) {
    if (second !== null) {
      const verdictThen = world.read(second, current);
      children.push(verdictThen);
      if (!holds(verdictThen)) break;
    }
    length += 1;
    current = rowBefore(current, world.data);
  }
  return { length, children };
}

const isLast = ({ place }: Ranked, last: number): boolean =>
  place !== null && place.place !== 1 && place.fromEnd !== null && place.fromEnd <= last;

function rowBefore(row: Row, data: SchemeData): Row | null {
  const before = periodBefore(row.period, data.periods);
  if (before === null) return null;
  return data.rowsOf(before).find(({ subjectId }) => subjectId === row.subjectId) ?? null;
}

/** Months, quarters and years have one before them, which may be lacking; of other names (第3周) the order of the input's periods decides. */
function periodBefore(period: string, periods: readonly string[]): string | null {
  if (parsePeriod(period) === null) return periods[periods.indexOf(period) - 1] ?? null;
  const before = previousPeriod(period);
  return before !== null && periods.includes(before) ? before : null;
}
