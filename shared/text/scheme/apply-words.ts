type Kind = 'manual' | 'param' | 'event';
type State = 'value' | 'missing' | 'notApplicable' | 'none';

/** Words of what is entered for a scheme. */
export const schemeInputText = {
  kind: (kind: Kind): string => ({ manual: '评审分', param: '参数', event: '事件' })[kind],
  eventAllowed: '“是”或“否”',
  numberAllowed: '数字，或“不涉及”',
} as const;

/** Words of `schemes apply`, `schemes account`, `schemes enter` and `schemes inputs`. */
export const schemeApplyText = {
  describe: {
    apply: '把办法用于工作库：各对象的得分、等次、名次、金额、告知，逐格可查',
    account: '办法的年度账：逐期金额、合计，按年清算的另列全年数和清算差额',
    enter: '录入办法所需的评审分、参数、事件',
    inputs: '列出各办法已录入的评审分、参数、事件',
    scheme: '办法编号，或办法文件（.yml）',
    rule: '文件中有几个办法时用哪一个',
    period: '时段：2026-07、2026-Q3、2026-H1、2026-01..2026-07',
    year: '年度',
    explain: '写出每个数怎样得来，直到文件、工作表、单元格',
    unit: '单位名称（区本级写区名）',
    onlyUnit: '只看这个单位',
    subjects: '代替办法抬头的对象：单位类别、分组、单位名称等，用顿号分开',
    unitAll: '单位名称（区本级写区名）；不写的对办法的所有对象都算',
    kind: 'manual 评审分、param 参数、event 事件',
    name: '名称，schemes inputs 列出的名称；指标的比较数写作 PM2.5目标、PM10上年同期 等（kind 用 param）',
    value: '数值；事件写 是 或 否；不涉及的写“不涉及”；写“撤回”取消已录入的',
    document: '依据（文件、文号、评审记录）',
    schemeId: '办法编号',
  },
  withdraw: '撤回',
  oneOfBoth: '--period <时段> 或 --year <年度>（写一个）',
  kindInvalid: '应为 manual、param 或 event',
  title: (title: string, number: number | null, period: string): string =>
    `${title}${number === null ? '' : `（第 ${number} 版）`}　${period}`,
  demonstration: '示范：本办法没有审定，结果只供试算。',
  sample: '含示例数据。',
  unknownNames: (names: readonly string[]): string => `办法中的“${names.join('、')}”不是本工作库的单位，没有用上。`,
  remedies: '缺什么、怎样补',
  remedy: (names: readonly string[], count: number, lack: string, remedy: string): string =>
    `  ${names.join('、')}${count > names.length ? `等 ${count} 个` : ''}：${lack}${remedy === '' ? '' : `。${remedy}`}。`,
  lackWithRemedy: (lack: string, remedy: string): string => (remedy === '' ? lack : `${lack}（${remedy}）`),
  emptyGroups: (groups: readonly string[]): string =>
    `办法中的组别“${groups.join('、')}”没有一个对象：请在办法的 groups 中用 units 列出单位，或在机构名单中填写考核分类。`,
  perOther: (per: string, period: string): string => `注意：本办法按${per}计算，这里按 ${period} 一次计算；逐期的账见 schemes account。`,
  per: (per: 'week' | 'month' | 'quarter' | 'half' | 'year'): string =>
    ({ week: '周', month: '月', quarter: '季度', half: '半年', year: '年' })[per],
  lookedBack: (periods: readonly string[], unranked: readonly string[]): string =>
    `连续的情形看 ${periods[0] ?? ''} 至 ${periods.at(-1) ?? ''}${unranked.length === 0 ? '。' : `；其中 ${unranked.join('、')} 没有数据可以排名，连续期数只从其后算起。`}`,
  columns: {
    subject: '对象',
    group: '组别',
    points: '得分',
    grade: '等次',
    place: '名次',
    money: '万元',
    notices: '告知',
    lacks: '缺什么',
  },
  accountColumns: { sum: '合计', year: '全年数', clearing: '清算', open: '未算出' },
  notApplicable: '不涉及',
  state: (state: State): string => ({ value: '', missing: '缺', notApplicable: '不涉及', none: '' })[state],
  nobody: '没有对象。',
  accountHead: (title: string, year: number, unit: string): string => `${title}　${year} 年度账（${unit}，正为得、负为缴）`,
  accountPoints: '分',
  accountMoney: '万元',
  openPeriods: (count: number): string => (count === 0 ? '' : `${count} 期`),
  accountNotes: (cleared: boolean): string =>
    cleared
      ? '合计为已算出各期之和；清算 = 全年数 − 合计，各期都算出后才有。'
      : '合计为已算出各期之和；本办法没有按年清算（clear: year 或 yearEnd），没有清算数。',
  whyOpen: (subject: string, period: string, reasons: readonly string[]): string => `${subject} ${period}：${reasons.join('；')}`,
  more: (count: number): string => `……另有 ${count} 处，用 --json 看全部`,
  entered: (scheme: string, period: string, subject: string, kind: string, name: string, value: string): string =>
    `✓ 已录入 ${scheme} ${period} ${subject} ${kind}“${name}”：${value}`,
  withdrawn: (scheme: string, period: string, subject: string, kind: string, name: string): string =>
    `✓ 已撤回 ${scheme} ${period} ${subject} ${kind}“${name}”`,
  everybody: '全部对象',
  reads: (kind: Kind, names: readonly string[]): string =>
    `本办法要录入的${schemeInputText.kind(kind)}（--kind ${kind}）：${names.join('、')}。`,
  readsFigures: (names: readonly string[]): string => `取自工作库、需要时可另行录入的数（--kind param）：${names.join('、')}。`,
  noInputs: '没有录入。',
  inputColumns: ['办法', '时段', '对象', '类别', '名称', '值', '依据', '录入人', '时间'],
  rowTitle: (subject: string, period: string): string => `${subject}　${period}`,
  source: (file: string, sheet: string, cell: string, raw: string): string =>
    `${[file, sheet, cell].filter((part) => part !== '').join(' ')}“${raw}”`,
  moreSources: (count: number): string => `等 ${count} 处`,
} as const;
