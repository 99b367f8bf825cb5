import { DAY_MODE_TEXTS } from './dust-text.ts';
import { EVENT_DAY_MODE_TEXTS, EVENT_KIND_TEXTS } from './event-text.ts';
import { indexRoundingText } from './index-text.ts';

/** Settings of a work (设置) in words: what each is, and what its values mean. */
const OTHER_EVENTS = ['smoke', 'fireworks', 'other'] as const;

const LABELS: Readonly<Record<string, string>> = {
  'dust.concentrations': '评价、排名、评分的浓度扣除沙尘日',
  'dust.days': '沙尘日在优良天数、重污染天数中怎样计',
  ...Object.fromEntries(
    OTHER_EVENTS.flatMap((kind) => [
      [`events.${kind}.concentrations`, `浓度扣除已批准的例外事件：${EVENT_KIND_TEXTS[kind] ?? ''}（按事件当日的设置）`],
      [`events.${kind}.days`, `例外事件当日在优良天数、重污染天数中怎样计：${EVENT_KIND_TEXTS[kind] ?? ''}`],
    ]),
  ),
  'index.rounding': '综合指数的修约',
  'air.below-detection': '监测值低于检出限时（3L、<3）怎样计',
  'air.negative': '监测值为负时怎样计',
  'air.zero-row': '六项监测值全部为 0 时怎样计',
  'air.zero-particle': 'PM10、PM2.5、O3 日均值为 0 时怎样计',
  'air.zero-gas': 'SO2、NO2、CO 日均值为 0 时怎样计',
  'air.flags': '监测数据的其他有效性标记',
  'air.area-share': '区域值所需的有效点位比例（%）',
  'air.area-few': '区域点位少于几个时按点位少的比例',
  'air.area-few-share': '区域点位少时所需的有效点位比例（%）',
  'index.weights': '综合指数各项的权重（不写的为1）',
  'index.pm25-decimals': '综合指数中PM2.5浓度的小数位数',
  'air.pm25-published': '均值和百分位数中PM2.5的小数位数',
  'returns.status-words': '完成状态的其他用语',
  'returns.yearly-from': '年报填报日期最早的月日（按季、按月报送的年度从年初起）',
};

const VALUES: Readonly<Record<string, string>> = {
  held: '不采用，待规定',
  half: '按检出限的一半计',
  limit: '按检出限计',
  zero: '按 0 计',
  missing: '按缺测处理',
  kept: '按所写的 0 计',
  standard: '按标准（HJ 663-2026表3为1位）',
  true: '是',
  false: '否',
  ...Object.fromEntries(['stages', 'each', 'sum'].map((rounding) => [rounding, indexRoundingText(rounding)])),
};

export const settingLabel = (key: string): string => LABELS[key] ?? key;

/** Words of one setting, where the same word means something else in others. */
const OWN_VALUES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ...Object.fromEntries(OTHER_EVENTS.map((kind) => [`events.${kind}.days`, EVENT_DAY_MODE_TEXTS])),
  'dust.days': { ...DAY_MODE_TEXTS, true: DAY_MODE_TEXTS['left-out'], false: DAY_MODE_TEXTS.kept },
};

export const settingValueText = (value: boolean | string, key = ''): string =>
  OWN_VALUES[key]?.[String(value)] ?? VALUES[String(value)] ?? String(value);

export const knownSettingLabels: readonly string[] = Object.keys(LABELS);

/** What the settings command says. */
export const settingsText = {
  action: 'list 查看；set 改变',
  from: '从哪一天起，如 2024-07-01',
  reason: '理由',
  document: '依据的文件',
  date: '查看某一天的设置；不写为今天',
  actionInvalid: '第二个参数请写 list 或 set。',
  setIncomplete: '请写全：settings 工作库 set 设置项 值 --from 日期 --reason 理由。',
  columns: { key: '设置项', label: '说明', value: '值', allowed: '可设为', since: '自', reason: '理由', document: '依据', actor: '操作人' },
  preset: '（程序预设）',
  heading: (date: string): string => `${date} 的设置`,
  stored: (label: string, value: string, from: string): string => `✓ 自 ${from} 起：${label}——${value}`,
} as const;
