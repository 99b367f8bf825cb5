import { type StandardChoice, standardOf } from '../monitoring-types.ts';

/** What a person sets here; the weights of the index are a scheme's affair. */
export interface Settings {
  readonly standard: StandardChoice;
  readonly dust: { readonly concentrations: boolean; readonly days: boolean };
  readonly index: { readonly rounding: 'sum' | 'each' };
}

/** What the address says; without a word of it the settings of the contract: by date, dust out of the concentrations only, the sum rounded. */
export function settingsOf(params: Readonly<Record<string, string>>): Settings {
  const dust = params['dust'];
  return {
    standard: standardOf(params['standard']),
    dust: { concentrations: dust === undefined || dust === 'both', days: dust === 'days' || dust === 'both' },
    index: { rounding: params['rounding'] === 'each' ? 'each' : 'sum' },
  };
}

/** The other way; null leaves the word out. */
export function settingsParams({ standard, dust, index }: Settings): Readonly<Record<string, string | null>> {
  return {
    standard: standard === 'byDate' ? null : standard,
    dust: dust.concentrations ? (dust.days ? 'both' : null) : dust.days ? 'days' : 'none',
    rounding: index.rounding === 'each' ? 'each' : null,
  };
}
