type Params = Readonly<Record<string, string | number>>;

const quoted = (value: string | number | undefined): string => `“${value ?? ''}”`;

const whoseText = (unit: string | number | undefined): string => (unit === undefined || unit === '' ? '' : `（${unit}）`);

/** What is wrong with a row of a 目标调整表 or 认定数表, and what to do about it. */
export const VALUE_SENTENCES: Readonly<Record<string, (p: Params) => string>> = {
  VALUES_NONE: (p) => `没有一行填了${quoted(p['column'])}，没有可以录入的内容。请填写后重试。`,
  VALUES_ROWS_BLANK: (p) => `有 ${p['count']} 行没有填${quoted(p['column'])}，这些行不作改动。`,
  VALUES_SHEET_UNKNOWN: (p) => `这张工作表没有所需的表头（${p['wanted']}），本次未读取。`,
  VALUES_SHEET_HIDDEN: () => '这张工作表是隐藏的，未读取。需要采用的请取消隐藏后重试。',
  VALUES_MEASURE_UNKNOWN: (p) =>
    `${p['year']} 年没有${quoted(p['text'])}这项指标${p['nearest'] === '' ? '' : `，最接近的是${quoted(p['nearest'])}`}。请改成方案中的指标编号或名称（“目标”页的“导出目标表”、命令行 targets show --out 都可生成填好编号的工作簿）。`,
  VALUES_MEASURE_SEVERAL: (p) => `有几项指标都叫${quoted(p['name'])}（${p['known']}）。请填写指标编号。`,
  VALUES_MEASURE_DISAGREES: (p) =>
    `编号 ${p['id']} 是${quoted(p['expected'])}，名称写的却是${quoted(p['name'])}。请核对是哪一项，改正编号或名称。`,
  VALUES_UNIT_UNKNOWN: (p) =>
    `没有${quoted(p['text'])}这个单位${p['nearest'] === '' ? '' : `，最接近的是${quoted(p['nearest'])}`}。请改成方案中的单位名称；对本级的留空。`,
  VALUES_KIND_UNKNOWN: (p) => `目标种类${quoted(p['text'])}看不懂。请写“约束目标”或“奋斗目标”；留空的是约束目标。`,
  VALUES_YEAR_UNREADABLE: (p) => `年度${quoted(p['text'])}看不懂。请写成 2026 的形式，一行只写一个年度。`,
  VALUES_YEAR_OUTSIDE: (p) =>
    p['from'] === ''
      ? `${p['year']} 年晚于方案的最后年度（${p['to']} 年）。请核对年度。`
      : `${p['year']} 年不在方案的年度（${p['from']}～${p['to']} 年）之内。请核对年度。`,
  VALUES_YEAR_FINAL: (p) => `${p['year']} 年度已由${p['by']}于 ${p['at']} 定稿，不能改动。请删去这一行，确需改动的先重新开启该年度。`,
  VALUES_TARGET_UNREADABLE: (p) =>
    `目标${quoted(p['text'])}看不懂。请写成 ≥32、≤31、30～35（小的在前）的形式；文字目标请不要带数字和符号，如“完成市级下达任务”。`,
  NUMBER_BEYOND: (p) => `数值 ${p['value']} 超过了可能的上限 ${p['limit']}${p['unit']}，未采用。请核实。`,
  FORMULA_TARGET: (p) =>
    `这一格是公式${p['formula'] === '' ? '' : `“=${p['formula']}”`}，读到的是它的结果 ${p['value']}，${p['read'] === '' ? '按原目标的方向采用' : `按 ${p['read']} 采用`}。要写等于多少的目标，请先把单元格设为文本格式，或在前面加半角单引号，写成“'=${p['value']}”。`,
  TARGET_BRACKETS: (p) => `“${p['text']}”用的是书名号，已按 ${p['read']} 采用。请确认。`,
  TARGET_DIRECTION: (p) => `${p['target']} 的方向与相邻年度的目标（${p['other']}）相反。请确认没有写反。`,
  TARGET_FAR: (p) => `${p['target']} 与相邻年度的目标（${p['other']}）相差一倍以上。请确认没有写错。`,
  REVISION_SAME_DAY: (p) =>
    `${p['measure']} ${p['year']} 年的目标另有同日（${p['date']}）生效的${p['others']}；同日生效的以后录入的为准，采用${p['document']}。不对的请把生效日期改准后重录。`,
  FIGURE_NOT_JUDGED: (p) =>
    p['reason'] === 'text'
      ? `${p['measure']} ${p['year']} 年的目标是文字“${p['target']}”，由填报单位报完成状态，认定数不计入当年得分，只供往年比较和规则办法使用。`
      : `年度评分不看${p['unit']}的${p['measure']}，这个认定数不计入当年得分，只供往年比较和规则办法使用。`,
  FIGURE_REPLACED: (p) =>
    p['before'] === p['value']
      ? `${p['unit'] === '' ? '' : `${p['unit']} `}${p['measure']} ${p['year']} 年已有同一认定数 ${p['before']}（${p['document']}），改以新的文件为依据。`
      : `${p['unit'] === '' ? '' : `${p['unit']} `}${p['measure']} ${p['year']} 年原有认定数 ${p['before']}（${p['document']}），由 ${p['value']} 代替。`,
  FIGURE_EARLY: (p) =>
    `${p['measure']} ${p['year']} 年早于方案第一年（${p['from']} 年）的上年，也不是办法写明的基准年，得分和各办法都不读取，只供往年比较。请核对年度。`,
  WHATIF_SETTLED: (p) => `${p['measure']}以上级认定的数为准（${p['document']}：${p['value']}），改填报数不影响得分。`,
  VALUES_ROW_TWICE: (p) =>
    `${p['measure']} ${p['year']} 年${whoseText(p['unit'])}${p['kind'] === 'stretch' ? '奋斗目标' : ''}已在 ${p['first']} 写过一次，不知道用哪一个。请删去多余的一行。`,
};

/** 说明 of the workbook that is handed out: how to fill it in. */
export const valueFormNotes = (year: number): readonly string[] => [
  `${year} 年度目标调整、认定数填写说明`,
  '1．黄色表头的各栏由您填写，其余各栏由程序给出。只填要改的行，其余行留空或整行删除，都不作改动。',
  '2．“目标调整”：目标写 ≥32、≤31、30～35（含两端）、完成市级下达任务（文字目标）或“待定”；只写数字的，按原目标的方向理解；要写等于多少的，先把单元格设为文本格式再写 =300，不然会成为公式。',
  '3．“认定数”：只填数字，按“计量单位”栏的单位；百分数 85% 填 85。',
  '4．可以增行，也可以改写年度（如往年、基准年的结果），但同一指标、同一年度、同一单位、同一种目标只能有一行。列可以移动，表头的字请不要改。',
  '5．只对一个单位的目标或数值，写“单位名称”，一个单位一行；留空的是本级。力争的更高目标在“目标种类”写“奋斗目标”。',
  '6．填好后在“年度与目标”的“目标”页用“导入目标表…”“导入认定数表…”录入（命令行用 targets revise --workbook、figures set --workbook）。录入前先显示改动和对得分的影响；有一处错误就整份不录入。',
];
