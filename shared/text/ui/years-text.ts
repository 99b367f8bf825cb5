/** Words of 年度与目标 and of its part 年度. */
export const yearsText = {
  tabs: { year: '年度', targets: '目标', compare: '多年对照', conflicts: '表述不一致', plan: '方案与清单' },
  tabCount: (name: string, count: number): string => (count === 0 ? name : `${name}（${count}）`),
  facts: (number: string, measures: number, items: number, units: number): string =>
    [`依据 ${number}`, `指标 ${measures} 项`, items === 0 ? '没有年度事项清单' : `年度事项 ${items} 项`, `报送单位 ${units} 个`].join('　'),
  reload: '正在读取年度…',

  finalLine: (year: number, day: string, by: string): string => `${year}年度已定稿（${day}，${by}）`,
  archivedLine: (year: number, day: string, by: string): string => `${year}年度已归档（${day} 定稿，${by}）`,
  reopen: '重新开启…',

  /** Parts of what is decided about a year; also what a change names. */
  parts: {
    list: '年度事项清单',
    scheme: '评分办法',
    due: '年报截止',
    rounds: '报送轮次',
    roundsDue: '各轮截止',
    units: '报送单位',
    targets: '目标来源',
  } as Readonly<Record<string, string>>,
  listValue: (title: string, items: number, document: string): string => `${title}（${items} 项，${document}）`,
  listNone: '没有本年度的清单',
  listNoneHint: '没有清单也可以开启；清单下发后在“方案与清单”导入，即按它填报和评分。',
  schemeValue: (title: string, number: number): string => `${title} 第${number}版`,
  schemeNone: '未选定',
  schemeNoneHint: '没有适用本年度的评分办法，可以先开启收集，评分前再选定。',
  demonstration: '示范',
  demonstrationHint: '示范办法没有经过审定，可以试算；定稿前应当换成审定的办法。',
  dueNone: '未定',
  unitsOfKind: (kind: string, count: number): string => `${kind} ${count} 个`,
  unitsNone: '没有报送单位',
  unitsEdit: '选择报送单位',
  unitsAll: (kind: string): string => `${kind}全选`,
  unitsNoneOf: (kind: string): string => `${kind}全不选`,
  roundsMissing: '至少选一种轮次',
  roundsDueEdit: '各轮截止（可以不填）',
  roundName: (key: string): string => roundName(key),
  join: '、',
} as const;

/** 2026-Q1 → 第1季度, 2026-03 → 3月. */
function roundName(key: string): string {
  const quarter = /-Q(\d)$/.exec(key)?.[1];
  if (quarter !== undefined) return `第${quarter}季度`;
  return `${Number(/-(\d\d)$/.exec(key)?.[1] ?? '0')}月`;
}

/** Words of opening a year. */
export const openingText = {
  title: (year: number): string => `开启 ${year} 年度`,
  button: '开启年度…',
  confirm: '开启年度',
  done: (year: number): string => `已开启 ${year} 年度，可以生成填报表发给各单位了。`,
  open: (count: number): string => `还有 ${count} 项指标没有选定目标，须选定后才能开启`,
  ready: '目标都已选定，可以开启',
  listChoose: '选择清单文件…',
  listOther: '换一份…',
  listForget: '不用这份',
  listChooseHint: '年度事项清单的工作簿，开启时一并入库',
  listDocument: (file: string): string => `${file} 的文号（不写用清单标题）`,
  listDocumentPlaceholder: '如 渝环〔2026〕3号',
  listWrong: (count: number): string => `清单文件有 ${count} 处错误，改正后才能按它开启`,
  basis: (year: number): string => `开启 ${year} 年度时定下`,
  targets: (count: number): string => `目标（${count} 项没有印发的目标，逐项选择来源）`,
  targetsPrinted: (count: number): string => `目标（${count} 项都有印发的目标）`,
  rest: { carry: '其余沿用', interpolate: '其余插值' },
  restHint: { carry: '没有选的都沿用上一年度的目标', interpolate: '没有选的，前后年度都有数值的按插值' },
  clear: '全部重选',
  columns: { name: '指标', year: (year: string): string => `${year}年`, source: '来源' },
  choose: '请选择来源',
  chooseFor: (name: string): string => `${name}的目标来源`,
  options: {
    carry: (printed: string, years: readonly number[]): string => `沿用 ${printed}（${years.join('、')}年）`,
    interpolate: (printed: string, years: readonly number[]): string => `插值 ${printed}（${years.join('、')}年）`,
    carryNone: '沿用（以前年度没有目标）',
    interpolateNone: '插值（前后年度没有可比的数值）',
    entered: '录入…',
    none: '不考核',
  },
  entered: (name: string): string => `${name}的目标`,
  enteredAs: (text: string): string => `录入 ${text}`,
  enteredPlaceholder: '如 31、30～35、完成下达任务',
  pending: '待定',
  notJudged: '不考核',
  notSet: '—',
  nameWithUnit: (name: string, unit: string): string => (unit === '' ? name : `${name}（${unit}）`),
  fromPlan: '方案印发',
  summary: (parts: readonly string[]): string => parts.join('，'),
  summaryOf: {
    printed: (count: number): string => `印发 ${count} 项`,
    carry: (count: number): string => `沿用 ${count} 项`,
    interpolate: (count: number): string => `插值 ${count} 项`,
    entered: (count: number): string => `录入 ${count} 项`,
    none: (count: number): string => `不考核 ${count} 项`,
  },
  notPossible: '开不了：',
} as const;

/** Words of a year that is open. */
export const heldText = {
  title: (year: number): string => `${year} 年度`,
  state: '状态',
  opened: '开启',
  openedBy: (day: string, by: string): string => `${day} ${by}`,
  targets: '目标',
  targetsOpen: '逐项查看',
  final: '定稿',
  finalBy: (day: string, by: string, run: number): string => `${day} ${by}，按第 ${run} 号计算记录`,
  archive: '归档',
  archiveAct: '归档…',
  despite: (text: string): string => `定稿时的说明：${text}`,
  signedWith: '定稿时未处理：',
  change: '调整…',
  cancel: '取消开启…',
  sign: '定稿…',
  history: '经过',
  historyColumns: { at: '时间', act: '事项', changed: '改动', reason: '理由', by: '操作人' },
  standing: (count: number): string => (count === 0 ? '定稿前没有未处理的事项' : `定稿前还有 ${count} 项`),
  years: '各年度',
  yearColumns: { year: '年度', state: '状态', targets: '附件目标', items: '清单', due: '年报截止', final: '定稿' },
  printed: '有',
  notPrinted: '无',
  itemsValue: (count: number): string => `${count} 项`,
} as const;

/** Words of the dialogs about a year. */
export const yearDialogText = {
  changeTitle: (year: number): string => `调整 ${year} 年度`,
  changeConfirm: '调整',
  changeDone: (year: number): string => `已调整 ${year} 年度。`,
  changeNothing: '还没有改动',
  list: '年度事项清单',
  listNone: '不用清单',
  unitCount: (count: number): string => `${count} 个`,
  unitsChanged: (count: number, added: readonly string[], gone: readonly string[]): string =>
    [
      `${count} 个`,
      ...(added.length === 0 ? [] : [`增加 ${added.join('、')}`]),
      ...(gone.length === 0 ? [] : [`不再报送 ${gone.join('、')}`]),
    ].join('，'),

  cancelTitle: (year: number): string => `取消开启 ${year} 年度`,
  cancelConfirm: '取消开启',
  cancelDone: (year: number): string => `${year} 年度已回到未开启。`,
  cancelEffect: '还没有收到填报表，可以取消。已经发出的填报表作废；开启时的选择留在经过中，重新开启时再选一次。',

  reopenTitle: (year: number): string => `重新开启 ${year} 年度`,
  reopenConfirm: '重新开启',
  reopenDone: (year: number): string => `${year} 年度已重新开启，可以改动；改动后须重新定稿。`,
  reopenEffect: (run: number): string =>
    `定稿的第 ${run} 号计算记录原样保留。重新开启后可以收件、更正和调整目标，得分随之重算为试算；改完须重新定稿，已印发的文件须核对。`,
  reopenArchived: '本年度已归档：重新开启后归档与年度不再相符，改完须重新定稿、重新归档。',

  archiveTitle: (year: number): string => `归档 ${year} 年度`,
  archiveConfirm: '归档',
  archiveDone: (year: number): string => `${year} 年度已标记为归档。`,
  archiveEffect: '归档只作标记，不生成归档文件。归档后本年度仍可查看和打印；要改动须重新开启，归档即与年度不再相符。',
  stateChange: '状态',
  reopened: '按收件和核实情况重新判定',

  signTitle: (year: number): string => `定稿 ${year} 年度`,
  signConfirm: '定稿',
  signDone: (year: number): string => `${year} 年度已定稿。`,
  signEffect: '定稿后本年度的填报、目标、决定和年度设置都不能再改，得分以所选的计算记录为准；需要更正时可以重新开启。',
  runs: '按哪一次试算定稿',
  run: (id: number, at: string, by: string): string => `第 ${id} 号　${at}　${by}`,
  runCurrent: '与现在的数据一致',
  runStale: '之后数据或办法有变化，不能按它定稿',
  runsNone: '还没有可以定稿的试算。',
  makeRun: '按现在的数据存为试算',
  chooseRun: '请选择一次试算',
  blockers: (count: number): string => `还有 ${count} 项没有处理`,
  blockersNone: '没有未处理的事项。',
  despite: '仍要定稿的说明',
  despiteHint: '说明和上面的事项一并记录。',
  despiteMissing: '有未处理的事项，须写明仍要定稿的说明',
  doors: { missing: '去收件', errors: '看问题', pending: '去定目标', demonstration: '换办法' } as Readonly<Record<string, string>>,
} as const;
