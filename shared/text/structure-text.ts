type Params = Readonly<Record<string, string | number>>;

const quoted = (value: string | number | undefined): string => `“${value ?? ''}”`;

/** 疑为 H9 的数, where the place is known. */
const likely = (p: Params): string => (p['likely'] === undefined || p['likely'] === '' ? '' : `，疑为 ${p['likely']} 的内容`);

const row = (p: Params): string => `编号 ${p['row']}（${p['name']}）`;

/** What is wrong with whose return it is, its sheets, columns and rows, and with what was typed where nothing is asked. */
export const STRUCTURE_SENTENCES: Readonly<Record<string, (p: Params) => string>> = {
  RETURN_UNIT_DISAGREES: (p) =>
    `封面填报单位为${quoted(p['cover'])}，表格却是下发给${quoted(p['key'])}的，整份未采用。请核实是谁报送的，再选定单位导入（命令行加 --unit 单位名称），或请该单位用本单位的填报表重新报送。`,
  RETURN_UNIT_CHOSEN: (p) => `表中各处的单位不一致或不全（${p['evidence']}），已按选定的${quoted(p['unit'])}读取。`,
  RETURN_UNIT_NOT_NAMED: (p) =>
    `选定的单位是${quoted(p['unit'])}，表中写的却是${quoted(p['evidence'])}，整份未采用。请核对选定的单位和文件。`,
  RETURN_YEAR_DISAGREES: (p) =>
    `封面考核年度为${quoted(p['cover'])}，表格却是 ${p['key']} 年的，整份未采用。请核实年度，并用该年度的填报表重新报送。`,
  RETURN_NAME_DIFFERS: (p) =>
    `文件名写的是${quoted(p['found'])}，表中封面和表格都是${quoted(p['unit'])}，按${quoted(p['unit'])}读取。请确认没有放错文件。`,
  RETURN_KEY_LOST: (p) =>
    `填报表的隐藏标识已丢失（多为复制到新工作簿所致），按${p['evidence']}认作${quoted(p['unit'])}的填报表（${p['matched']}/${p['rows']} 行对得上）。须选定单位后才能入库（命令行加 --unit ${p['unit']}）。`,
  RETURN_FORM_OF_YEAR: (p) =>
    `用的是 ${p['found']} 年的填报表，封面写的是 ${p['expected']} 年，按 ${p['expected']} 年的行逐行对照读取。请核对各行，下次请用 ${p['expected']} 年的填报表。`,
  SHEET_RENAMED: (p) =>
    `没有名为${quoted(p['expected'])}的工作表，只有本表的表头和编号与之相同，已作为${quoted(p['expected'])}读取。请确认。`,
  SHEET_FILLED_OTHER: (p) => `${quoted(p['blank'])}没有填写，本表与它版式相同且已填写，已读取本表。请确认以本表为准。`,
  SHEET_TWICE_EQUAL: (p) => `本表与${quoted(p['other'])}版式相同、所填一致，只读取${quoted(p['other'])}。`,
  SHEETS_DISAGREE: (p) =>
    `与版式相同的另一张表所填不同（见 ${p['other']}${Number(p['count']) > 1 ? `，共 ${p['count']} 处` : ''}），看不出以哪张为准，两处均未采用。请填报单位只留一张表。`,
  SHEET_UNREAD: (p) =>
    `${p['hidden'] === 'true' ? '隐藏的工作表，' : ''}不是填报表中的工作表，其中 ${p['count']} 个单元格未读取。请确认其中没有应填入填报表的内容。`,
  COLUMN_TWICE: (p) => `${quoted(p['column'])}列出现多次（另见 ${p['other']}），看不出以哪一列为准，均未采用。请只留一列后重新报送。`,
  COLUMN_UNREAD: (p) => `${quoted(p['column'])}不是填报表中的列，该列 ${p['count']} 个单元格未读取。请确认其中没有应填的内容。`,
  COLUMN_UNREAD_ANSWERS: (p) =>
    `${quoted(p['column'])}不是填报表中的列，该列填有数（${p['first']} 起 ${p['count']} 格），未读取。请与填报单位核实，应填的填入表中相应的列。`,
  COLUMN_RUNNING: (p) => `${quoted(p['column'])}是自加的顺序号列，未读取。`,
  HEADER_DIFFERS: (p) => `表头${quoted(p['found'])}按${quoted(p['column'])}读取。请确认。`,
  HEADER_UNIT: (p) => `表头${quoted(p['found'])}带有单位${quoted(p['unit'])}，与各行单位一致，按${quoted(p['column'])}读取。请确认。`,
  HEADER_UNIT_ASSUMED: (p) => `表头${quoted(p['found'])}没有写单位，按${quoted(p['unit'])}读取。`,
  HEADER_UNIT_OTHER: (p) =>
    `表头${quoted(p['found'])}的单位${quoted(p['unit'])}与行内单位不一致（${p['first']} 等 ${p['count']} 格），这些格未采用。请核实按哪个单位填写，恢复表头后重新报送。`,
  ROW_REPEATED: (p) => `${row(p)}出现两次（另见 ${p['first']}），所填一致或只有一处填写，已采用那一处。请删去多余的一行。`,
  ROW_TWICE: (p) => `${row(p)}出现两次（另见 ${p['first']}），所填不同，看不出以哪一行为准，不同处均未采用。请删去多余的一行。`,
  ROW_BY_NAME: (p) => `编号${p['raw'] === '' ? '为空' : `${quoted(p['raw'])}不在表中`}，按内容认作${row(p)}读取。请确认。`,
  ROW_ID_DISAGREES: (p) =>
    `编号是 ${p['row']}（${p['name']}），本行内容却是 ${p['other']}（${p['otherName']}）的，看不出所填的数属于哪一行，未采用。请恢复编号后重新报送。`,
  ROW_ONLY_IN_COPY: (p) => `这一行只在本表中有，${quoted(p['other'])}中没有，未采用。请填报单位只留一张表。`,
  UNIT_CELL_CHANGED: (p) =>
    `${p['unitCell']} 的单位由${quoted(p['expected'])}改成了${quoted(p['found'])}，看不出所填的${quoted(p['raw'])}按哪个单位，未采用${
      p['offered'] === undefined ? '' : `（如按${quoted(p['found'])}，应为 ${p['offered']} ${p['expected']}）`
    }。请与填报单位核实。`,
  CELL_GREY: (p) => `${quoted(p['raw'])}填在不用填的灰色单元格里，未读取${likely(p)}。请核实后填入应填的单元格。`,
  CELL_MERGED: (p) =>
    `${p['range']} 合并成一格，${quoted(p['raw'])}看不出填给哪一行，未采用${likely(p)}。请取消合并，把数填入应填的单元格。`,
  CELL_MARK: (p) => `${p['cells']} 是不用填的单元格，所填的${quoted(p['raw'])}没有作用。`,
  CELL_UNREAD: (p) => `${quoted(p['raw'])}不在应填的单元格里，未读取${likely(p)}。如需采用，请填入相应的单元格。`,
  CELL_UNREAD_ANSWER: (p) =>
    `${quoted(p['raw'])}不在应填的单元格里，未读取${likely(p)}；表中已填的数照常采用。请与填报单位核实以哪个为准，改好后重新报送。`,
  CELLS_UNREAD: (p) => `另有 ${p['count']} 个单元格（${p['first']} 至 ${p['last']}）不在应填的单元格里，未读取。请打开原表查看。`,
  CELLS_UNREAD_ANSWERS: (p) =>
    `另有 ${p['count']} 个单元格（${p['first']} 至 ${p['last']}）填了数却不在应填的单元格里，未读取。请打开原表查看，退回填报单位改正。`,
  VALUE_IN_REMARK: (p) =>
    `${p['name']}的${p['column']}没有填，${p['at']} 写有${quoted(p['text'])}。说明文字不作为填报的数，请与填报单位核实后填入本格。`,
  AIR_COLUMNS_SWAPPED: (p) =>
    `${p['days']} 天中有 ${p['count']} 天 PM2.5（${p['pm25']}）大于 PM10（${p['pm10']}），两列疑似对调，均未采用。请核对表头和数据后重新报送。`,
};
