type Params = Readonly<Record<string, string | number>>;

const quoted = (value: string | number | undefined): string => `“${value ?? ''}”`;

/** What is wrong with a cell of the 方案工作簿, and what to do about it. */
export const BOOK_SENTENCES: Readonly<Record<string, (p: Params) => string>> = {
  BOOK_FOREIGN: (p) => `看不出是方案工作簿（工作表：${p['sheets']}）。请用导出的方案工作簿修改，或在导出的空白工作簿中填写。`,
  BOOK_SHEET_MISSING: (p) => `缺少${quoted(p['sheet'])}表，或表中没有一行内容。请补齐后重试。`,
  BOOK_SHEET_UNKNOWN: () => '这张工作表不是方案工作簿的内容，未读取。',
  BOOK_SHEET_EMPTY: () => '这张表没有一行内容，按没有提供处理，工作库中的原内容不变。确需全部删除的，请发文修订后逐行核对。',
  BOOK_HEADER_MISSING: (p) => `找不到表头，这张表未读取。表头应有：${p['wanted']}。请恢复表头。`,
  BOOK_COLUMN_MISSING: (p) => `缺少${quoted(p['column'])}列，这张表未读取。请恢复这一列。`,
  BOOK_COLUMN_TWICE: (p) => `${quoted(p['column'])}列出现两次（首次在 ${p['first']}），不知道用哪一列。请删去或改名其中一列。`,
  BOOK_COLUMN_UNKNOWN: (p) =>
    p['column'] === ''
      ? '这一列没有表头，内容未读取。请补写表头或删去这一列。'
      : `不认识${quoted(p['column'])}列，内容未读取。如需采用，请改成说明中的列名。`,
  BOOK_YEAR_MISSING: (p) => `${quoted(p['column'])}列没有写年度，未读取。请写成“2026年目标”的形式。`,
  BOOK_YEARS_NONE: () => '没有一列是某年的目标。请至少写一列“2026年目标”。',
  BOOK_LINE_UNREADABLE: (p) => `${quoted(p['line'])}写的${quoted(p['text'])}看不懂。请按右侧提示填写。`,
  BOOK_LINE_KEPT: (p) =>
    `${quoted(p['line'])}由${quoted(p['before'])}改为${quoted(p['after'])}，这一项不能随清单导入修改，仍用原来的。其余内容照常处理。`,
  BOOK_LIST_YEAR_MISSING: () => '看不出是哪一年的清单。请在表头上方的“年度”右侧写明年份。',
  BOOK_LIST_YEAR_OTHER: (p) => `这是 ${p['found']} 年的清单，指定导入的是 ${p['expected']} 年。请核对年度。`,
  BOOK_CELL_ERROR: (p) => `公式${p['error'] === '' ? '没有计算结果' : `结果出错（${p['error']}）`}，未采用。请改成直接填写的内容。`,
  BOOK_VALUE_MISSING: (p) => `${quoted(p['column'])}没有填。请补填。`,
  BOOK_CHOICE_UNKNOWN: (p) => `${quoted(p['column'])}写的${quoted(p['text'])}不在可选范围内。请从下列各项中选择：${p['known']}。`,
  BOOK_ASSUMED: (p) => `${quoted(p['column'])}空白，按${quoted(p['value'])}采用。不对的请填写。`,
  BOOK_ID_TWICE: (p) =>
    `编号 ${p['id']} 已在 ${p['first']} 用过，多半是复制了整行。请把新增那一行的编号清空，由程序另编；编号列看不见的，请先取消隐藏。`,
  BOOK_ID_INVALID: (p) => `编号${quoted(p['id'])}不能用（不能有空格、逗号、顿号和 | / = @）。请清空，由程序另编。`,
  BOOK_ID_OTHER_YEAR: (p) => `有 ${p['count']} 行的编号属于 ${p['year']} 年的清单，已按新事项另编编号。`,
  BOOK_UNIT_UNKNOWN: (p) =>
    `没有${quoted(p['name'])}这个单位${p['nearest'] === '' ? '' : `，最接近的是${quoted(p['nearest'])}`}。请改成“单位”表中的名称，或先在“单位”表增加这个单位。`,
  BOOK_UNIT_TWICE: (p) =>
    `${quoted(p['name'])}同时指 ${p['first']} 所在行的单位。请改名或删去相同的别名；先后设置的两个单位请填启用、停用日期。`,
  BOOK_UNIT_REMOVED: (p) => `单位${quoted(p['name'])}的行不见了。单位不能删除：已撤销的请恢复这一行，并填写停用日期。`,
  BOOK_KIND_REMOVED: (p) => `类别${quoted(p['name'])}的行不见了，仍有单位属于这一类。请恢复这一行，或先在“单位”表改这些单位的类别。`,
  BOOK_UNIT_CODE: (p) => `区划代码${quoted(p['text'])}不是 9 位数字。请改正，没有代码的留空。`,
  BOOK_SUBJECT_NEAR: (p) =>
    `新主题${quoted(p['name'])}与已有的${quoted(p['nearest'])}只差几个字，已按新主题采用。如为同一件事，请改成一致，否则找不出前后矛盾。`,
  BOOK_DECIMALS: (p) => `修约位数${quoted(p['text'])}不对。请填 0、1、2、3 或 4。`,
  BOOK_NUMBER_UNREADABLE: (p) => `${quoted(p['column'])}写的${quoted(p['text'])}不是整数。请改正。`,
  BOOK_DATE_UNREADABLE: (p) => `${quoted(p['column'])}写的${quoted(p['text'])}看不出是哪一天。请写成 2026-03-31 的形式。`,
  BOOK_DATES_REVERSED: () => '停用日期早于启用日期。请核对。',
  BOOK_TARGET_DATE: (p) =>
    `${quoted(p['column'])}的单元格被表格软件变成了日期（多为“3-5”一类的写法）。请把单元格改为文本格式后重填，如“3～5”。`,
  BOOK_TARGET_WORDS: (p) => `目标${quoted(p['text'])}不是数，按文字目标采用：由填报单位报完成状态，不按数值判定。写错的请改正。`,
  BOOK_TARGET_NOT_IN_TEXT: (p) =>
    `目标${quoted(p['text'])}在这一行的内容里找不到。请照内容里的写法填（连同“不少于”“以上”等字），或把内容改成一致。`,
  BOOK_TARGET_NONE: (p) =>
    `指标量${quoted(p['measure'])}没有${p['year'] === '' ? '' : ` ${p['year']} 年的`}目标。请填写目标，尚未确定的写“待定”。`,
  BOOK_RATE_PARTS: (p) => `${quoted(p['measure'])}是比率，${quoted(p['column'])}没有填。请补填；不用分子分母的请把“比率或数量”改为“数量”。`,
  BOOK_AMOUNT_PARTS: (p) => `${quoted(p['measure'])}是数量，不应有分子、分母。请清空分子、分母，或把“比率或数量”改为“比率”。`,
  BOOK_MEASURE_ASTRAY: (p) =>
    p['above'] === ''
      ? '这一行没有名称，上面也没有可以接续的行。请补写名称，或把它移到所属的行下面。'
      : `这一行写着属于 ${p['id']}，上面却是 ${p['above']}。请把它移到 ${p['id']} 的行下面；新增的一行请补写名称。`,
  BOOK_MEASURE_TWICE: (p) =>
    `这一行已有一个指标量叫${quoted(p['measure'])}（${p['first']}），填报表和文件里分不清是哪一个。请把其中一个改成不同的名称。`,
  BOOK_NAME_CODE: (p) => `名称${quoted(p['text'])}像是公式或网页代码，已照字面采用。请核对，写错的请改正。`,
  BOOK_DEADLINE_NOT_IN_TEXT: (p) => `时限原文${quoted(p['text'])}在这一行的内容里找不到。请照抄内容里写时限的文字，如“在9月前”。`,
  BOOK_PLAN_PROBLEM: (p) => `内容前后不一致（${p['path']}）：${p['detail']}。请改正后重试。`,
  BOOK_TARGET_REVISED: (p) =>
    `${quoted(p['measure'])} ${p['year']} 年目标已由${quoted(p['document'])}（${p['date']} 起）调整为 ${p['target']}，仍以调整为准。要改这个目标，请另发目标调整。`,
  BOOK_SUPERSEDED: (p) =>
    `${quoted(p['document'])}（${p['date']} 起生效）也规定了这一部分，生效日期更晚，以它为准；本文件只对此前的年度起作用。`,
};

/** Names of the sheets of a plan's tables, and of the kinds of units that report their own part. */
export interface BookWords {
  readonly annex1: string;
  readonly annex2: string;
  readonly asked: readonly string[];
}

/** 说明 of the workbook: how to fill it in. `empty`: for a district that has no plan yet. */
export const bookNotes = (empty: boolean, { annex1, annex2, asked }: BookWords): readonly string[] => [
  empty ? '填写说明' : '修改说明',
  empty
    ? '1．本工作簿用于新建一个区县的方案：填好后用 init 命令新建工作库。灰色斜体的示例行只作示范，改写或保留都可以；原样保留的不会读取。'
    : '1．本工作簿由程序按现行方案导出。直接修改、增行、删行后用 plan import 导入，程序先列出每一处差异，有错误的整份不入库。',
  '2．蓝色表头是方案印发的内容，照印发稿逐字填写；黄色表头是填报和判定的口径；灰色的编号列由程序给出，新增的行留空，其余任何单元格都可以改。',
  '3．列可以移动，可以加空行；程序按表头的字找列，多出来的列不读取，并会告诉您。不需要的行可以整行删除，也可以清空内容。',
  '4．“单位类别”“单位”：先定单位，后面各表的牵头单位都要能在这里找到。撤销的单位不删行，填写停用日期；园区、企业等可增加类别。',
  `5．“${annex1}”：每项指标一行；一项有几个数的（如占比和其中新增占比），第二个数写在下一行，只填目标和指标量各栏，序号、类别、名称、牵头单位留空。`,
  '6．目标栏：≥32、≤39、不低于32、85（按“只写数字时”理解）、30-35（含两端）、完成市级下达任务（文字目标）都可以；尚未确定的留空或写“待定”。',
  '7．增加年度：插入一列，表头写“2026年目标”；另有更高目标的写“2026年奋斗目标”。',
  `8．“${annex2}”“年度事项”：有数量的，把内容里的数连同方向字照抄到目标栏（如“不少于1350”）；一行有几个数的接着写在下一行。没有数量的留空，按完成状态填报。`,
  '9．“部分”栏空白的与上一行相同；也可以像印发稿那样，让“一、……”单独占一行。',
  `10．“年度事项”上方的“年度”写明是哪一年的清单；“属地分担”选“是”的，${asked.length === 0 ? '填报分担事项的单位' : asked.join('、')}要填报自己一份，须写理由。`,
  '11．“主题”：方案各处说同一件事的用同一个主题，导入时据此查出前后矛盾的目标。拿不准的可以留空。',
  '12．方案正文、条文不在本工作簿内，导入不改动正文。',
];

export const bookHint = '提示：蓝色照印发稿填写，黄色是填报口径，灰色编号由程序给出（新增留空）。填法见“说明”表。';

export const bookHeadTitles = { item: '项目', value: '内容', hint: '填写提示' } as const;

/** 方案编号, for whoever writes a scheme. */
export const planIdText = (id: string): string => `方案编号 ${id}（评分、排名办法文件的 plan: 写这个编号）`;

/** 方案文件: what kind of document it is. */
export const documentKindText = (kind: string): string => DOCUMENT_KINDS[kind] ?? kind;
const DOCUMENT_KINDS: Readonly<Record<string, string>> = {
  plan: '方案',
  list: '年度事项清单',
  adjustment: '目标调整',
  units: '机构变动',
  amendment: '方案修订',
};

/** What a document changes of the plan. */
export const documentPartText = (part: string): string => PARTS[part] ?? part;
const PARTS: Readonly<Record<string, string>> = {
  plan: '全部',
  annex1: '指标',
  annex2: '任务',
  list: '年度事项',
  unitKinds: '单位类别',
  units: '单位',
  subjects: '主题',
  targets: '目标值',
};

export const bookChangeText = (change: string): string => CHANGES[change] ?? change;
const CHANGES: Readonly<Record<string, string>> = { new: '新增', removed: '删除', changed: '修改', order: '顺序' };

/** What the program that shows the workbook says when something else is typed into a cell. */
export const bookCheckText = {
  id: '编号由程序给出，不能填写。新增的行请留空；复制来的行请清空编号。',
  choices: (words: readonly string[]): string => `请从下拉列表中选择：${words.join('、')}。`,
};
