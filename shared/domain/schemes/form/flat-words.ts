import { exact } from '../../numbers/decimal.ts';
import { isRecord } from '../base/records.ts';
import type { Params } from '../base/problems.ts';

/** Every word of a rule by its path (`rate.gain`, `table.0.1`), for the sentence that says it. */
export function flatWords(raw: unknown): Params {
  const words: Record<string, string> = {};
  const walk = (value: unknown, path: string): void => {
    if (Array.isArray(value)) value.forEach((item: unknown, index) => walk(item, inside(path, String(index))));
    else if (isRecord(value)) for (const [key, item] of Object.entries(value)) walk(item, inside(path, key));
    else if (value !== undefined && value !== null) words[path] = wordText(value);
  };
  walk(raw, '');
  return words;
}

const inside = (path: string, key: string): string => (path === '' ? key : `${path}.${key}`);

const wordText = (value: unknown): string => (typeof value === 'number' ? exact(value).toFixed() : String(value));
