import { OUTPUT_KEYS } from '../outputs/keys.ts';
import { isRecord } from '../base/records.ts';
import { NODE_WORDS } from './compile-node.ts';
import { HEAD_KEYS } from './head.ts';
import { type Path, type Problem, problem } from '../base/problems.ts';
import { nearestWord } from '../base/words.ts';
import { asRead } from '../base/read-value.ts';

/** A scheme file taken apart. */
export interface SchemeForm {
  /** Name it has in its file, where the file gives one by its key. */
  readonly key: string | null;
  /** With a head, or nothing but its rules (a sketch). */
  readonly whole: boolean;
  readonly head: Readonly<Record<string, unknown>>;
  readonly rules: Readonly<Record<string, unknown>>;
  readonly path: Path;
}

export const RULE_WORDS: readonly string[] = [...OUTPUT_KEYS, ...NODE_WORDS].filter((word) => !HEAD_KEYS.includes(word));

/**
 * The schemes of a file, in whichever form they are written: head and `rules:`, the rules alone at the top, or under a name each
 * (成都: {out: …}).
 */
export function formsOf(data: unknown): { readonly forms: readonly SchemeForm[]; readonly problems: readonly Problem[] } {
  if (!isRecord(data)) return refused(problem(FULLWIDTH.test(String(data)) ? 'FULLWIDTH' : 'NOT_A_MAP', [], asRead(data)));
  const entries = Object.entries(data);
  if (data['rules'] !== undefined) return withHead(data);
  if (entries.some(([key]) => RULE_WORDS.includes(key))) return { forms: [bare(null, data, [])], problems: [] };
  const named = entries.filter(([key, value]) => isRecord(value) && !HEAD_KEYS.includes(key) && nearestWord(key, RULE_WORDS) === null);
  if (named.length === entries.length && named.length > 0)
    return { forms: named.map(([key, value]) => bare(key, isRecord(value) ? value : {}, [key])), problems: [] };
  const wrong = entries.find(([key]) => !HEAD_KEYS.includes(key))?.[0] ?? '';
  return refused(
    problem('FORM_NONE', wrong === '' ? [] : [wrong], { key: wrong, nearest: nearestWord(wrong, [...RULE_WORDS, 'rules']) ?? '' }),
  );
}

const FULLWIDTH = /[：，｛｝]/u;

const refused = (found: Problem) => ({ forms: [], problems: [found] });

/** A sketch may have words of the head beside its rules. */
function bare(key: string | null, data: Readonly<Record<string, unknown>>, path: Path): SchemeForm {
  const entries = Object.entries(data);
  return {
    key,
    whole: false,
    head: Object.fromEntries(entries.filter(([word]) => HEAD_KEYS.includes(word))),
    rules: Object.fromEntries(entries.filter(([word]) => !HEAD_KEYS.includes(word))),
    path,
  };
}

function withHead(data: Readonly<Record<string, unknown>>): {
  readonly forms: readonly SchemeForm[];
  readonly problems: readonly Problem[];
} {
  const { rules, ...head } = data;
  if (rules === null) return refused(problem('RULES_EMPTY', ['rules']));
  if (!isRecord(rules)) return refused(problem('NOT_A_MAP', ['rules'], asRead(rules)));
  const [only, ...more] = Object.entries(rules);
  const wrapped = only !== undefined && more.length === 0 && !RULE_WORDS.includes(only[0]) && isRecord(only[1]) ? only : null;
  const form =
    wrapped === null
      ? { key: null, rules, path: ['rules'] }
      : { key: wrapped[0], rules: isRecord(wrapped[1]) ? wrapped[1] : {}, path: ['rules', wrapped[0]] };
  return { forms: [{ ...form, whole: true, head }], problems: [] };
}
