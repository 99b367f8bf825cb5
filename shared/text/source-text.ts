import { settingLabel, settingValueText } from './settings-text.ts';

/** Rules for the values of a source (来源) in words. */

/** Reason of a rule that was chosen while files were taken in. */
export const ruleChosenAtImport = '导入时选定';
/** What check calls the sources of a stored file. */
export const sourcesOfFileText = '来源';

/** How check names a rule of a source. */
export const sourceRuleText = ({ key, value, from, reason }: SaidRule & { readonly reason: string }): string =>
  `来源的规则 ${from} 起 ${settingLabel(key)}：${settingValueText(value, key)}（${reason}）`;

interface SaidRule {
  readonly key: string;
  readonly value: string;
  readonly from: string;
}

/** Each setting in a word or two. */
const SHORT: Readonly<Record<string, string>> = {
  'air.below-detection': '低于检出限',
  'air.negative': '负值',
  'air.zero-row': '六项全为 0',
  'air.zero-particle': 'PM10、PM2.5、O3 为 0',
  'air.zero-gas': 'SO2、NO2、CO 为 0',
  'air.flags': '标记',
};

export const ruleNameText = (key: string): string => SHORT[key] ?? key;

export const ruleValueText = (key: string, value: string): string => (value === '' ? '没有规定' : settingValueText(value, key));

/** 低于检出限按检出限的一半计（来源，自 2024-07-01） */
export const ruleText = ({ key, value, from, of }: SaidRule & { readonly of: 'source' | 'work' }): string =>
  `${ruleNameText(key)}${ruleValueText(key, value)}（${of === 'source' ? '来源' : '全部来源'}，自 ${from}）`;

/** Files that were read by another rule than the one of today. */
export const outdatedText = (keys: readonly string[]): string =>
  keys.length === 0 ? '' : `现行规则已变：${keys.map(ruleNameText).join('、')}；要按现行规则，请把原文件再导入一次`;

/** Files that a rule would change. */
export const effectText = (files: readonly { readonly number: number; readonly file: string; readonly days: number }[]): string =>
  files.length === 0
    ? '已入库的文件没有会因此改变的值。'
    : `已入库的文件仍按读入时的规则。按新规则会改变的有 ${files.length} 个：${files
        .map(({ number, file, days }) => `《${file}》（收件号 ${number}，${days} 天）`)
        .join('、')}。要改用新规则，请把原文件再导入一次。`;

/** settings list, settings set --source. */
export const sourceSettingsText = {
  source: '只用于这个来源：写该来源一个已入库文件的收件号（air files 命令列出）；只有监测值的处理规则可以按来源设置',
  notBySource: (label: string): string => `“${label}”不能按来源设置，请去掉 --source。`,
  heading: '按来源设置的监测值处理规则',
  none: '没有来源另有规定，各来源都按上面的设置。',
  columns: {
    titles: '来源（列标题）',
    newest: '最近的文件',
    files: '文件数',
    rule: '规则',
    value: '值',
    from: '自',
    reason: '理由',
    by: '操作人',
  },
  newest: (number: number, file: string): string => `${number} ${file}`,
  stored: (label: string, value: string, from: string, titles: string): string => `✓ 来源“${titles}”自 ${from} 起：${label}——${value}`,
  same: '来源的规则已经是这样，没有改变。',
} as const;

/** air import: what a file leaves to be chosen. */
export const asksText = {
  heading: '这个来源的以下规则可以选定：',
  option: '选定来源的规则，如 air.below-detection=half、air.flags=P=有效;Q=无效；自文件的第一天起用于该来源，入库后记住',
  invalid: '请写成 规则=值 的形式，如 air.below-detection=half。规则名见 settings 命令的 list。',
  notAsked: (key: string): string => `这些文件里没有要按“${settingLabel(key)}”处理的值，规则没有选定。`,
  line: ({ key, value, said, count, marks, from }: AskedRule): string =>
    `${key}（${ruleNameText(key)}${marks.length === 0 ? '' : ` ${marks.join('、')}`}，${count} 处）：现为${ruleValueText(key, value)}${SAID[said]}，可自 ${from} 起另定`,
} as const;

interface AskedRule {
  readonly key: string;
  readonly value: string;
  readonly said: 'source' | 'work' | 'preset';
  readonly from: string;
  readonly count: number;
  readonly marks: readonly string[];
}

const SAID = { source: '（来源的规定）', work: '（全部来源的规定）', preset: '（程序预设）' } as const;

/** The part of the page 设置 that shows the sources. */
export const sourcePageText = {
  table: '各来源监测值的处理规则',
  hint: '列标题和表式相同的监测数据文件是一个来源。某个来源的处理办法与全部来源的不同时，在这里从某日起另定；没有另定的按上面的现行设置。',
  columns: { titles: '来源（列标题）', newest: '最近的文件', files: '文件数', rules: '另定的规则' },
  newest: (number: number, file: string): string => `${file}（收件号 ${number}）`,
  asWork: '按现行设置',
  rule: '规则',
  dialogTitle: (titles: string): string => `来源“${titles}”的规则`,
  done: '来源的规则已更改，对以后导入的文件有效',
  now: (value: string, key: string, said: 'source' | 'work' | 'preset'): string => `现行：${ruleValueText(key, value)}${SAID[said]}`,
} as const;

/** Rules in the preview of an import. */
export const chooseRulesText = {
  title: '需要选定的处理规则',
  hint: '文件里有以下说不准的值。选定后文件会重新读取，入库时记为这个来源的规则，以后的文件照此读取；改变记入审计记录。',
  about: ({ titles, count, from }: { readonly titles: string; readonly count: number; readonly from: string }): string =>
    `${count} 处；来源：${titles}；自 ${from} 起`,
  mark: (mark: string): string => `标记“${mark}”`,
  asked: '未定',
  valid: '有效',
  invalid: '无效',
} as const;
