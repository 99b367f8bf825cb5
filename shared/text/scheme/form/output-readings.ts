import type { SchemeParams } from '../words.ts';
import { CHOICE_LABELS } from './kind-words.ts';
import { type MeasureNames, pairsOf } from './words-of.ts';

type Say = (words: SchemeParams, names: MeasureNames) => string;

const count = (words: SchemeParams): number => new Set(Object.keys(words).map((key) => key.split('.')[0])).size;
const percent = (value: string): string => (value.endsWith('%') ? value : value);

/** 结果; a value that is all there is stands under the blank word. */
export const OUTPUT_READINGS: Readonly<Record<string, Say>> = {
  out: (words) => outReading(words[''] ?? ''),
  per: (words) => `每${CHOICE_LABELS[words[''] ?? ''] ?? ''}算一次。`,
  clear: () => '金额是全年的，各期按月份数占比预算，年终清算。',
  grades: (words) =>
    `${entries(words)
      .map(([grade, from]) => `${grade}从 ${from} 分起`)
      .join('，')}。`,
  gradeFrom: (words) => `等次按${CHOICE_LABELS[`gradeFrom.${words[''] ?? ''}`] ?? CHOICE_LABELS[words[''] ?? ''] ?? ''}定。`,
  quota: (words) =>
    `${entries(words)
      .map(([grade, share]) => `${grade}最多占 ${percent(share)}`)
      .join('，')}，超出的降一等。`,
  veto: (words) => `${count(words)} 条，条件成立的按所写处理。`,
  notices: (words) => `${count(words)} 条告知，条件成立的发出。`,
  pass: (words) => `所得中转拨 ${words['amount'] ?? ''} 万元，不超过所得。`,
  yearEnd: (words) => `年度目标未达到的，所得乘 ${words['missed.gain'] ?? ''}，所缴乘 ${words['missed.loss'] ?? ''}。`,
  zeroSum: (words) => (words[''] === 'false' ? '收支不求平衡。' : `收支平衡：${CHOICE_LABELS[words[''] ?? ''] ?? ''}。`),
  judging: (words) =>
    `缺数据的${words['missing'] === 'zero' ? '得 0 分' : '没有结果'}，逾期完成的得 ${words['late'] ?? '1'} 倍，各行得分保留 ${words['decimals'] ?? '2'} 位小数。`,
  ungraded: (words) => `没有计入部分的，等次写“${words[''] ?? ''}”。`,
  evaluation: (words) => `评价标准${CHOICE_LABELS[words['standard'] ?? 'byDate'] ?? ''}。`,
  movement: (words) => (words[''] === 'sameSet' ? '两期参加排名的单位相同的，才列名次升降。' : '名次升降总是列出。'),
  published: (words) => `${pairsOf(words, 'published').length + entries(words).length} 项公布值的小数位数。`,
};

const entries = (words: SchemeParams): readonly (readonly [string, string])[] => Object.entries(words).filter(([key]) => key !== '');

function outReading(out: string): string {
  if (out === '万元') return '给出金额，单位万元，正数为所得，负数为所缴。';
  if (out === 'notice') return '只排名或告知，不给分、不给钱。';
  return `给出得分，满分 ${out.split('/')[1]?.replace('x', ' × ') ?? ''}。`;
}
