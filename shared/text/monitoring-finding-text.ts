import { settingValueText } from './settings-text.ts';

type Params = Readonly<Record<string, string | number>>;

/** Sentences about files of monitoring data, dust days and forecasts. */
export const MONITORING_SENTENCES: Readonly<Record<string, (params: Params) => string>> = {
  MONITOR_NOTHING: () => '没有找到监测数据表。表头应有日期、地点（或站点）和污染物名称，每张表的标题或工作表名可代替其中一项。',
  MONITOR_SHEET_UNKNOWN: () => '这张工作表不是监测数据表，未读取。',
  MONITOR_TABLE_UNKNOWN: () => '从这里开始的一张表看不出地点、日期或污染物，未读取。请补全表头后重新导入。',
  MONITOR_COLUMNS_IGNORED: (p) => `以下 ${p['count']} 列不是浓度数据，未读取：${p['columns']}。`,
  MONITOR_COLUMN_UNKNOWN: (p) => `看不出${quoted(p['column'])}列是什么，未读取。如为污染物，请改用标准名称（如 PM2.5、O3_8h）。`,
  MONITOR_POLLUTANT_UNKNOWN: (p) => `${quoted(p['column'])}不是评价项目，${p['count']} 行未读取。`,
  MONITOR_O3_AS_EIGHT_HOUR: (p) =>
    `日报表中的${quoted(p['column'])}列没有写明平均时间，按臭氧日最大8小时滑动平均读取。如为 1 小时最大值，请把表头改为 O3_1h 后重新导入。`,
  MONITOR_UNIT_REFUSED: (p) =>
    `${quoted(p['column'])}列的单位是 ${p['unit']}，该列未读取。请按参比状态换算为 μg/m³（CO 为 mg/m³）后重新导入。`,
  MONITOR_UNIT_CONVERTED: (p) => `${quoted(p['column'])}列已由 ${p['from']} 换算为 ${p['to']}。`,
  MONITOR_UNIT_DOUBTFUL: (p) =>
    `${quoted(p['column'])}列没有写单位，数值更像是 ${p['other']}，现按 ${p['expected']} 读取，没有换算。请在表头写明单位后重新导入。`,
  MONITOR_UNIT_HELD: (p) =>
    `${quoted(p['column'])}列没有写单位，数值更像是 ${p['other']} 而不是 ${p['expected']}，该列未采用。请在表头写明单位（如 ${quoted(`${pollutantName(p['field'])}（${p['other']}）`)}）后重新导入。`,
  MONITOR_HOUR_STAMP_KEPT: (p) =>
    `小时标注按此前对同样表头的文件选定的含义读取：整点为${p['stamp'] === 'start' ? '开始' : '结束'}。如有变化，请重新选定“小时的含义”后导入。`,
  MONITOR_HOUR_STAMP: (p) =>
    p['stamp'] === 'start'
      ? '小时标注为 0–23，按“整点开始的一小时”读取（0 时即 00:00–01:00）。如标注的是小时结束时刻，请把“小时的含义”改为“整点为结束”后重新导入。'
      : '小时标注为 0–23，没有写明是小时的开始还是结束，按“整点结束的一小时”读取（1 时即 00:00–01:00，0 时为前一日最后一小时）。如标注的是小时开始时刻，请把“小时的含义”改为“整点为开始”后重新导入。',
  MONITOR_PLACE_UNKNOWN: (p) =>
    `${quoted(p['column'])}不在监测空气的单位名单中，所涉 ${p['count']} 行（处）未读取。请改为方案中的单位名称，或在导入时把它归入站点或单位。`,
  MONITOR_CODES_UNREGISTERED: (p) =>
    `这张表按站点代码排列，共 ${p['count']} 个代码，没有一个在站点登记中（如 ${p['codes']}），未读取。请先登记本地站点的代码再导入。`,
  MONITOR_PLACE_MISSING: (p) => `${p['count']} 行没有写${quoted(p['column'])}，看不出是哪个地点，未读取。请补填。`,
  MONITOR_DATE_UNREADABLE: (p) =>
    `${quoted(p['column'])}列的${quoted(p['text'])}看不出是哪一天哪一时，该行未读取。请写成 2024-01-01 或 2024-01-01 05:00 的形式。`,
  MONITOR_YEAR_ASSUMED: (p) => `${quoted(p['column'])}列的日期没有写全年份，共 ${p['count']} 处，按 ${p['year']} 年读取。请确认。`,
  MONITOR_ROWS_SKIPPED: (p) => `平均、合计、说明等 ${p['count']} 行不是监测数据，未读取。`,
  MONITOR_ROWS_ASIDE: (p) => `${quoted(p['text'])} ${p['count']} 行是各行的平均，或限值、目标，不是监测数据，未读取。`,
  MONITOR_ROWS_WITHOUT_KEY: (p) => `${p['count']} 行有数值但没有日期，未读取。请补填日期。`,
  MONITOR_KEYS_FILLED: (p) => `${quoted(p['column'])}列有 ${p['count']} 处是合并或空白的单元格，按上方的内容读取。`,
  MONITOR_MARKS_MISSING: (p) => `${quoted(p['column'])}列有 ${p['count']} 处为缺测标记，按缺测处理。`,
  MONITOR_VALUE_INVALID: (p) => `${quoted(p['text'])}表示数据无效，该值不参加统计。`,
  MONITOR_VALUE_UNREADABLE: (p) =>
    `${quoted(p['text'])}不是监测值，也不是已知的缺测或无效标记，未采用。请核对原始数据；是数据标识的，在设置中写明标记的意思后重新导入。`,
  MONITOR_TITLE_OTHER: (p) =>
    `标题${quoted(p['title'])}说明这不是实测的日均值或小时值，本表未读取。确为实测值的，请改正标题（如写明“日均值”）后重新导入。`,
  MONITOR_VALUE_MERGED: (p) =>
    `${quoted(p['text'])}在合并的单元格里，看不出是其中哪一天（哪一处）的值，未采用。请取消合并、逐格填写后重新导入。`,
  MONITOR_SHEET_HIDDEN: () => '隐藏的工作表未读取。需要采用的，请取消隐藏后重新导入。',
  MONITOR_FORMULA_EXTERNAL: (p) => `${quoted(p['column'])}列有 ${p['count']} 个值引用其他工作簿，采用文件中保存的结果。请核对。`,
  MONITOR_FORMULA_VOLATILE: (p) =>
    `${quoted(p['column'])}列有 ${p['count']} 个值由每次打开都会重算的公式（首例 =${p['formula']}）得出，采用文件中保存的结果。请核对，或改填数值。`,
  MONITOR_FORMULA_HELD: (p) =>
    `公式${p['formula'] === '' ? '' : ` =${p['formula']} `}${formulaTrouble(p)}，未采用。请打开表格重新计算后保存，或改填数值，再重新导入。`,
  MONITOR_COMMENT: (p) => `${p['of'] === 'row' ? '本行' : '此格'}有批注${quoted(p['text'])}，数值已照常采用。请核对批注是否涉及数值。`,
  MONITOR_COMMENT_HELD: (p) =>
    `批注${quoted(p['text'])}说明${p['of'] === 'row' ? '本行' : '此格'}的数值可能无效或另有数值，未采用。请核实后改正数值，或删去批注，再重新导入。`,
  MONITOR_COMMENT_BESIDE: (p) => `有批注${quoted(p['text'])}，没有据此改动数值。涉及数值的，请在单元格中改正后重新导入。`,
  MONITOR_AHEAD: (p) =>
    `有 ${p['count']} 天的日期晚于导入日 ${p['until']}（${p['first']}${p['first'] === p['last'] ? '' : ` 至 ${p['last']}`}），不可能是实测值，未采用。请核对年份和日期；是预报的，请改用预报清单导入。`,
  DUST_AHEAD: (p) =>
    `有 ${p['count']} 个扣沙日晚于导入日 ${p['until']}（${p['first']}${p['first'] === p['last'] ? '' : ` 至 ${p['last']}`}），没有列入。请核对年份和日期。`,
  FORECAST_AFTERWARDS: (p) =>
    `起报时间 ${p['published']} 晚于被预报的 ${p['date']}，事后填写的不是预报，该行未读取。请核对两个日期后重新导入。`,
  MONITOR_VALUE_FAR: (p) =>
    `${p['place']} ${p['date']}${p['hour'] === undefined ? '' : ` ${Number(p['hour']) + 1}时`} 的${pollutantName(p['field'])}为 ${p['value']}，是${p['known'] === undefined ? '本文件中' : '库内当年'}该处通常值（中位数 ${p['median']}）的 ${p['times'] ?? 5} 倍以上，已采用。请核实数值和单位。`,
  MONITOR_DUST_AFTER: (p) =>
    `${quoted(p['column'])}列是扣沙后的数值（其中 ${p['count']} 处已扣除），不是实测值，未读取；采用了同一项目的实测值。扣沙日请另用扣沙日清单导入。`,
  MONITOR_DUST_ALONE: (p) =>
    p['of'] === 'title'
      ? `标题${quoted(p['column'])}说明颗粒物是扣沙后的数值，表中没有实测值（扣沙前），PM2.5、PM10 未采用。请导出扣沙前的数值；扣沙日请另用扣沙日清单导入。`
      : `${quoted(p['column'])}列是扣沙后的数值，表中没有同一项目的实测值（扣沙前），该列未采用。请导出扣沙前的数值；扣沙日请另用扣沙日清单导入。`,
  MONITOR_HEADER_UNCLEAR: (p) =>
    `看不懂${quoted(p['column'])}列中的${quoted(p['rest'])}，不能确定该列是不是以 μg/m³ 或 mg/m³ 计的实测浓度，本文件没有采用。是实测浓度的，请把表头改为${quoted(`${pollutantName(p['field'])}（μg/m³）`)}并按该单位填写数值；不是的，请删去该列，再重新导入。`,
  MONITOR_ONLY_OTHER: (p) =>
    `${quoted(p['column'])}列不是实测浓度（指数、目标、上年同期、累计或时段均值等），表中没有可以采用的浓度。请导出各项污染物的日均值或小时值。`,
  MONITOR_OF_PERIOD: (p) =>
    `表中没有逐日的日期，${quoted(p['title'])}说的是一段时间，疑为这一时段的均值，不能作为日均值导入，本表未读取。请导出逐日的日均值或小时值。`,
  MONITOR_HOUR_LACKS: (p) =>
    `${quoted(p['column'])}列的${quoted(p['text'])}没有写明是哪一时（同列的其他行有），看不出是小时值还是日均值，该行未读取。请补写时间，或把日均值另存为一张表后重新导入。`,
  MONITOR_IS_RETURN: (p) =>
    `这是填报表${p['unit'] === '' ? '' : `（${p['unit']}）`}，不是监测数据。请在“填报收集”页导入（命令行用 import）。`,
  MONITOR_MONTHLY: (p) =>
    `${p['place']}的 ${p['count']} 个日期都是每月 1 日（${p['first']} 至 ${p['last']}），疑为月均值，不能作为日均值，未采用。请导出逐日的日均值或小时值。`,
  MONITOR_UNIT_IN_CELL: (p) =>
    `${quoted(p['column'])}列有 ${p['count']} 个值在单元格内写明单位（首例${quoted(p['text'])}），按所写的单位读取。`,
  MONITOR_OTHER_DISTRICT: (p) =>
    `${quoted(p['column'])}列写明是${quoted(p['text'])}，不是本区县，${p['count']} 行未读取。写错的，请改正后重新导入。`,
  MONITOR_USUAL_HIGH: (p) =>
    `${p['place']}的${pollutantName(p['field'])}${Number(p['daily']) === 1 ? '日均值' : '小时值'}在本文件中普遍偏高（中位数 ${p['median']}），已采用。请核实数值和单位。`,
  MONITOR_UNIT_CONTRADICTED: (p) =>
    `${quoted(p['column'])}列写明的单位是 ${p['expected']}，全部数值却像是 ${p['other']}，该列未采用。请核实后改正表头的单位或数值，再重新导入。`,
  MONITOR_PARTICLES_SWAPPED: (p) =>
    `${p['place']}有 ${p['count']} ${p['unit'] === 'days' ? '天' : '小时'}（共 ${p['days']} ${p['unit'] === 'days' ? '天' : '小时'}）的 PM2.5 大于 PM10，疑为两列填反，两项都未采用。请核对表头和数值后重新导入。`,
  DUST_NOT_TAKEN_OUT: (p) => `标题${quoted(p['title'])}写明不予扣除，没有作为扣沙日清单采用。`,
  DUST_ROWS_DECLINED: (p) => `${quoted(p['column'])}列有 ${p['count']} 行写明不是（不予扣除、未通过），没有列入。`,
  DUST_ROW_UNDECIDED: (p) =>
    `${quoted(p['column'])}列没有写明这一天是否扣除（${quoted(p['text'])}），没有列入。请写明“是”或“否”后重新导入。`,
  MONITOR_DUST_SAID: (p) =>
    `${quoted(p['column'])}列有 ${p['count']} 行写明“是”，看不出数值是扣沙前的还是扣沙后的，已按实测值采用，也没有列入扣沙日。请核对数值；要扣沙的，请另行导入扣沙日清单。`,
  MONITOR_VALUE_UNSEEN: (p) => `${unseenText(p)}，看不出是否有效，未采用。请改正单元格的格式后重新导入。`,
  MONITOR_VALUE_STRUCK: (p) => `${quoted(p['text'])}整格加了删除线，看不出是否仍有效，未采用。请改正或去掉删除线后重新导入。`,
  MONITOR_STRUCK_BESIDE: (p) => `${quoted(p['struck'])}加了删除线，采用旁边的${quoted(p['text'])}。请核对。`,
  MONITOR_FORMAT_HELD: (p) =>
    `数值 ${p['text']} 的数字格式（${p['format']}）显示的单位或数量级与表头不同，未采用。请在表头写明单位，并把单元格改为常规格式后重新导入。`,
  MONITOR_VALUES_HIDDEN: (p) =>
    `${quoted(p['column'])}列有 ${p['count']} 个值在隐藏的${p['hidden'] === 'row' ? '行' : '列'}里，已采用。请确认应当计入。`,
  MONITOR_VALUE_NEGATIVE: (p) =>
    `${quoted(p['column'])}列有 ${p['count'] ?? 1} 处监测值为负（首例 ${p['value']}），按缺测处理。请核对原始数据。`,
  MONITOR_VALUE_IMPOSSIBLE: (p) =>
    `监测值 ${p['value']} 超出仪器量程（${pollutantName(p['field'])}上限 ${p['maximum']}${p['field'] === 'co' ? 'mg/m³' : 'μg/m³'}），按无效处理。请核对原始数据和单位。`,
  MONITOR_DIGITS_ROUNDED: (p) => `${quoted(p['column'])}列有 ${p['count']} 个小时值超过 3 位小数，按 GB/T 8170 修约到 3 位。`,
  MONITOR_VALUE_TWICE: (p) => `${quoted(p['column'])}列有 ${p['count']} 个值重复出现（首次见 ${p['first']}），数值相同，只采用一次。`,
  MONITOR_VALUES_CONFLICT: (p) =>
    `同一站点、同一时间、同一项目有两个不同的值：${p['first']} 为 ${p['before'] === '' ? '无效' : p['before']}，此处为 ${p['value'] === '' ? '无效' : p['value']}，两个都未采用。请核对后删去错误的一个。`,
  MONITOR_STATED_DIFFERS: (p) =>
    `${p['place']} ${p['date']}${p['hour'] === undefined ? '' : ` ${Number(p['hour']) + 1}时`} 表中的${statedWord(p)}为${quoted(p['stated'])}，由浓度算得${computedText(p)}，以浓度为准。请核对浓度、平均时间和单位。`,
  MONITOR_FLAGGED: (p) => `${quoted(p['column'])}列有 ${p['count']} 处标记为无效（首例${quoted(p['text'])}），所标的值不参加统计。`,
  MONITOR_FLAG_UNKNOWN: (p) =>
    `看不出${quoted(p['column'])}列的标记${quoted(p['text'])}表示有效还是无效，共 ${p['count']} 处，所标的值未采用。请向数据提供单位核实，把标记改为“有效”或“无效”，或在导入预览中选定、在设置中写明标记的意思，然后重新导入。`,
  MONITOR_ROW_ZERO: (p) => `${p['count']} 行的六项监测值全部为 0，疑为仪器或平台故障，按缺测处理。请核对原始数据。`,
  MONITOR_CONSTANT: (p) =>
    `${p['place']}的${pollutantName(p['field'])}从 ${p['from']} 到 ${p['to']} 连续 ${p['count']} ${p['unit'] === 'days' ? '天' : '小时'}都是 ${p['value']}，疑为仪器故障或重复填写，已采用。请核实。`,
  MONITOR_GAPS: (p) =>
    `${p['place']}${p['station'] === '' ? '' : quoted(p['station'])}的${p['kind'] === 'daily' ? '日' : '小时'}数据中间缺 ${p['count']} 天（首日 ${p['first']}，末日 ${p['last']}）。`,
  MONITOR_MORE_CELLS: (p) =>
    `${p['column'] === '' ? '' : `${quoted(p['column'])}列`}另有同类问题：共 ${p['count']} 处，以上只列出前 ${p['named']} 处。`,
  LIST_ROW_UNREADABLE: (p) => `${quoted(p['column'])}列的${quoted(p['text'])}看不懂，该行未读取。请改正后重新导入。`,
  LIST_ROW_TWICE: (p) => `与 ${p['first']} 所在行重复，只采用前一行。`,
  MONITOR_FOREIGN: (p) => `看不出是监测数据、扣沙日清单还是预报清单（工作表：${p['sheets']}）。请确认表头含有日期、地点和污染物名称。`,
  MONITOR_EMPTY: () => '表头可以识别，但没有一行可以采用的数据。请确认是否导出了空表。',
  MONITOR_NOT_UNDERSTOOD: () =>
    '文件中看不懂的地名或日期过多，已停止读取，一行也没有采用。请核对地点列和日期列是否为监测数据所在的列、名称和写法是否规范，改正后重新导入。',
  MONITOR_HOURS_DISAGREE: (p) =>
    `${pollutantName(p['pollutant'])}的日均值与小时值不符，共 ${p['count']} 天；首例 ${p['date']} 表中日均值为 ${p['printed']}，由小时值算得${p['reckoned'] === '' ? '缺测（有效小时不足）' : ` ${p['reckoned']}`}，以小时值为准。请核对。`,
  MONITOR_WITHDRAWN: (p) =>
    `本文件此前已收到（收件号 ${p['number']}），后来撤回，现在不采用。如要重新采用，请在收到的文件中恢复它，不必再导入。`,
  MONITOR_CORRECTED_SINCE: (p) => `本文件早已入库，其中 ${p['days']} 天的数据已被后来导入的文件更正，没有恢复为本文件的数据。`,
  DUST_DAYS_REMOVED: (p) =>
    `按本清单，${p['from']}至${p['to']}内原有的 ${p['count']} 个扣沙日不再列入，导入后恢复参加统计：${p['dates']}。请确认清单是否完整。`,
  MONITOR_YEAR_MISSING: (p) =>
    `${quoted(p['column'])}列没有年份，标题和文件名也没有写明，${p['count']} 行未读取。请补上年份，或在导入时指定年份。`,
  MONITOR_ZONE_CONVERTED: (p) => `${quoted(p['column'])}列有 ${p['count']} 处时间写明时区（${p['zone']}），已换算为北京时间。`,
  MONITOR_ZONE_STATED: (p) => `表头写明时间为 ${p['zone']}，全部时间已换算为北京时间。`,
  MONITOR_ZONE_OF_DAYS: (p) =>
    `表头写明时间为 ${p['zone']}，按这一时区统计的日均值不是北京时间自然日的日均值，本表未读取。请导出北京时间的日均值，或导出小时值。`,
  MONITOR_OFF_HOUR: (p) =>
    `时间不在整点，都是某时 ${p['minutes']} 分，看不出是哪一小时的均值，本表未读取。请改为整点（如 01:00）后重新导入。`,
  MONITOR_MONTHS: (p) =>
    `${quoted(p['column'])}列的${quoted(p['text'])}是一段时间，不是一天，该行未读取。这一时段的均值不能作为日均值导入，请导出日均值或小时值。`,
  MONITOR_NOTE: (p) => `表中有说明：${quoted(p['text'])}，没有据此改动数值。涉及数值的，请在单元格中改正后重新导入。`,
  MONITOR_PLACE_CONTRADICTED: (p) =>
    `${quoted(p['column'])}列写明是${p['place']}，同一行的站点名称却是${p['station']}，看不出是哪个地点，${p['count']} 行未读取。请核对后改正其中一列。`,
  MONITOR_TABLE_LACKS: (p) => `是监测数据表，但看不出${lackText(p['lacks'])}，未读取。请在表头、标题、工作表名或文件名中写明后重新导入。`,
  MONITOR_NOT_HOURLY: () => '相邻两行相隔不到一小时，不是小时均值，本表未读取。请导出小时均值（每小时有效数据不少于 45 分钟）后重新导入。',
  MONITOR_PARTICLES_UNKNOWN: (p) =>
    `看不出${quoted(p['column'])}列是 PM2.5、PM10 还是总悬浮颗粒物，本文件没有采用。请把表头改为 PM2.5 或 PM10 后重新导入。`,
  MONITOR_STATE_SPARE: (p) =>
    `${quoted(p['column'])}列${p['state'] === 'none' ? '没有写明是实况浓度' : '是标况浓度'}，颗粒物按实况浓度评价（GB 3095 修改单），该列未采用，采用了同一项目的另一列。`,
  MONITOR_COLUMN_TWICE: (p) =>
    `${quoted(p['column'])}列与 ${p['at']} 的${quoted(p['other'])}列是同一地点的同一项目，看不出以哪一列为准，两列都未采用。请删去多余的一列后重新导入。`,
  MONITOR_STATE_ALONE: (p) => `${quoted(p['column'])}列是标况浓度，颗粒物应按实况浓度评价，本文件没有采用。请导出实况浓度后重新导入。`,
  MONITOR_STATE_OF_GAS: (p) => `${quoted(p['column'])}列写明标况或实况，气态污染物应按参比状态（298.15 K、1013.25 hPa）评价，该列未采用。`,
  MONITOR_STATION_MATCHED: (p) =>
    `站点${quoted(p['column'])}按${p['place']}的站点读取，共 ${p['count']} 行。如不是，请在导入时指定其所属的单位。`,
  MONITOR_STATION_REGISTERED: (p) => `${quoted(p['column'])}按站点登记读取，共 ${p['count']} 行。`,
  MONITOR_CODES_UNKNOWN: (p) =>
    `另有 ${p['count']} 个站点代码（${p['codes']} 等）不在站点登记中，未读取。是本地站点的，请先在站点登记中写明代码。`,
  MONITOR_STATION_OUTSIDE: (p) =>
    `站点${quoted(p['station'])}有 ${p['count']} 天（${p['from']}至${p['to']}）不在登记的有效期内，已入库但不计入任何单位。请核对站点的有效期。`,
  MONITOR_ITEMS_NEW: (p) =>
    `${p['place']}${p['station'] === '' ? '' : quoted(p['station'])}此前${String(p['first']).startsWith('0001-') ? '' : `（自 ${p['first']} 起）`}监测 ${items(p['before'])}，本文件自 ${p['from']} 起另有 ${items(p['added'])}（${p['count']} 天）。新增项目的数值照常采用，是否缺测仍按原有项目判断；确已增加监测项目的，请在站点登记中写明起始日期。`,
  MONITOR_BELOW_DETECTION: (p) =>
    `${quoted(p['text'])}表示低于检出限，没有写明按检出限还是其一半计，未采用。请填写数值，或在导入预览中选定、在设置中规定怎样计，然后重新导入。`,
  MONITOR_BELOW_COUNTED: (p) =>
    `${quoted(p['column'])}列有 ${p['count'] ?? 1} 处低于检出限（首例${quoted(p['text'])}），按设置${settingValueText(String(p['rule']))}。`,
  MONITOR_NEGATIVE_ZERO: (p) =>
    `${quoted(p['column'])}列有 ${p['count'] ?? 1} 处监测值为负（首例 ${p['value']}），按设置计为 0。请核对原始数据。`,
  MONITOR_ZERO_RULED: (p) =>
    `${pollutantName(p['field'])}有 ${p['count'] ?? 1} 处日均值为 0，按设置${settingValueText(String(p['rule']))}。`,
  MONITOR_VALUE_DOUBTFUL_ZERO: (p) =>
    `${pollutantName(p['field'])}日均值为 0，不可信，未采用。缺测请留空，确为检出限以下的请填写数值，或在导入预览中选定、在设置中规定怎样计，然后重新导入。`,
  MONITOR_AQI_ONLY: () =>
    '这是只有 AQI 的表，没有污染物浓度，也看不出逐日的日期，没有采用。请导出各项污染物的浓度，或写明“日期”和“AQI”两列的日报，然后重新导入。',
  MONITOR_PUBLISHED_KEPT: (p) =>
    `这是只有 AQI 的表，${p['count']} 条作为公布的日 AQI 保存，与由浓度算得的对照；不计入浓度、综合指数、优良天数和排名。`,
  MONITOR_BLANK_KEPT: (p) =>
    `${p['place']} ${p['date']} 的${pollutantName(p['field'])}在本表中空缺，库内已有 ${p['before']}，仍以库内的为准。`,
  MONITOR_VALUE_TAKEN_BACK: (p) => `${p['place']} ${p['date']} 的${pollutantName(p['field'])}原为 ${p['before']}，导入后为缺测。请确认。`,
  DUST_COLUMN_UNKNOWN: (p) =>
    `像是日期清单，但看不出${quoted(p['column'])}列是什么，不能作为扣沙日清单采用。请删去该列，或改为监测数据的标准表头。`,
  DUST_NOT_SAID: () => '有地点和日期，但标题、工作表名、文件名和表头都没有写明是扣沙日（沙尘）清单，没有采用。请在标题中写明“扣沙日清单”。',
  DUST_FROM_VALUES: (p) => `本表写明扣沙，PM10、PM2.5 空缺的 ${p['count']} 行按扣沙日读取，表中的其他数值只作比对，不替换监测数据。`,
  DUST_VALUE_DIFFERS: (p) =>
    `${p['place']} ${p['date']} 的${pollutantName(p['field'])}在本表中为 ${p['value']}，库内监测数据为 ${p['before']}，没有替换。请核实以哪一个为准。`,
  DUST_DAYS_NOT_TAKEN: (p) => `本表按扣沙日清单读取，另有 ${p['count']} 行的监测数据没有入库。如需入库，请另存为监测数据表后导入。`,
  FORECAST_LEADS_COUNTED: (p) => `预报时效并排：${p['leads']}。请核对被预报的日期。`,
};

/** How the page hides what a cell holds. */
function unseenText({ text, by, part, instead }: Params): string {
  if (part !== undefined) return `${quoted(text)}中的${quoted(part)}字色与底色相同，页面上看不见`;
  if (by === 'colour') return `${quoted(text)}的字色与底色相同，页面上看不见`;
  if (by === 'size') return `${quoted(text)}的字号极小，页面上看不见`;
  return `数字格式使页面上${instead === undefined ? '什么也不显示' : `显示${quoted(instead)}`}，文件中保存的是${quoted(text)}`;
}

/** Why what a file holds for a formula is no value. */
function formulaTrouble({ reason, stored, computed }: Params): string {
  switch (reason) {
    case 'changes':
      return '的结果每次打开都会变化';
    case 'blanks':
      return `引用的单元格都没有数，保存的结果却是 ${stored}`;
    case 'differs':
      return `应为 ${computed}，文件中保存的结果却是 ${stored}`;
    default:
      return '没有保存计算结果';
  }
}

const quoted = (text: string | number | undefined): string => `“${text ?? ''}”`;

const POLLUTANT_NAMES: Readonly<Record<string, string>> = {
  pm25: 'PM2.5',
  pm10: 'PM10',
  so2: 'SO2',
  no2: 'NO2',
  co: 'CO',
  o3: 'O3',
  o3OneHour: 'O3 1 小时最大值',
};

/** What a table states of a day besides its concentrations. */
const STATED: Readonly<Record<string, string>> = { aqi: ' AQI ', level: '级别', primary: '首要污染物' };

const statedWord = ({ what, pollutant }: Params): string =>
  what === 'iaqi' ? `${pollutantName(pollutant)}分指数` : (STATED[String(what)] ?? '评价结果');

const LEVELS = ['', '一级（优）', '二级（良）', '三级（轻度污染）', '四级（中度污染）', '五级（重度污染）', '六级（严重污染）'];

function computedText({ what, computed }: Params): string {
  if (what === 'level') return LEVELS[Number(computed)] ?? '';
  if (what !== 'primary') return ` ${computed}`;
  return computed === '' ? '无首要污染物' : ` ${String(computed).split(',').map(pollutantName).join('、')}`;
}

const items = (list: string | number | undefined): string => String(list).split(',').toReversed().map(pollutantName).join('、');

/** What a table must say of its values and does not. */
const LACKS: Readonly<Record<string, string>> = {
  place: '是哪个地点（镇街或站点名称）',
  date: '是哪一天（日期；只有几日的，标题中要写明年月）',
  pollutant: '是哪一项污染物',
};

const lackText = (lacks: string | number | undefined): string =>
  String(lacks)
    .split(',')
    .map((lack) => LACKS[lack] ?? '')
    .join('，也看不出');

const pollutantName = (field: string | number | undefined): string => POLLUTANT_NAMES[String(field)] ?? '监测值';
