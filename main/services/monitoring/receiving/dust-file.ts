import type { DustDay } from '../../../db/queries/dust-forecast.ts';
import type { PreparedDay } from './prepare-days.ts';

/** A dust list replaces what was listed before within its span, so that a day which is no longer listed is taken back. */
export interface DustFile {
  readonly entries: readonly DustDay[];
  readonly span: { readonly from: string; readonly to: string };
  /** Values that stand beside the days: only compared with what is measured. */
  readonly beside?: readonly PreparedDay[] | undefined;
}
