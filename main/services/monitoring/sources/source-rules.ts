import { Failure } from '../../../../shared/domain/failure.ts';
import {
  type DatedRule,
  flagWords,
  lastSaid,
  readFlagWords,
  VALUE_SETTING_KEYS,
  VALUE_SETTINGS,
  type ValueSetting,
} from '../../../../shared/domain/monitoring/value-rules.ts';
import { allowedValues } from '../../../../shared/domain/settings/settings.ts';
import type { ReadHandle, WriteHandle } from '../../../db/handles.ts';
import { selectSettings } from '../../../db/queries/settings.ts';
import { insertSourceRule, selectSourceRules, type SourceRuleRecord } from '../../../db/queries/source-rules.ts';

/** A rule for the values of a source (来源) as it is to hold from a day on. */
export type SaidRule = Required<DatedRule> & { readonly key: ValueSetting };

/** Who says it, and why. */
export type RuleGround = Pick<SourceRuleRecord, 'document' | 'reason' | 'actor' | 'storedAt'>;

export const isValueSetting = (key: string): key is ValueSetting => VALUE_SETTING_KEYS.some((known) => known === key);

/** Rules by which a file is read now: those of the work, then those of every source, each in the order in which they were said. */
export const rulesNow = (db: ReadHandle): DatedRule[] => [
  ...selectSettings(db).flatMap(({ key, value, from }) => (isValueSetting(key) ? [{ key, value: String(value), from }] : [])),
  ...selectSourceRules(db).map(({ source, key, value, from }) => ({ key, value, from, source })),
];

/** The same as a file of these sources is concerned by them. */
export const rulesFor = (rules: readonly DatedRule[], sources: readonly string[]): DatedRule[] =>
  rules.filter(({ source }) => source === undefined || sources.includes(source));

/**
 * What is asked for, as it is stored: a value that a setting can have; marks (air.flags) beside those that are known of the source. Leaves out what
 * holds already.
 */
export function draftRules(rules: readonly DatedRule[], asked: readonly SaidRule[]): SaidRule[] {
  const drafts: SaidRule[] = [];
  for (const rule of asked) {
    const { key, from, source } = rule;
    const value = VALUE_SETTINGS[key].schema.safeParse(rule.value).data;
    if (value === undefined) throw new Failure('SETTING_VALUE', { key, value: rule.value, allowed: allowedValues(key).join('、') });
    const before = saidOn([...rules, ...drafts], { key, source, date: from });
    const next = key === 'air.flags' ? joined(before, value) : value;
    if (next !== before) drafts.push({ source, key, value: next, from });
  }
  return drafts;
}

interface RuleAsked {
  readonly key: ValueSetting;
  readonly source: string;
  readonly date: string;
}

/** What was said of a source by a day; null where nobody has. */
const saidOn = (rules: readonly DatedRule[], { key, source, date }: RuleAsked): string | null =>
  lastSaid(begunBy(rules, date, source), key, true);

/** What holds of a source on a day, and of whom it was said. */
export function ruleOn(
  rules: readonly DatedRule[],
  asked: RuleAsked,
): { readonly value: string; readonly said: 'source' | 'work' | 'preset' } {
  const own = saidOn(rules, asked);
  if (own !== null) return { value: own, said: 'source' };
  const ofWork = lastSaid(begunBy(rules, asked.date), asked.key, false);
  return ofWork === null ? { value: VALUE_SETTINGS[asked.key].preset, said: 'preset' } : { value: ofWork, said: 'work' };
}

const begunBy = (rules: readonly DatedRule[], date: string, source?: string): DatedRule[] =>
  rules
    .filter((rule) => rule.source === source && rule.from <= date)
    .toSorted((one, other) => (one.from < other.from ? -1 : one.from > other.from ? 1 : 0));

const joined = (before: string | null, more: string): string =>
  flagWords(new Map([...(readFlagWords(before ?? '') ?? []), ...(readFlagWords(more) ?? [])]));

export function storeRules(db: WriteHandle, drafts: readonly SaidRule[], ground: RuleGround): SourceRuleRecord[] {
  const records = drafts.map((draft) => ({ ...draft, ...ground }));
  for (const record of records) insertSourceRule(db, record);
  return records;
}
