import { z } from 'zod';
import { previousPeriod, parsePeriod } from '../../air/period.ts';
import type { Row } from '../base/data-source.ts';
import { type Explained, unvalued } from '../base/explain.ts';
import { type CompiledNode, conditionKind, type Ranked, type World } from '../base/kinds.ts';
import { condition } from '../base/shapes.ts';
import { holds, verdict, verdictCodes } from './verdict.ts';

/**
 * 连续末位: so many periods running, the present one the last of them, among the last of the group by the ranking of the scheme; with a second
 * condition (`with`) that has to hold in each of them. The first of a group is never among the last, a period without a place ends the run, or
 * is passed over (`unranked: skips`). Where a run ends because nobody at all was ranked before, that period is named: what was then is not known.
 */
export const streak = conditionKind({
  key: 'streak',
  schema: z.strictObject({
    streak: z.int().min(1),
    last: z.int().min(1),
    with: condition.optional(),
    unranked: z.enum(['breaks', 'skips']).default('breaks'),
  }),
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
    compiler.looksBack(args.unranked === 'skips' && args.streak > 1 ? Infinity : args.streak);
    const ranked = rankedPeriods();
    return {
      explain(row, world) {
        const params = { periods: String(args.streak), last: String(args.last) };
        const now = world.standing(row);
        if (now.place === null && now.lacks.length > 0) return unvalued('streakOpen', { state: 'missing', lacks: now.lacks }, { params });
        if (now.place !== null && now.place.fromEnd === null)
          return unvalued('streakOpen', { state: 'missing', lacks: [{ code: 'givenPlaces', params: {} }] }, { params });
        const run = runOf(row, { ...args, second, ranked }, world);
        const counted = { ...params, run: String(run.length), ...(run.unknown === null ? {} : { unknown: run.unknown }) };
        return verdict('streak', run.length >= args.streak, { params: counted, children: run.children });
      },
    };
  },
});

interface Run {
  readonly length: number;
  readonly children: readonly Explained[];
  /** The period at which it ends because nobody was ranked in it. */
  readonly unknown: string | null;
}

function runOf(row: Row, rule: Rule, world: World): Run {
  const { second } = rule;
  const children: Explained[] = [];
  let length = 0;
  let unknown: string | null = null;
  for (let period: string | null = row.period; period !== null && length < rule.streak; period = periodBefore(period, world.data.periods)) {
    const then = world.data.rowsOf(period).find(({ subjectId }) => subjectId === row.subjectId);
    const ranked = then === undefined ? UNRANKED : world.standing(then);
    const nobody = period !== row.period && ranked.place === null && !rule.ranked(period, world);
    if (nobody) unknown ??= period;
    if (ranked.place === null && rule.unranked === 'skips' && period !== row.period) continue;
    if (then === undefined || !isLast(ranked, rule.last)) break;
    const verdictThen = second === null ? null : world.read(second, then);
    if (verdictThen !== null) children.push(verdictThen);
    if (verdictThen !== null && !holds(verdictThen)) break;
    length += 1;
  }
  return { length, children, unknown: length < rule.streak ? unknown : null };
}

type RankedPeriods = (period: string, world: World) => boolean;

/** Whether anybody was ranked in a period, asked once a period for all subjects. */
function rankedPeriods(): RankedPeriods {
  const known = new WeakMap<World, Map<string, boolean>>();
  return (period, world) => {
    const own = known.get(world) ?? new Map<string, boolean>();
    known.set(world, own);
    const found = own.get(period) ?? world.data.rowsOf(period).some((row) => world.standing(row).place !== null);
    own.set(period, found);
    return found;
  };
}

interface Rule {
  readonly streak: number;
  readonly last: number;
  readonly unranked: 'breaks' | 'skips';
  /** Has to hold in each period as well. */
  readonly second: CompiledNode | null;
  readonly ranked: RankedPeriods;
}

const UNRANKED: Ranked = { place: null, lacks: [] };

const isLast = ({ place }: Ranked, last: number): boolean =>
  place !== null && place.place !== 1 && place.fromEnd !== null && place.fromEnd <= last;

/** Months, quarters and years have one before them, which may be lacking; of other names (第3周) the order of the input's periods decides. */
function periodBefore(period: string, periods: readonly string[]): string | null {
  if (parsePeriod(period) === null) return periods[periods.indexOf(period) - 1] ?? null;
  const before = previousPeriod(period);
  return before !== null && periods.includes(before) ? before : null;
}
