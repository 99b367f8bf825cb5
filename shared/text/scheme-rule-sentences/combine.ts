import { amountText } from './amounts.ts';
import { measureText, peersText } from './measures.ts';
import { isNumberText } from './numbers.ts';
import {
  isRecord,
  listOf,
  namesOf,
  noun,
  type Raw,
  type ReadKind,
  type RuleContext,
  type RuleReading,
  referredTo,
  sentence,
} from './reading.ts';

const LONGEST_FORMULA = 4;

const sum: ReadKind = (raw, context) => {
  const parts = listOf(raw['sum']).map((part) => context.read(part));
  const fold =
    raw['fold'] === undefined || raw['fold'] === false
      ? ''
      : `，不涉及的部分不计入，其余折算为${raw['fold'] === true ? '满分' : `${amountText(raw['fold'], context.facts)}${context.unit}`}`;
  const [first, ...rest] = parts;
  const leaves = parts.every((part) => part.parts.length === 0);
  if (first !== undefined && rest.length === 0) return { ...first, text: `${first.text}${fold}` };
  if (first !== undefined && leaves && rest.length <= 2 && isNumberText(listOf(raw['sum'])[0]))
    return sentence(`以${first.text}为基础，${rest.map((part) => `${part.noun ? '加上' : ''}${part.text}`).join('；')}${fold}`);
  if (context.unit === '' && leaves && parts.every((part) => part.noun) && parts.length <= LONGEST_FORMULA)
    return noun(`（${parts.map(({ text }) => text).join(' ＋ ')}）`);
  const told = referredTo(parts);
  return told === null ? sentence(`下列各部分相加${fold}`, parts) : sentence(`${told}的结果相加${fold}`);
};

const weighted: ReadKind = (raw, context) => {
  const parts = listOf(raw['weighted']).flatMap((one): RuleReading[] => {
    if (!Array.isArray(one)) return [];
    const read = context.read(one[1]);
    return [{ ...read, noun: false, text: `权重${amountText(one[0], context.facts)}：${read.text}` }];
  });
  return sentence(`下列各部分按权重相加${raw['fold'] === true ? '，不涉及的权重分给其余各部分' : ''}`, parts);
};

const mean: ReadKind = (raw, context) => parted('的平均数', raw['mean'], context);
const min: ReadKind = (raw, context) => parted('中取最低的', raw['min'], context);
const max: ReadKind = (raw, context) => parted('中取最高的', raw['max'], context);

function parted(how: string, list: unknown, context: RuleContext): RuleReading {
  const parts = listOf(list).map((part) => context.read(part));
  const told = referredTo(parts);
  return told === null ? sentence(`下列各部分${how}`, parts) : sentence(`${told}的结果${how}`);
}

const times: ReadKind = (raw, context) => {
  const parts = listOf(raw['times']).map((part) => context.read(part, ''));
  const unit = context.unit === '' ? '' : `，单位为${context.unit}`;
  if (parts.every((part) => part.noun) && parts.length <= LONGEST_FORMULA) {
    const formula = parts.map(({ text }) => text).join(' × ');
    return noun(`${formula}${unit}`);
  }
  return sentence(`下列各项相乘${unit}`, parts);
};

const first: ReadKind = (raw, context) =>
  sentence(
    '取下列第一种成立的情形',
    listOf(raw['first']).flatMap((entry): RuleReading[] => {
      if (!isRecord(entry)) return [];
      const then = context.read(entry['then']);
      const when = entry['if'] === undefined ? '其余情形' : `${context.condition(entry['if'])}的`;
      return [{ ...then, noun: false, text: `${when}：${then.text}` }];
    }),
  );

const pool: ReadKind = (raw, context) => {
  const whole = `资金${amountText(raw['pool'], context.facts)}万元`;
  const peers = peersText(raw['within'] ?? 'all');
  if (raw['split'] === 'equal') return noun(`${whole}由${peers}平分所得的数`);
  const share = context.read(raw['split'], '');
  if (share.parts.length === 0) return sentence(`${whole}在${peers}中按份额分配，份额为${share.text}，只计为正的`);
  return sentence(`${whole}在${peers}中按份额分配，只计为正的份额，份额为`, [share]);
};

const rank: ReadKind = (raw, context) => {
  const keys = Array.isArray(raw['rank']) ? raw['rank'] : [raw['rank']];
  const inner = context.within({ unit: '' });
  const read = keys.filter(isRecord).map((key, index) => keyReading(key, index === 0 ? raw['order'] : undefined, inner));
  const [one, ...more] = read;
  const peers = `在${peersText(raw['within'] ?? 'class')}中排名`;
  const lacking = raw['incomplete'] === undefined ? '' : `；${incompleteText(raw['incomplete'])}`;
  if (one === undefined) return sentence(`（未填排名项目）${peers}`);
  const order =
    more.length === 0 ? `按${one.text}${peers}` : `先比${[one, ...more].map(({ text }) => text).join('，相同的再比')}，${peers}`;
  const parts = read.flatMap((key) => key.parts);
  const least = raw['least'] === undefined ? '' : `；${leastText(raw['least'])}`;
  return sentence(`${order}${lacking}${least}`, parts);
};

/** Of a key made of several parts the name stands in the line, its parts below. */
function keyReading(key: Raw, order: unknown, context: RuleContext): RuleReading {
  const { order: own, ...node } = key;
  const read = context.read(node);
  const given = own ?? order;
  const less = given === undefined ? context.facts.betterOf(node, context.scope) === 'less' : given === 'asc';
  const name = read.parts.length === 0 ? read.text : `综合得分（${read.text}）`;
  return { ...read, text: `${name}${less ? '由低到高' : '由高到低'}` };
}

export const incompleteText = (value: unknown): string =>
  value === 'unranked' ? '缺少排名所需污染物的不排名' : '缺少某项污染物的按已有项目排名';

export const leastText = (value: unknown): string => `参加排名的少于${String(value)}个的不公布名次`;

/** 逐项: the same node for several measures. */
export function eachReading(raw: Raw, context: RuleContext): RuleReading {
  const names = namesOf(raw['each']);
  const { each: _each, floor: _floor, cap: _cap, round: _round, clause: _clause, ...own } = raw;
  const parts = names.map((of) => context.read({ ...own, of }));
  const said = names.map((name) => measureText(name, context.facts)).join('、');
  if (parts.every((part) => part.noun)) return noun(`（${parts.map(({ text }) => text).join(' ＋ ')}）`);
  return sentence(`${said}逐项计算，各项相加`, parts);
}

/** 合成, each by its word. */
export const COMBINING_READERS: Readonly<Record<string, ReadKind>> = { sum, weighted, mean, min, max, times, first, pool, rank };
