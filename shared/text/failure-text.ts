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
  WORK_NEWER: (p) => `工作库 ${p['path']} 由更新版本的程序保存（版本 ${p['version']}，本程序最高支持 ${p['known']}），未做任何改动。请升级程序后再打开。`,
  WORK_DAMAGED: (p) => `工作库 ${p['path']} 已损坏，未做任何改动。请保留该文件，改用最近的备份。`,
  WORK_BUSY: (p) => `工作库 ${p['path']} 正被另一个程序使用。请关闭另一个窗口或命令后重试。`,
  WORK_INCOMPLETE: (p) => `工作库 ${p['path'] ?? ''} 中没有方案数据，无法使用。请用 init 命令重新建立工作库。`,
  PLAN_UNKNOWN: (p) => `没有名为“${p['plan']}”的方案。可用的方案：${p['known']}。`,
  PLAN_INVALID: (p) => `方案“${p['plan']}”的数据有 ${p['problems']} 处错误，首处在 ${p['file']} ${p['path']}：${p['detail']}。请改正后重试。`,
  SCHEME_INVALID: (p) => `评分方案 ${p['file']} 有错误：${p['path']} ${p['detail']}。请改正后重试。`,
  YEAR_NO_TARGETS: (p) => `方案没有 ${p['year']} 年的目标值（有目标的年度：${p['known']}）。请改选年度；确需考核该年度的，须先明确目标来源。`,
  YEAR_NO_ANNEX: (p) => `附件3 只列 ${p['known']} 年的事项，没有 ${p['year']} 年的事项清单。请改选年度。`,
  YEAR_NO_SCHEME: (p) => `工作库中没有 ${p['year']} 年的评分或排名方案，暂不能计算得分和排名；该年度仍可生成和收集填报表。`,
  UNIT_UNKNOWN: (p) => `方案中没有“${p['unit']}”这个单位。请使用方案中的名称或通用简称，可用 plan show 查看全部单位。`,
  PERIOD_INVALID: (p) => `时段“${p['period']}”不正确。请写成年度（2024）、月份（2024-07）或当年累计（2024-01..2024-07）。`,
  PERIOD_OTHER_YEAR: (p) => `时段 ${p['period']} 不在 ${p['year']} 年内。请核对 --year 与 --period。`,
  REPORT_EXTENSION: (p) => `文件名 ${p['path']} 的扩展名与格式 ${p['format']} 不符。请把文件名改成以 .${p['format']} 结尾。`,
  FILE_IS_WORK: (p) => `${p['path']} 是工作库本身，不能用来保存导出的文件。请换一个文件名。`,
  REPORT_UNKNOWN: (p) => `没有“${p['kind']}”这种文件。可用：${p['known']}。`,
  REPORT_FORMAT_UNKNOWN: (p) => `不支持“${p['format']}”格式。可用：pdf、xlsx。`,
  ORIGINAL_UNKNOWN: () => '找不到这份原表。请重新导入或重新预览后再查看。',
  FILE_GRANT_UNKNOWN: () => '所选文件的授权已失效，请重新选择文件。',
  FILE_UNWRITABLE: (p) => `无法写入 ${p['path']}（${p['reason']}）。请检查文件夹权限和磁盘空间，文件若已在其他程序中打开请先关闭。`,
  FONT_MISSING: (p) => `缺少字体文件 ${p['file']}，无法生成 PDF。请重新安装程序，或在设置中指定字体。`,
  CONFLICT_UNKNOWN: (p) => `没有编号为“${p['subject']}”的目标冲突。现有：${p['known']}。`,
  STATEMENT_UNKNOWN: (p) => `该冲突中没有编号为“${p['statement']}”的表述。现有：${p['known']}。`,
  STATEMENT_UNFIT: (p) => `表述“${p['statement']}”没有 ${p['year']} 年的数值，不能作为采用值。请另选一处。`,
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
