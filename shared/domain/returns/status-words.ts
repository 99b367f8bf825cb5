import { z } from 'zod';
import { comparableText, plainText } from './cell-text.ts';
import { STATUS_WORDS, statusOfWord } from './parse-status.ts';
import type { TaskStatus } from './types.ts';
import { simplified } from './written-characters.ts';

/** Status words of an office (状态用语), each with the status of the form that it means. */
export type StatusWords = ReadonlyMap<string, TaskStatus>;

/** 已交付=已完成;筹备中=未启动 as a list; null where a part is none, or means none of the printed statuses. */
export function readStatusWords(text: string): StatusWords | null {
  const words = new Map<string, TaskStatus>();
  for (const part of plainText(text)
    .split(/[;、,\n]/u)
    .map((one) => one.trim())) {
    if (part === '') continue;
    const [word = '', meaning = '', ...others] = part.split(/=/u).map((one) => comparableText(simplified(one)));
    const status = PRINTED.get(meaning);
    // What is read already keeps its meaning.
    if (word === '' || others.length > 0 || status === undefined || (statusOfWord(word) ?? status) !== status) return null;
    words.set(word, status);
  }
  return words;
}

const PRINTED: ReadonlyMap<string, TaskStatus> = new Map(
  (Object.keys(STATUS_WORDS) as TaskStatus[]).map((status) => [STATUS_WORDS[status], status]),
);

export const statusWordsSchema = z
  .string()
  .transform((text) => text.trim())
  .refine((text) => readStatusWords(text) !== null);
