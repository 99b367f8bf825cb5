import { BASES, DECIMALS, DIRECTIONS, KINDS, YES_NO, ZERO } from './words.ts';
import type { BookColumn, ColumnLook, SheetKey } from './types.ts';

/**
 * Names of the sheets, and by which words a sheet that was named otherwise is still known. A table of the plan bears the plan's own label before
 * its name (附表1 指标).
 */
export const SHEET_NAMES: Readonly<Record<SheetKey, { readonly name: string; readonly known: RegExp }>> = {
  head: { name: '方案', known: /^方案(?:信息)?$/u },
  unitKinds: { name: '单位类别', known: /^单位类别$/u },
  units: { name: '单位', known: /^单位(?:名单|清单)?$/u },
  subjects: { name: '主题', known: /^(?:目标)?主题$/u },
  annex1: { name: '指标', known: /^(?:附件1|.{0,16}?指标(?:清单|分解表)?)$/u },
  annex2: { name: '任务', known: /^(?:附件2|.{0,16}?任务(?:清单)?)$/u },
  list: { name: '年度事项', known: /^(?:附件3(?:事项)?|(?:20\d\d年?(?:度)?)?(?:年度)?事项(?:清单)?)$/u },
};

/** Name of the sheet of one of the plan's tables, with the label under which the plan prints it; Excel allows 31 characters and not all signs. */
export function labelledSheetName(key: SheetKey, label: string): string {
  const own = label.replaceAll(/[\s[\]:*?/\\']/gu, '').slice(0, 16);
  return own === '' ? SHEET_NAMES[key].name : `${own} ${SHEET_NAMES[key].name}`;
}

/** Sheets of the workbook that hold nothing to be read: how to fill it in, and the words of its drop-down lists. */
export const OTHER_SHEETS = { notes: '说明', offers: '选项' } as const;

type Given = Omit<BookColumn, 'key' | 'title' | 'width' | 'look'>;
const column =
  (look: ColumnLook) =>
  (key: string, title: string, width: number, given: Given = {}): BookColumn => ({
    key,
    title,
    width,
    look,
    ...given,
  });
const printed = column('printed');
const reporting = column('reporting');
const id = column('id');

const ID = id('id', '编号', 12, { center: true, prompt: '编号由程序给出，请勿填写或改动；新增的行留空。' });
const HIDDEN_ID = { ...ID, hidden: true };
const MEASURE_ID = id('measureId', '指标量编号', 13, { center: true, prompt: '由程序给出，请勿填写或改动；新增的留空。' });
const LEADS = printed('leads', '牵头单位', 26, {
  required: true,
  fill: true,
  aliases: ['牵头责任单位'],
  prompt: '照印发稿写，多个单位用“、”分开，第一个是填报单位。名称须在“单位”表中。',
});

const UNIT_KINDS: readonly BookColumn[] = [
  printed('name', '类别名称', 16, { required: true, aliases: ['名称', '类别'] }),
  reporting('leads', '填报牵头事项', 14, { choices: YES_NO.words, center: true, prompt: '按“牵头单位”填报所牵头的指标、任务、事项。' }),
  reporting('asked', '填报分担事项', 14, {
    choices: YES_NO.words,
    center: true,
    prompt: '按“责任单位”填报年度事项中由属地分担的部分。',
  }),
  reporting('air', '监测空气并排名', 14, {
    choices: YES_NO.words,
    center: true,
    prompt: '这类单位有空气监测数据，参加排名和空气质量评分。',
  }),
  reporting('endings', '名称可省的尾字', 22, { prompt: '写名称时可以省去的末尾字，如：街道、镇。多个用“、”分开。' }),
  HIDDEN_ID,
];

const UNITS: readonly BookColumn[] = [
  printed('name', '单位名称', 26, { required: true, aliases: ['名称', '单位'], prompt: '各表使用的名称，照印发稿写。' }),
  printed('kind', '类别', 12, {
    required: true,
    offers: 'unitKinds',
    center: true,
    aliases: ['单位类别'],
    prompt: '从“单位类别”表中选择。',
  }),
  reporting('aliases', '别名', 44, { prompt: '全称、常用简称，多个用“、”分开。带不带市、区名称都认得，不必重复写。' }),
  reporting('code', '区划代码', 14, { center: true, prompt: '9 位统计用区划代码；部门、功能区没有的留空。' }),
  reporting('townKind', '建制类型', 12, { center: true, prompt: '街道、镇、乡等，可不填。' }),
  reporting('class', '考核分类', 12, { center: true, prompt: '分类考核的写类名（如 重点、一般），不分类的留空。' }),
  reporting('from', '启用日期', 14, { center: true, prompt: '新设单位写启用日期，如 2025-07-01；一直存在的留空。' }),
  reporting('until', '停用日期', 14, { center: true, prompt: '撤销、合并的单位写最后一天，行要保留。' }),
  HIDDEN_ID,
];

const SUBJECTS: readonly BookColumn[] = [
  reporting('name', '主题名称', 44, {
    required: true,
    aliases: ['主题'],
    prompt: '方案各处说同一件事的用同一个主题，程序据此找出前后不一致的目标。',
  }),
  { ...ID, width: 28 },
];

/** Columns by which one 指标量 is reported and judged; a further one of the same row stands in the next line. */
const MEASURE: readonly BookColumn[] = [
  reporting('measureName', '指标量名称', 28, { prompt: '填报的数叫什么。一项有几个数的，在下一行接着写，左边各栏留空。' }),
  reporting('unit', '计量单位', 12, { center: true, prompt: '%、家、辆、微克/立方米等。' }),
  reporting('kind', '比率或数量', 11, { choices: KINDS.words, center: true, prompt: '比率要填报分子、分母；数量只填一个数。' }),
  reporting('basis', '口径', 12, { choices: BASES.words, center: true, prompt: '当年状态、累计、当年新增、全年工作量。' }),
  reporting('decimals', '修约位数', 10, {
    choices: DECIMALS,
    center: true,
    aliases: ['判定修约位数'],
    prompt: '与目标比较前保留几位小数，0 至 4。',
  }),
  reporting('direction', '只写数字时', 11, { choices: DIRECTIONS.words, center: true, prompt: '目标只写数字、没有≥≤等字样时怎样理解。' }),
  reporting('numeratorName', '分子名称', 24),
  reporting('numeratorUnit', '分子单位', 12, { center: true }),
  reporting('denominatorName', '分母名称', 24),
  reporting('denominatorUnit', '分母单位', 12, { center: true }),
  reporting('zero', '分母为0时', 11, {
    choices: ZERO.words,
    center: true,
    prompt: '按完成：没有发生就没有不达标的；须说明：为 0 不合常理。',
  }),
  reporting('subject', '主题', 24, { offers: 'subjects', prompt: '从“主题”表中选择，也可写新的主题。留空按指标量名称。' }),
  reporting('scope', '统计范围', 24, { prompt: '统计的对象，方案各处说法不同的才写。' }),
];

/** What a row of words demands: for finding contradictions with rows that give a number. */
const WORDS: readonly BookColumn[] = [
  reporting('wordsSubject', '文字主题', 22, { offers: 'subjects', prompt: '只有文字、没有数字，但与别处说同一件事的，写它的主题。' }),
  reporting('wordsDemand', '文字要求', 20, { prompt: '文字怎样要求，如：提高、基本淘汰。' }),
  reporting('wordsScope', '文字范围', 24),
];

/** Keys of the columns that belong to one 指标量, without its id and its targets. */
export const MEASURE_KEYS: readonly string[] = MEASURE.map((entry) => entry.key);

export interface TableYears {
  /** Years with a column for the target. */
  readonly targets: readonly number[];
  /** Years with a column for the harder target. */
  readonly stretch?: readonly number[];
  /** Years whose cell is printed otherwise than its targets put together. */
  readonly printed?: readonly number[];
  /** The year that a bare 目标 means: that of a list. */
  readonly own?: number;
}

const target = (year: number, own: number | undefined): BookColumn =>
  printed(`target:${year}`, year === own ? '目标' : `${year}年目标`, 13, {
    center: true,
    prompt: '≥32、≤39、85、30-35、完成市级下达任务都可以；尚未确定的留空或写“待定”。',
  });

const yearColumns = ({ targets, stretch = [], printed: prints = [], own }: TableYears): BookColumn[] => [
  ...targets.map((year) => target(year, own)),
  ...stretch.map((year) => printed(`stretch:${year}`, `${year}年奋斗目标`, 13, { center: true })),
  ...prints.map((year) => printed(`printed:${year}`, `${year}年目标印发原文`, 16, { center: true })),
];

const annex1Columns = (years: TableYears): BookColumn[] => [
  ID,
  printed('label', '印发序号', 11, { center: true, aliases: ['序号'], prompt: '印发稿序号栏里的字，空白的留空。' }),
  printed('category', '类别', 16, { required: true, fill: true, center: true }),
  printed('name', '指标名称', 36, { required: true, aliases: ['主要指标', '指标'], prompt: '照印发稿写，不写＊号。' }),
  printed('cumulative', '＊累计', 8, { choices: YES_NO.words, center: true, aliases: ['累计', '＊', '是否累计'] }),
  ...yearColumns(years),
  LEADS,
  ...MEASURE,
  MEASURE_ID,
];

const annex2Columns = (years: TableYears): BookColumn[] => [
  ID,
  printed('section', '部分', 20, { fill: true, offers: 'sections', aliases: ['所属部分', '类别'] }),
  printed('number', '序号', 7, { center: true }),
  printed('name', '主要内容', 52, { required: true, aliases: ['内容', '任务内容', '任务'] }),
  LEADS,
  ...yearColumns(years),
  ...MEASURE,
  ...WORDS,
  MEASURE_ID,
  id('sectionId', '部分编号', 10, { hidden: true, center: true }),
];

const listColumns = (years: TableYears): BookColumn[] => [
  ID,
  printed('section', '部分', 24, { fill: true, offers: 'sections', aliases: ['所属部分', '类别'] }),
  printed('number', '序号', 7, { center: true, prompt: '在本部分中的序号。' }),
  printed('label', '印发序号', 11, { center: true, prompt: '印发稿序号栏里的字，空白的留空。' }),
  printed('name', '内容', 52, { required: true, aliases: ['任务内容', '事项内容', '主要内容', '事项'] }),
  LEADS,
  printed('responsible', '责任单位', 22, { fill: true }),
  ...yearColumns(years),
  ...MEASURE,
  printed('deadlinePrinted', '时限原文', 16, { prompt: '内容里写时限的文字，照抄，如：在9月前。' }),
  reporting('deadlineDay', '时限最后一天', 14, { center: true, prompt: '最晚在哪一天完成，如 2025-08-31。' }),
  reporting('asked', '属地分担', 10, {
    choices: YES_NO.words,
    center: true,
    aliases: ['镇街分担'],
    prompt: '填报分担事项的单位要不要填报自己一份。',
  }),
  reporting('askedReason', '分担理由', 34, { prompt: '要分担的写明理由。' }),
  ...WORDS,
  MEASURE_ID,
  id('sectionId', '部分编号', 10, { hidden: true, center: true }),
];

/** Columns of a sheet, with those of its years; none for 方案. */
export function columnsOf(key: SheetKey, years: TableYears): readonly BookColumn[] {
  switch (key) {
    case 'head':
      return [];
    case 'unitKinds':
      return UNIT_KINDS;
    case 'units':
      return UNITS;
    case 'subjects':
      return SUBJECTS;
    case 'annex1':
      return annex1Columns(years);
    case 'annex2':
      return annex2Columns(years);
    case 'list':
      return listColumns(years);
  }
}

/** Lines above a table or of the sheet 方案: titles by key. A line that may come several times is told from others by its beginning. */
export const LINES = {
  planId: '方案编号',
  title: '标题',
  documentTitle: '方案标题',
  documentNumber: '文号',
  issuer: '印发机关',
  date: '印发日期',
  district: '本区名称',
  districtAliases: '本区简称',
  city: '上级市',
  letterhead: '发文机关标志',
  townAir: '报空气监测数据的单位',
  due: '报送截止日',
  label: '附件名称',
  subtitle: '副标题',
  year: '年度',
  fromYear: '起始年度',
  toYear: '终止年度',
  columns: '印发表头',
  note: '备注',
} as const;
export type LineKey = keyof typeof LINES;

/** 2025年报送截止日 */
export const dueTitle = (year: string | number): string => `${year}年${LINES.due}`;

/** Between the titles of a printed table head that stand in one cell. */
export const HEAD_JOINT = '｜';
