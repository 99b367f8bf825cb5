/** Words of 审计记录. */
export const logText = {
  acts: {
    templates: '生成',
    import: '入库',
    typed: '手工录入',
    adopt: '采用',
    withdraw: '撤回',
    restore: '恢复',
    answer: '答复问题',
    consent: '同意不涉及',
    unconsent: '撤回同意不涉及',
    receipt: '登记收到',
    extend: '延期',
    waive: '免于迟报扣分',
    unextend: '撤销延期',
    unwaive: '撤销免于迟报扣分',
    review: '审核',
    sent: '发出',
    unsent: '撤销发出',
    figure: '认定数',
    target: '目标调整',
    decide: '认定表述不一致',
    setting: '更改设置',
    enter: '录入',
    run: '保存计算',
    other: '改动',
  },
  form: '填报表',
  none: '无',
  unsaid: '没有同意',
  consented: '同意',
  letOff: '免扣',
  counts: '采用',
  kept: '留存，未采用',
  noVersion: '不采用任何一版',
  district: '本区',
  version: (version: number | null, number: number | null): string =>
    `${version === null ? '' : `第 ${version} 版`}${number === null ? '' : `（收件号 ${number}）`}`,
  received: (number: number | null): string => (number === null || number === 0 ? '' : `（收件号 ${number}）`),
  since: (day: string): string => `（自 ${day} 起）`,
  ofYear: (year: string): string => (year === '' ? '' : `${year} 年度得分`),
  run: (id: number | null): string => (id === null ? '' : `第 ${id} 号`),
} as const;

const KINDS: Readonly<Record<string, string>> = {
  'work.create': '新建工作库',
  'work.migrate': '升级工作库',
  'register.adopt': '升级时登记收件',
  'schemes.carry': '升级时沿用办法',
  'plan.import': '导入方案文件',
  'year.open': '开启年度',
  'year.change': '调整年度',
  'year.cancel': '取消开启年度',
  'year.final': '定稿',
  'year.reopen': '重新开启年度',
  'year.archive': '归档',
  'schemes.add': '加入办法',
  'schemes.begin': '起草办法',
  'schemes.copy': '复制办法',
  'schemes.edit': '修改办法',
  'schemes.approve': '审定办法',
  'schemes.retire': '停用或恢复办法',
  'ranking.add': '加入排名办法',
  'stations.set': '登记站点',
  'stations.assign': '归入站点',
  'stations.import': '导入站点登记',
  'sources.rule': '更改来源的判读规则',
  'events.add': '登记例外事件',
  'events.decide': '认定例外事件',
  'events.import': '导入例外事件',
  'events.undo': '撤销例外事件的改动',
  'events.withdraw': '撤回例外事件',
  'outlines.import': '导入轮廓',
  'outlines.remove': '移除轮廓',
};

/** What an event of this kind is called; undefined for one that has its own sentence. */
export const logKindText = (kind: string): string | undefined => KINDS[kind];

export interface LogLine {
  readonly at: string;
  readonly by: string;
  readonly recordedBy: string | null;
  readonly act: string;
  readonly object: string;
  readonly year: number | null;
  readonly unit: string | null;
  readonly item: string | null;
  readonly before: string | null;
  readonly after: string | null;
  readonly reason: string | null;
}

/** Who, when, what, before and after, why. */
export function logSentence(line: LogLine): string {
  const { at, by, recordedBy, act, before, after, reason } = line;
  const what = logObject(line);
  const change = after === null ? '' : before === null ? `：${after}` : `：${before} → ${after}`;
  const why = reason === null || reason === '' ? '' : `；理由：${reason}`;
  const recorded = recordedBy === null ? '' : `（${recordedBy}记录）`;
  return `${at.slice(0, 10)} ${at.slice(11, 16)}　${by}${recorded}　${act}${what === '' ? '' : `　${what}`}${change}${why}。`;
}

/** Words of the page 审计记录. */
export const logPageText = {
  title: '审计记录',
  hint: '谁在什么时候改动了什么、为什么；新的在前。记录只增不改，核验时与数据逐一比对。',
  open: '审计记录',
  table: '审计记录',
  none: '还没有记录',
  noMatch: '没有符合条件的记录',
  clear: '清除筛选',
  count: (shown: number, total: number): string => (shown === total ? `共 ${total} 条` : `${shown} 条（共 ${total} 条）`),
  filters: { unit: '单位', allUnits: '全部单位', person: '人', allPersons: '所有人', from: '自', to: '至' },
  columns: {
    day: '日期',
    time: '时间',
    by: '人',
    act: '事项',
    object: '对象',
    change: '之前→之后',
    reason: '理由',
  },
  change: (before: string | null, after: string | null): string => (after === null ? '' : before === null ? after : `${before} → ${after}`),
  recordedBy: (by: string, recorder: string): string => `${by}（${recorder}记录）`,
} as const;

/** What an event was about: unit, year, row, and what else it names. */
export const logObject = ({ unit, year, item, object }: Pick<LogLine, 'unit' | 'year' | 'item' | 'object'>): string =>
  [unit, year === null ? null : `${year} 年`, item === null ? null : `“${item}”`, object === '' ? null : object]
    .filter((part) => part !== null)
    .join(' ');
