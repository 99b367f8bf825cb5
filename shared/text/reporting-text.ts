/** Words of 收件: how a unit stands, when its return came, what the office says of it. */

export type UnitStateName = 'missing' | 'empty' | 'received' | 'returned' | 'toReview' | 'passed' | 'final';

const STATES: Readonly<Record<UnitStateName, string>> = {
  missing: '未报',
  empty: '空表',
  received: '已收',
  returned: '退回',
  toReview: '待核',
  passed: '通过',
  final: '定稿',
};

export const unitStateText = (state: UnitStateName): string => STATES[state];

export interface MarkedUnit {
  readonly late: boolean;
  readonly extension: { readonly until: string } | null;
  readonly waiver: object | null;
  readonly errors: number;
  readonly held: number;
  readonly changes: number;
  readonly number: number | null;
  readonly receipt: object | null;
}

/** Marks beside the state: 迟报, 延期至 …, 错误 n, 待确认 n, 通过后改动 n, 收到日期未登记. */
export const unitMarkTexts = (unit: MarkedUnit): string[] => [
  ...(unit.late ? [unit.waiver === null ? '迟报' : '迟报，免于扣分'] : []),
  ...(unit.extension === null ? [] : [`延期至 ${unit.extension.until}`]),
  ...(unit.errors === 0 ? [] : [`错误 ${unit.errors}`]),
  ...(unit.held === 0 ? [] : [`待确认 ${unit.held}`]),
  ...(unit.changes === 0 ? [] : [`通过后改动 ${unit.changes} 处`]),
  ...(unit.number !== null && unit.receipt === null ? ['收到日期未登记'] : []),
];

export interface CountedUnits {
  readonly states: Readonly<Record<UnitStateName, number>>;
  readonly total: number;
}

/** 未报 1，空表 2，待核 48: in the order in which a return goes; states without a unit are left out. They sum to all units. */
export const stateCountsText = ({ states }: CountedUnits): string =>
  (Object.keys(STATES) as UnitStateName[])
    .filter((state) => states[state] > 0)
    .map((state) => `${STATES[state]} ${states[state]}`)
    .join('，');

export const receiptText = ({ on, via }: { readonly on: string; readonly via: string }): string => `${on}（${via}）`;

/** 审核: what was said of a unit. */
export const reviewActText = (act: 'passed' | 'returned' | 'open'): string =>
  act === 'passed' ? '审核通过' : act === 'returned' ? '退回' : '撤销审核';

export const deadlineKindText = (kind: 'waiver' | 'extension'): string => (kind === 'waiver' ? '免于迟报扣分' : '延期');

type Params = Readonly<Record<string, string | number>>;

const STATE_PROBLEMS: Readonly<Record<string, string>> = {
  missing: '还没有报送',
  empty: '报来的是空表',
  unsaid: '还没有审核过',
};

/** Why something about receipts, deadlines, reviews and sendings could not be done. */
export const reportingFailures: Readonly<Record<string, (p: Params) => string>> = {
  RECEIPT_DAY: (p) =>
    p['problem'] === 'early'
      ? `收到日期 ${p['date']} 早于 ${p['year']} 年，不会是 ${p['year']} 年度填报表的收到日期。请核对日期。`
      : `收到日期 ${p['date']} 晚于今天（${p['today']}）。请核对日期。`,
  DEADLINE_UNTIL: (p) =>
    p['problem'] === 'early'
      ? `${p['unit']}延期至 ${p['date']}，不晚于本来的截止日 ${p['due']}。请写晚于截止日的日期。`
      : p['problem'] === 'unasked'
        ? `免于扣分和撤销都不写延期日期。请去掉日期，或改为延期。`
        : `请写明${p['unit'] ?? '单位'}延期到哪一天。`,
  DEADLINE_NONE: (p) => `${p['unit']}没有${p['kind'] === 'extension' ? '延期' : '免于迟报扣分'}，不用撤销。请核对单位。`,
  UNIT_NOT_ASKED: (p) => `${p['unit']}在 ${p['year']} 年度不用报送填报表。请核对单位，或在年度中调整报送单位。`,
  REVIEW_WHOM: () => '请写明审核哪些单位，或只写“全部没有待处理问题的单位”；后者只能审核通过。',
  REVIEW_OPEN: (p) => `${p['unit']}还有 ${p['open']} 个待处理的问题，不能审核通过。请先在问题清单中逐个答复，或退回单位。`,
  REVIEW_NOTHING: (p) => `${p['unit']}${STATE_PROBLEMS[String(p['problem'])] ?? ''}，不能这样审核。请核对单位。`,
  REVIEW_NONE: () => '没有待核的单位。请先收件，并答复待处理的问题。',
  SENT_NO_FORM: (p) => `还没有为${p['unit']}生成 ${p['year']} 年填报表，不能登记发出。请先生成填报表。`,
  SENT_DAY: (p) =>
    p['problem'] === 'ahead'
      ? `发出日期 ${p['date']} 晚于今天（${p['today']}）。请核对日期。`
      : '登记发出要写明发出日期和途径。请补上后重试。',
  SENT_NONE: (p) => `${p['unit']}没有登记过 ${p['year']} 年填报表的发出，不用撤销。请核对单位。`,
};

/** How the check names a row. */
export const reportingPlaceText = {
  receipt: ({ number, receivedOn }: { readonly number: number; readonly receivedOn: string }): string =>
    `收件号 ${number} 的收到日期 ${receivedOn}`,
  deadline: (
    unit: string,
    { year, kind, given }: { readonly year: number; readonly kind: 'waiver' | 'extension'; readonly given: boolean },
  ): string => `${unit} ${year} 年${given ? '' : '撤销'}${deadlineKindText(kind)}`,
  review: (unit: string, { year, act }: { readonly year: number; readonly act: 'passed' | 'returned' | 'open' }): string =>
    `${unit} ${year} 年${reviewActText(act)}`,
  sending: (unit: string, { year, act }: { readonly year: number; readonly act: 'send' | 'undo' }): string =>
    `${unit} ${year} 年填报表${act === 'send' ? '发出' : '撤销发出'}`,
} as const;
