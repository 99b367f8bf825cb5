/** Words of `air events`: help and mistakes. */
export const eventCommandText = {
  describe: '例外事件（沙尘、烟雾、烟花爆竹等）：列出、登记、批准、不予认定、撤销、撤回上一步、影响、导入清单、取出证据',
  year: '列出哪一年的事件（list）',
  kind: '类型：沙尘、秸秆焚烧、烟花爆竹；写别的即为其他事件的名称',
  from: '开始日期，如 2026-02-16',
  to: '结束日期；不写为同一天',
  hours: '时段，如 18-24；只作记载，扣除以整日计',
  place: '地点，可写多个；不写为全部地点',
  pollutants: '所涉污染物，如 PM2.5,PM10；不写为这两项（沙尘只能是这两项）',
  number: '批准文号；add 时写明即为已批准',
  office: '批准单位',
  date: '批准日期',
  evidence: '证据文件，可写多个；原样存入工作库',
  note: '备注',
  reason: '理由',
  out: '取出的证据放在哪个文件夹（evidence）',
  dryRun: '只检查清单，不保存（import）',
  actionInvalid: '第二个参数请写 list、add、approve、refuse、withdraw、undo、effect、import 或 evidence。',
  listIncomplete: '请写全：air events 工作库 list --year 年度。',
  addIncomplete: '请写全：air events 工作库 add --kind 类型 --from 日期 --reason 理由。',
  idMissing: '请写明事件的编号，list 列出各事件的编号。',
  approveIncomplete: '请写全：air events 工作库 approve 编号 --number 文号 --reason 理由。',
  reasonMissing: '请写明理由：--reason 理由。',
  outMissing: '请写明放在哪个文件夹：--out 文件夹。',
  importIncomplete: '请写全：air events 工作库 import 清单文件 --reason 理由（或 --dry-run 只检查）。',
  hoursInvalid: '时段请写成 18-24 的形式，0 到 24 的整点。',
  none: (year: number): string => `${year} 年没有登记例外事件。用 air events 工作库 add 登记，或用 import 导入清单。`,
  heading: (year: number, count: number): string => `${year} 年例外事件 ${count} 个`,
  columns: {
    id: '编号',
    kind: '类型',
    days: '日期',
    hours: '时段',
    places: '地点',
    pollutants: '污染物',
    state: '状态',
    approval: '批准文件',
    evidence: '证据',
    acts: '作用',
  },
  entered: (id: number, name: string, days: string, state: string): string => `✓ 编号 ${id}：${name}，${days}，${state}。`,
  fromLists: (days: number): string => `另有扣沙日清单中的沙尘日 ${days} 天（air dust 列出），照旧计入沙尘。`,
  effectHeading: (id: number, name: string, acting: boolean): string =>
    acting ? `编号 ${id}（${name}）已批准：不计本事件 → 现在` : `编号 ${id}（${name}）未批准：现在 → 批准以后`,
  effectColumns: { period: '时段', place: '地点', days: '有数据的天数', pm25: 'PM2.5', pm10: 'PM10', index: '综合指数', valid: '有效天', good: '优良天', ratio: '优良率(%)' },
  effectNone: '所涉日期没有监测数据，数值没有变化。',
  effectSame: '按现行设置，批准与否数值都一样。',
  everywhere: '全部地点',
  line: { ok: '可以登记', approved: '登记并批准' },
  importDone: ({ rows, wrong, stored }: { rows: number; wrong: number; stored: boolean | null }): string =>
    rows === 0
      ? '✗ 没有找到例外事件清单。表头应有日期，以及类型、区域或批准文号。'
      : wrong > 0
        ? `✗ ${rows} 行中有 ${wrong} 行不能登记，全部没有保存。请改正后重新导入。`
        : stored === null
          ? `✓ ${rows} 行都可以登记（没有保存）。`
          : `✓ 已登记 ${rows} 个事件。`,
  written: (files: readonly string[], folder: string): string => `✓ 已取出：${files.join('、')}，放在 ${folder}。`,
} as const;
