import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseSchemeText } from '../../../../main/services/schemes/language/read-scheme-file.ts';
import { LANGUAGE } from '../../../../shared/domain/schemes/catalogue.ts';
import { COMPARATORS } from '../../../../shared/domain/schemes/conditions/compare.ts';
import { factsOf } from '../../../../shared/domain/schemes/language/facts.ts';
import { formsOf, type SchemeForm } from '../../../../shared/domain/schemes/language/forms.ts';
import { OUTPUT_KEYS } from '../../../../shared/domain/schemes/outputs/keys.ts';
import { inOneLine, knownRuleSentences, readCondition, readOutput, readRule } from '../../../../shared/text/scheme-rule-sentences.ts';
import { TEMPLATES } from '../../../support/core.ts';

type Raw = Readonly<Record<string, unknown>>;

const isRaw = (value: unknown): value is Raw => typeof value === 'object' && value !== null && !Array.isArray(value);

const folders = [join(TEMPLATES, 'schemes'), join(TEMPLATES, 'schemes', 'published')];
const SHIPPED = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.yml'))
    .map((name) => [name.slice(0, -4), join(folder, name)] as const),
);

describe('every word of the language', () => {
  it.each(['source', 'rule', 'output'] as const)('of the room %s has a sentence', (room) => {
    const words = LANGUAGE.filter((entry) => entry.room === room).map(({ key }) => key);
    expect(knownRuleSentences[room]).toEqual(expect.arrayContaining(words));
  });

  it('of conditions has one, comparators as well', () => {
    const words = LANGUAGE.filter(({ room }) => room === 'condition').map(({ key }) => key);
    expect(knownRuleSentences.condition).toEqual(expect.arrayContaining([...words, ...COMPARATORS]));
  });

  it.each(LANGUAGE.map(({ key, room, sample }) => [`${room} ${key}`, sample.rule] as const))('%s says its sample', (_name, rule) => {
    const form = formOf(rule);
    expect(numbersMissing(rule, said(form))).toEqual([]);
  });
});

describe.each(SHIPPED)('the scheme %s', (_name, file) => {
  const text = readFileSync(file, 'utf8');
  const [form] = formsOf(parseSchemeText(text).data).forms;
  if (form === undefined) throw new Error(file);

  it('is said without a word of the language, an internal name or English', () => {
    expect(english(said(form))).toEqual([]);
  });

  it('is said with every number of its rules', () => {
    expect(numbersMissing(form.rules, said(form))).toEqual([]);
  });
});

describe('a rule in words', () => {
  const facts = (out: string, head: Raw = {}) => factsOf({ head, rules: { out } });
  const points = facts('points/100');
  const money = facts('万元');

  it.each([
    [{ of: 'pm25', share: 12 }, 'PM2.5达到目标（不高于）得12分，未达到的按目标÷完成值×12分计'],
    [{ of: 'goodDays', vs: 'target', met: 5, unmet: -2 }, '优良天数不低于目标的得5分，低于目标的扣2分'],
    [{ of: 'pm25', vs: 'target', rate: { loss: 0.5 }, steps: 'whole' }, 'PM2.5比目标每高1 μg/m³扣0.5分，低的不加，不足1 μg/m³的部分不计'],
    [
      { sum: [3, { of: 'pm10', vs: 'target', rate: { loss: 0.5 } }], floor: 0 },
      '以3分为基础，PM10比目标每高1 μg/m³扣0.5分，低的不加，扣完为止，最低0分',
    ],
    [{ of: 'goodRatio', vs: 'lastYear', rate: 1 }, '优良天数比率比上年同期每上升1个百分点加1分，每下降1个百分点扣1分'],
    [
      {
        of: 'pm25',
        table: [
          [35, 10],
          ['rest', 0],
        ],
      },
      'PM2.5不高于35 μg/m³的得10分，其余得0分（按先后取第一个符合的）',
    ],
    [{ manual: 'tasks', cap: 40 }, '人工评分“tasks”（最高40分）'],
    [{ late: 1 }, '迟报的扣1分'],
    [{ min: [{ manual: 'a' }, { manual: 'b' }] }, '下列各部分中取最低的：（1）人工评分“a”；（2）人工评分“b”'],
  ])('%j gives points', (rule, expected) => {
    expect(inOneLine(readRule(rule, points))).toBe(expected);
  });

  it.each([
    [
      { of: 'pm25', vs: 'target', rate: { gain: 20, loss: 40 }, dead: 2 },
      'PM2.5比目标每低1 μg/m³奖20万元，每高1 μg/m³缴40万元，低2 μg/m³以内的部分不计',
    ],
    [
      {
        of: 'pm25',
        vs: 'base',
        tiers: [
          [5, 10],
          ['rest', 20],
        ],
      },
      'PM2.5比基数上升的，5 μg/m³以内的部分每1 μg/m³缴10万元，超过5 μg/m³的部分每1 μg/m³缴20万元；下降的不计',
    ],
    [
      { rank: { of: 'score' }, order: 'asc', places: { 1: 100, '-3..-2': -50, '-1': -200 } },
      '按得分由低到高在同类中排名，第1名奖100万元，倒数第3至第2名各缴50万元，倒数第1名缴200万元，其余名次为0万元；并列的都按该名次',
    ],
  ])('%j gives money', (rule, expected) => {
    expect(inOneLine(readRule(rule, money))).toBe(expected);
  });

  it('ranks the better end first, whichever way the head says a measure runs', () => {
    const rule = { rank: { of: 'growth' } };
    expect(readRule(rule, facts('notice')).text).toContain('由高到低');
    expect(readRule(rule, facts('notice', { measures: { growth: { better: 'less', title: '增长率' } } })).text).toBe(
      '按增长率由低到高在同类中排名',
    );
  });

  it('prints small and large numbers with all their digits', () => {
    expect(readRule({ times: [1e-7, 1.05, 123456789.5] }, facts('notice')).text).toBe('0.0000001 × 1.05 × 123456789.5');
  });

  it('points to a part that names its own clause where it is asked to', () => {
    const rule = { sum: [{ manual: 'a', clause: '第一条' }, { manual: 'b' }], clause: '第二条' };
    expect(inOneLine(readRule(rule, points, { refer: true }))).toBe('下列各部分相加：（1）“第一条”的结果；（2）人工评分“b”');
  });

  it.each([
    [{ of: 'pm25', vs: 'target', ge: 0 }, 'PM2.5不高于目标'],
    [{ of: 'index', vs: 'lastYear', in: 'pct', le: -20 }, '综合指数比上年同期上升20%以上（含）'],
    [{ of: 'pm25', gt: 35, le: 50 }, 'PM2.5高于35 μg/m³且不高于50 μg/m³'],
    [{ not: { event: '事故' } }, '不属于“发生“事故””'],
  ])('%j is a condition', (rule, expected) => {
    expect(readCondition(rule, points)).toBe(expected);
  });
});

/** Everything the rules of a scheme say, as a reader would get it. */
function said(form: SchemeForm): string {
  const facts = factsOf(form);
  const { vs, in: unit } = form.rules;
  const scope = { vs: typeof vs === 'string' || typeof vs === 'number' ? vs : null, inPct: unit === 'pct' };
  const common = Object.fromEntries(Object.entries(form.rules).filter(([key]) => !OUTPUT_KEYS.includes(key)));
  const groups = [form.rules['groups'], form.rules['units']].flatMap((raw) => (isRaw(raw) ? Object.values(raw) : []));
  const bodies = [common, ...groups.filter(isRaw).map((own) => (own['places'] === undefined ? own : { ...common, ...own }))];
  const outputs = OUTPUT_KEYS.filter((key) => form.rules[key] !== undefined).flatMap(
    (key) => readOutput(key, form.rules[key], facts, { scope }) ?? [],
  );
  return [...bodies.map((body) => readRule(body, facts)), ...outputs].map((reading) => inOneLine(reading)).join('\n');
}

function formOf(rule: unknown): SchemeForm {
  if (!isRaw(rule)) throw new Error('no rule');
  return { key: null, whole: false, head: {}, rules: { out: 'points/100', ...rule }, path: [] };
}

const UNITS = /PM2\.5|PM10|SO₂|NO₂|CO|O₃|μg\/m³|mg\/m³|AQI|A\d-\d+/gu;
/** Words in Latin letters; a single letter is a symbol of a formula. */
const english = (text: string): readonly string[] => text.replaceAll(UNITS, '').match(/[A-Za-z_]{2,}/gu) ?? [];

/** Numbers of the rules that the words leave out; 1 of a streak is 本期. */
function numbersMissing(raw: unknown, text: string): readonly string[] {
  return [...new Set(numbersOf(raw, ''))].filter(
    (number) => !new RegExp(`(?<![\\d.])${number.replace('.', '\\.')}(?![\\d]|\\.\\d)`, 'u').test(text),
  );
}

function numbersOf(raw: unknown, key: string): readonly string[] {
  if (['streak', 'clause', 'clauses', 'out'].includes(key)) return [];
  // A share of points or of places is said in %.
  if (typeof raw === 'number')
    return SHARES.includes(key)
      ? [String(Math.round(raw * 1e6) / 1e4)]
      : COMPARED.includes(key) && raw === 0
        ? []
        : [String(Math.abs(raw))];
  if (Array.isArray(raw)) return raw.flatMap((item) => numbersOf(item, ''));
  if (!isRaw(raw)) return [];
  return Object.entries(raw).flatMap(([name, value]) =>
    numbersOf(value, SHARES.includes(key) ? key : name === 'late' && key === 'judging' ? 'quota' : name),
  );
}

const SHARES: readonly string[] = ['annual', 'multiYear', 'finalYear', 'quota'];
/** 高于目标 says a bound of 0. */
const COMPARED: readonly string[] = ['ge', 'gt', 'le', 'lt', 'eq', 'unmet'];
