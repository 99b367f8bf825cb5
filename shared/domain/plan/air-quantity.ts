import type { Measure, Plan } from './schema.ts';

/** 空气质量指标 as the monitoring knows them. */
export const AIR_QUANTITIES = ['pm25', 'goodRatio', 'goodDays', 'heavyRatio', 'heavyDays'] as const;
export type AirQuantity = (typeof AIR_QUANTITIES)[number];

type Named = Pick<Measure, 'name' | 'unit' | 'subject'>;

/**
 * 认指标: what a measure of a plan is, by its name or its 目标主题 together with its unit, whatever id or place it has; null for one that monitoring
 * does not give. `subjects` are the names of the plan's subjects.
 */
export function airQuantityOf({ name, unit, subject }: Named, subjects: Plan['subjects'] = {}): AirQuantity | null {
  const [own, of] = [plain(name), plain(subjects[subject] ?? '')];
  // A drop of a concentration in percent, or water that is 优良, is another thing.
  if (OTHER.test(own)) return null;
  const matter = MATTERS[subject] ?? matterIn(own) ?? matterIn(of);
  return matter === null ? null : (BY_UNIT[matter].find(([units]) => units.test(plain(unit)))?.[1] ?? null);
}

/** The first measure that is one of `quantities`; measures of annex 1 come first where the caller gives them first. */
export const measureOfQuantity = (
  measures: readonly Measure[],
  quantity: AirQuantity,
  subjects: Plan['subjects'] = {},
): Measure | undefined => measures.find((measure) => airQuantityOf(measure, subjects) === quantity);

type Matter = 'pm25' | 'good' | 'heavy';

/** Subjects that the shipped plan speaks of by these keys. */
const MATTERS: Readonly<Record<string, Matter>> = { pm25: 'pm25', 'good-days': 'good', 'heavy-pollution-days': 'heavy' };

const WORDS: readonly (readonly [RegExp, Matter])[] = [
  [/pm2\.?5|细颗粒物/u, 'pm25'],
  [/重(?:度及以上)?污染(?:天|日|比|率)/u, 'heavy'],
  [/重度及以上污染/u, 'heavy'],
  [/优良(?:天|日)|空气质量优良|空气优良|优良率|空气质量达标天|达标天数/u, 'good'],
];

const OTHER = /水|断面|下降|降低|降幅|削减|减少|提高|提升|同比|增幅|变化|声环境|噪声/u;

const RATIO = /^(?:%|百分比|百分数)$/u;
const DAYS = /^(?:天|日|d)$/u;
const CONCENTRATION = /^(?:(?:μ|u)g\/?m(?:3|\^3|-3)|微克(?:\/|每)(?:标准?)?(?:立方米|m3|方))$/u;

const BY_UNIT: Readonly<Record<Matter, readonly (readonly [RegExp, AirQuantity])[]>> = {
  pm25: [[CONCENTRATION, 'pm25']],
  good: [
    [RATIO, 'goodRatio'],
    [DAYS, 'goodDays'],
  ],
  heavy: [
    [RATIO, 'heavyRatio'],
    [DAYS, 'heavyDays'],
  ],
};

const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll('µ', 'μ').replace(/\s/gu, '');

const matterIn = (text: string): Matter | null => (OTHER.test(text) ? null : (WORDS.find(([words]) => words.test(text))?.[1] ?? null));
