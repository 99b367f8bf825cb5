import { z } from 'zod';
import { plainText } from '../returns/cell-text.ts';

/**
 * What counts where a cell leaves it open (监测值的处理规则): dated settings of a work. HJ 663 leaves them to the monitoring plan and the platform, so
 * the preset takes nothing in that nobody has spoken of.
 */
export interface ValueRules {
  /** 低于检出限 (3L, <3): nothing, half of the limit, the limit, or 0. */
  readonly below: 'held' | 'half' | 'limit' | 'zero';
  /** 负值: missing, or 0. */
  readonly negative: 'missing' | 'zero';
  /** 六项全部为 0: missing, or as they stand. */
  readonly zeroRow: 'missing' | 'kept';
  /** PM10, PM2.5 or O3 of a day that is 0: invalid, or as it stands. */
  readonly zeroParticle: 'missing' | 'kept';
  /** SO2, NO2 or CO of a day that is 0: held until somebody has spoken, as it stands, or missing. */
  readonly zeroGas: 'held' | 'kept' | 'missing';
  /** Marks of validity that no platform shares: P=有效;Q=无效. */
  readonly flags: ReadonlyMap<string, 'valid' | 'invalid'>;
}

const MEANINGS: Readonly<Record<string, 'valid' | 'invalid'>> = { 有效: 'valid', 无效: 'invalid' };

/** P=有效;Q=无效 as a list; null where a part is none. Marks as verdictOf compares them. */
export function readFlagWords(text: string): ValueRules['flags'] | null {
  const words = new Map<string, 'valid' | 'invalid'>();
  for (const part of plainText(text).split(/[;、,\n]/u)) {
    if (part.trim() === '') continue;
    const [mark = '', meaning = '', ...others] = part.split('=').map((one) => one.normalize('NFKC').replaceAll(/[\s()[\]]/gu, ''));
    const verdict = MEANINGS[meaning];
    if (mark === '' || others.length > 0 || verdict === undefined) return null;
    words.set(mark.toUpperCase(), verdict);
  }
  return words;
}

const WORDS = { valid: '有效', invalid: '无效' } as const;

/** The same list as a text. */
export const flagWords = (flags: ValueRules['flags']): string => [...flags].map(([mark, verdict]) => `${mark}=${WORDS[verdict]}`).join(';');

/** Settings that are rules for values, by the key they have in the work. */
export const VALUE_SETTINGS = {
  'air.below-detection': { schema: z.enum(['held', 'half', 'limit', 'zero']), preset: 'held' },
  'air.negative': { schema: z.enum(['missing', 'zero']), preset: 'missing' },
  'air.zero-row': { schema: z.enum(['missing', 'kept']), preset: 'missing' },
  'air.zero-particle': { schema: z.enum(['missing', 'kept']), preset: 'missing' },
  'air.zero-gas': { schema: z.enum(['held', 'kept', 'missing']), preset: 'held' },
  'air.flags': {
    schema: z
      .string()
      .transform((text) => text.trim())
      .refine((text) => readFlagWords(text) !== null),
    preset: '',
  },
} as const;

export type ValueSetting = keyof typeof VALUE_SETTINGS;

export const VALUE_SETTING_KEYS = Object.keys(VALUE_SETTINGS) as ValueSetting[];

/**
 * A setting as it is kept with a file that was read by it: it holds for days of the data from `from` on, of one source (sourceKey) or, where it names
 * none, of all that have none of their own.
 */
export interface DatedRule {
  readonly key: string;
  readonly value: string;
  readonly from: string;
  readonly source?: string;
}

/** The rules that hold for a day of the data (2025-03-01); entries of one day stand in the order in which they were made. */
export type RulesOn = (date: string) => ValueRules;

/** Those of a source go before those of the whole work; of marks (air.flags) both hold together. */
export function rulesOf(entries: readonly DatedRule[], source: string | null = null): RulesOn {
  const own = entries.filter((entry) => entry.source === undefined || entry.source === source);
  if (own.length === 0) return () => PRESET;
  const ordered = own.toSorted((one, other) => (one.from < other.from ? -1 : one.from > other.from ? 1 : 0));
  const known = new Map<number, ValueRules>();
  return (date) => {
    const begun = ordered.filter(({ from }) => from <= date);
    const rules = known.get(begun.length) ?? rulesBy(begun);
    known.set(begun.length, rules);
    return rules;
  };
}

/** What was said last of a setting, of the source or of the whole work; null where nobody has. `begun`: in order of their days. */
export const lastSaid = (begun: readonly DatedRule[], key: ValueSetting, ofSource: boolean): string | null =>
  begun.findLast((entry) => entry.key === key && (entry.source !== undefined) === ofSource)?.value ?? null;

function rulesBy(begun: readonly DatedRule[]): ValueRules {
  const of = (key: ValueSetting): string => lastSaid(begun, key, true) ?? lastSaid(begun, key, false) ?? VALUE_SETTINGS[key].preset;
  const flagsOf = (ofSource: boolean) => readFlagWords(lastSaid(begun, 'air.flags', ofSource) ?? '') ?? [];
  return {
    below: VALUE_SETTINGS['air.below-detection'].schema.parse(of('air.below-detection')),
    negative: VALUE_SETTINGS['air.negative'].schema.parse(of('air.negative')),
    zeroRow: VALUE_SETTINGS['air.zero-row'].schema.parse(of('air.zero-row')),
    zeroParticle: VALUE_SETTINGS['air.zero-particle'].schema.parse(of('air.zero-particle')),
    zeroGas: VALUE_SETTINGS['air.zero-gas'].schema.parse(of('air.zero-gas')),
    flags: new Map([...flagsOf(false), ...flagsOf(true)]),
  };
}

const PRESET: ValueRules = rulesBy([]);
