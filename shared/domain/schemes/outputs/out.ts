import { z } from 'zod';
import { outputKind } from './kind.ts';

/** What a scheme gives: points on a scale, money in 万元, or notices only. */
export interface Out {
  readonly kind: 'points' | 'money' | 'notice';
  /** 100, 1000; of two hundreds each 100; null of others. */
  readonly scale: number | null;
}

const form = z
  .string()
  .regex(/^(?:万元|notice|points\/(?:[1-9]x)?[1-9]\d{0,4})$/)
  .meta({ names: 'out' });

export const out = outputKind({
  key: 'out',
  schema: form,
  codes: [],
  sample: { rule: { out: 'points/100', manual: 'total' }, rows: [{ 'manual:total': '95' }], results: ['95'] },
});

export const per = outputKind({
  key: 'per',
  schema: z.enum(['week', 'month', 'quarter', 'half', 'year']),
  codes: [],
  sample: { rule: { per: 'month', manual: 'total' }, rows: [{ 'manual:total': '95' }], results: ['95'] },
});
export type Per = z.output<typeof per.schema>;

/** 按年清算: amounts of the rule are for a year. */
export const clear = outputKind({
  key: 'clear',
  schema: z.literal('year'),
  codes: [],
  sample: {
    rule: { per: 'month', clear: 'year', pool: 1200, split: 'equal' },
    rows: [
      { subject: '甲', period: '2017-01..2017-09' },
      { subject: '乙', period: '2017-01..2017-09' },
    ],
    results: ['450', '450'],
  },
});

export function readOut(text: string): Out {
  if (text === '万元') return { kind: 'money', scale: null };
  if (text === 'notice') return { kind: 'notice', scale: null };
  return { kind: 'points', scale: Number(text.split(/[/x]/).at(-1)) };
}
