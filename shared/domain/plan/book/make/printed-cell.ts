import type { Measure } from '../../schema.ts';

/** What the cell of a year prints where nothing else is said: its only target, or the first with the others in brackets, as 32（100）. */
export function printedCell(measures: readonly Measure[], year: number): string {
  const [first = '', ...more] = measures.map((measure) => measure.targets[year]?.printed ?? '');
  const others = more.filter((printed) => printed !== '');
  return others.length === 0 ? first : `${first}（${others.join('、')}）`;
}
