import { useCall } from '../../../client/context.tsx';
import type { TabProps } from '../monitoring-types.ts';
import { type AskedSettings, askedOf, presetOn, type Settings, settingsOf, settingsParams } from './settings.ts';

interface ChosenSettings {
  /** For the call. */
  readonly asked: AskedSettings;
  /** For the bar. */
  readonly settings: Settings;
  choose(next: Settings): void;
}

/** What the address says over what the work says for a period that ends on `date`. */
export function useSettings({ params, change }: Pick<TabProps, 'params' | 'change'>, date: string): ChosenSettings {
  const listed = useCall('settings.list', {});
  const preset = presetOn(listed.data?.settings.flatMap(({ entries }) => entries) ?? [], date);
  return { asked: askedOf(params), settings: settingsOf(params, preset), choose: (next) => change(settingsParams(next, preset)) };
}
