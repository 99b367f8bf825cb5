import { schemeMeasure } from '../scheme/words.ts';
import { amountText, givenText, paramText } from './amounts.ts';
import type { RuleFacts } from './facts.ts';
import { isNumberText, numberText } from './numbers.ts';
import { isRecord, listOf, namesOf, noun, type Raw, type ReadKind, type RuleContext, sentence } from './reading.ts';

const UNITS: Readonly<Record<string, string>> = {
  pm25: 'μg/m³',
  pm10: 'μg/m³',
  so2: 'μg/m³',
  no2: 'μg/m³',
  o3: 'μg/m³',
  co: 'mg/m³',
  goodDays: '天',
  heavyDays: '天',
  goodRatio: '%',
};

/** 指标 in words, with its 计量单位. */
export const measureText = (measure: string, facts: RuleFacts): string =>
  facts.measureTitle(measure) ?? facts.rowTitle(measure) ?? schemeMeasure(measure);
export const measureUnit = (measure: string, facts: RuleFacts): string => facts.measureUnit(measure) ?? UNITS[measure] ?? '';

/** A measure node, taken apart for the kinds that speak of it. */
export interface SpokenMeasure {
  readonly name: string;
  readonly unit: string;
  readonly less: boolean;
  /** 目标, 上年同期, 6; null of a level. */
  readonly reference: string | null;
  /** Words for the better and the worse direction, against the reference. */
  readonly good: string;
  readonly bad: string;
  /** 1 μg/m³, 1个百分点, 1%: one unit of the difference. */
  readonly step: (count: string) => string;
}

/** Null of a node that is no measure. */
export function spokenMeasure(raw: Raw, { facts, scope }: RuleContext): SpokenMeasure | null {
  const names = namesOf(raw['of']);
  const [first] = names;
  if (first === undefined) return null;
  const less = names.every((name) => facts.better(name) === 'less');
  const unit = measureUnit(first, facts);
  const time = typeof scope.vs === 'string' && TIMES.includes(scope.vs);
  const [up, down] = time ? (unit === '天' ? ['增加', '减少'] : ['上升', '下降']) : ['高', '低'];
  const name = names.map((one) => measureText(one, facts)).join('、');
  return {
    name: names.length > 1 ? `${name}之和` : name,
    unit,
    less,
    reference: referenceText(scope.vs, unit, facts),
    good: less ? down : up,
    bad: less ? up : down,
    step: (count) => withUnit(count, scope.inPct ? '%' : unit === '%' ? '个百分点' : unit),
  };
}

/** Held against an earlier time a measure falls or rises; against a figure it is below or above. */
const TIMES: readonly string[] = ['lastYear', 'lastMonth', 'base'];

const SLOTS: Readonly<Record<string, string>> = {
  target: '目标',
  stretch: '奋斗目标',
  lastYear: '上年同期',
  lastMonth: '上期',
  base: '基数',
  groupMean: '同类平均',
  limit: '二级标准限值',
};

function referenceText(vs: string | number | null, unit: string, facts: RuleFacts): string | null {
  if (vs === null || vs === 'none') return null;
  if (isNumberText(vs)) return withUnit(numberText(vs), unit);
  return SLOTS[vs] ?? paramText(String(vs), facts);
}

/** 2 μg/m³, 5天, 3%: a letter keeps its distance. */
export const withUnit = (count: string, unit: string): string => (/^[a-zμ]/u.test(unit) ? `${count} ${unit}` : `${count}${unit}`);

const of: ReadKind = (raw, context) => {
  const spoken = spokenMeasure(raw, context);
  if (spoken === null) return sentence('（未填指标）');
  const decimals = raw['decimals'] === undefined ? '' : `，修约到${String(raw['decimals'])}位小数`;
  const { name, reference, good, bad, step } = spoken;
  if (reference === null) return noun(`${name}${decimals === '' ? '' : `（${decimals.slice(1)}）`}`);
  const unit = step('').trim();
  return noun(
    context.scope.inPct
      ? `${name}比${reference}${good}的百分比（${bad}的为负${decimals}）`
      : `${name}比${reference}${good}的数（${unit === '' ? '' : `${unit}，`}${bad}的为负${decimals}）`,
  );
};

const placeOf: ReadKind = (raw, context) => {
  const inner = isRecord(raw['placeOf']) ? raw['placeOf'] : { of: raw['placeOf'], vs: 'none' };
  const scope = isRecord(raw['placeOf']) ? context.scope : { vs: null, inPct: false };
  const given = raw['order'];
  const less = given === undefined ? context.facts.betterOf(inner, scope) === 'less' : given === 'asc';
  const read = context.within({ scope, unit: '' }).read(inner);
  return noun(`${read.text}在${peersText(raw['within'] ?? 'class')}中的名次（${less ? '由低到高' : '由高到低'}排）`);
};

export const peersText = (within: unknown): string => (within === 'all' ? '全体' : '同类');

const manual: ReadKind = (raw, { facts }) => noun(`人工评分“${named(raw['manual'], facts)}”`);

const status: ReadKind = (raw, context) => {
  const map = isRecord(raw['status']) ? Object.entries(raw['status']) : [];
  const row = raw['row'] === undefined ? '' : `“${named(raw['row'], context.facts)}”的`;
  return sentence(`按${row}完成状态：${map.map(([word, points]) => `${word}${givenText(points, context)}`).join('，')}`);
};

const param: ReadKind = (raw, { facts }) => noun(paramText(String(raw['param']), facts));

const named = (id: unknown, facts: RuleFacts): string => facts.nameOf(String(id)) ?? facts.rowTitle(String(id)) ?? String(id);

const late: ReadKind = (raw, { facts, unit }) => sentence(`迟报的扣${amountText(raw['late'], facts)}${unit}`);

const LISTS: Readonly<Record<string, string>> = {
  annex1: '主要指标',
  tasks: '重大任务',
  items: '年度事项',
  duties: '正文职责',
  air: '本地空气质量',
};
export const listText = (list: unknown): string => LISTS[String(list)] ?? String(list);

const rows: ReadKind = (raw, context) => {
  const chosen = isRecord(raw['rows']) ? raw['rows'] : { from: raw['rows'] };
  const share = chosen['of'] === 'led' ? '牵头的' : chosen['of'] === 'asked' ? '要求其填报的' : '';
  const lists = (Array.isArray(chosen['from']) ? listOf(chosen['from']) : [chosen['from']]).map(listText).join('、');
  const otherwise = chosen['otherwise'] === undefined ? '' : `（各清单都没有列名的，按${listText(chosen['otherwise'])}）`;
  const title = typeof raw['title'] === 'string' ? `${raw['title']}：` : '';
  const points = isRecord(raw['points']) ? raw['points'] : null;
  const divided =
    points === null
      ? '各行平均分配，除不尽的按最大余数法'
      : `按各行分值的比例分配，除不尽的按最大余数法（${Object.entries(points)
          .map(([id, value]) => `${rowText(id, context.facts)} ${amountText(value, context.facts)}${context.unit}`)
          .join('，')}）`;
  const total = `${amountText(raw['total'], context.facts)}${context.unit}`;
  return sentence(`${title}${share}${lists}${otherwise}共${total}，${divided}；各行达到目标或完成的得满分，其余按评判办法`);
};

const rowText = (id: string, facts: RuleFacts): string => facts.rowTitle(id) ?? id;

/** 来源 that read a figure. */
export const MEASURE_READERS: Readonly<Record<string, ReadKind>> = { of, placeOf, manual, status, param, late, rows };
