import { DUST_DAY_MODES, type DustSwitches, INDEX_ROUNDINGS, type IndexRounding } from '../../../../shared/domain/air/types.ts';
import { type SettingEntry, settingAt } from '../../../../shared/domain/settings/settings.ts';
import { type StandardChoice, standardOf } from '../monitoring-types.ts';

/** What a person sets here; the weights of the index stand in the settings of the work. */
export interface Settings {
  readonly standard: StandardChoice;
  readonly dust: DustSwitches;
  readonly index: { readonly rounding: IndexRounding };
}

/** What holds in the work (设置) where the address says nothing. */
export type Preset = Omit<Settings, 'standard'>;

/** What the address says; the rest is left to the program, which asks the work. */
export type AskedSettings = Pick<Settings, 'standard'> & Partial<Preset>;

type Params = Readonly<Record<string, string>>;

const DUST: Readonly<Record<string, Settings['dust']>> = {
  // As addresses had it before there were three ways to count the days.
  concentrations: { concentrations: true, days: 'kept' },
  days: { concentrations: false, days: 'left-out' },
  both: { concentrations: true, days: 'left-out' },
  none: { concentrations: false, days: 'kept' },
  ...Object.fromEntries(
    DUST_DAY_MODES.flatMap((days) => [true, false].map((concentrations) => [wordOf({ concentrations, days }), { concentrations, days }])),
  ),
};

/** out.kept: concentrations without dust, days as measured. */
function wordOf({ concentrations, days }: Settings['dust']): string {
  return `${concentrations ? 'out' : 'in'}.${days}`;
}

export function askedOf(params: Params): AskedSettings {
  const dust = DUST[params['dust'] ?? ''];
  const rounding = INDEX_ROUNDINGS.find((known) => known === params['rounding']);
  return {
    standard: standardOf(params['standard']),
    ...(dust === undefined ? {} : { dust }),
    ...(rounding === undefined ? {} : { index: { rounding } }),
  };
}

/** What is shown as chosen. */
export const settingsOf = (params: Params, preset: Preset): Settings => ({ ...preset, ...askedOf(params) });

/** The other way; null leaves the word out, for what the work has by itself. */
export function settingsParams({ standard, dust, index }: Settings, preset: Preset): Readonly<Record<string, string | null>> {
  const same = dust.concentrations === preset.dust.concentrations && dust.days === preset.dust.days;
  return {
    standard: standard === 'byDate' ? null : standard,
    dust: same ? null : wordOf(dust),
    rounding: index.rounding === preset.index.rounding ? null : index.rounding,
  };
}

/** The settings of the work on a day; without an entry those of the program. */
export const presetOn = (entries: readonly SettingEntry[], date: string): Preset => ({
  dust: { concentrations: settingAt(entries, 'dust.concentrations', date), days: settingAt(entries, 'dust.days', date) },
  index: { rounding: settingAt(entries, 'index.rounding', date) },
});
