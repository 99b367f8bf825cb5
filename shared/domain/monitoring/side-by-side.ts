import type { FoundTable } from './find-tables.ts';
import type { HeadedColumn } from './table-columns.ts';

/** The columns of one of several tables that stand side by side under one row of headings (上下半月并排): from its first to its last. */
export interface Block {
  readonly from: number;
  readonly until: number;
}

/**
 * A heading for days that comes again, with headings for values behind each: 日期, PM2.5, 日期, PM2.5. What stands before the first day of a block
 * (序号, 镇街) belongs to it where the other blocks have it too, and to all of them where it stands but once. One block for everything else.
 */
export function blocksOf(columns: readonly HeadedColumn[], { rows }: FoundTable): readonly (readonly HeadedColumn[])[] {
  const titled = columns.filter(({ title, meaning }) => title !== '' || meaning === 'date');
  const days = titled.filter(({ meaning, column }) => meaning === 'date' && rows.some((row) => row.has(column)));
  const [first, second] = days;
  if (first === undefined || second === undefined || days.some(({ title }) => title !== first.title)) return [columns];
  const before = titled.filter(({ column }) => column < first.column);
  const isLed = (day: HeadedColumn): boolean => {
    const left = titled.filter(({ column }) => column < day.column).slice(-before.length);
    return before.length === left.length && left.every(({ title }, index) => title === before[index]?.title);
  };
  const isOwn = before.length > 0 && days.every(isLed);
  const startOf = (day: HeadedColumn): number =>
    isOwn ? (titled.filter(({ column }) => column < day.column).at(-before.length)?.column ?? day.column) : day.column;
  const starts = days.map(startOf);
  const blocks = starts.map((from, index) => columns.filter(({ column }) => column >= from && column < (starts[index + 1] ?? Infinity)));
  const bears = (block: readonly HeadedColumn[]): boolean => block.some(({ meaning }) => meaning === 'value');
  if (!blocks.every(bears)) return [columns];
  return isOwn ? blocks : blocks.map((block) => [...columns.filter(({ column }) => column < first.column), ...block]);
}
