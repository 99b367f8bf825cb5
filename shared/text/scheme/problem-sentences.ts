import { schemeShape } from './shapes.ts';
import { schemeMeasure, type SchemeParams } from './words.ts';

type Say = (params: SchemeParams) => string;

const orNearest: Say = (params) =>
  params['nearest'] === '' || params['nearest'] === undefined ? '请删去或改正。' : `是不是“${params['nearest']}”？`;

/** What is wrong with a scheme, and what to do. */
export const PROBLEM_SENTENCES: Readonly<Record<string, Say>> = {
  NOT_A_MAP: (params) => `这里应写“词: 内容”，${readText(params)}。请写成如 {of: pm25, vs: target} 的形式。`,
  FULLWIDTH: (params) => `“${params['value'] ?? ''}”中有全角标点。请把 ：，｛｝ 改成半角的 : , { }，冒号后空一格。`,
  RULES_EMPTY: () => '“rules:”下面没有内容。请把 out、sum、rank 等写在它的下面，行首比它多空两格。',
  FORM_NONE: (params) =>
    params['nearest'] === '' || params['nearest'] === undefined
      ? '文件中没有规则。请写 rules:，或直接写规则（out、sum、rank 等）。'
      : `不认识“${params['key'] ?? ''}”，是不是“${params['nearest']}”？文件中没有读到规则。`,
  KEY_UNKNOWN: (params) => `不认识“${params['key'] ?? ''}”，${orNearest(params)}`,
  KEY_MISPLACED: (params) => `“${params['key'] ?? ''}”只能与“${params['owner'] ?? ''}”同用，这里没有。请补上或删去。`,
  HEAD_MISSING: (params) => `抬头缺“${params['key'] ?? ''}”。正式使用前请补上。`,
  HEAD_VALUE: (params) => `抬头“${params['key'] ?? ''}”的写法不对。${HEAD_SHAPES[params['key'] ?? ''] ?? '请改正。'}`,
  HEAD_KIND: (params) => `抬头写的种类是 ${params['kind'] ?? ''}，这样的 out 只能是 ${params['fitting'] ?? ''}。请改其中一处。`,
  PLAN_MISSING: () => '年度得分和镇街排名的办法要写明是哪个方案的。请在抬头加 plan: 方案编号（plan list WORK.sqlite 中列出）。',
  BECOMES_RULES: (params) =>
    `与${params['kind'] === 'ranking' ? '镇街排名' : '年度得分'}的固定写法不同，加入后是规则办法：用 schemes apply 计算，不能用作${params['kind'] === 'ranking' ? ' rank 的排名办法' : '年度的评分办法'}。要用作，请按 templates/schemes 中的示范写。`,
  SOURCE_NONE: () => '没有写数从哪里来。请写 of、manual、sum、rank 等中的一个。',
  SOURCE_TWICE: (params) => `“${params['one'] ?? ''}”和“${params['other'] ?? ''}”不能写在一起。请分成两个部分，用 sum 等合起来。`,
  FUNCTION_TWICE: (params) => `“${params['one'] ?? ''}”和“${params['other'] ?? ''}”只能用一个。请分成两个部分，用 sum 合起来。`,
  CONDITION_NONE: () => '条件是空的。请写如 {of: pm25, vs: target, ge: 0}。',
  COMPARISON_NONE: () => '条件没有写比较。请加 ge、gt、le、lt 或 eq，如 ge: 0。',
  SHAPE: (params) => `“${params['key'] ?? ''}”应写${schemeShape(params['key'] ?? '')}，${readText(params)}。`,
  VALUE_UNKNOWN: (params) => `“${params['key'] ?? ''}”不能是${valueText(params)}。请用：${params['known'] ?? ''}。`,
  MEASURE_FORM: (params) =>
    `指标名“${params['measure'] ?? ''}”不合写法。${params['nearest'] === '' || params['nearest'] === undefined ? '名称中不能有点、冒号和空格，请改名。' : `请写“${params['nearest']}”。`}`,
  MEASURE_NEAR: (params) =>
    `指标“${params['measure'] ?? ''}”与“${params['nearest'] ?? ''}”很像，写错了请改正；确是另一个指标的，在抬头 measures 中列出。`,
  WORD_NEAR: (params) => `不认识“${params['word'] ?? ''}”，是不是“${params['nearest'] ?? ''}”？确是参数的，在抬头 params 中列出。`,
  PARAM_UNDECLARED: (params) =>
    `“${params['word'] ?? ''}”不是数，也没有写明是参数。请写成数；确是参数的，在抬头 params（有固定值）或 names（由 schemes enter 录入）中列出。`,
  PARAM_TAKEN: (params) =>
    `“${params['word'] ?? ''}”不是数，按参数读取（param:${params['word'] ?? ''} 列）。写错了请改成数；确是参数的，在 params 或 names 中列出。`,
  NEGATIVE: (params) =>
    `“${params['key'] ?? ''}”${NEVER_NEGATIVE[params['key'] ?? ''] ?? ''}不能是负数 ${params['value'] ?? ''}。请写 0 或正数。`,
  SHARE_RANGE: (params) => `“${params['key'] ?? ''}”是占满分的比例，不能是 ${params['value'] ?? ''}。请写 0 至 1 的数，如 0.8。`,
  EFFICACY_ORDER: (params) =>
    `最差的得 ${params['worst'] ?? ''}，最好的反而得 ${params['best'] ?? ''}。“efficacy”先写最差的分，写反了请改成 [${params['best'] ?? ''}, ${params['worst'] ?? ''}]。`,
  REFERENCE_NEEDED: (params) =>
    params['key'] === 'yearEnd'
      ? '年终清算没有年度目标可依。请写 goal。'
      : `“${params['key'] ?? ''}”要有比较的对象，${schemeMeasure(params['measure'])}没有。请加 vs，如 vs: target。`,
  MEASURE_NEEDED: (params) => `“${params['key'] ?? ''}”只能用于指标（of）。请改用别的算法。`,
  PLACES_WITHOUT_RANK: () => '“places”要与“rank”同用。请加 rank，如 rank: {of: score}。',
  RANK_WITHOUT_PLACES: () => '“rank”本身不产生分数或金额。请加 places；要名次的数，用 placeOf。',
  PLACES_FORM: (params) => `名次“${params['key'] ?? ''}”的写法不对。请写 1、2..5、-1 或 -3..-1（由小到大，0 不是名次）。`,
  PLACES_OVERLAP: (params) => `名次 ${params['key'] ?? ''} 与 ${params['other'] ?? ''} 重叠。请使每个名次只有一个数。`,
  TIERS_ORDER: () => '分档要由小到大，rest 在最后。请调整次序。',
  TABLE_ORDER: () => '这一行前面的行已经包括，永远轮不到。请调整次序（upTo、below 由小到大，from 由大到小，rest 在最后）。',
  LIMITS_CROSSED: (params) => `下限 ${params['floor'] ?? ''} 高于上限 ${params['cap'] ?? ''}。请改其中一个。`,
  WEIGHT_SUM: (params) => `权重之和是 ${params['sum'] ?? ''}，应为 1。请改正权重；确实不为 1 的，加 weights: free。`,
  CASE_UNREACHABLE: (params) => `前面的情形没有条件，第 ${params['number'] ?? ''} 种情形永远轮不到。请把没有条件的放在最后。`,
  CASE_OPEN: () => '最后没有“其余情形”，都不成立时没有结果。请加 {then: …}。',
  FOLD_UNKNOWN: () => '折算要知道每一部分的满分，有的部分没有。请给该部分加 cap，或去掉 fold。',
  SCALE_EXCEEDED: (params) => `各部分满分合计 ${params['full'] ?? ''}，超过总分 ${params['scale'] ?? ''}。请改分值，或加 cap。`,
  JUDGING_MISSING: () => '写了 rows，没有写怎样评判。请加 judging，如 judging: {missing: zero}。',
  STATUS_UNKNOWN: (params) =>
    `“${params['word'] ?? ''}”不是完成状态。请用 已完成、按序推进、进度滞后、未启动（${params['known'] ?? ''}）。`,
  OUT_MISSING: () => '没有写给出什么。请加 out: points/100、out: 万元 或 out: notice。',
  GRADES_ORDER: (params) =>
    `等次要由高到低：“${params['grade'] ?? ''}”的下限 ${params['from'] ?? ''} 不低于“${params['before'] ?? ''}”的 ${params['bound'] ?? ''}。请改正下限。`,
  GRADES_OPEN: (params) => `最低一等“${params['grade'] ?? ''}”从 ${params['from'] ?? ''} 起，再低就没有等次。请加一等，下限写 0。`,
  GRADE_UNKNOWN: (params) =>
    `没有“${params['grade'] ?? ''}”这个等次${params['known'] === '' ? '，也没有写 grades' : `（有：${params['known'] ?? ''}）`}。${params['nearest'] === '' || params['nearest'] === undefined ? '请改正。' : `是不是“${params['nearest']}”？`}`,
  QUOTA_RANGE: (params) => `“${params['grade'] ?? ''}”的名额比例是 ${params['share'] ?? ''}，应大于 0、不大于 1。15% 请写 0.15 或 15%。`,
  QUOTA_WITHOUT_GRADES: () => '写了名额，没有写等次。请加 grades。',
  VETO_EMPTY: () => '一票否决没有写后果。请加 give、grade 或 bar。',
  STREAK_CIRCULAR: () => '“streak”看的名次正是由这一部分得出的，无从计算。请写到 notices 或 veto 中，或看另外的 rank。',
  STREAK_WITHOUT_RANK: () => '“streak”要有名次可看，本办法不排名。请加 rank。',
  ZERO_SUM_POINTS: () => '收支平衡只用于金额。请把 out 写成 万元，或去掉 zeroSum。',
  CLAUSE_UNKNOWN: (params) =>
    `原文中没有“${params['clause'] ?? ''}”这一条${params['known'] === '' ? '，也没有写 text' : `（有：${params['known'] ?? ''}）`}。请改正条款号。`,
  CLAUSE_TWICE: (params) => `条款号“${params['clause'] ?? ''}”写了两次。请改其中一个。`,
  CLAUSE_UNUSED: (params) => `“${params['clause'] ?? ''}”没有对应的规则。`,
  RULE_WITHOUT_CLAUSE: (params) => `${params['path'] ?? ''} 没有写依据哪一条。`,
};

/** What stands there, in words a clerk knows. */
function valueText({ read, value = '' }: SchemeParams): string {
  if (read === 'blank') return '空白';
  if (read === 'list') return value === '[]' ? '空的列表' : `一个列表 ${value}`;
  if (read === 'map') return value === '{}' ? '空的 {}' : `几个“词: 内容” ${value}`;
  return `“${value}”`;
}

const readText = (params: SchemeParams): string => `读到的是${valueText(params)}`;

/** What the figure is, and why a minus in front of it is none of its own. */
const NEVER_NEGATIVE: Readonly<Record<string, string>> = {
  dead: '（不计的幅度）',
  gain: '（每变好一个单位加的分）',
  loss: '（每变差一个单位扣的分，扣分不用写负号）',
  rate: '（每变好一个单位加的分，变差自然为扣）',
  share: '（满分）',
  total: '（满分）',
  late: '（迟报扣的分，扣分不用写负号）',
  pool: '（资金总额）',
  weighted: '的权重',
  vs: '（比较的对象）',
};

const HEAD_SHAPES: Readonly<Record<string, string>> = {
  id: '请写一个词，中间不空格，如 pingfen-2026。',
  kind: '请用 scoring（评分）、ranking（排名）、money（奖惩资金）或 notice（告知）。',
  text: '请写成列表，如 - {id: 第一条, text: …}。',
  from: '请写年份、月份或日期，如 2024、2024-07 或 2024-07-01。',
  measures: '请写如 {dust: {better: less}}，better 为 less 或 more。',
  params: '请写如 {k: 18} 或 {k: {重点: 2, default: 1}}。',
  targets: '请写如 {pm25: 32} 或 {pm25: {甲镇: 30, default: 32}}。',
  subjects: '请写名称，或 {kinds: […], classes: […], units: […]}；kinds 为 district、department、town、park。',
  year: '请写四位年份。',
  known: '请写成句子的列表。',
  assumed: '请写成句子的列表。',
};

export const schemeProblemSentence = (code: string, params: SchemeParams): string => PROBLEM_SENTENCES[code]?.(params) ?? code;
