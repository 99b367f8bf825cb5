import { indexRoundingText, ofIndexText } from '../index-text.ts';
import { schemeNoticeText } from '../scheme/notice-sentences.ts';
import { schemeMeasure } from '../scheme/words.ts';
import { amountText } from './amounts.ts';
import { incompleteText, leastText } from './combine.ts';
import { isNumberText, numberText, percentText } from './numbers.ts';
import { isRecord, listOf, type Raw, type RuleContext, type RuleReading, sentence } from './reading.ts';

type ReadOutput = (value: unknown, context: RuleContext) => RuleReading;

const entries = (value: unknown): readonly (readonly [string, unknown])[] => (isRecord(value) ? Object.entries(value) : []);
const numberOf = (value: unknown): string => (isNumberText(value) ? numberText(value) : '（未填）');

const out: ReadOutput = (value) => {
  const text = String(value);
  if (text === '万元') return sentence('给出奖惩金额，单位万元，正数为奖，负数为缴');
  if (text === 'notice') return sentence('只排名和告知，不计分，不计款');
  const [, many, scale = ''] = /^points\/(?:(\d)x)?(\d+)$/u.exec(text) ?? [];
  return sentence(many === undefined ? `评分，满分${scale}分` : `评分，${many}项各满分${scale}分`);
};

const PERS: Readonly<Record<string, string>> = { week: '每周', month: '每月', quarter: '每季度', half: '每半年', year: '每年' };
const per: ReadOutput = (value) => sentence(`${PERS[String(value)] ?? String(value)}计算一次`);

const clear: ReadOutput = () => sentence('资金按年计，短于一年的按月数折算，年终清算');

const grades: ReadOutput = (value) =>
  sentence(
    `得分${entries(value)
      .map(([name, from]) => `不低于${numberOf(from)}为${name}`)
      .join('，')}`,
  );

const gradeFrom: ReadOutput = (value) => sentence(value === 'exact' ? '等次按修约前的得分确定' : '等次按修约后的得分确定');

const ungraded: ReadOutput = (value) => sentence(`没有计入的部分时，等次为“${String(value)}”`);

const quota: ReadOutput = (value) =>
  sentence(
    `${entries(value)
      .map(
        ([grade, part]) => `${grade}不超过同组的${String(part).endsWith('%') ? String(part) : isNumberText(part) ? percentText(part) : ''}`,
      )
      .join('，')}；超出名额的降为下一等，界线上并列的都降`,
  );

/** One entry of a list is a rule of its own; the list has them below it. */
const veto: ReadOutput = (value, context) => ofList('一票否决', value, (one) => vetoEntry(one, context));
const notices: ReadOutput = (value, context) => ofList('告知', value, (one) => noticeEntry(one, context));

const ofList = (lead: string, value: unknown, read: (raw: Raw) => string): RuleReading =>
  sentence(
    lead,
    listOf(value)
      .filter(isRecord)
      .map((one) => sentence(read(one))),
  );

function vetoEntry(raw: Raw, context: RuleContext): string {
  const said = [
    ...(raw['give'] === undefined ? [] : [`按${amountText(raw['give'], context.facts)}${context.unit}计`]),
    ...(raw['grade'] === undefined ? [] : [`定为${String(raw['grade'])}`]),
    ...(raw['bar'] === undefined ? [] : [barText(String(raw['bar']), context)]),
  ];
  return `${context.condition(raw['if'])}的，${said.join('，')}`;
}

const barText = (bar: string, { facts }: RuleContext): string =>
  facts.grades.includes(bar) ? `不得评为${bar}` : schemeNoticeText('barred', { honour: bar });

function noticeEntry(raw: Raw, context: RuleContext): string {
  const ladder = raw['ladder'] === undefined ? '' : '（同一阶梯只取最后成立的一条）';
  return `${context.condition(raw['if'])}的，${String(raw['do'])}${ladder}`;
}

const pass: ReadOutput = (value, context) => {
  if (!isRecord(value)) return sentence('（未填）');
  const amount = amountText(value['amount'], context.facts);
  const when = value['if'] === undefined ? '' : `${context.condition(value['if'])}的，`;
  return sentence(`${when}从所得中${schemeNoticeText('passOn', { amount, to: String(value['to']) })}，不超过所得`);
};

const yearEnd: ReadOutput = (value, context) => {
  const missed = isRecord(value) && isRecord(value['missed']) ? value['missed'] : {};
  const goal = isRecord(value) && value['goal'] !== undefined ? `“${context.condition(value['goal'])}”的年度目标` : '年度目标';
  return sentence(`年终清算：${goal}未达到的，各期所得乘${numberOf(missed['gain'])}，所缴乘${numberOf(missed['loss'])}`);
};

const zeroSum: ReadOutput = (value) => {
  if (value === false) return sentence('收支不作平衡');
  return sentence(value === 'payments' ? '收支平衡：所缴按所得总额折算' : '收支平衡：所得按所缴总额折算');
};

const HORIZONS: Readonly<Record<string, string>> = { annual: '年度事项', multiYear: '跨年任务', finalYear: '跨年任务的最后一年' };
const STATES: Readonly<Record<string, string>> = { done: '已完成', onTrack: '按序推进', behind: '进度滞后', notStarted: '未启动' };

const judging: ReadOutput = (value) => {
  const raw = isRecord(value) ? value : {};
  const states = entries(raw['status']).map(([horizon, shares]) =>
    sentence(
      `${HORIZONS[horizon] ?? horizon}按完成状态：${entries(shares)
        .map(([word, part]) => `${STATES[word] ?? word}得满分的${isNumberText(part) ? percentText(part) : ''}`)
        .join('，')}`,
    ),
  );
  const late =
    raw['late'] === undefined
      ? []
      : [sentence(`逾期完成的，得满分的${isNumberText(raw['late']) ? percentText(raw['late']) : ''}；时限已过仍未完成的，再乘这一比例`)];
  const missing = sentence(raw['missing'] === 'zero' ? '缺数据的得0分并标明' : '缺数据的没有结果，不按0分计');
  const decimals = sentence(`各行得分保留${numberText(isNumberText(raw['decimals']) ? raw['decimals'] : 2)}位小数`);
  const target = sentence('达到目标得满分，未达到的按完成值与目标值之比');
  return sentence('清单各行这样评判', [target, ...states, ...late, missing, decimals]);
};

const STANDARDS: Readonly<Record<string, string>> = {
  byDate: '评价标准按日期选用',
  2012: '按2012年标准评价',
  2026: '按2026年标准的过渡阶段限值评价',
  2031: '按2026年标准的正式限值评价',
};

const evaluation: ReadOutput = (value) => {
  const raw = isRecord(value) ? value : {};
  const index = isRecord(raw['index']) ? raw['index'] : null;
  const weights = entries(index?.['weights']).map(([name, weight]) => `${schemeMeasure(name)} ${numberOf(weight)}`);
  const said = [
    STANDARDS[String(raw['standard'] ?? 'byDate')] ?? '',
    ...(index === null ? [] : [ofIndexText(indexRoundingText(String(index['rounding'] ?? 'stages')))]),
    ...(weights.length === 0 ? [] : [`综合指数各项权重为${weights.join('、')}`]),
  ];
  return sentence(said.join('；'));
};

/** 同比 and 环比 of a measure: of the ratio in 百分点, of all others in %. */
function publishedName(name: string): string {
  const [, of, way] = /^(.*)(Change|Recent)$/.exec(name) ?? [];
  if (of === undefined) return schemeMeasure(name);
  return `${schemeMeasure(of)}${way === 'Recent' ? '环比' : ''}变化${of === 'goodRatio' ? '' : '率'}`;
}

const published: ReadOutput = (value) =>
  sentence(
    `公布位数：${entries(value)
      .map(([name, places]) => `${publishedName(name)}保留${numberOf(places)}位小数`)
      .join('，')}`,
  );

const movement: ReadOutput = (value) =>
  sentence(value === 'sameSet' ? '两期参加排名的单位相同的，才列名次升降' : '名次升降不论两期参加排名的单位是否相同');

/** 结果, each by its word. */
export const OUTPUT_READERS: Readonly<Record<string, ReadOutput>> = {
  out,
  per,
  clear,
  grades,
  gradeFrom,
  quota,
  veto,
  notices,
  pass,
  yearEnd,
  zeroSum,
  judging,
  ungraded,
  evaluation,
  published,
  movement,
};

/** What stands beside the rule, by its word, in words; null of a word that has none. */
export const outputReading = (key: string, value: unknown, context: RuleContext): RuleReading | null =>
  OUTPUT_READERS[key]?.(value, context) ?? (RANK_WORDS[key] === undefined ? null : sentence(RANK_WORDS[key](value)));

/** Words of the ranking itself that may have a clause of their own. */
const RANK_WORDS: Readonly<Record<string, (value: unknown) => string>> = { incomplete: incompleteText, least: leastText };

/** One entry of `veto` or `notices`. */
export const entryReading = (key: string, raw: Raw, context: RuleContext): RuleReading =>
  sentence(key === 'veto' ? vetoEntry(raw, context) : noticeEntry(raw, context));
