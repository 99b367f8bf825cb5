import { findingText } from './finding-text.ts';

type Params = Readonly<Record<string, string | number>>;

/** Code and params of a failed call → what happened, where, and what to do next. */
const SENTENCES: Readonly<Record<string, (p: Params) => string>> = {
  INTERNAL: (p) => `程序内部出错（编号 ${p['id']}）。数据未改动，请重试；如再次出现，请把日志中该编号的内容交给维护人员。`,
  INPUT_INVALID: (p) => `参数不正确：${p['path'] === '' ? p['method'] : p['path']}（${p['problem']}）。请检查后重试。`,
  METHOD_UNKNOWN: (p) => `没有这项功能：${p['method']}。`,
  CANCELLED: () => '已取消，数据未改动。',
  WORK_NONE: () => '尚未打开工作库。请先新建或打开一个工作库。',
  WORK_EXISTS: (p) => `文件已存在：${p['path']}。为免覆盖已有数据，请换一个文件名，或直接打开该文件。`,
  WORK_MISSING: (p) => `找不到工作库：${p['path']}。请检查路径；新建工作库请用 init 命令。`,
  WORK_FOLDER_MISSING: (p) => `文件夹不存在：${p['folder']}。请先建立文件夹，再新建工作库。`,
  WORK_UNWRITABLE: (p) => `无法读写 ${p['path']}。请检查磁盘空间和文件夹权限。`,
  WORK_NOT_OURS: (p) => `${p['path']} 不是治气考核的工作库，未做任何改动。请选择由本程序新建的 .sqlite 文件。`,
  WORK_NEWER: (p) =>
    `工作库 ${p['path']} 由更新版本的程序保存（版本 ${p['version']}，本程序最高支持 ${p['known']}），未做任何改动。请升级程序后再打开。`,
  WORK_DAMAGED: (p) => `工作库 ${p['path']} 已损坏，未做任何改动。请保留该文件，改用最近的备份。`,
  WORK_BUSY: (p) => `工作库 ${p['path']} 正被另一个程序使用。请关闭另一个窗口或命令后重试。`,
  WORK_INCOMPLETE: (p) => `工作库 ${p['path'] ?? ''} 中没有方案数据，无法使用。请用 init 命令重新建立工作库。`,
  PLAN_UNKNOWN: (p) => `没有名为“${p['plan']}”的方案。可用的方案：${p['known']}。`,
  PLAN_INVALID: (p) =>
    `方案“${p['plan']}”的数据有 ${p['problems']} 处错误，首处在 ${p['file']} ${p['path']}：${p['detail']}。请改正后重试。`,
  SCHEME_INVALID: (p) => `评分方案或排名办法 ${p['file']} 有错误：${p['path']} ${p['detail']}。请改正后重试。`,
  YEAR_NO_TARGETS: (p) =>
    `方案没有 ${p['year']} 年的目标值（有目标的年度：${p['known']}）。请改选年度；确需考核该年度的，须先明确目标来源。`,
  YEAR_NOT_OPEN: (p) =>
    `${p['year']} 年度还没有开启，不能生成填报表、导入或计算得分${p['open'] === '' ? '' : `（已开启：${p['open']}）`}。请先开启年度：year open WORK.sqlite ${p['year']} …，或在“年度与目标”页开启。`,
  YEAR_FINAL: (p) =>
    `${p['year']} 年度已定稿（${p['at']}，${p['by']}），不能再改。确需更正的，先重新开启：year reopen WORK.sqlite ${p['year']} --reason 理由 --by 姓名。`,
  YEAR_NO_ANNEX: (p) => `${p['year']} 年没有年度事项清单，不能打印这张表。请先导入该年度的清单（plan import），或改选年度。`,
  YEAR_NO_SCHEME: (p) =>
    `${p['year']} 年度还没有选定评分办法或排名办法，暂不能计算得分和排名；仍可生成和收集填报表。选定办法：year change WORK.sqlite ${p['year']} scheme=编号 --reason 理由 --by 姓名。`,
  UNIT_UNKNOWN: (p) => `方案中没有“${p['unit']}”这个单位。请使用方案中的名称或通用简称，可用 plan show 查看全部单位。`,
  PERIOD_INVALID: (p) =>
    `时段“${p['period']}”不正确。请写成年度（2024）、半年（2024-H1）、季度（2024-Q3）、月份（2024-07）、当年累计（2024-01..2024-07）或起止日期（2024-07-01..2024-07-15）。`,
  PERIOD_OTHER_YEAR: (p) => `时段 ${p['period']} 不在 ${p['year']} 年内。请核对 --year 与 --period。`,
  REPORT_EXTENSION: (p) => `文件名 ${p['path']} 的扩展名与格式 ${p['format']} 不符。请把文件名改成以 .${p['format']} 结尾。`,
  FILE_IS_WORK: (p) => `${p['path']} 是工作库本身，不能用来保存导出的文件。请换一个文件名。`,
  REPORT_UNKNOWN: (p) => `没有“${p['kind']}”这种文件。可用：${p['known']}。`,
  REPORT_FORMAT_UNKNOWN: (p) => `不支持“${p['format']}”格式。可用：pdf、xlsx。`,
  OUTLOOK_NO_TARGETS: (p) => `方案没有 ${p['year']} 年的空气质量目标，不能倒排测算。请填写目标值，或选择沿用其他年度的目标。`,
  OUTLOOK_DATE_OUTSIDE: (p) => `测算日期 ${p['date']} 不在 ${p['year']} 年内。请改选该年的日期。`,
  SCHEME_UNKNOWN: (p) => `没有编号为“${p['scheme']}”、适用于 ${p['year']} 年的排名办法。可用：${p['known']}。`,
  SCHEME_EXISTS: (p) => `排名办法“${p['scheme']}”的这一版已在工作库中，没有改动。`,
  CALC_INPUT_EMPTY: () => '标准输入中没有可计算的内容。请用 < 文件名 或管道提供数据，用法见 zhiqi help calc。',
  CALC_NO_COLUMNS: (p) => `表头中没有可计算的列。需要的列：${p['wanted']}；读到的表头：${p['found']}。`,
  CALC_NO_DATE: () => '没有 date 列，无法按日期选用标准。请补上日期列，或用 --standard 2012、2026、2031 指定标准。',
  CALC_COLUMN_TWICE: (p) => `表头中“${p['first']}”和“${p['second']}”是同一项，不知道用哪一列。请删去或改名其中一列。`,
  CALC_UNIT: (p) => `${p['column']} 列的单位是 ${p['unit']}，换算取决于温度和气压，不能计算。请改用 µg/m³（CO 用 mg/m³）。`,
  CALC_CSV_BROKEN: (p) =>
    `第 ${p['line']} 行起不是正确的 CSV（${p['reason']}），多半是引号没有成对。请改正后重试；此前的各行可能没有全部写出。`,
  CALC_ENCODING: (p) => `输入中有不属于 ${p['encoding']} 编码的字节，无法读出文字。请另存为 UTF-8 后重试。`,
  ORIGINAL_UNKNOWN: () => '找不到这份原表。请重新导入或重新预览后再查看。',
  FILE_GRANT_UNKNOWN: () => '所选文件的授权已失效，请重新选择文件。',
  FILE_UNWRITABLE: (p) => `无法写入 ${p['path']}（${p['reason']}）。请检查文件夹权限和磁盘空间，文件若已在其他程序中打开请先关闭。`,
  FONT_MISSING: (p) => `缺少字体文件 ${p['file']}，无法生成 PDF。请重新安装程序，或在设置中指定字体。`,
  CONFLICT_UNKNOWN: (p) => `没有编号为“${p['subject']}”的目标冲突。现有：${p['known']}。`,
  STATEMENT_UNKNOWN: (p) => `该冲突中没有编号为“${p['statement']}”的表述。现有：${p['known']}。`,
  STATEMENT_UNFIT: (p) => `表述“${p['statement']}”没有 ${p['year']} 年的数值，不能作为采用值。请另选一处。`,
  WHATIF_FORM: (p) =>
    `读不懂这条假设：“${p['change']}”。请写成 单位/行/栏=值（如 单位/行编号/完成值=12）、weight:行编号=分值 或 target:指标编号=目标（如 ≤31）。`,
  WHATIF_UNIT: (p) => `方案中没有“${p['unit']}”这个单位。可用：${p['known']}。`,
  WHATIF_ROW: (p) => `${p['unit']}的填报表中没有“${p['row']}”这一行。可用：${p['known']}。`,
  WHATIF_FIELD: (p) => `${p['unit']}的“${p['row']}”没有“${p['field']}”这一栏。可用：${p['known']}。`,
  WHATIF_VALUE: (p) => `${p['cell']}不能填“${p['text']}”：${findingText(String(p['finding']), p)}`,
  WHATIF_WEIGHT_ROW: (p) => `办法没有给“${p['row']}”这一行单列分值（同一部分各行平均的，不能单独改）。可用：${p['known']}。`,
  WHATIF_WEIGHT: (p) => `“${p['row']}”的分值不能是“${p['value']}”。请填 0 至 ${p['max']} 之间的数。`,
  WHATIF_WEIGHT_SUM: () => '几行分值之和超过了本部分满分，或者没有别的行可以分摊余下的分值。请改小分值，或少改几行。',
  WHATIF_MEASURE: (p) => `没有编号为“${p['measure']}”的指标。可用：${p['known']}。`,
  RUN_UNKNOWN: (p) => `没有第 ${p['id']} 次计算。请核对编号。`,
  RUN_NOT_SCORES: (p) => `第 ${p['id']} 次计算是排名，不是年度得分，不能这样比较。请另选一次年度得分。`,
  HOST_GONE: () => '与程序的连接已断开，这一步没有完成。请重新启动治气考核，打开工作库核对后再做一次。',
  UPLOAD_TOO_LARGE: (p) => `文件“${p['name']}”太大（上限 ${p['limit']} MB），没有接收。填报表通常不到 1 MB，请检查是否选错了文件。`,
  NAME_INVALID: (p) => `名称“${p['name']}”不能用作文件名。请不要使用 \\ / : * ? " < > | 等符号，首尾不要有点和空格。`,
  OUT_NOT_DEMO: (p) => `${p['path']} 已有其他内容，示例不会覆盖它。请换一个文件夹（--out），或先清空该文件夹。`,
};

export function failureText(code: string, params: Params): string {
  const sentence = SENTENCES[code];
  return sentence === undefined ? `操作未完成（${code}）。` : sentence(params);
}

export const knownFailureTexts: readonly string[] = Object.keys(SENTENCES);
