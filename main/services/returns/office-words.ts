import { readStatusWords, type StatusWords } from '../../../shared/domain/returns/status-words.ts';
import { settingAt } from '../../../shared/domain/settings/settings.ts';
import type { ReadHandle } from '../../db/handles.ts';
import { selectSettings } from '../../db/queries/settings.ts';

/** 状态用语 as they were known at that moment: what is added later does not change how a return was read. */
export function statusWordsAt(db: ReadHandle, moment: string): StatusWords {
  const known = selectSettings(db).filter(({ storedAt }) => storedAt <= moment);
  return readStatusWords(settingAt(known, 'returns.status-words', moment.slice(0, 10))) ?? new Map();
}
