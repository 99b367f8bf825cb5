import { pollutantSign } from './monitoring-text.ts';

/** Words of the register of stations (站点登记), in the window and on the command line. */
export const STATION_KIND_WORDS: Readonly<Record<string, string>> = { national: '国控', city: '市控', town: '乡镇站', micro: '微站' };

export const stationKindText = (kind: string | null): string => (kind === null ? '' : (STATION_KIND_WORDS[kind] ?? ''));

/** The kind that a word means; null for none. */
export function stationKindOf(word: string): string | null {
  // Of a district whose towns are 镇 and 街道 the same station bears both names.
  const text = word.trim().replace(/^(?:镇街|街镇|街道)站$/u, '乡镇站');
  return Object.entries(STATION_KIND_WORDS).find(([kind, label]) => kind === text || label === text || `${label}点` === text)?.[0] ?? null;
}

/** PM2.5、PM10（2项）; 按数据 where nobody has said. */
export const stationItemsText = (items: readonly string[] | null): string =>
  items === null
    ? '按数据'
    : `${ORDER.filter((item) => items.includes(item))
        .map(pollutantSign)
        .join('、')}（${items.length}项）`;

/** The particles first, as people look for them. */
const ORDER = ['pm25', 'pm10', 'so2', 'no2', 'co', 'o3'];

/** 某镇、另一镇 0.5: weights other than 1 are said. */
export const stationPlacesText = (places: readonly { readonly name: string; readonly weight: string }[]): string =>
  places.map(({ name, weight }) => (weight === '1' ? name : `${name} ${weight}`)).join('、');

export const stationSpanText = (from: string | null, until: string | null): string =>
  from === null && until === null ? '不限' : `${from ?? ''}～${until ?? ''}`;

/** Reason of an assignment that is made while a file is taken in. */
export const assignedAtImport = '导入文件时归入';

export const proposedFromData = '按此前的数据提出，待确认';

export const stationText = {
  name: '站点名称；set 时也可写已有站点的代码或别名',
  station: '要改名的站点：原名称或代码',
  code: '站点代码，如 1432A；写 - 为没有代码',
  alias: '别名；可写多个',
  kind: '类型：国控、市控、乡镇站、微站',
  town: '所属单位，写 单位=权重 说明权重；共用的站点可写多个',
  items: '监测项目，如 PM2.5,PM10；写 auto 为按数据判断',
  from: '从哪一天起这样；不写为一直如此',
  to: 'set：站点停用前的最后一天，写 - 为没有停用；assign：归入的站点或单位，写 - 为取消归属',
  reason: '理由',
  document: '依据的文件',
  actionInvalid: '第二个参数请写 list、set、assign 或 import。',
  dryRun: '只检查站点表，不保存（import）',
  importIncomplete: '请写全：stations 工作库 import 站点表 --reason 理由（或 --dry-run 只检查）。',
  rowNew: '新站点',
  rowChanged: '已登记，按表更新',
  importDone: ({ rows, wrong, stored }: { rows: number; wrong: number; stored: boolean | null }): string =>
    rows === 0
      ? '✗ 没有找到站点表。表头应有站点名称，以及所属镇街或站点代码。'
      : wrong > 0
        ? `✗ ${rows} 行中有 ${wrong} 行不能登记，全部没有保存。请改正后重新导入。`
        : stored === null
          ? `✓ ${rows} 行都可以登记（没有保存）。`
          : `✓ 已登记 ${rows} 行。`,
  setIncomplete: '请写全：stations 工作库 set --name 站点名称 --town 单位 --reason 理由。',
  assignIncomplete: '请写全：stations 工作库 assign 名称 --to 站点或单位 --reason 理由。',
  kindInvalid: '类型请写国控、市控、乡镇站或微站。',
  itemsInvalid: '监测项目请写 PM2.5、PM10、SO2、NO2、CO、O3，用逗号分开。',
  townInvalid: '所属单位请写成 单位 或 单位=权重。',
  columns: {
    name: '名称',
    town: '所属单位',
    kind: '类型',
    items: '监测项目',
    valid: '有效期',
    aliases: '别名',
    code: '代码',
    data: '数据',
  },
  dataText: (days: number, from: string | null, to: string | null): string => (days === 0 ? '没有数据' : `${days} 天（${from}～${to}）`),
  unassigned: (count: number): string => `没有归入站点或单位的名称 ${count} 个：`,
  unassignedLine: (name: string, file: string): string => `“${name}”（见 ${file}）`,
  none: '没有站点。导入监测数据或用 set 登记后列在这里。',
  stored: (name: string): string => `✓ 站点“${name}”已登记。`,
  assigned: (name: string, to: string): string => `✓ “${name}”归入“${to}”，已入库的和以后的数据都照此归属。`,
  released: (name: string): string => `✓ “${name}”不再属于任何站点，以后的文件不再读取，已读取的数据不再计入。`,
} as const;
