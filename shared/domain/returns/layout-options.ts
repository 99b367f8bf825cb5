import type { AdoptedTarget } from '../plan/conflict-types.ts';

export interface LayoutOptions {
  /** Whether towns are asked for their daily air values (空气监测) in this workbook. */
  readonly air: boolean;
  /** The targets that hold for the year, by measure id. */
  readonly adopted: ReadonlyMap<string, AdoptedTarget>;
}
