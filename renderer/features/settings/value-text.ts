import { settingValueText } from '../../../shared/text/settings-text.ts';
import { settingsPageText as text } from '../../../shared/text/ui/settings-page-text.ts';

/** A value of a setting in words; the same word means another thing in another setting. */
export const valueText = (value: boolean | string, key: string): string => (value === '' ? text.blank : settingValueText(value, key));
