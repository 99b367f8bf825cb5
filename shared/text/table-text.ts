type Params = Readonly<Record<string, string | number>>;

const quoted = (value: string | number | undefined): string => `“${value ?? ''}”`;

const found = (p: Params): string => `按表头和名称对上填报表的 ${p['matched']} 行（共 ${p['rows']} 行）`;

/** How the row is told on the command line; a name may have blanks. */
const byRow = (p: Params): string => `（命令行加 --row '${p['raw']}=编号'，不要的写 =不取）`;

/** What is said of tables that offices draw up themselves (自拟表). */
export const TABLE_SENTENCES: Readonly<Record<string, (p: Params) => string>> = {
  TABLE_LIKENED: (p) =>
    `不是下发的填报表，按标题、责任单位或文件名认作${quoted(p['unit'])}报送的表，${found(p)}。请逐行核对对应关系，选定单位后才能入库（命令行加 --unit ${p['unit']}）；同样的表以后不再询问。`,
  TABLE_UNIT_OPEN: (p) =>
    `不是下发的填报表，也没有写是哪个单位的；内容最像${quoted(p['unit'])}应报的（${found(p)}）${
      p['others'] === '' ? '' : `，也可能是${p['others']}的`
    }。请核实后选定单位（命令行加 --unit 单位名称），否则不能入库。`,
  TABLE_CHOSEN: (p) => `不是下发的填报表，已按选定的${quoted(p['unit'])}读取，${found(p)}。请核对对应关系；同样的表以后不再询问。`,
  TABLE_AGREED: (p) => `与${quoted(p['unit'])}此前确认过的是同一种表，按确认过的对应关系读取，${found(p)}。`,
  TABLE_YEAR_ASSUMED: (p) => `表中没有写年度，按 ${p['year']} 年读取。请确认不是其他年度的。`,
  TABLE_YEAR_COLUMN: (p) => `表中有几个年份的列，按“${p['column']}”读取；${p['others']}是其他年份的，没有读取。请确认。`,
  TABLE_ROW: (p) => `${quoted(p['raw'])}认作 ${p['row']}（${p['name']}），相似度 ${p['likeness']}%。`,
  TABLE_ROW_UNKNOWN: (p) =>
    `${quoted(p['raw'])}不像该单位填报表中的任何一行，这一行所填的未读取。如属应报的内容，请在预览的“对应关系”中选定它是哪一项${byRow(p)}。`,
  TABLE_ROW_UNCLEAR: (p) =>
    `${quoted(p['raw'])}像是 ${p['rows']}，看不出是哪一行，所填的未采用。请在预览的“对应关系”中选定${byRow(p)}，或改用填报表中的名称后重新报送。`,
  TABLE_ROW_DIFFERS: (p) =>
    `编号写的是 ${p['id']}，名称${quoted(p['raw'])}说的却是 ${p['name']}，不知以哪个为准，所填的未采用。请在预览的“对应关系”中选定${byRow(p)}，或改正后重新报送。`,
  TABLE_ROW_CHOSEN: (p) => `${quoted(p['raw'])}按选定的对应关系读作 ${p['row']}（${p['name']}）。`,
  TABLE_ROW_SKIPPED: (p) => `${quoted(p['raw'])}选定为不取，这一行所填的未读取。`,
  TABLE_ROW_ABSENT: (p) => `应报的 ${p['row']}（${p['name']}）表中没有，按没有报送处理。请补报。`,
  TABLE_ROWS_ABSENT: (p) => `应报的 ${p['count']} 行表中没有，按没有报送处理：${p['rows']}。请补报。`,
  TABLE_ANSWER_ABSENT: (p) => `${p['row']}（${p['name']}）应填${p['columns']}，表中没有，按没有报送处理。请补报。`,
  TABLE_TARGET_DIFFERS: (p) =>
    `${p['row']}（${p['name']}）的目标表中写${quoted(p['found'])}，本年度是${quoted(p['expected'])}，按本年度的目标评定。请确认所填的是本年度的数。`,
};
