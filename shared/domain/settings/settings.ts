import { z } from 'zod';
import { AREA_SETTINGS, areaAllowed } from '../air/area/area-share.ts';
import { PM25_PUBLISHED } from '../air/standards/hj663.ts';
import { DUST_DAY_MODES, INDEX_ROUNDINGS } from '../air/types.ts';
import { EVENT_SETTINGS } from '../monitoring/events/event-settings.ts';
import { VALUE_SETTINGS } from '../monitoring/value-rules.ts';
import { monthDaySchema, YEARLY_FROM } from '../returns/report-date.ts';
import { STATUS_WORDS } from '../returns/parse-status.ts';
import { indexWeightsSchema } from '../air/index-weights.ts';
import { statusWordsSchema } from '../returns/status-words.ts';

/**
 * 设置 of a work: what decides a number and stands in no plan, standard or scheme. Each has a preset, and dated entries that change it from a day
 * on. A key stands here only where something asks it.
 */
export const SETTINGS = {
  /** 扣沙日 are taken out of concentrations, of evaluation and ranking alike. */
  'dust.concentrations': { schema: z.boolean(), preset: true },
  /** What becomes of 扣沙日 in day counts (优良天数, 重污染天数). */
  'dust.days': { schema: z.enum(DUST_DAY_MODES), preset: 'without-pm' },
  /** 状态用语: words that the offices of the work use for 完成状态, beside the usual ones: 已交付=已完成;筹备中=未启动. */
  'returns.status-words': { schema: statusWordsSchema, preset: '' },
  /** 填报日期: from which month and day of its year on a yearly return can be dated; a year with rounds within it goes by those. */
  'returns.yearly-from': { schema: monthDaySchema, preset: YEARLY_FROM },
  ...EVENT_SETTINGS,
  ...VALUE_SETTINGS,
  ...AREA_SETTINGS,
  /** 综合指数的修约: where it is rounded before the sum. */
  'index.rounding': { schema: z.enum(INDEX_ROUNDINGS), preset: 'stages' },
  /** 综合指数的权重, as they differ from 1: pm25=3,o3=2. */
  'index.weights': { schema: indexWeightsSchema, preset: '' },
  /** Decimals with which PM2.5 enters a composite index that is rounded in stages. */
  'index.pm25-decimals': { schema: z.enum(['0', '1']), preset: '0' },
  /** 统计值中 PM2.5 的小数位数: as the standard of the period has it, or so many. */
  'air.pm25-published': { schema: z.enum(PM25_PUBLISHED), preset: 'standard' },
} as const satisfies Record<string, { readonly schema: z.ZodType<boolean | string>; readonly preset: boolean | string }>;

export type SettingKey = keyof typeof SETTINGS;
export type SettingValue<Key extends SettingKey> = z.output<(typeof SETTINGS)[Key]['schema']>;

export const SETTING_KEYS = Object.keys(SETTINGS) as SettingKey[];

export const isSettingKey = (text: string): text is SettingKey => Object.hasOwn(SETTINGS, text);

/** An entry as it is kept: `value` holds for days from `from` on. */
export interface SettingEntry {
  readonly key: string;
  readonly value: boolean | string;
  /** 2024-07-01 */
  readonly from: string;
}

/** What holds on a day: of the entries that have begun by then the one that began last, of two of one day the later; else the preset. */
export function settingAt<Key extends SettingKey>(entries: readonly SettingEntry[], key: Key, date: string): SettingValue<Key> {
  const begun = entries.filter((entry) => entry.key === key && entry.from <= date);
  const newest = begun.reduce<SettingEntry | null>((best, entry) => (best === null || entry.from >= best.from ? entry : best), null);
  return (newest === null ? SETTINGS[key].preset : SETTINGS[key].schema.parse(readOn(key, newest.value))) as SettingValue<Key>;
}

/** Days with dust were in or out before there were three ways to count them. */
const readOn = (key: SettingKey, value: boolean | string): boolean | string =>
  key === 'dust.days' && typeof value === 'boolean' ? (value ? 'left-out' : 'kept') : value;

const YES: ReadonlySet<string> = new Set(['true', 'yes', 'on', '1', '是']);
const NO: ReadonlySet<string> = new Set(['false', 'no', 'off', '0', '否']);

/** A value as a person or a program gives it; null for one that the setting cannot have. */
export function readSetting(key: SettingKey, given: boolean | string): boolean | string | null {
  const { preset, schema } = SETTINGS[key];
  if (typeof preset === 'string' && !(schema instanceof z.ZodEnum)) return schema.safeParse(given).data ?? null;
  const text = typeof given === 'string' ? given.trim().toLowerCase() : given;
  const value = typeof preset === 'boolean' && typeof text === 'string' ? (YES.has(text) ? true : NO.has(text) ? false : text) : text;
  return schema.safeParse(value).data ?? null;
}

/** Whether the value is one of a few, or a text. */
export const isChoice = (key: SettingKey): boolean => {
  const { schema } = SETTINGS[key];
  return schema instanceof z.ZodEnum || schema instanceof z.ZodBoolean;
};

/** Every value a setting can have, as it is typed. */
export function allowedValues(key: SettingKey): readonly string[] {
  const { schema } = SETTINGS[key];
  if (schema instanceof z.ZodEnum) return schema.options;
  if (schema instanceof z.ZodBoolean) return ['true', 'false'];
  if (schema === VALUE_SETTINGS['air.flags'].schema) return ['…=有效', '…=无效'];
  const ofArea = areaAllowed(schema);
  if (ofArea !== null) return ofArea;
  if (schema === indexWeightsSchema) return ['pm25=3,o3=2'];
  return schema === monthDaySchema ? ['01-01 … 12-31'] : Object.values(STATUS_WORDS).map((status) => `…=${status}`);
}
