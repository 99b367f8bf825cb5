import type { DustOn, DustSwitches, DustThen } from '../../../shared/domain/air/types.ts';
import { settingAt } from '../../../shared/domain/settings/settings.ts';
import { selectSettings, type SettingRecord } from '../../db/queries/settings.ts';
import type { ServiceContext } from '../context.ts';

/** 沙尘口径 of the whole work on a day: evaluation, ranking, points and payments take the same. */
export function dustOn(
  { work, dustThen }: Pick<ServiceContext, 'work' | 'dustThen'>,
  date: string,
  of: keyof DustThen = 'figures',
): DustSwitches {
  return dustThen === undefined ? dustBy(selectSettings(work.handle))(date) : dustThen[of](date);
}

export const dustBy =
  (entries: readonly SettingRecord[]): DustOn =>
  (date) => ({ concentrations: settingAt(entries, 'dust.concentrations', date), days: settingAt(entries, 'dust.days', date) });

/** Nothing is taken out. */
export const AS_MEASURED: DustSwitches = { concentrations: false, days: 'kept' };
