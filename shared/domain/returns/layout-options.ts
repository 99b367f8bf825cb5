import type { AdoptedTarget } from '../plan/conflict-types.ts';

export interface LayoutOptions {
  /** Whether towns are asked for their daily air values (空气监测) in this workbook. */
  readonly air: boolean;
  /** Targets that hold where places of the plan disagree, by measure id. */
  readonly adopted?: ReadonlyMap<string, AdoptedTarget>;
}
