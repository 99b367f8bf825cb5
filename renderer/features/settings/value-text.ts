import { settingValueText } from '../../../shared/text/settings-text.ts';
import { settingsPageText as text } from '../../../shared/text/ui/settings-page-text.ts';

/** A value of a setting in words. */
export const valueText = (value: boolean | string): string => (value === '' ? text.blank : settingValueText(value));
