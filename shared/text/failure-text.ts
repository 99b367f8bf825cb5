import { EVENT_FAILURES } from './event-failure-text.ts';
import { limitText, targetFaultText } from './limit-text.ts';
import { settingLabel, settingValueText } from './settings-text.ts';
import { findingText } from './finding-text.ts';
import { reportingFailures } from './reporting-text.ts';
import { weightRefusal } from './scheme/weight-refusal.ts';

type Params = Readonly<Record<string, string | number>>;

/** Code and params of a failed call → what happened, where, and what to do next. */
const quoted = (value: string | number | undefined): string => `“${value ?? ''}”`;

const FINDING_VALUE_PROBLEMS: Readonly<Record<string, (p: Params) => string>> = {
  none: () => '更正需要给出更正后的值。',
  unasked: () => '只有“更正”才带更正后的值。',
  unread: (p) => `更正后的值${quoted(p['value'])}不能这样填。${p['why'] ?? ''}`,
};

const SENTENCES: Readonly<Record<string, (p: Params) => string>> = {
  INTERNAL: (p) => `程序内部出错（编号 ${p['id']}）。数据未改动，请重试；如再次出现，请把日志中该编号的内容交给维护人员。`,
  INPUT_INVALID: inputSentence,
  METHOD_UNKNOWN: (p) => `没有这项功能：${p['method']}。`,
  CANCELLED: () => '已取消，数据未改动。',
  OUTLINES_INVALID: (p) => `轮廓文件 ${p['file']} 没有导入：${p['detail']}。`,
  OUTLINES_NONE: () => '没有导入过轮廓，不用去掉。',
  WORK_NONE: () => '尚未打开工作库。请先新建或打开一个工作库。',
  WORK_EXISTS: (p) => `文件已存在：${p['path']}。为免覆盖已有数据，请换一个文件名，或直接打开该文件。`,
  WORK_MISSING: (p) => `找不到工作库：${p['path']}。请检查路径，或新建工作库。`,
  WORK_FOLDER_MISSING: (p) => `文件夹不存在：${p['folder']}。请先建立文件夹，再新建工作库。`,
  WORK_UNWRITABLE: (p) => `无法读写 ${p['path']}。请检查磁盘空间和文件夹权限。`,
  WORK_READ_ONLY: (p) =>
    `工作库 ${p['path']} 只能查看：它在光盘或只读共享上，或者您没有写入权限，所以没有做任何改动。需要修改时，请把工作库复制到可以写入的文件夹，打开副本再操作；或请文件的保管人开放该文件及所在文件夹的写入权限。`,
  ACTOR_MISSING: () => '没有写明操作人，未做任何改动。请写明姓名后重试。',
  WORK_NOT_OURS: (p) => `${p['path']} 不是治气考核的工作库，未做任何改动。请选择由本程序新建的 .sqlite 文件。`,
  WORK_NEWER: (p) =>
    `工作库 ${p['path']} 由更新版本的程序保存（版本 ${p['version']}，本程序最高支持 ${p['known']}），未做任何改动。请升级程序后再打开。`,
  WORK_DAMAGED: (p) => `工作库 ${p['path']} 已损坏，未做任何改动。请保留该文件，改用最近的备份。`,
  WORK_BUSY: (p) => `工作库 ${p['path']} 正被另一个程序使用。请关闭另一个窗口或命令后重试。`,
  WORK_INCOMPLETE: (p) => `工作库 ${p['path'] ?? ''} 中没有方案数据，无法使用。请重新建立工作库。`,
  PLAN_UNKNOWN: (p) => `没有名为“${p['plan']}”的方案。可用的方案：${p['known']}。`,
  PLAN_INVALID: (p) =>
    `方案“${p['plan']}”的数据有 ${p['problems']} 处错误，首处在 ${p['file']} ${p['path']}：${p['detail']}。请改正后重试。`,
  PLAN_BOOK_INVALID: (p) =>
    `工作簿 ${p['workbook']} 有 ${p['errors']} 处错误，没有新建工作库。首处${p['place'] === '' ? '' : `在 ${p['place']}`}：${findingText(String(p['finding']), p)}`,
  SCHEME_INVALID: (p) =>
    `评分方案或排名办法 ${p['file']} 有错误：${p['path'] === '' ? '' : `${p['path']} `}${String(p['detail']).replace(/。$/u, '')}。请改正后重试。`,
  SAMPLE_OTHER_YEAR: (p) => `示例数据只有 ${p['known']} 年的，写不出 ${p['year']} 年的填报表。请改用 ${p['known']} 年。`,
  YEAR_NOT_OPEN: (p) => `${p['year']} 年度还没有开启${p['open'] === '' ? '' : `（已开启：${p['open']}）`}。请先开启年度。`,
  YEAR_OPEN_ALREADY: (p) => `${p['year']} 年度已经开启。要改动请调整年度；还没有收到填报表的，可以取消开启后重来。`,
  YEAR_OUTSIDE_PLAN: (p) => `方案只管 ${p['from']} 至 ${p['to']} 年，没有 ${p['year']} 年度。请核对年度；方案延期的，先导入修订后的方案。`,
  YEAR_ROUND_UNKNOWN: (p) =>
    p['known'] === ''
      ? `${p['year']} 年度只有年报，没有“${p['round']}”这一轮。请先在报送轮次中加上季调度或月调度。`
      : `${p['year']} 年度没有“${p['round']}”这一轮。可写：${p['known']}。`,
  YEAR_DUE_EARLY: (p) => `截止日 ${p['due']} 早于 ${p['year']} 年开始，不能作为 ${p['year']} 年度的报送截止日。请核对日期。`,
  YEAR_TARGETS_OPEN: (p) =>
    `${p['year']} 年度有 ${p['count']} 项指标没有目标，须先选定：${p['measures']}。逐项选沿用、插值、录入或不考核。`,
  YEAR_IN_USE: (p) => `${p['year']} 年度已收到 ${p['returns']} 份填报表，不能取消开启。`,
  YEAR_NOT_FINAL: (p) => `${p['year']} 年度没有定稿，不需要重新开启。`,
  YEAR_NOT_SIGNED: (p) => `${p['year']} 年度还没有定稿，不能归档。请先定稿。`,
  YEAR_ARCHIVED: (p) => `${p['year']} 年度已归档（${p['at']}，${p['by']}），不用再归档一次。`,
  YEAR_BLOCKED: (p) => `还不能定稿（${p['count']} 项）：${p['blockers']}。处理后再定稿；确需现在定稿的，写明说明，未处理的事项一并记录。`,
  YEAR_RUN_OTHER: (p) => `第 ${p['run']} 号计算记录不是 ${p['year']} 年度的得分。请另选一次该年度的试算。`,
  YEAR_RUN_STALE: (p) => `第 ${p['run']} 号计算记录之后数据或办法有变化，不能按它定稿。请按现在的数据重新试算，再按新的记录定稿。`,
  TARGET_NOT_OPEN: (p) =>
    `${p['measure']} 在 ${p['year']} 年有文件定的目标，不在开启年度时选择${p['known'] === '' ? '' : `（可选的：${p['known']}）`}。要改目标请按文件修订。`,
  TARGET_INVALID: (p) => targetFaultText(p),
  REVISION_LATE: (p) => `文件自 ${p['from']} 起生效，晚于 ${p['year']} 年年底，不能调整该年的目标。请核对生效日期或年度。`,
  DOCUMENT_UNKNOWN: (p) => `工作库中没有第 ${p['document']} 号方案文件，或它不是 ${p['year']} 年的清单。请另选一份。`,
  MEASURE_UNKNOWN: (p) =>
    `方案里没有指标 ${p['measure']}。可写编号或名称，如 ${p['known']}${Number(p['count']) > String(p['known']).split('、').length ? `（共 ${p['count']} 个）` : ''}。`,
  FIGURE_INVALID: (p) => `${p['measure']} 的数值“${p['value']}”${limitText(p)}`,
  YEAR_FINAL: (p) =>
    `${p['year']} 年度已定稿（${p['at']}，${p['by']}）${p['archived'] === '' ? '' : `并已归档（${p['archived']}）`}，不能再改。确需更正的，先重新开启这个年度。`,
  REPORT_SIGNED_OTHER: (p) =>
    `${p['year']} 年度按第 ${p['run']} 号计算记录定稿，其中没有这张表各行的得分（按别的办法计算，或清单后来改过），不能打印。请先重新开启这个年度，核对后重新定稿，再打印。`,
  YEAR_NO_ANNEX: (p) => `${p['year']} 年没有年度事项清单，不能打印这张表。请先导入该年度的清单，或改选年度。`,
  YEAR_NO_SCHEME: (p) =>
    p['kind'] === 'ranking'
      ? `工作库中没有适用于 ${p['year']} 年的排名办法，暂不能排名。请先加入一个自该年或更早起适用的排名办法（办法中 from 写 ${p['year']} 或更早的年份）。`
      : `${p['year']} 年度还没有选定评分办法，暂不能计算得分；仍可生成和收集填报表。请先加入评分办法，再为年度选定。`,
  YEAR_SCHEME_RULES: (p) =>
    `${p['year']} 年度按规则办法“${p['scheme']}”考核，没有附件行次的得分，这项功能不能用。该办法的得分、试算、比较和定稿都可以用。`,
  UNIT_UNKNOWN: (p) => `方案中没有“${p['unit']}”这个单位。请使用方案中的名称或通用简称。`,
  ROW_CHOICE_UNUSED: (p) =>
    `所导入的表中没有可选定对应关系的“${p['name']}”这一行，全部文件都没有入库。请写表中名称一栏的原文；只有单位自拟的表可以选定。`,
  ROW_CHOICE_STRANGE: (p) =>
    `“${p['name']}”选定为“${p['row']}”，该单位的填报表中没有这一行（或有几行同名），全部文件都没有入库。请写填报表中的编号或完整名称。`,
  PERIOD_INVALID: (p) =>
    `时段“${p['period']}”不正确。请写成年度（2024）、半年（2024-H1）、季度（2024-Q3）、月份（2024-07）、当年累计（2024-01..2024-07）或起止日期（2024-07-01..2024-07-15）。`,
  PERIOD_OTHER_YEAR: (p) => `时段 ${p['period']} 不在 ${p['year']} 年内。请核对年度与时段。`,
  PICTURE_INVALID: (p) => `要保存的内容不是 ${p['format']} 图片，没有写入文件。请重新打开页面后再导出。`,
  REPORT_EXTENSION: (p) => `文件名 ${p['path']} 的扩展名与格式 ${p['format']} 不符。请把文件名改成以 .${p['format']} 结尾。`,
  FILE_IS_WORK: (p) => `${p['path']} 是工作库本身，不能用来保存导出的文件。请换一个文件名。`,
  REPORT_UNKNOWN: (p) => `没有“${p['kind']}”这种文件。${available(p['known'])}`,
  REPORT_FORMAT_UNKNOWN: (p) => `不支持“${p['format']}”格式。可用：pdf、xlsx。`,
  OUTLOOK_NO_TARGETS: (p) => `方案没有 ${p['year']} 年的空气质量目标，不能倒排测算。请填写目标值，或选择沿用其他年度的目标。`,
  OUTLOOK_DATE_OUTSIDE: (p) => `测算日期 ${p['date']} 不在 ${p['year']} 年内。请改选该年的日期。`,
  SCAN_UNKNOWN: (p) => `收件号 ${p['number']} 没有扫描件。收件号见该单位的版本清单，手工录入的一版才可能附有扫描件。`,
  SCHEME_UNKNOWN: (p) =>
    p['known'] === ''
      ? `没有编号为“${p['scheme']}”、适用于 ${p['year']} 年的办法，也没有别的可选。请先写好办法文件，加入工作库。`
      : `没有编号为“${p['scheme']}”、适用于 ${p['year']} 年的办法。${available(p['known'])}`,
  SCHEME_NOT_SCORING: (p) =>
    `办法“${p['scheme']}”${p['kind'] === 'ranking' ? '是排名办法' : '是规则办法，按规则逐期计算'}，不是年度评分办法。${
      p['known'] === undefined ? '请另选评分办法' : p['known'] === '' ? '工作库中没有评分办法，请先加入' : `可选的评分办法：${p['known']}`
    }，或按它自己的方式计算。`,
  SCHEME_MISSING: (p) => `工作库中没有办法 ${p['scheme']}${p['known'] === '' ? '' : `（有：${p['known']}）`}。请核对编号。`,
  SCHEME_OTHER_KIND: (p) => `编号 ${p['scheme']} 已用于另一类办法${p['title'] === undefined ? '' : `《${p['title']}》`}，请换一个编号。`,
  SCHEME_OTHER_PLAN: (p) =>
    `${p['file']} 是为方案 ${p['plan']} 写的，本工作库的方案是 ${p['own']}。确实适用的，把 plan 一行改为 ${p['own']} 后再加入。`,
  SCHEME_HEAD_MISSING: (p) =>
    `${p['file']} 缺少抬头：加入工作库的办法要写 id（编号）、title（名称）、from（自哪年起），且一个文件只写一个办法。`,
  SCHEME_EXISTS: (p) =>
    `办法“${p['scheme']}”的这一版已在工作库中${p['number'] === undefined ? '' : `（第 ${p['number']} 版）`}，没有改动。${
      p['number'] === p['newest']
        ? ''
        : `现行的是第 ${p['newest']} 版；要恢复第 ${p['number']} 版的写法，请在文件的 notes 中写明缘由后再加入。`
    }`,
  RUN_UNKNOWN: (p) => `没有第 ${p['id']} 号计算记录。请另选一次。`,
  SETTING_UNKNOWN: (p) => `没有“${p['key']}”这个设置项。${available(p['known'])}`,
  SETTING_VALUE: (p) =>
    `设置项“${settingLabel(String(p['key']))}”不能是“${p['value']}”。可用：${allowedText(p['allowed'], String(p['key']))}。`,
  ...EVENT_FAILURES,
  STATION_UNKNOWN: (p) => `站点登记和监测数据中都没有“${p['station']}”。请核对站点的名称或代码。`,
  STATION_AMBIGUOUS: (p) => `“${p['station']}”在${p['places']}各有一个，看不出指哪一个。请先给它们登记不同的名称，或在站点页选择。`,
  STATION_UNNAMED: () => '没有写明是哪个站点。请填写站点名称。',
  STATION_NAME_TAKEN: (p) => `名称或代码“${p['name']}”已属于站点“${p['station']}”。请换一个名称；确要改归别的站点的，请把它归入那个站点。`,
  STATION_NAME_PLACE: (p) => `“${p['name']}”是${p['place']}自己的名称，不能作为站点的名称。请写站点的全称。`,
  STATION_PLACE_MISSING: (p) => `没有写明站点“${p['station']}”代表哪个单位。请填写所属的单位。`,
  STATION_PLACE_TWICE: (p) => `${p['place']}写了两次。每个单位只写一次，写明权重。`,
  STATION_PLACE_OUTSIDE: (p) => `${p['place']}在所填的日期里不存在（${existence(p)}）。请核对日期，或改填当时的单位。`,
  STATION_CELL: (p) => `${p['cell']} 的“${p['text']}”看不懂。类型写国控、市控、乡镇站或微站，监测项目写 PM2.5 等，日期写年月日。`,
  STATION_WEIGHT: (p) => `${p['place']}的权重“${p['weight']}”不是大于 0 的数。请填写如 1、0.5。`,
  STATION_DATES: (p) => `止于 ${p['until']} 早于起始日 ${p['from']}。请核对起止日期。`,
  SOURCE_UNKNOWN: (p) => `没有来源“${p['source']}”，或者这个文件不是监测数据。请写已入库的监测数据文件的收件号。`,
  STATION_TARGET: (p) => `“${p['to']}”不是站点，也不是监测空气的单位，“${p['name']}”没有归入。请填写已登记的站点或方案中的单位名称。`,
  SCHEME_FILE_UNREADABLE: (p) =>
    `办法文件 ${p['file'] ?? ''} ${UNREADABLE[String(p['reason'])] ?? '读不出来'}。请检查文件名，或用记事本另存为 UTF-8 后重试。`,
  SCHEME_LATER: (p) => `办法“${p['scheme']}”自 ${p['from']} 年起施行，不适用于 ${p['year']} 年。`,
  SCHEME_RETIRED: (p) => `办法“${p['scheme']}”已停用（${p['at']}，${p['by']}：${p['reason']}），不再计算。确要再用的，请先恢复使用。`,
  SCHEME_INPUT_PERIOD: (p) => `办法“${p['scheme']}”按${p['per']}计算，不读取为 ${p['period']} 录入的。请按${p['per']}录入，或录入全年的。`,
  SCHEME_SUBJECTS: (p) =>
    `办法的对象“${p['subjects']}”在本工作库中找不到。请把 subjects 写成：${p['known']}，或 { kinds: […], classes: […], units: […] }。`,
  SCHEME_YEARLY: (p) => `办法按填报表的清单评分，只能按年计算，不能用于 ${p['period']}。请写年度。`,
  SCHEME_ACCOUNT_NOTHING: (p) => `办法“${p['scheme']}”只排名、告知，不结算资金，也不计分，没有年度账。`,
  SCHEME_ACCOUNT_PER: (p) => `办法“${p['scheme']}”没有按月、按季度或按半年计算（per），没有逐期的账。请按年计算。`,
  SCHEME_INPUT_VALUE: (p) => `“${p['value']}”不能录入为${p['kind']}：请填${p['allowed']}。`,
  SCHEME_INPUT_NAME: (p) =>
    `办法“${p['scheme']}”不读取名为“${p['name']}”的${p['kind']}。${p['known'] === '' ? '本办法不需要这一类录入。' : `它读取：${p['known']}。`}`,
  SCHEME_RULE_CHOICE: (p) =>
    `${p['rule'] === '' ? `${p['file'] ?? ''} 中有几个办法` : `${p['file'] ?? ''} 中没有名为“${p['rule'] ?? ''}”的办法`}。${
      (p['known'] ?? '') === '' ? '文件中只有一个没有名称的办法，不用写 --rule。' : `请用 --rule 指明其中一个：${p['known']}。`
    }`,
  CALC_INPUT_EMPTY: () => '标准输入中没有可计算的内容。请用 < 文件名 或管道提供数据，用法见该命令的 --help。',
  CALC_NO_COLUMNS: (p) => `表头中没有可计算的列。需要的列：${p['wanted']}；读到的表头：${p['found']}。`,
  CALC_NO_DATE: () => '没有 date 列，无法按日期选用标准。请补上日期列，或用 --standard 2012、2026、2031 指定标准。',
  CALC_COLUMN_TWICE: (p) => `表头中“${p['first']}”和“${p['second']}”是同一项，不知道用哪一列。请删去或改名其中一列。`,
  CALC_UNIT: (p) => `${p['column']} 列的单位是 ${p['unit']}，换算取决于温度和气压，不能计算。请改用 µg/m³（CO 用 mg/m³）。`,
  CALC_CSV_BROKEN: (p) =>
    `第 ${p['line']} 行起不是正确的 CSV：${CSV_FAULTS[String(p['reason'])] ?? '多半是引号没有成对'}。请改正后重试；此前的各行可能没有全部写出。`,
  CALC_ENCODING: (p) => `输入中有不属于 ${p['encoding']} 编码的字节，无法读出文字。请另存为 UTF-8 后重试。`,
  ORIGINAL_UNKNOWN: () => '找不到这份原表。请重新导入或重新预览后再查看。',
  FILE_GRANT_UNKNOWN: () => '所选文件的授权已失效，请重新选择文件。',
  FILE_UNWRITABLE: (p) => `无法写入 ${p['path']}（${p['reason']}）。请检查文件夹权限和磁盘空间，文件若已在其他程序中打开请先关闭。`,
  FONT_MISSING: (p) => `缺少字体文件 ${p['file']}，无法生成 PDF。请重新安装程序，或在设置中指定字体。`,
  CONFLICT_UNKNOWN: (p) => `方案里没有“${p['subject']}”这处表述不一致。现有：${p['known']}。`,
  STATEMENT_UNKNOWN: (p) => `这处不一致中没有“${p['statement']}”这个表述。现有：${p['known']}。`,
  STATEMENT_UNFIT: (p) => `表述“${p['statement']}”没有 ${p['year']} 年的数值，不能作为采用值。请另选一处。`,
  YEAR_UNSAID: (p) => (p['open'] === '' ? '还没有开启任何年度。请先开启年度。' : `已开启多个年度（${p['open']}），请写明是哪一年。`),
  AIR_FILE_UNKNOWN: (p) => `没有收件号为 ${p['number']} 的监测文件。收件号见监测数据的收到文件清单。`,
  AIR_FILE_WITHDRAWN: (p) => `《${p['file']}》（收件号 ${p['number']}）已经撤回，未作改动。如要重新采用，请恢复。`,
  AIR_FILE_STANDS: (p) => `《${p['file']}》（收件号 ${p['number']}）没有撤回，未作改动。`,
  AIR_FILE_UNREADABLE: (p) => `扣沙日清单《${p['file']}》的原件读不出来，不能确定它管哪些日期，未作改动。请先核验工作库。`,
  ...reportingFailures,
  VERSION_UNKNOWN: (p) => `没有收件号为 ${p['number']} 的填报表或监测文件。收件号见该单位的版本清单，或监测数据的收到文件清单。`,
  VERSION_OTHER_UNIT: (p) => `收件号 ${p['number']} 和 ${p['other']} 不是同一单位同一年度的填报表，不能比较。请选同一单位的两版。`,
  VERSION_COUNTS: (p) => `第 ${p['version']} 版（收件号 ${p['number']}）现在就是采用的一版，未作改动。`,
  VERSION_NOT_ADOPTED: (p) => `第 ${p['version']} 版（收件号 ${p['number']}）没有被采用，不能撤回。`,
  FINDING_UNKNOWN: (p) => `没有编号为${quoted(p['finding'])}的问题。编号见问题清单。`,
  FINDING_DISMISSED: () => '错误和待确认的数值不能“不再提示”。请核实属实、更正，或退回单位。',
  FINDING_NO_VALUE: () => '这个问题不指向一个可以更正的数值。请退回单位，或在核实后说明。',
  FINDING_VALUE: (p) => FINDING_VALUE_PROBLEMS[String(p['problem'])]?.(p) ?? '更正后的值不能采用。',
  FINDINGS_MIXED: (p) => `一并答复的问题须属于同一规则，选中的有 ${p['count']} 种。请按规则分别答复。`,
  CONSENT_ROW_UNKNOWN: (p) => `${p['unit']} ${p['year']} 年的填报表没有编号为“${p['row']}”的行。${askedText(p)}`,
  CONSENT_NOT_ASKED: (p) => `${p['unit']}没有对 ${p['row']} 申请不涉及，不能同意。${askedText(p)}`,
  CONSENT_NONE: (p) =>
    `${p['unit']}的 ${p['row']} 没有已同意的不涉及，不能撤回。${p['given'] === '' ? '该单位没有已同意的项。' : `已同意的有：${p['given']}。`}`,
  WHATIF_FORM: (p) =>
    `读不懂这条假设：“${p['change']}”。请写成 单位/行/栏=值（如 单位/行编号/完成值=12）、weight:行编号=分值 或 target:指标编号=目标（如 ≤31）。`,
  WHATIF_SCHEME_FORM: (p) =>
    `看不懂假设“${p['change']}”。本办法可以写：单位/数据=数值（南沙镇/pm25=31）、单位/数据/目标=数值、数据=数值（全部对象）、target:数据=数值、weight:分项=分值或权重。可用的数据：${p['known']}。`,
  WHATIF_SCHEME_COLUMN: (p) => `本办法不读“${p['name']}”。可以假设的数据：${p['known']}。`,
  WHATIF_SCHEME_PERIOD: (p) => `本办法按期计算，假设“${p['change']}”要写明是哪一期：单位@时段/数据=数值。可用时段：${p['periods']}。`,
  WHATIF_SCHEME_VALUE: (p) => `“${p['change']}”的数值“${p['value']}”不是数。请填数，或“不涉及”；空白表示缺数据；事件填“是”或“否”。`,
  WHATIF_SCHEME_WEIGHT: weightRefusal,
  WHATIF_UNIT: (p) => `方案中没有“${p['unit']}”这个单位。${available(p['known'])}`,
  WHATIF_ROW: (p) => `${p['unit']}的填报表中没有“${p['row']}”这一行。${available(p['known'])}`,
  WHATIF_FIELD: (p) => `${p['unit']}的“${p['row']}”没有“${p['field']}”这一栏。${available(p['known'])}`,
  WHATIF_VALUE: (p) => `${p['cell']}不能填“${p['text']}”：${findingText(String(p['finding']), p)}`,
  WHATIF_WEIGHT_ROW: (p) =>
    p['shared'] === 'true'
      ? `“${p['row']}”没有单列的分值：评分办法让本部分各行平均分配满分，不能只改这一行。要单列，请在办法中写明这一行的分值，加入为新版。分值可以单独改的行：${p['known']}。`
      : `没有编号为“${p['row']}”、分值可以单独改的行。${available(p['known'])}`,
  WHATIF_WEIGHT: (p) => `“${p['row']}”的分值不能是“${p['value']}”。请填 0 至 ${p['max']} 之间的数。`,
  WHATIF_WEIGHT_SUM: () => '几行分值之和超过了本部分满分，或者没有别的行可以分摊余下的分值。请改小分值，或少改几行。',
  WHATIF_MEASURE: (p) => `没有编号为“${p['measure']}”的指标。${available(p['known'])}`,
  RUN_KINDS_DIFFER: (p) =>
    `第 ${p['before']} 号和第 ${p['after']} 号计算记录所用的办法形式不同（一个按年度评分办法，一个按规则办法），分项对不上，不能比较。请选两次同一种办法的计算。`,
  RUN_NOT_SCORES: (p) => `第 ${p['id']} 号计算记录是排名，不是年度得分，不能这样比较。请另选一次年度得分。`,
  HOST_GONE: () => '与程序的连接已断开，这一步没有完成。请重新启动治气考核，打开工作库核对后再做一次。',
  UPLOAD_TOO_LARGE: (p) => `文件“${p['name']}”太大（上限 ${p['limit']} MB），没有接收。填报表通常不到 1 MB，请检查是否选错了文件。`,
  NAME_INVALID: (p) => `名称“${p['name']}”不能用作文件名。请不要使用 \\ / : * ? " < > | 等符号，首尾不要有点和空格。`,
  OUT_NOT_DEMO: (p) => `${p['path']} 已有其他内容，示例不会覆盖它。请换一个文件夹（--out），或先清空该文件夹。`,
};

/** What was asked wrongly, by its Chinese name where it has one. */
function inputSentence({ path, method, problem }: Params): string {
  const asked = path === '' ? String(method) : String(path);
  // figures.0.value: the numbers count the entries of a list.
  const named = asked.split('.').findLast((part) => !/^\d+$/.test(part)) ?? asked;
  return `参数不正确：${INPUT_NAMES[named] ?? `“${named}”`}${INPUT_PROBLEMS[String(problem)] ?? '不正确'}。请检查后重试。`;
}

const CSV_FAULTS: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: '引号没有成对，缺后一个引号',
  CSV_INVALID_CLOSING_QUOTE: '后一个引号之后还有字',
  INVALID_OPENING_QUOTE: '引号不在一格的开头',
  CSV_MAX_RECORD_SIZE: '一行太长，多半是引号没有成对',
};

const INPUT_NAMES: Readonly<Record<string, string>> = {
  reason: '理由',
  document: '文号',
  despite: '说明',
  by: '姓名',
  unit: '单位',
  row: '编号',
  measure: '指标',
  value: '数值',
  scheme: '办法编号',
  year: '年度',
  period: '时段',
  from: '生效日期',
  due: '截止日期',
  file: '文件',
  changes: '假设',
  passwords: '打开密码',
  number: '编号',
};

const INPUT_PROBLEMS: Readonly<Record<string, string>> = {
  blank: '不能为空',
  too_small: '过小',
  too_big: '超出范围',
  invalid_type: '缺少或类型不对',
  invalid_format: '格式不对',
  invalid_value: '不在可选范围内',
  unrecognized_keys: '有不认识的内容',
};

const UNREADABLE: Readonly<Record<string, string>> = {
  missing: '打不开',
  binary: '不是文本文件',
  encoding: '不是 UTF-8、GBK（GB18030）或 UTF-16 编码',
};

/** A refusal that names what there is instead; where there is nothing, that is said. */
/** 机构变动: when a unit exists. */
const existence = ({ from, until }: Params): string =>
  [from === '' ? '' : `自 ${from} 起`, until === '' ? '' : `止于 ${until}`].filter((part) => part !== '').join('，');

const available = (known: string | number | undefined): string =>
  known === undefined || known === '' ? '没有别的可选。' : `可用：${known}。`;

/** Values of a setting as they are listed: 是、否, and what the others mean. */
const allowedText = (allowed: string | number | undefined, key = ''): string =>
  String(allowed ?? '')
    .split('、')
    .map((value) => {
      const meaning = settingValueText(value, key);
      return meaning === value || value === 'true' || value === 'false' ? meaning : `${value}（${meaning}）`;
    })
    .join('、');

const askedText = (p: Params): string => (p['asked'] === '' ? '该单位没有申请任何一项不涉及。' : `该单位申请不涉及的有：${p['asked']}。`);

export function failureText(code: string, params: Params): string {
  const sentence = SENTENCES[code];
  return sentence === undefined ? `操作未完成（${code}）。` : sentence(params);
}

export const knownFailureTexts: readonly string[] = Object.keys(SENTENCES);
