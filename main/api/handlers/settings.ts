import type { settingsMethods } from '../../../shared/contract/settings.ts';
import { listSettings, setSetting } from '../../services/settings/work-settings.ts';
import type { Handlers } from '../handler.ts';

export const settingsHandlers: Handlers<typeof settingsMethods> = {
  'settings.list': (context, { date }) => listSettings(context.work(), date),
  'settings.set': (context, request) => setSetting(context.work(), request),
};
