import { type Dust, dustText } from './dust-text.ts';
import { indexRoundingSentence, ofIndexText } from './index-text.ts';
import { pollutantSign } from './monitoring-text.ts';
import { measureName } from './ranking-measure-text.ts';

type Gap =
  | { readonly code: 'NO_DATA' }
  | { readonly code: 'MONTH_DAYS_SHORT'; readonly month: string; readonly validDays: number; readonly required: number }
  | { readonly code: 'YEAR_DAYS_SHORT'; readonly validDays: number; readonly required: number };

interface RemarkedRow {
  readonly rank: number | null;
  readonly shared: boolean;
  readonly gaps: readonly Gap[];
  readonly withheld?: true | undefined;
  readonly pollutants: readonly string[];
  readonly lacking: readonly { readonly measure: string; readonly reason: 'pollutants' | 'data' }[];
}

const PARTICULATE_ONLY = 2;
const ALL_POLLUTANTS = 6;

/** 评价标准 by which the days were judged; without days there is none yet, and why is said. */
export const standardsText = (standards: readonly string[]): string =>
  standards.length === 0 ? '暂无（本时段没有监测数据）' : standards.join('；');

/** 备注 of a ranking row: shared rank, incomplete pollutants, or why the town is not ranked. */
export function rankingRemark(row: RemarkedRow): string {
  const missing = row.lacking.filter(({ reason }) => reason === 'data').map(({ measure }) => measureName(measure));
  const partial = row.pollutants.length > 0 && row.pollutants.length < ALL_POLLUTANTS;
  const parts = [
    gapsText(row.gaps),
    row.shared ? '并列' : '',
    row.withheld === true ? '不公布名次' : '',
    partial
      ? `${row.pollutants.length <= PARTICULATE_ONLY ? '仅监测颗粒物' : `仅监测${row.pollutants.length}项`}，${partialText(row)}`
      : '',
    missing.length > 0 && (!partial || row.lacking.every(({ reason }) => reason === 'data'))
      ? `${missing.join('、')}数据不足${row.rank === null && row.withheld !== true ? '，不排名' : ''}`
      : '',
  ];
  return parts.filter((part) => part !== '').join('；');
}

const partialText = ({ rank, gaps, lacking, withheld }: RemarkedRow): string =>
  rank === null && gaps.length === 0 && withheld !== true && lacking.some(({ reason }) => reason === 'pollutants')
    ? '不可比，不排名'
    : '优良率不列位次';

function gapsText(gaps: readonly Gap[]): string {
  if (gaps.some((gap) => gap.code === 'NO_DATA')) return '无监测数据，不排名';
  const months = gaps.flatMap((gap) => (gap.code === 'MONTH_DAYS_SHORT' ? [Number(gap.month.slice(5))] : []));
  const year = gaps.find((gap) => gap.code === 'YEAR_DAYS_SHORT');
  const parts = [
    ...(months.length === 0 ? [] : [`${months.join('、')}月PM2.5有效天数不足`]),
    ...(year?.code === 'YEAR_DAYS_SHORT' ? [`全年PM2.5有效${year.validDays}天（应不少于${year.required}天）`] : []),
  ];
  return parts.length === 0 ? '' : `${parts.join('，')}，不排名`;
}

interface KeyOfScheme {
  readonly measure: string;
  readonly order: 'ascending' | 'descending';
}

interface RuleOfScheme {
  readonly method: 'keys' | 'mix';
  readonly keys: readonly KeyOfScheme[];
  readonly mix: {
    readonly by: 'places' | 'scores';
    readonly base: number;
    readonly parts: readonly (KeyOfScheme & { readonly weight: string })[];
  } | null;
  readonly sum?: Parameters<typeof measureName>[1];
  readonly incomplete: 'ranked' | 'unranked';
  readonly least?: number | undefined;
}

interface SchemeOfText extends RuleOfScheme {
  readonly groups: readonly { readonly name: string; readonly rule?: RuleOfScheme | undefined }[];
  readonly movement?: 'sameSet' | 'always' | undefined;
  readonly evaluation: {
    readonly standard: string;
    readonly index: {
      readonly rounding: string;
      readonly weights: Readonly<Record<string, string>>;
      readonly pm25Decimals?: '0' | '1' | undefined;
    };
  };
}

/** How a scheme ranks, from its data: method, ties, groups, and what it sets otherwise than usual. `towns`: kinds of units that are ranked; `dust` as the work has it. */
export function rankingMethodText(scheme: SchemeOfText, towns: string, dust?: Dust): string {
  const own = scheme.groups.flatMap(({ name, rule }) => (rule === undefined ? [] : [`${name}：${ruleText(rule, towns, true).join('，')}`]));
  const common = own.length > 0 && own.length === scheme.groups.length ? [] : ruleText(scheme, towns, scheme.groups.length > 0);
  const sentences = [
    ...common.slice(0, 1),
    ...own,
    '公布值相同的并列，其后名次空出',
    scheme.groups.length === 0 ? '' : `${scheme.groups.map(({ name }) => name).join('、')}分组排名`,
    ...common.slice(1),
    scheme.movement === 'sameSet' ? `参加排名的${towns}与上期相同的，才列名次升降` : '',
    standardText(scheme.evaluation.standard),
    dust === undefined ? '' : dustText(dust),
    indexText(scheme.evaluation.index),
  ];
  return `${sentences.filter((sentence) => sentence !== '').join('。')}。`;
}

/** By what a rule ranks, and whom it leaves out. */
function ruleText({ method, keys, mix, sum, incomplete, least }: RuleOfScheme, towns: string, grouped: boolean): readonly string[] {
  const order: OrderText = ({ measure, order: way }) => `${measureName(measure, sum)}由${way === 'ascending' ? '低到高' : '高到低'}`;
  return [
    method === 'mix' && mix !== null ? mixText(mix, keys, order) : keysText(keys, order),
    incomplete === 'unranked' ? `缺少排名所需污染物的${towns}不排名` : '',
    least === undefined ? '' : `${grouped ? '一组中' : ''}参加排名的${towns}少于${least}个的，不公布名次`,
  ].filter((sentence) => sentence !== '');
}

type OrderText = (key: KeyOfScheme) => string;

function keysText([first, ...others]: readonly KeyOfScheme[], order: OrderText): string {
  if (first === undefined) return '';
  return [`按${order(first)}排名`, ...tieText(others, order)].join('；');
}

const tieText = (keys: readonly KeyOfScheme[], order: OrderText): readonly string[] =>
  keys.map((key, index) => `${index === 0 ? '' : '仍'}相同的，按${order(key)}`);

function mixText({ by, base, parts }: NonNullable<RuleOfScheme['mix']>, keys: readonly KeyOfScheme[], order: OrderText): string {
  const named = parts.map((part) => `${order(part)}（权重${part.weight}）`).join('、');
  const first =
    by === 'places'
      ? `按${named}的名次加权平均值由低到高排名`
      : `按${named}的功效系数得分（最好100分，最差${base}分）加权平均，由高到低排名`;
  return [first, ...tieText(keys, order)].join('；');
}

const standardText = (standard: string): string => (standard === 'byDate' ? '' : (STANDARD_SENTENCES[standard] ?? ''));

const STANDARD_SENTENCES: Readonly<Record<string, string>> = {
  '2012': '各日均按GB 3095-2012、HJ 633-2012评价',
  '2026': '各日均按GB 3095-2026过渡阶段限值、HJ 633-2026评价',
  '2031': '各日均按GB 3095-2026正式限值、HJ 633-2026评价',
};

function indexText({ weights, ...index }: SchemeOfText['evaluation']['index']): string {
  const weighted = Object.entries(weights)
    .filter(([, weight]) => Number(weight) !== 1)
    .map(([pollutant, weight]) => `${pollutantSign(pollutant)}×${weight}`);
  const parts = [ofIndexText(indexRoundingSentence(index)), ...(weighted.length === 0 ? [] : [`综合指数权重：${weighted.join('、')}`])];
  return parts.join('，');
}

interface RuleOfText {
  readonly bottom: number;
  readonly months: number;
  readonly action: string;
}

/** 连续2个月列最后3名：约谈. */
export const streakRuleText = ({ bottom, months, action }: RuleOfText): string =>
  `${months === 1 ? '当月' : `连续${months}个月`}列最后${bottom}名：${action}`;

export const unrankedMonthText = (rule: 'breaks' | 'skips'): string =>
  rule === 'breaks' ? '未排名的月份使连续月数中断' : '未排名的月份不计入，也不使连续月数中断';

interface Run {
  readonly current: number;
  readonly since: string | null;
}

/** （自2023年11月）, where a run began before the year that is told of. */
export const sinceEarlierText = ({ since }: Run, year: number): string =>
  since === null || since >= `${year}-01` ? '' : `（自${since.slice(0, 4)}年${Number(since.slice(5))}月）`;

export const currentRunText = (run: Run, year: number): string => `${run.current}${sinceEarlierText(run, year)}`;

export const groupOfRest = (towns: string): string => `其他${towns}`;

/** 第几版 of a scheme, as lists of schemes count them. */
export const schemeNumberText = (number: number): string => `第${number}版`;

/** What is wrong with a scheme file that reads as YAML. */
const PROBLEMS: Readonly<Record<string, (params: Readonly<Record<string, string>>) => string>> = {
  NO_KEY: () => '没有排名项目，至少写一项',
  NO_MIX: () => '按综合方式（mix）排名，须写明各项及其权重',
  MIX_UNUSED: () => '写了综合方式（mix）的各项，但 method 不是 mix',
  NO_SUM: () => '排名项目中有浓度之和（sum），但没有写明是哪几项污染物',
  SUM_UNUSED: () => '写明了浓度之和（sum）的各项，但排名项目中没有用到',
  SUM_WEIGHTED: () => '综合方式（mix）的各项中不能用加权的浓度之和，请改用不加权的',
  SUM_TWICE: () => '浓度之和中同一项污染物写了两次',
  KEY_TWICE: () => '同一排名项目写了两次',
  WEIGHT_SUM: (params) => `权重之和为${params['sum']}，应为1`,
  GROUP_TWICE: (params) => `组编号“${params['group']}”重复`,
  REST_NOT_LAST: () => '编号为 default 的组收未列入其他组的单位，须排在最后',
  REST_NAMES_UNITS: () => '编号为 default 的组收未列入其他组的单位，不能再列单位',
  UNIT_TWICE: (params) => `“${params['unit']}”列入了两个组或列了两次`,
  UNIT_UNKNOWN: (params) => `“${params['unit']}”不是方案中参加排名的单位`,
  OTHER_PLAN: (params) => `是为方案“${params['plan']}”制定的，工作库的方案是“${params['own']}”`,
  AIR_UNKNOWN: (params) =>
    params['name'] === ''
      ? `附件1 没有指标 ${params['measure']}`
      : `${params['measure']} ${params['name']}不是监测数据能给出的镇街指标。空气质量部分要写 PM2.5 浓度和优良天数（比率或天数）两项指标的编号，先后不限`,
  AIR_TWICE: () => '空气质量部分的两项是同一个指标。要写 PM2.5 浓度和优良天数（比率或天数）各一项',
  NOT_YAML: (params) => `不是可读的 YAML 文件${params['line'] === undefined ? '' : `（第${params['line']}行）`}`,
  UNREADABLE: () => '文件读不出来',
  KIND: () => '应为 scoring（评分办法）或 ranking（排名办法）',
  ABSENT: () => '缺少这一项，评分、排名不能按它进行；要这样写，请换一个编号，作为规则办法加入',
  FOREIGN: () => '评分、排名不能按这一项进行；要这样写，请换一个编号，作为规则办法加入',
  DIFFERENT: () => '评分、排名不能按这里的写法进行；要这样写，请换一个编号，作为规则办法加入',
  VALUE: () => '这里的值不合要求',
  NOT_RANKING: () => '应为 ranking（排名办法）',
};

export const schemeProblemText = (code: string, params: Readonly<Record<string, string>>): string => PROBLEMS[code]?.(params) ?? code;

/** Field that is missing, unknown or of another kind, as the schema reports it. */
export function schemeIssueText(issue: {
  readonly code: string;
  readonly keys?: readonly string[] | undefined;
  readonly values?: readonly unknown[] | undefined;
  readonly missing: boolean;
}): string {
  if (issue.code === 'unrecognized_keys' && issue.keys?.includes('dust') === true)
    return '沙尘日怎样计由工作库的设置规定，办法中不再写，请删去 dust 一项';
  if (issue.code === 'unrecognized_keys') return `有不认识的项：${(issue.keys ?? []).join('、')}`;
  if (issue.missing) return '缺少这一项';
  if (issue.code === 'invalid_value') return `只能是：${(issue.values ?? []).map(String).join('、')}`;
  if (issue.code === 'too_small') return '太小或太短';
  if (issue.code === 'too_big') return '太大';
  return '写法不正确';
}

/** Places gained or lost since the period before: ↑3, ↓2, —. */
export function movementText(movement: number | null): string {
  if (movement === null) return '—';
  if (movement === 0) return '持平';
  return movement > 0 ? `↑${movement}` : `↓${-movement}`;
}
