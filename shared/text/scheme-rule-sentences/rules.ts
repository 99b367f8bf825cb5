import { changedText, amountText, givenText } from './amounts.ts';
import { peersText, type SpokenMeasure, spokenMeasure, withUnit } from './measures.ts';
import { isZero, numberText } from './numbers.ts';
import { isRecord, listOf, type Raw, type RuleContext, type RuleReading, sentence } from './reading.ts';

/** 算法: what is made of a source; `source` is the source in words. */
type ReadRule = (raw: Raw, context: RuleContext, source: RuleReading) => RuleReading;

/** A source that is no measure is above or below nothing but 0. */
function comparedTo(raw: Raw, context: RuleContext, source: RuleReading): SpokenMeasure {
  const spoken = spokenMeasure(raw, context);
  if (spoken !== null && spoken.reference !== null) return spoken;
  return {
    name: spoken?.name ?? source.text,
    unit: spoken?.unit ?? '',
    less: false,
    reference: '0',
    good: '高',
    bad: '低',
    step: (count) => withUnit(count, spoken?.unit ?? ''),
  };
}

const met: ReadRule = (raw, context, source) => {
  const { name, less, reference } = comparedTo(raw, context, source);
  const [yes, no] = less ? ['不高于', '高于'] : ['不低于', '低于'];
  return sentence(
    `${name}${yes}${reference}的${givenText(raw['met'] ?? 0, context)}，${no}${reference}的${givenText(raw['unmet'] ?? 0, context)}`,
  );
};

const rate: ReadRule = (raw, context, source) => {
  const { name, reference, good, bad, step } = comparedTo(raw, context, source);
  const sides = isRecord(raw['rate']) ? raw['rate'] : { gain: raw['rate'], loss: raw['rate'] };
  const dead = raw['dead'];
  const parts = [
    ...(absent(sides['gain']) ? [] : [`每${good}${step('1')}${changedText(sides['gain'], false, context)}`]),
    ...(absent(sides['loss']) ? [] : [`每${bad}${step('1')}${changedText(sides['loss'], true, context)}`]),
  ];
  const only = absent(sides['gain']) ? `，${good}的不加` : absent(sides['loss']) ? `，${bad}的不扣` : '';
  const whole = raw['steps'] === 'whole' ? `，不足${step('1')}的部分不计` : '';
  const free = absent(dead) ? '' : `，${good}${step(amountText(dead, context.facts))}以内的部分不计`;
  return sentence(`${name}比${reference}${parts.join('，')}${only}${free}${whole}`);
};

const absent = (value: unknown): boolean => value === undefined || isZero(value);

const tiers: ReadRule = (raw, context, source) => {
  const spoken = comparedTo(raw, context, source);
  const sides = Array.isArray(raw['tiers']) ? { loss: raw['tiers'] } : isRecord(raw['tiers']) ? raw['tiers'] : {};
  const flat = raw['mode'] === 'flat';
  const said = (['gain', 'loss'] as const)
    .filter((side) => listOf(sides[side]).length > 0)
    .map((side) => {
      const word = side === 'gain' ? spoken.good : spoken.bad;
      return `${word}的，${tierList(listOf(sides[side]), side === 'loss', flat, spoken, context)}`;
    });
  const other = listOf(sides['gain']).length === 0 ? `；${spoken.good}的不计` : '';
  return sentence(`${spoken.name}比${spoken.reference}${said.join('；')}${other}`);
};

function tierList(list: readonly unknown[], bad: boolean, flat: boolean, { step }: SpokenMeasure, context: RuleContext): string {
  const tiersOf = list.flatMap((one) => (Array.isArray(one) ? [{ upTo: one[0] as unknown, each: one[1] as unknown }] : []));
  const lines = tiersOf.map(({ upTo, each }, index) => {
    const before = tiersOf[index - 1]?.upTo;
    const each1 = `每${step('1')}${changedText(each, bad, context)}`;
    const to = upTo === 'rest' ? null : amountText(upTo, context.facts);
    const from = before === undefined ? null : amountText(before, context.facts);
    if (flat) return to === null ? `更多的全部按${each1}` : `${step(to)}以内的全部按${each1}`;
    if (to === null) return from === null ? each1 : `超过${step(from)}的部分${each1}`;
    return from === null ? `${step(to)}以内的部分${each1}` : `超过${step(from)}至${step(to)}的部分${each1}`;
  });
  const last = tiersOf.at(-1)?.upTo;
  const open =
    last === undefined || last === 'rest'
      ? ''
      : flat
        ? `，超过${step(amountText(last, context.facts))}的也按末一档`
        : `，超过${step(amountText(last, context.facts))}的部分不再计`;
  return `${lines.join('，')}${open}`;
}

const share: ReadRule = (raw, context, source) => {
  const { name, less, reference } = comparedTo(
    raw,
    context.scope.vs === null ? context.within({ scope: { ...context.scope, vs: 'target' } }) : context,
    source,
  );
  const max = `${amountText(raw['share'], context.facts)}${context.unit}`;
  const ratio = less ? `${reference}÷完成值` : `完成值÷${reference}`;
  return sentence(`${name}达到${reference}（${less ? '不高于' : '不低于'}）得${max}，未达到的按${ratio}×${max}计`);
};

const efficacy: ReadRule = (raw, context, source) => {
  const [worst, best] = listOf(raw['efficacy']);
  const points = (value: unknown): string => `${amountText(value, context.facts)}${context.unit}`;
  const peers = peersText(raw['within'] ?? 'class');
  return sentence(
    `${source.text}按功效系数法折算：${peers}中最好的得${points(best)}，最差的得${points(worst)}，其余按比例；都相同的均得${points(best)}`,
  );
};

const BOUNDS: Readonly<Record<string, string>> = { upTo: '不高于', below: '低于', from: '不低于' };

const table: ReadRule = (raw, context, source) => {
  const bound = BOUNDS[String(raw['bounds'] ?? 'upTo')] ?? '';
  const spoken = spokenMeasure(raw, context);
  const unit = (count: string): string =>
    spoken === null ? count : spoken.reference === null ? withUnit(count, spoken.unit) : spoken.step(count);
  const lines = listOf(raw['table']).flatMap((line) => {
    if (!Array.isArray(line)) return [];
    const [limit, points] = line as readonly unknown[];
    return [
      limit === 'rest'
        ? `其余${givenText(points, context)}`
        : `${bound}${unit(amountText(limit, context.facts))}的${givenText(points, context)}`,
    ];
  });
  return sentence(`${source.text}${lines.join('，')}（按先后取第一个符合的）`);
};

const places: ReadRule = (raw, context, source) => {
  const list = isRecord(raw['places']) ? Object.entries(raw['places']) : [];
  const front = list.filter(([key]) => !key.trim().startsWith('-')).toSorted(byStart);
  const back = list.filter(([key]) => key.trim().startsWith('-')).toSorted(byStart);
  const lines = [...front, ...back].map(([key, amount]) => `${placesText(key)}${givenText(amount, context)}`);
  const ties = raw['ties'] === 'split' ? '并列的平分所占名次的金额' : '并列的都按该名次';
  return sentence(
    `${source.text}，${lines.join('，')}，其余名次${givenText(0, context)}；${context.unit === '分' ? ties.replace('金额', '分') : ties}`,
  );
};

const byStart = ([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number =>
  Number.parseInt(one, 10) - Number.parseInt(other, 10);

/** 第1名, 第1至10名各, 倒数第1名, 倒数第5至第4名各. */
function placesText(key: string): string {
  const [from = '', to] = key.trim().split('..');
  const end = (text: string): string => numberText(text.replace('-', ''));
  const back = from.startsWith('-') ? '倒数' : '';
  return to === undefined || to === from ? `${back}第${end(from)}名` : `${back}第${end(from)}至第${end(to)}名各`;
}

/** 算法, each by its word. */
export const RULE_READERS: Readonly<Record<string, ReadRule>> = { met, unmet: met, rate, tiers, share, efficacy, table, places };
