import { parseStatus, STATUS_WORDS } from '../../returns/parse-status.ts';
import type { TaskStatus } from '../../returns/types.ts';

const CODES = Object.keys(STATUS_WORDS) as TaskStatus[];

/** 完成状态 by its code (onTrack), its word (按序推进) or what clerks write in its place; null of a word of the scheme's own. */
export function statusCode(word: string): TaskStatus | null {
  const code = CODES.find((known) => known === word);
  if (code !== undefined) return code;
  const { value, issues } = parseStatus({ type: 'text', text: word });
  return value?.kind === 'status' && issues.length === 0 ? value.value : null;
}
