import { useCall } from '../../../client/context.tsx';
import type { TabProps } from '../monitoring-types.ts';
import { type AskedSettings, askedOf, presetOn, type Settings, settingsOf, settingsParams } from './settings.ts';

interface ChosenSettings {
  /** For the call. */
  readonly asked: AskedSettings;
  /** For the bar. */
  readonly settings: Settings;
  /** 沙尘口径 of the work itself: another one that is chosen is a look. */
  readonly dustOfWork: Settings['dust'];
  choose(next: Settings): void;
}

/** What the address says over what the work says for a period that ends on `date`. */
export function useSettings({ params, change }: Pick<TabProps, 'params' | 'change'>, date: string): ChosenSettings {
  const listed = useCall('settings.list', {});
  const preset = presetOn(listed.data?.settings.flatMap(({ entries }) => entries) ?? [], date);
  const choose = (next: Settings): void => change(settingsParams(next, preset));
  return { asked: askedOf(params), settings: settingsOf(params, preset), dustOfWork: preset.dust, choose };
}
