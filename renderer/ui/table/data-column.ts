import type { ReactNode } from 'react';
import type { LeveledColumn } from '../column-levels.ts';

export interface DataColumn<Row> extends LeveledColumn<Row> {
  /** Numbers belong to the right; they get figures of equal width. */
  readonly align?: 'left' | 'right' | 'center' | undefined;
  readonly width?: number | string | undefined;
  /** False switches sorting off for this column. */
  readonly sortable?: boolean | undefined;
  render?: ((row: Row) => ReactNode) | undefined;
  /** What stands under this column in the head of a group and in the last row: 3, 平均 88.07. */
  sum?: ((rows: readonly Row[]) => string) | undefined;
}
