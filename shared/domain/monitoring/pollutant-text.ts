import type { Pollutant } from '../air/standards/pollutants.ts';
import type { ConcentrationUnit } from './types.ts';

/** What a header says of a pollutant: which, averaged over how many hours, in which unit. Each may be left unsaid. */
export interface PollutantText {
  readonly pollutant: Pollutant | null;
  readonly average: 1 | 8 | 24 | null;
  readonly unit: ConcentrationUnit | null;
  /** 标况 or 实况: the state of the air to which the concentration is reduced; null where the header says nothing of it. */
  readonly state: GasState | null;
  /** 扣沙前 or 扣沙后: before dust (沙尘) is taken out, as measured, or after; null where the header says nothing of it. */
  readonly dust: DustState | null;
}

export type DustState = 'before' | 'after';

/** standard: 标准状态; actual: 实际状态, by which particles are judged since 2018-09-01 (GB 3095-2012 修改单). */
export type GasState = 'standard' | 'actual';

/**
 * Takes a header apart word by word: PM₂.₅, 细颗粒物（PM2.5）浓度(μg/m³), O3-8h, 臭氧日最大8小时滑动平均. Null as soon as anything is left
 * that is not understood, so that NO, NOx, PM2.5分指数 or O3_8h_90per can never pass for a concentration.
 */
export function pollutantText(text: string): PollutantText | null {
  let rest = headerText(text);
  let pollutant: Pollutant | null = null;
  let average: PollutantText['average'] = null;
  let unit: ConcentrationUnit | null = null;
  let state: GasState | null = null;
  let dust: DustState | null = null;
  while (rest !== '') {
    const word = WORDS.find(({ pattern }) => pattern.test(rest));
    const match = word?.pattern.exec(rest);
    if (word === undefined || match === null || match === undefined) return null;
    rest = rest.slice(match[0].length);
    if (word.pollutant !== undefined) {
      if (pollutant !== null && pollutant !== word.pollutant) return null;
      pollutant = word.pollutant;
    }
    average = word.average ?? average;
    unit = word.unit ?? unit;
    state = word.state ?? state;
    dust = word.dust ?? dust;
  }
  const silent = pollutant === null && average === null && unit === null && state === null && dust === null;
  return silent ? null : { pollutant, average, unit, state, dust };
}

/** NFKC makes ₂ and ³ plain digits and brackets narrow; blanks and line breaks mean nothing in a header. */
export const headerText = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll(/[\s\u200B-\u200D\uFEFF]/gu, '')
    .replaceAll('µ', 'μ')
    .toLowerCase();

/** Units that a title states: '单位：μg/m³（CO为mg/m³）' states two. */
export function unitsInText(text: string): readonly ConcentrationUnit[] {
  const plain = headerText(text);
  return UNITS.filter(([, pattern]) => new RegExp(pattern, 'u').test(plain)).map(([unit]) => unit);
}

/** The pollutant that a title or the name of a sheet speaks of: '2024年1月各镇街PM2.5日均浓度'. Null for none and for more than one. */
export function pollutantInText(text: string): PollutantText | null {
  const plain = headerText(text);
  const named = NAMES.filter(([, pattern]) => new RegExp(`(?<![a-z])(?:${pattern})`, 'u').test(plain));
  const [only] = named;
  if (only === undefined || named.length > 1) return null;
  const average = /(?:8|八)(?:小时|h)/u.test(plain) ? 8 : /(?:1|一)(?:小时|h)/u.test(plain) ? 1 : null;
  return { pollutant: only[0], average, unit: null, state: null, dust: null };
}

/** The part of a header that names a pollutant, and what stands beside it: '某某镇PM2.5' is a town and a pollutant. */
export function splitPollutant(text: string): { readonly rest: string; readonly pollutant: PollutantText } | null {
  const plain = headerText(text);
  for (let cut = 1; cut < plain.length; cut += 1) {
    for (const [rest, part] of [
      [plain.slice(0, cut), plain.slice(cut)],
      [plain.slice(cut), plain.slice(0, cut)],
    ] as const) {
      const found = pollutantText(part);
      if (found !== null && found.pollutant !== null) return { rest: rest.replaceAll(/^[-_:/]+|[-_:/]+$/gu, ''), pollutant: found };
    }
  }
  return null;
}

const NAMES: readonly (readonly [Pollutant, string])[] = [
  ['pm25', 'pm2[._·,。]?5|细颗粒物?|可入肺颗粒物?'],
  ['pm10', 'pm_?10(?!\\d)|可吸入颗粒物?'],
  ['so2', 'so_?2(?!\\d)|二氧化硫'],
  ['no2', 'no_?2(?!\\d)|二氧化氮'],
  ['co', 'co(?!2|(?!mg|ug|pp[mb])[a-z])|一氧化碳'],
  ['o3', 'o_?3|臭氧'],
];

const UNITS: readonly (readonly [ConcentrationUnit, string])[] = [
  ['µg/m³', '(?:μg|ug|微克)(?:[/·.*每]|per)?(?:n?m\\^?-?3|标?立方米|标?m3)'],
  ['mg/m³', '(?:mg|毫克)(?:[/·.*每]|per)?(?:n?m\\^?-?3|标?立方米|标?m3)'],
  ['ppb', 'ppb|nmol/mol'],
  ['ppm', 'ppm|μmol/mol|umol/mol'],
];

interface Word {
  readonly pattern: RegExp;
  readonly pollutant?: Pollutant;
  readonly average?: 1 | 8 | 24;
  readonly unit?: ConcentrationUnit;
  readonly state?: GasState;
  readonly dust?: DustState;
}

const start = (pattern: string): RegExp => new RegExp(`^(?:${pattern})`, 'u');

/** 扣沙, 扣除沙尘, 沙尘扣除, 剔除沙尘影响. */
const TAKEN_OUT = '(?:扣沙尘?|扣尘|(?:扣除|剔除|剔)沙尘?(?:天气)?(?:影响)?|沙尘?(?:天气)?(?:影响)?(?:扣除|剔除))(?:影响)?';

const WORDS: readonly Word[] = [
  ...UNITS.map(([unit, pattern]): Word => ({ pattern: start(pattern), unit })),
  ...NAMES.map(([pollutant, pattern]): Word => ({ pattern: start(pattern), pollutant })),
  { pattern: start('(?:8|八)(?:个?小时|hours?|hr|h)'), average: 8 },
  { pattern: start('(?:24|二十四)(?:个?小时|hours?|hr|h)'), average: 24 },
  { pattern: start('(?:1|一)(?:个?小时|hours?|hr|h)|小时|hourly'), average: 1 },
  { pattern: start('标准状况|标准状态|标况|标态'), state: 'standard' },
  { pattern: start('实际状况|实际状态|实际工况|实况|工况'), state: 'actual' },
  { pattern: start(`(?:未|不|没有)${TAKEN_OUT}|${TAKEN_OUT}之?前|含沙尘|原始`), dust: 'before' },
  { pattern: start(`(?:已|经)?${TAKEN_OUT}(?:之?后|值)?|不含沙尘`), dust: 'after' },
  {
    pattern: start(
      '颗粒物|参比状态|日最大|日平均|日均|日值|日|daily|day|最大|滑动|移动|平均|均值|质量|浓度|监测|实测|数据|数值|值|单位|为|max|avg|mean|concentration|conc|[-_:/()\\[\\],.、]',
    ),
  },
];
