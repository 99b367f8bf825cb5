import { MONITORING_SENTENCES } from './monitoring-finding-text.ts';
import { PAGE_SENTENCES } from './page-finding-text.ts';
import { BOOK_SENTENCES } from './plan-book-text.ts';
import { STRUCTURE_SENTENCES } from './structure-text.ts';
import { TABLE_SENTENCES } from './table-text.ts';
import { TYPED_SENTENCES } from './typed-text.ts';
import { VALUE_SENTENCES } from './value-book-text.ts';

type Params = Readonly<Record<string, string | number>>;

/** What is wrong with one place of one file, and what to do about it. The place itself (file, sheet, cell) is shown by the caller. */
export function findingText(code: string, params: Params): string {
  const sentence = SENTENCES[code];
  return sentence === undefined ? `发现问题（${code}）。` : withTyped(sentence(params), params['raw']);
}

/** A form to write in, which is not what was typed. */
const EXAMPLE = /请写成.*/u;

/** Who reads that something was not taken wants to know what it was. */
function withTyped(sentence: string, typed: string | number | undefined): string {
  if (typed === undefined || typed === '' || !sentence.includes('未采用')) return sentence;
  const [text, own] = [String(typed), sentence.replace(EXAMPLE, '')];
  const isSaid = own.includes(`“${text}”`) || (text.length > 2 && own.includes(text));
  return isSaid ? sentence : `填的是“${text}”，${sentence}`;
}

/** The same on a page, where what the command line takes is done by a button. */
export const pageFindingText = (code: string, params: Params): string => findingText(code, params).replaceAll(/（命令行加[^）]*）/gu, '');

/** What a file is that is no table, and what its sender or receiver does about it. */
const FOREIGN_KINDS: Readonly<Record<string, string>> = {
  pdf: '一份 PDF 文件，不能作为数据读取。请索取原来的电子表格',
  word: '一份 Word 文件，其中没有可读取的表格（只能读取 .docx 中的表格）。请另存为 .docx 或索取电子表格',
  html: '一个网页，其中没有表格，多为登录超时后存下的页面。请登录后重新下载',
  csv: '纯文本文件，其中没有表格。请索取电子表格',
  zip: '一个压缩包，其中没有可读取的表格。请解压后再导入',
  image: '一张图片，不能作为数据读取。请索取原来的电子表格',
  xlsb: '一份二进制工作簿（.xlsb）。请用 Excel 或 WPS 打开后“另存为”.xlsx 再导入',
  ods: '一份 ODS 表格。请用 WPS 打开后“另存为”.xlsx 再导入',
  fods: '一份平面 ODF 表格（.fods）。请用 WPS 或 LibreOffice 打开后“另存为”.xlsx 再导入',
  unknown: '无法识别的文件。请确认是否放错文件',
};

const DAMAGE: Readonly<Record<string, string>> = {
  truncated: '不完整，后面的部分缺失',
};

const UNSAFE_REASONS: Readonly<Record<string, string>> = {
  dtd: '含有外部定义',
  path: '内部文件名不合规',
  overlap: '内部数据重叠',
  duplicate: '内部文件重名',
  encrypted: '部分内容被加密',
  external: '引用了外部文件',
};

/** Why the 填报日期 of two versions do not tell which is newer. */
const UNDATED_REASONS: Readonly<Record<string, (p: Params) => string>> = {
  missing: (p) => (p['date'] === '' ? '本表没有可用的填报日期' : `第 ${p['version']} 版没有填报日期`),
  equal: (p) => `填报日期同为 ${p['date']}`,
  impossible: (p) => `填报日期（${p['date']}，第 ${p['version']} 版 ${p['current']}）有不可能的日期`,
};

/** Found only by reading: the file does not say how much it asks for. */
const OVER_AT_READING: Readonly<Record<string, (p: Params) => string>> = {
  memory: (p) =>
    `读取这个文件所需的内存${p['maximum'] === '' ? '过多' : `超过 ${p['maximum']} MB`}，已停止读取。请用 Excel 或 WPS 打开，只把需要的表复制到新工作簿，或分成几个文件后重试。`,
  archiveDepth: (p) => `压缩包里套了 ${p['value']} 层以上的压缩包（最多 ${p['maximum']} 层），这一个没有打开。请解压后导入。`,
  archiveFiles: (p) => `压缩包（连同其中的压缩包）里的文件超过 ${p['maximum']} 个，这一个没有打开。请解压后分批导入。`,
  archiveBytes: (p) => `压缩包（连同其中的压缩包）展开后超过 ${p['maximum']} MB，从这个文件起没有读取。请解压后分批导入。`,
  otherCells: (p) =>
    `单元格数量为 ${p['value']}，超出这种格式（旧版 .xls、.ods、XML 表格、网页）的上限 ${p['maximum']}。请用 Excel 或 WPS 打开，另存为 .xlsx 后重试。`,
  page: (p) => `这个文件其实是网页，内容超出读取上限（${p['value']}，上限 ${p['maximum']}）。请用 Excel 或 WPS 打开，另存为 .xlsx 后重试。`,
  time: (p) =>
    `读取这个文件用时过长（处理器时间超过 ${p['maximum']} 秒），已停止读取。请用 Excel 或 WPS 打开，只把需要的表复制到新工作簿，或分成几个文件后重试。`,
};

const LIMITS: Readonly<Record<string, string>> = {
  entries: '内部文件数',
  totalBytes: '展开后的总大小',
  partBytes: '单个部分的大小',
  depth: '嵌套层数',
  stringLength: '单元格文字长度',
  cells: '单元格数量',
  rowCells: '一行的单元格数量',
  sheets: '工作表数量',
  merges: '合并单元格数量',
  strings: '不同文字的数量',
  values: '不同数值和文字的数量',
  styles: '单元格样式数量',
  elements: '空白行和空白单元格的数量',
  address: '单元格地址',
  line: '一行文字的长度',
  hashes: '密码校验次数',
};

const DATE_REASONS: Readonly<Record<string, string>> = {
  month: '只写到月，请写明日',
  calendar: '日历上没有这一天',
  order: '日和月的先后有两种读法',
  number: '这个数不是某一天',
  year: '只写到年，请写明月和日',
  early: '早于 2000 年，不可能是本方案的日期',
  far: '晚于 2099 年，不可能是本方案的日期',
  form: '看不出是哪一天',
};

const NUMBER_REASONS: Readonly<Record<string, string>> = {
  text: '不是一个数字',
  date: '单元格是日期格式',
  boolean: '是“是/否”值',
  blank: '是空白',
  several: '一格内有几个数',
};

const REFERENCES: Readonly<Record<string, string>> = { version: '上一版', year: '上年', units: '其他单位（中位数）' };

const READ_REASONS: Readonly<Record<string, string>> = {
  ENOENT: '文件不存在',
  EACCES: '没有读取权限',
  EPERM: '没有读取权限',
  EBUSY: '文件正被其他程序占用',
  EISDIR: '这是一个文件夹',
};

/** Returns taken in by an earlier edition of the reading do not say between which days. */
const reportSpan = (p: Params): string => (p['from'] === undefined ? '' : `（应在 ${p['from']} 至 ${p['to']} 之间）`);

const quoted = (value: string | number | undefined): string => `“${value ?? ''}”`;

const MONITORING_KINDS: Readonly<Record<string, string>> = { monitoring: '监测数据', dust: '扣沙日清单', forecast: '预报清单' };

const SENTENCES: Readonly<Record<string, (p: Params) => string>> = {
  FILE_UNREADABLE: (p) =>
    `无法读取文件（${READ_REASONS[String(p['reason'])] ?? p['reason']}）。请检查路径和权限，或关闭占用它的程序后重试。`,
  FILE_EMPTY: () => '文件是空的，没有任何内容。请向填报单位要回原件。',
  FILE_TOO_LARGE: (p) =>
    `文件过大（${megabytes(p['value'])}，上限 ${megabytes(p['maximum'])}）。请确认是否为填报表，图片等佐证材料请另行报送。`,
  FILE_LOCK: () => '这是 Office 打开文件时留下的临时锁文件，不是填报表，已跳过。',
  FILE_OLD_EXCEL: () => '这是 Excel 4 及更早版本的表格，不能读取。请用 Excel 或 WPS 打开后“另存为”.xlsx 再导入。',
  FILE_PASSWORD: (p) => {
    if (p['unsupported'] !== undefined) return '文件设有打开密码，其加密方式不能识别，没有读取。请由填报单位取消密码后重新报送。';
    return p['tried'] === undefined
      ? '文件设有打开密码，没有读取。请给出密码，或由填报单位取消密码后重新报送。'
      : '文件设有打开密码，所给密码不对，没有读取。请核对密码，或由填报单位取消密码后重新报送。';
  },
  FILE_NOT_WORKBOOK: (p) => `不是可读取的表格，而是${FOREIGN_KINDS[String(p['kind'])] ?? FOREIGN_KINDS['unknown']}。`,
  FILE_DAMAGED: (p) =>
    `${p['part'] === 'xls' ? '旧版 Excel（.xls）文件' : '文件'}${DAMAGE[String(p['reason'])] ?? '已损坏，无法完整读取'}。多为传输中断所致，请重新索取原件。`,
  FILE_TRAILING_BYTES: (p) => `文件末尾多出 ${p['value']} 个字节（多为邮件系统附加），表格内容完整，已照常读取。`,
  FILE_CONTROL_CHARACTERS: () => '单元格中夹有不可见的控制字符，已去掉后读取。请核对内容。',
  FILE_CELL_UNREADABLE: () => '单元格的内容在文件中已丢失，无法读取。请向填报单位核实此格，或重新索取原件。',
  FILE_OVER_LIMIT: (p) =>
    OVER_AT_READING[String(p['limit'])]?.(p) ??
    `工作簿超出读取上限：${LIMITS[String(p['limit'])] ?? p['limit']}为 ${p['value']}，上限 ${p['maximum']}。请核对是否为填报表，删去多余内容后重试。`,
  FILE_UNSAFE: (p) =>
    `工作簿结构异常（${UNSAFE_REASONS[String(p['reason'])] ?? p['reason']}），为安全起见未读取。请用 Excel 打开后另存为新文件再报送。`,
  FILE_DUPLICATE: (p) =>
    `与${quoted(p['other'])}${p['version'] === undefined ? '' : `（已入库，第 ${p['version']} 版）`}内容完全相同，数据没有变化。`,
  FILE_REVERTS: (p) =>
    `与已入库、现未采用的第 ${p['version']} 版（${p['other']}）内容完全相同，未作改动。要以它为准的，在该单位的版本中采用第 ${p['version']} 版。`,
  RETURN_IS_MONITORING: (p) =>
    `这是${MONITORING_KINDS[String(p['kind'])] ?? '监测数据'}，不是填报表。请在“监测数据”页导入（命令行用 air import）。`,
  RETURN_FOREIGN: (p) =>
    `不是下发的填报表，或填报表的隐藏标识已丢失（工作表：${p['sheets']}）。请使用下发的填报表填写，不要另建表格或复制到新文件。`,
  RETURN_OTHER_PLAN: (p) => `这是另一个方案（${p['found']}）的填报表，当前工作库的方案为 ${p['expected']}。请打开对应的工作库再导入。`,
  RETURN_OTHER_YEAR: (p) => `这是 ${p['found']} 年的填报表，正在导入的是 ${p['expected']} 年。请核对年度。`,
  RETURN_UNKNOWN_UNIT: (p) =>
    `填报表所属单位（编号 ${String(p['unit']).replace(/^(town|dept)-/, '')}）不在方案的单位名单中，未入库。请核对是否为撤并前的旧表。`,
  RETURN_FORMER_FORM: (p) =>
    p['row'] === undefined
      ? '旧表：本表在目标或清单调整之前生成，已按当时的版式读取，目标按现在采用的判定。'
      : `旧表：${p['row']} 的${quoted(p['column'])}印的是当时的${quoted(p['found'])}，按现在采用的${quoted(p['expected'])}判定。`,
  RETURN_OLD_LAYOUT: () => '填报表的版式与现在下发的不同（可能是旧表或方案已更新）。已按编号逐行读取，请核对行数和目标值。',
  RETURN_REPLACES: (p) =>
    `代替第 ${p['version']} 版（${p['other']}），${p['changed']} 个数值有变化；第 ${p['version']} 版仍保留，可以恢复。`,
  RETURN_TWICE_IN_BATCH: (p) => `本批中${quoted(p['unit'])}还有一份填报表${quoted(p['other'])}，采用的是那一份。`,
  RETURN_LATE: (p) => `填报日期 ${p['date']} 晚于截止日 ${p['due']}，没有登记收到日期的按迟报处理；登记了的以收到日期和该单位的时限为准。`,
  RETURN_EMPTY: () => '填报表没有填任何内容，按空表登记，仍列入催报名单。请填写后重新报送。',
  RETURN_OLDER_DATE: (p) => `填报日期 ${p['date']} 早于第 ${p['version']} 版的 ${p['current']}，是较旧的一份。`,
  VERSION_EMPTY: (p) => `这是一份空表，而第 ${p['version']} 版填有内容。`,
  VERSION_FEWER: (p) => `只填了 ${p['answers']} 个数值，第 ${p['version']} 版有 ${p['before']} 个。`,
  VERSION_MORE_ERRORS: (p) => `有错误 ${p['errors']} 处，第 ${p['version']} 版有 ${p['before']} 处。`,
  VERSION_UNDATED: (p) => `数值与第 ${p['version']} 版不同，而${UNDATED_REASONS[String(p['reason'])]?.(p) ?? ''}，看不出哪一份较新。`,
  VERSION_RIVALS: (p) =>
    `本批中${quoted(p['unit'])}还有一份填报表${quoted(p['other'])}，数值不同，填报日期看不出哪一份应当采用，两份都未采用。请选择一份采用。`,
  VERSION_KEPT: (p) =>
    `已作为第 ${p['version']} 版留存，未采用，不改变任何结果；${p['current'] === 0 ? '现在没有采用的版本' : `采用的是第 ${p['current']} 版`}。要改用，在该单位的版本中采用它。`,
  SHEET_MISSING: (p) => `缺少这张工作表（现有：${p['found']}）。请不要删除或改名工作表，补齐后重新报送。`,
  COLUMN_MISSING: (p) => `缺少${quoted(p['column'])}列，该列内容未能读取。请恢复表头后重新报送。`,
  ROW_MISSING: (p) => `缺少编号 ${p['row']}（${p['name']}）这一行。请恢复该行后重新报送。`,
  ROW_UNKNOWN: (p) =>
    p['row'] === '' ? '这一行没有编号，内容未读取。请填到有编号的行里。' : `编号${quoted(p['row'])}不在本单位的填报范围内，该行未读取。`,
  FIXED_CELL_CHANGED: (p) =>
    `${p['row']} 的${quoted(p['column'])}被改动：应为${quoted(p['expected'])}，表中为${quoted(p['found'])}。评分仍按方案原文，请与填报单位核实。`,
  NUMBER_UNREADABLE: (p) => `${NUMBER_REASONS[String(p['reason'])] ?? '不是一个数字'}，未采用。请只填阿拉伯数字。`,
  NUMBER_VAGUE: (p) => `${quoted(p['text'])}不是确切的数，未采用。请填确切数字，去掉“约”“左右”“以上”等字样。`,
  NUMBER_NEGATIVE: (p) => `数值为负（${p['value']}），未采用。请核实。`,
  NUMBER_OPERATOR: (p) => `数字前带有${quoted(p['operator'])}，已去掉后采用。请确认填的是完成值而不是目标值。`,
  NUMBER_UNIT_OTHER: (p) => `单位为${quoted(p['found'])}，本行应为${quoted(p['expected'])}，未采用。请换算后只填数字。`,
  NUMBER_UNIT_SCALED: (p) => `单位${quoted(p['found'])}已换算为${quoted(p['expected'])}，采用 ${p['value']}。请确认。`,
  NUMBER_IMPRECISE: (p) => `单元格保存的是 ${p['stored']}（计算误差），按 ${p['value']} 采用。`,
  NUMBER_NONE: (p) =>
    `填的是${quoted(p['raw'])}，看不出是 0 还是不涉及，未采用，本行暂按缺数据处理。没有发生请填 0；本项不涉及请整行填“不涉及”，并由主管部门同意。`,
  NUMBER_NOT_WHOLE: (p) => `${p['unit']}是整数，填的是 ${p['value']}，未采用，不四舍五入。请核实后填整数。`,
  NUMBER_LIMIT: (p) => `数字前带有${quoted(p['operator'])}，是目标或限值，不是结果，未采用。请只填完成的确切数字。`,
  NUMBER_POINT_UNCLEAR: (p) => `看不出是 ${p['other']}（点为千分位）还是 ${p['value']}，未采用。请只填数字，不分节。`,
  NUMBER_TOO_LARGE: (p) => `${p['value']}${p['unit']}不可能是填报的数，未采用。请核实。`,
  NUMBER_OVER_DAYS: (p) => `${p['value']} 天，超过 ${p['year']} 年的 ${p['days']} 天，未采用。请核实。`,
  NUMBER_OTHER_YEAR: (p) => `写明的是${quoted(p['found'])}，不是 ${p['year']} 年的数，未采用。请填 ${p['year']} 年的数。`,
  NUMBER_NONE_TOTAL: () => '没有新增不等于累计数为 0，未采用。请填累计完成的确切数字。',
  NUMBER_NONE_ADDED: (p) => `填的是${quoted(p['raw'])}，按 0 采用。请确认。`,
  NUMBER_IN_WORDS: (p) => `${quoted(p['text'])}按 ${p['value']} 采用。请确认，以后请填阿拉伯数字。`,
  NUMBER_REST: (p) => `数字之外还写有${quoted(p['rest'])}，未读取。说明请写在备注栏。`,
  NUMBER_REACHED: (p) => `数字前带有${quoted(p['operator'])}，可能是要求达到的数，待确认，确认之前不计分。`,
  NUMBER_CUMULATIVE: (p) => `数字前带有${quoted(p['operator'])}，可能包含往年，本格填当年的数，待确认，确认之前不计分。`,
  VALUE_MAGNITUDE: (p) => `${p['value']}${p['unit']}与目标 ${p['target']} 相差过大，疑为小数点、“万”或单位有误，待确认，确认之前不计分。`,
  VALUE_MAGNITUDE_OTHERS: (p) =>
    `${p['value']}${p['unit']}与${REFERENCES[String(p['kind'])] ?? ''}的 ${p['other']} 相差过大，疑为小数点、“万”或单位有误，待确认，确认之前不计分。`,
  DENOMINATORS_DISAGREE: (p) =>
    `${quoted(p['name'])}此处为 ${p['value']}，${p['otherRow']}（${p['otherCell']}）为 ${p['other']}，应为同一个数，待确认，确认之前不计分。`,
  DATE_IMPLAUSIBLE: (p) => `日期 ${p['date']} 与 ${p['year']} 年相差一年以上，疑为年份有误，待确认，确认之前不计分。`,
  DATE_AFTER_REPORT: (p) => `完成日期 ${p['date']} 晚于填报日期 ${p['reportedOn']}，待确认，确认之前不计分。`,
  REPORT_DATE_IMPLAUSIBLE: (p) =>
    `填报日期 ${p['date']} 不可能是 ${p['year']} 年填报表的日期${reportSpan(p)}，未采用，不用于判断迟报和新旧。请核实年份。`,
  REPORT_DATE_AHEAD: (p) =>
    `填报日期 ${p['date']} 晚于收到的日期 ${p['received']}，疑为日期有误；是否迟报按它判断，新旧不按它判断。请核实。`,
  STATUS_TYPO: (p) => `完成状态有错别字，按${quoted(p['word'])}读取。请确认。`,
  STATUS_REST: (p) => {
    if (p['place'] !== undefined)
      return `完成状态中还写有${quoted(p['rest'])}，未读取。完成数请填在${p['place'] === '' ? '完成值栏' : ` ${p['place']} `}。`;
    return `完成状态中还写有${quoted(p['rest'])}，未读取。日期请填在完成日期栏，说明请写在备注栏。`;
  },
  FORMULA_CHANGES: (p) => `公式 =${p['formula']} 的结果每次打开都会变化，未采用。请改填数值或日期。`,
  PERCENT_SCALE_HELD: (p) => `看不出是 ${p['value']}% 还是 ${p['other']}%，待确认，确认之前不计分。`,
  PERCENT_SCALED: (p) => `百分数填成了小数，已按 ${p['value']}% 采用。请确认。`,
  PERCENT_SCALE_UNCLEAR: (p) => `写的是 ${p['value']}%，按此采用。如应为 ${p['other']}%，请更正。`,
  PERCENT_OVER_100: (p) => `比率为 ${p['value']}%，超过 100%，未采用。请核实。`,
  DATE_UNREADABLE: (p) => `日期无法识别（${DATE_REASONS[String(p['reason'])] ?? '形式不对'}），未采用。请写成 2024-08-31 的形式。`,
  DATE_OTHER_YEAR: (p) => `日期 ${p['date']} 不在 ${p['year']} 年内。请核实年份。`,
  DATE_YEAR_ASSUMED: (p) => `日期没有写全年份，按 ${p['date']} 采用。请确认。`,
  STATUS_UNREADABLE: () => '完成状态不在可选范围内，未采用。请从下拉列表中选择：已完成、按序推进、进度滞后、未启动、不涉及。',
  FORMULA_DISAGREES: (p) =>
    `公式 =${p['formula']} 应为 ${p['computed']}，文件中保存的结果却是 ${p['stored']}，未采用。请打开表格重新计算后保存，或改填数值。`,
  FORMULA_OF_BLANKS: (p) =>
    `公式 =${p['formula']} 引用的单元格都没有数，结果 ${p['stored']} 不像填报的数，待确认，确认之前不计分。请改填数值。`,
  FORMULA_EXTERNAL: (p) => `公式 =${p['formula']} 引用了另一个文件，无法核对，按保存的结果采用。请与填报单位核实，或改填数值。`,
  FORMULA_VOLATILE: (p) => `公式 =${p['formula']} 的结果每次打开都会变化，按保存的结果采用。请改填数值。`,
  CELL_STRUCK_PART: (p) => `${quoted(p['struck'])}已划去，按未划去的部分采用。请确认。`,
  CELL_STRUCK_WHOLE: (p) => `${quoted(p['struck'])}整个划去，看不出是作废还是保留，未采用。请与填报单位核实。`,
  CELL_RAISED: (p) => `${quoted(p['text'])}中的${quoted(p['raised'])}是上标或下标，看不出是注号还是数字，未采用。请改填数值。`,
  CELL_FORMAT_SCALED: (p) => `数字格式把数缩小显示（保存的是 ${p['stored']}），看不出以哪个为准，未采用。请改填数值。`,
  CELL_FORMAT_WORDS: (p) => `单元格的数字格式在数后显示${quoted(p['words'])}，按所显示的采用。请确认。`,
  CELL_HIDDEN: (p) => `此格在${p['hidden'] === 'row' ? '隐藏的行' : '隐藏的列'}中，已照常读取。请确认不是作废的内容。`,
  SHEET_HIDDEN: () => '这张工作表是隐藏的，已照常读取。请确认不是作废的内容。',
  FORMULA_ERROR: (p) => `公式${p['error'] === '' ? '没有计算结果' : `结果出错（${p['error']}）`}，未采用。请改填数值。`,
  TEXT_TOO_LONG: (p) => `文字有 ${p['length']} 字，超过 ${p['maximum']} 字，已全部保存。建议把详细材料作为附件报送。`,
  VALUE_MISSING: () => '应填未填，按没有报送处理。请补填；没有发生请填 0，本项不涉及请填“不涉及”，并由主管部门同意。',
  RATE_WITHOUT_PARTS: (p) => `只填了比率 ${p['value']}，没有填分子和分母，无法复核。请补填分子、分母。`,
  RATE_DISAGREES: (p) =>
    `填的比率 ${p['value']}% 与分子 ${p['numerator']}、分母 ${p['denominator']} 算得的 ${p['computed']}% 不符，按分子、分母计算。请核实。`,
  RATE_PART_MISSING: (p) => `缺少数值：${p['otherColumn']}已填${quoted(p['other'])}，这一格没有可用的数，无法计算比率。请补齐分子和分母。`,
  RATE_NUMERATOR_LARGER: (p) => `分子 ${p['numerator']} 大于分母 ${p['denominator']}，比率超过 100%。请核实。`,
  RATE_DENOMINATOR_ZERO: (p) => `分母为 0（分子 ${p['numerator']}），无法计算比率。请核实分母。`,
  CUMULATIVE_BELOW_INCREMENT: (p) => `累计数 ${p['value']} 小于当年新增 ${p['increment']}。累计数应包含当年新增，请核实。`,
  STATUS_DISAGREES: (p) =>
    `状态为${quoted(p['status'])}，但${quoted(p['measure'])}为 ${p['value']}${p['unit']}，没有达到目标 ${p['target']}${p['unit']}。请核实状态或数值。`,
  DATE_MISSING: () => '本项有时限要求，状态为已完成但没有填完成日期，不能证明按时完成。请补填完成日期。',
  LEADS_DISAGREE: (p) =>
    `${quoted(p['measure'])}：${p['unit']}填 ${p['value']}，首位牵头的${p['lead']}填 ${p['counts']}，以首位牵头单位为准。请两单位核对一致。`,
  SUBJECT_DISAGREES: (p) =>
    `${quoted(p['measure'])}为 ${p['value']}，同一事项在 ${p['otherRow']}（${p['otherMeasure']}）填的是 ${p['other']}。请核对，两处应一致。`,
  EXEMPTION_ASKED: (p) => `填${quoted(p['raw'])}，按申请不涉及登记；主管部门同意后本项才不计入，同意之前按缺数据处理。没有发生的请改填 0。`,
  EXEMPTION_UNCLEAR: (p) =>
    `只填了${quoted(p['raw'])}，看不出是 0 还是不涉及。没有发生请填 0；本项不涉及请填“不涉及”。暂按申请不涉及登记，主管部门同意之前按缺数据处理。`,
  EXEMPTION_MIXED: (p) =>
    `填${quoted(p['raw'])}，但同一行的${p['otherColumn']}填了${quoted(p['other'])}，两者矛盾，未采用，本行暂按缺数据处理。本项不涉及的请整行填“不涉及”，否则请改填实际情况。`,
  EXEMPTION_WITH_FIGURES: (p) =>
    `完成状态填${quoted(p['raw'])}，但${quoted(p['measure'])}填了 ${p['value']}，两者矛盾，均未采用，本行暂按缺数据处理。本项不涉及的请整行填“不涉及”，否则请改填实际的完成状态。`,
  AIR_DATE_TWICE: (p) => `日期 ${p['row']} 出现两次，首次在 ${p['first']}，只采用首次。请删去多余的一行。`,
  AIR_DATE_OUTSIDE: (p) => `日期 ${p['date']} 不在 ${p['year']} 年内，该行未采用。`,
  AIR_VALUE_IMPOSSIBLE: (p) =>
    String(p['value']).startsWith('-')
      ? `监测值 ${p['value']} 为负，未采用。请核对原始监测数据。`
      : `监测值 ${p['value']} 超出可能范围（上限 ${p['maximum']}${p['unit']}），未采用。请核对原始监测数据。`,
  AIR_VALUE_ZERO: () => '监测值填了 0，未采用。缺测请留空或填“—”，不要填 0。',
  AIR_PM25_ABOVE_PM10: (p) => `PM2.5（${p['pm25']}）大于 PM10（${p['pm10']}），两者均已采用。请核对监测数据。`,
  AIR_DAYS_MISSING: (p) => airDaysMissing(p),
  ...MONITORING_SENTENCES,
  ...PAGE_SENTENCES,
  ...BOOK_SENTENCES,
  ...STRUCTURE_SENTENCES,
  ...TABLE_SENTENCES,
  ...VALUE_SENTENCES,
  ...TYPED_SENTENCES,
};

export const knownFindingTexts: readonly string[] = Object.keys(SENTENCES);

const megabytes = (bytes: string | number | undefined): string => `${Math.ceil(Number(bytes ?? 0) / (1024 * 1024))} MB`;

function airDaysMissing(p: Params): string {
  const parts = [
    ...(Number(p['empty']) > 0 ? [`${p['empty']} 天没有监测值`] : []),
    ...(Number(p['partial']) > 0 ? [`${p['partial']} 天缺部分项目`] : []),
  ];
  const month = String(p['month']).split('-');
  return `${month[0]}年${Number(month[1])}月共 ${p['days']} 天，${parts.join('，')}（首日 ${p['first']}）。缺测属实的不必补填，漏填的请补填。`;
}
