type Params = Readonly<Record<string, string | number>>;

const quoted = (value: string | number | undefined): string => `“${value ?? ''}”`;

const HELD = '待确认，确认之前不计分';

const UNSEEN: Readonly<Record<string, (p: Params) => string>> = {
  format: (p) =>
    p['instead'] === undefined
      ? `单元格的数字格式使页面上什么也不显示，文件中保存的是${quoted(p['raw'])}`
      : `单元格的数字格式在页面上显示${quoted(p['instead'])}，文件中保存的却是${quoted(p['raw'])}`,
  colour: (p) => `${quoted(p['raw'])}的字色与底色相同，页面上看不见`,
  size: (p) => `${quoted(p['raw'])}的字号极小，页面上看不见`,
};

/** What the page, its comments and its wording say against a value: what is wrong, and what to do about it. */
export const PAGE_SENTENCES: Readonly<Record<string, (p: Params) => string>> = {
  CELL_UNSEEN: (p) => `${UNSEEN[String(p['by'])]?.(p) ?? ''}，看不出是否作数，${HELD}。请与填报单位核实。`,
  CELL_UNSEEN_PART: (p) =>
    `单元格中的${quoted(p['part'])}字色与底色相同，页面上看不见，文件中保存的是${quoted(p['raw'])}，看不出以哪个为准，${HELD}。请与填报单位核实。`,
  COMMENT_CORRECTS: (p) =>
    `${p['at'] ?? '此格'}有批注${quoted(p['comment'])}，与所填的${quoted(p['raw'])}可能不一致，${HELD}。请与填报单位核实。`,
  COMMENT_AT_BLANK: (p) => `此格是空的，只有批注${quoted(p['comment'])}。批注不作为填报内容，没有采用。请填入单元格。`,
  CELL_COMMENT: (p) => `此格有批注${quoted(p['comment'])}，没有据此改动数值。`,
  NUMBER_VOID: (p) => `数字之外还写有${quoted(p['rest'])}，看不出是否作数，${HELD}。请与填报单位核实。`,
  AIR_GAS_ZERO: () => `日均值填了 0，可能是缺测或仪器未检出，${HELD}。缺测请留空或填“—”。`,
  TITLE_OTHER_YEAR: (p) =>
    `表题写的是 ${p['found']} 年（${quoted(p['raw'])}），封面和版式是 ${p['year']} 年的，年度不一致，已按 ${p['year']} 年读取。请核实表中的数是哪一年的。`,
  TITLE_OTHER_UNIT: (p) => `表题写的是${quoted(p['raw'])}，这张表应为${quoted(p['expected'])}，单位不一致。请核实是谁填报的。`,
  ROW_OTHER_TASK: (p) =>
    `编号是 ${p['row']}（${p['name']}），内容却写成了${quoted(p['found'])}${p['other'] === undefined ? '' : `，更像是 ${p['other']}（${p['otherName']}）`}，不是同一事项，本行未采用。请按下发的填报表恢复内容，并核实数值属于哪一项。`,
  ROW_TASK_DOUBTFUL: (p) =>
    `本行（${p['row']}）的内容（${p['at']}）由${quoted(p['expected'])}改成了${quoted(p['found'])}，可能不是同一事项，${HELD}。请与填报单位核实。`,
  RATE_MAGNITUDE: (p) =>
    `分子 ${p['numerator']}、分母 ${p['denominator']} 算得 ${p['value']}%，与目标 ${p['target']}% 相差过大，疑为其中一个的小数点、“万”或单位有误，${HELD}。`,
  NEW_ABOVE_TOTAL: (p) =>
    `${quoted(p['name'])}为 ${p['value']}，大于 ${p['otherCell']} 的${quoted(p['otherName'])} ${p['other']}，新增不应大于总数，${HELD}。请核实。`,
  STATUS_UNDONE_DATED: (p) =>
    `状态为${quoted(p['status'])}，${p['dateCell']} 却填有完成日期 ${p['date']}，两者矛盾，${HELD}。请核实状态或日期。`,
  STATUS_UNDONE_MET: (p) =>
    `状态为${quoted(p['status'])}，但${quoted(p['measure'])}为 ${p['value']}${p['unit']}，已达到目标 ${p['target']}${p['unit']}，两者矛盾，${HELD}。请核实状态或数值。`,
  DATE_BEFORE_PLAN: (p) => `日期 ${p['date']} 早于方案的起始日 ${p['begins']}，疑为年份有误，${HELD}。`,
  DATE_AFTER_RECEIPT: (p) => `日期 ${p['date']} 晚于收到本表的日期 ${p['received']}，尚未发生，${HELD}。`,
};
