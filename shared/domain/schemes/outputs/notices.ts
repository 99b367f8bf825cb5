import { z } from 'zod';
import { holds } from '../conditions/verdict.ts';
import type { Row } from '../base/data-source.ts';
import { lacksOf } from '../base/explain.ts';
import { isRecord } from '../base/records.ts';
import type { CompiledNode, Compiler, World } from '../base/kinds.ts';
import { condition, sayings } from '../base/shapes.ts';
import { type Notice, type OpenQuestion, outputKind } from './kind.ts';

const one = z.strictObject({
  if: condition,
  do: z.string().min(1),
  ladder: z.string().min(1).optional(),
  clause: sayings,
  note: sayings,
});

/**
 * 告知: 预警, 约谈 and the like where a condition holds. Of a ladder of streaks (1 预警, 2 挂牌督办, 3 约谈) only the highest rung falls due;
 * of notices of one `ladder` the last of the list. */
export const notices = outputKind({
  key: 'notices',
  schema: z.array(one).min(1),
  codes: [],
  sample: {
    rule: {
      rank: { of: 'score' },
      notices: [
        { if: { streak: 1, last: 1 }, do: '预警' },
        { if: { streak: 2, last: 1 }, do: '挂牌督办' },
      ],
    },
    rows: [
      { subject: '甲', period: '2024-01', score: '9' },
      { subject: '乙', period: '2024-01', score: '1' },
      { subject: '甲', period: '2024-02', score: '9' },
      { subject: '乙', period: '2024-02', score: '2' },
    ],
    results: ['none', 'none 预警', 'none', 'none 挂牌督办'],
  },
});

export interface NoticeRule {
  readonly when: CompiledNode;
  readonly text: string;
  /** Rung of a ladder of streaks: periods running, and among how many last. */
  readonly rung: { readonly streak: number; readonly last: number } | null;
  readonly ladder: string | null;
}

export const readNotices = (raw: z.output<typeof notices.schema>, compiler: Compiler): readonly NoticeRule[] =>
  raw.map((entry, index) => ({
    when: compiler.condition(entry.if, 'notices', index, 'if'),
    text: entry.do,
    rung: entry.ladder === undefined ? rungOf(entry.if) : null,
    ladder: entry.ladder ?? null,
  }));

function rungOf(when: unknown): NoticeRule['rung'] {
  if (!isRecord(when)) return null;
  const { streak, last, all } = when;
  if (typeof streak === 'number' && typeof last === 'number') return { streak, last };
  return Array.isArray(all) ? (all.map(rungOf).find((rung) => rung !== null) ?? null) : null;
}

export function dueNotices(
  rules: readonly NoticeRule[],
  row: Row,
  world: World,
): { readonly due: readonly Notice[]; readonly open: readonly OpenQuestion[] } {
  const judged = rules.map((rule) => ({ rule, verdict: world.read(rule.when, row) }));
  const holding = judged.filter(({ verdict }) => holds(verdict));
  const due = holding.filter(
    ({ rule: { rung, ladder } }, index) =>
      (rung === null || !holding.some(({ rule }) => higher(rule.rung, rung))) &&
      (ladder === null || !holding.slice(index + 1).some(({ rule }) => rule.ladder === ladder)),
  );
  return {
    due: due.map(({ rule, verdict }) => ({ code: 'do', params: { text: rule.text }, explanation: verdict })),
    open: judged.flatMap(({ rule, verdict }): OpenQuestion[] =>
      verdict.outcome.state === 'missing' ? [{ code: 'notice', params: { text: rule.text }, lacks: lacksOf(verdict) }] : [],
    ),
  };
}

const higher = (other: NoticeRule['rung'], rung: NonNullable<NoticeRule['rung']>): boolean =>
  other !== null && other.last === rung.last && other.streak > rung.streak;
