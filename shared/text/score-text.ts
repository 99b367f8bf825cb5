/** Sentences on scores and on air data that do not suffice. Codes and params come from the assessment and the ranking. */

export type TextParams = Readonly<Record<string, string>>;

/** How one figure got its points. */
export function ruleText(code: keyof typeof RULE_TEXTS, params: TextParams): string {
  return RULE_TEXTS[code](params);
}

export function stateText(state: keyof typeof STATE_TEXTS): string {
  return STATE_TEXTS[state];
}

/** 完成状态 in words; an unknown word comes back as it is. */
export function statusText(status: string): string {
  return new Map<string, string>(Object.entries(STATUS_TEXTS)).get(status) ?? status;
}

/** A printed target with its unit behind it, unless it names the unit itself (90%以上). */
export const targetText = (printed: string, unit: string): string => (printed.includes('%') ? printed : `${printed}${unit}`);

/** Why a town is not ranked or scored on air: NO_DATA, MONTH_DAYS_SHORT (month), YEAR_DAYS_SHORT, with validDays and required where known. */
export function insufficientText(code: string, params: TextParams): string {
  const text = INSUFFICIENT_TEXTS.get(code);
  return text === undefined ? `有效监测数据不足（${code}）` : text(params);
}

/** 完成情况 of a row: rows that do not count because there is nothing to judge them by are not 不涉及. */
export function rowStateText(row: {
  readonly state: keyof typeof STATE_TEXTS;
  readonly figures: readonly { readonly rule: { readonly params: TextParams } }[];
}): string {
  const reasons = new Set(row.figures.map((figure) => figure.rule.params['reason'] ?? ''));
  const [only] = reasons;
  const untargeted = row.state === 'notApplicable' && reasons.size === 1 ? UNTARGETED_STATES.get(only ?? '') : undefined;
  return untargeted ?? stateText(row.state);
}

const UNTARGETED_STATES: ReadonlyMap<string, string> = new Map([
  ['noTarget', '无目标'],
  ['pending', '目标待定'],
  ['text', '不评定'],
]);

const STATE_TEXTS = { met: '达标', unmet: '未达标', missing: '缺数据', notApplicable: '不涉及', noOccurrence: '无发生，视为完成' } as const;

const STATUS_TEXTS = { done: '已完成', onTrack: '按序推进', behind: '进度滞后', notStarted: '未启动', notApplicable: '不涉及' } as const;

const RULE_TEXTS = {
  met: (params: TextParams) => `完成值${quantity(params, 'value')}，达到目标${target(params)}，得满分${standIn(params)}。`,
  proportional: (params: TextParams) =>
    `完成值${quantity(params, 'value')}，未达到目标${target(params)}，按完成值÷${divisor(params)}得${percent(params)}${standIn(params)}。`,
  proportionalInverse: (params: TextParams) =>
    `完成值${quantity(params, 'value')}，${params['bound'] === undefined ? '超出' : '未达到'}目标${target(params)}，按${divisor(params)}÷完成值得${percent(params)}${standIn(params)}。`,
  zeroTargetExceeded: (params: TextParams) =>
    `完成值${quantity(params, 'value')}，目标为${target(params)}，${params['bound'] === undefined ? '超出' : '达不到'}即不得分${standIn(params)}。`,
  noOccurrence: (params: TextParams) =>
    params['consentBy'] === undefined
      ? `全年没有发生此类情形（分母为0），视为完成，得满分${standIn(params)}。`
      : `${consented(params)}；按全年没有发生此类情形，视为完成，得满分${standIn(params)}。`,
  status: (params: TextParams) =>
    `完成状态为“${statusName(params)}”，得${trimmed(params['percent']) === '100' ? '满分' : percent(params)}${standIn(params)}。`,
  onTime: (params: TextParams) => `${day(params['date'])}完成，在时限内（${params['target'] ?? ''}完成），得满分${standIn(params)}。`,
  late: lateText,
  missing: missingText,
  notApplicable: (params: TextParams) =>
    UNCOUNTED.get(params['reason'] ?? '')?.(params) ?? `${consented(params)}；不计入满分，总分折算${standIn(params)}。`,
  penaltyLate: (params: TextParams) =>
    `填报日期${day(params['reportedOn'])}，晚于报送截止日${day(params['due'])}，从总分中扣${trimmed(params['points'])}分。`,
  penaltyLateReceived: (params: TextParams) =>
    `收到日期${day(params['receivedOn'])}，晚于报送截止日${day(params['due'])}，从总分中扣${trimmed(params['points'])}分。`,
  penaltyWaived: (params: TextParams) =>
    `${day(params['day'])}报送，晚于截止日${day(params['due'])}，本应扣${trimmed(params['points'])}分；${params['by'] ?? ''}同意免于扣分（${params['reason'] ?? ''}），不扣分。`,
} as const satisfies Record<string, (params: TextParams) => string>;

/** Of a ＞ or ＜ target the first value that meets it: the limit itself does not. */
const divisor = (params: TextParams): string => (params['bound'] === undefined ? '目标值' : `达标的界限${quantity(params, 'bound')}`);

/** Why a figure does not count, where it is not the unit that says so. */
const UNCOUNTED: ReadonlyMap<string, (params: TextParams) => string> = new Map([
  ['noTarget', (params: TextParams) => `没有${params['year'] ?? '本'}年的目标，不计入满分。`],
  ['pending', (params: TextParams) => `${params['year'] ?? '本'}年目标待定，定下之前不计入满分。`],
  ['text', () => '目标只有文字，不能按监测值判定，不计入满分。'],
]);

function lateText(params: TextParams): string {
  const limit = `时限（${params['target'] ?? ''}完成）`;
  if (params['date'] !== undefined) return `${day(params['date'])}完成，晚于${limit}，得${percent(params)}${standIn(params)}。`;
  if (params['status'] === 'done')
    return `填报为“已完成”但没有写完成日期，不能证明在${limit}内，按逾期完成得${percent(params)}；补报完成日期后重新计算${standIn(params)}。`;
  return `${limit}已过，完成状态为“${statusName(params)}”，得${percent(params)}${standIn(params)}。`;
}

/** A value that waits for confirmation, as the preview shows it. */
export const heldText = (value: string): string => `${value}（待确认）`;

/** What is missing, where, and what to do about it. */
function missingText(params: TextParams): string {
  const reporter = params['reporter'] ?? '填报单位';
  const after = '，得0分';
  switch (params['reason']) {
    case 'noReturn':
      return `${reporter}没有报送填报表${after}；请催报，导入后重新计算。`;
    case 'partMissing':
      return `${reporter}只填了分子、分母中的一个${after}；请补齐分子和分母。`;
    case 'zeroDenominator':
      return `${reporter}填的分母为0，无法计算比率${after}；请核实分母或书面说明。`;
    case 'erroneous':
      return `${reporter}填报的${place(params)}有错误，本行未定${after}；请改正后重新导入。`;
    case 'held':
      return `${reporter}填报的${place(params)}待确认，本行未定${after}；请与填报单位核实后确认或更正。`;
    case 'exemptionAsked':
      return `${reporter}申请不涉及（${place(params)}），待主管部门同意；同意之前按缺数据处理${after}。没有发生的请改填0。`;
    case 'NO_DATA':
    case 'MONTH_DAYS_SHORT':
    case 'YEAR_DAYS_SHORT':
      return `${reporter}：${insufficientText(params['reason'], params)}${after}。`;
    default:
      return `${reporter}的填报表中此项空白${after}；请补填后重新导入。`;
  }
}

/** 主管部门（张三）已同意不涉及：理由 */
const consented = (params: TextParams): string =>
  `主管部门（${params['consentBy'] ?? ''}）已同意不涉及：${(params['consentReason'] ?? '').replace(/[。；]+$/u, '')}`;

/** 指标填报!H5“无”, and how many more such cells the row has. */
function place(params: TextParams): string {
  const cell = `${params['sheet'] ?? ''}!${params['cell'] ?? ''}${params['raw'] === '' ? '' : `“${params['raw'] ?? ''}”`}`;
  return (params['others'] ?? '0') === '0' ? cell : `${cell}等${Number(params['others']) + 1}处`;
}

const INSUFFICIENT_TEXTS: ReadonlyMap<string, (params: TextParams) => string> = new Map([
  ['NO_DATA', () => '没有有效的PM2.5日均值'],
  [
    'MONTH_DAYS_SHORT',
    (params: TextParams) =>
      params['month'] === undefined
        ? `有的月份有效天数不足27天（2月25天）${total(params)}`
        : `${month(params['month'])}有效${params['validDays'] ?? ''}天，少于${params['required'] ?? ''}天`,
  ],
  ['YEAR_DAYS_SHORT', (params: TextParams) => `全年有效${params['validDays'] ?? ''}天，少于${params['required'] ?? '324'}天`],
]);

const total = (params: TextParams): string => (params['validDays'] === undefined ? '' : `，全年有效${params['validDays']}天`);

/** 39微克/立方米, 81.3%, ≥81.3%: number and unit without a space between, as the plan prints them. */
const quantity = (params: TextParams, key: string): string => `${params[key] ?? ''}${params['unit'] ?? ''}`;

const target = (params: TextParams): string => targetText(params['target'] ?? '', params['unit'] ?? '');

const percent = (params: TextParams): string => `本项分值的${trimmed(params['percent'])}%`;

/** Without trailing zeros behind the point. */
const trimmed = (number: string | undefined): string => (number ?? '').replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '');

const statusName = (params: TextParams): string => statusText(params['status'] ?? '');

/** The answer of another lead unit counts because the first-named one gave none that can be used. */
const standIn = (params: TextParams): string =>
  params['settled'] !== undefined
    ? `（按上级认定，${params['settled']}）`
    : params['insteadOf'] === undefined
      ? ''
      : `（${params['insteadOf']}没有可用的填报，采用${params['reporter'] ?? '其他牵头单位'}所报）`;

function day(iso: string | undefined): string {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(iso ?? '');
  return match === null ? (iso ?? '') : `${match[1]}年${Number(match[2])}月${Number(match[3])}日`;
}

function month(iso: string): string {
  const match = /^(\d{4})-(\d\d)$/.exec(iso);
  return match === null ? iso : `${Number(match[2])}月`;
}
