import { splitTitle } from '../header-words.ts';
import { PAGE_EDITION, READING_EDITION } from '../reading-edition.ts';
import type { AnswerField } from '../types.ts';

/**
 * What a column of a table that is no form of ours holds (自拟表的列): an answer, `result` 完成情况 (a figure, a status or words, cell by cell), the
 * row's `name`, `number`, `unit` or `target`, the `units` that have to do it (牵头单位), or something that is not asked for (`other`: 类别, 时限).
 */
export type TableRole = AnswerField | 'result' | 'name' | 'number' | 'unit' | 'units' | 'target' | 'other';

const ROLES: Readonly<Partial<Record<TableRole, string>>> = {
  number: '序号 编号 编码 代码 指标编号 任务编号 事项编号 项次',
  name: '名称 指标 指标名称 指标内容 考核指标 考核内容 考核事项 任务 任务名称 任务内容 任务事项 重点任务 主要任务 具体任务 工作任务 年度任务 工作内容 工作事项 目标任务 年度目标任务 年度工作任务 年度重点任务 事项 项目 项目名称 内容',
  unit: '单位 计量单位 指标单位',
  target: '目标 目标值 年目标 年度目标 年度目标值 计划 计划数 年度计划 任务数 目标数',
  value:
    '数量 数值 完成值 完成数 完成量 完成数量 实际完成 实际完成值 实际完成数 实际完成量 年度完成 年度完成值 年度完成数 全年完成 全年完成值 全年完成数 实绩 年度实绩 实际值 实际数 累计完成 累计完成数 完成率 实际完成率',
  result: '进度 完成进度 完成情况 年度完成情况 全年完成情况 任务完成情况 目标完成情况 工作完成情况 实际完成情况 落实情况',
  status: '完成状态 状态 是否完成',
  date: '完成日期 完成时间 实际完成时间',
  numerator: '分子',
  denominator: '分母',
  increment: '新增 当年新增 本年新增 年度新增 新增数 当年新增数',
  progress: '进展 进展情况 工作进展 工作进展情况 推进情况 工作推进情况 工作开展情况 开展情况 主要做法',
  evidence: '佐证 佐证材料 证明材料 支撑材料 印证资料',
  remark: '备注 说明',
  units: '牵头单位 责任单位 牵头部门 责任部门 主责单位 报送单位 填报单位',
  other: '类别 指标类别 分类 领域 专项行动 配合单位 配合部门 责任科室 责任人 联系人 完成时限 时限 措施 主要措施',
};

const BY_WORD = new Map(
  (Object.entries(ROLES) as [TableRole, string][]).flatMap(([role, words]) => words.split(' ').map((word) => [word, role] as const)),
);

/** Years and 截至…底 say when, not what: 2024年完成值 and 截至2024年底累计完成数. */
const WHEN = /^(?:截至|截止)?20\d{2}年(?:度|底|末|12月底)?|^(?:截至|截止)(?:年底|目前)/u;

export interface TableTitle {
  readonly role: TableRole;
  /** The words in brackets as typed, mostly a unit; null where there are none. */
  readonly words: string | null;
  /** The year that the title names; null where it names none. */
  readonly year: number | null;
}

/** 上年完成, 去年同期: of a year that is not asked for, whichever that is. */
const BEFORE = /^(?:上年度?|去年度?|上一年度?|往年|前年|历年)(?:同期)?/u;
const THIS = /^(?:本年度?|今年|当年)/u;

/** The year of a column that says it is another one without naming it. */
const OTHER_YEAR = 0;

/** What a header cell says that its column holds; null for words that nobody here knows. `ofResults`: a bare year heads what was done in it. */
export function tableTitle(text: string, edition: number = READING_EDITION, ofResults = false): TableTitle | null {
  const { base, words } = splitTitle(text);
  if (edition >= PAGE_EDITION) {
    const found = titleOfYear(base, ofResults);
    if (found !== null) return { ...found, words };
  }
  const year = /20\d{2}(?=年)/.exec(base);
  const role = BY_WORD.get(base) ?? BY_WORD.get(base.replace(WHEN, ''));
  return role === undefined ? null : { role, words, year: year === null ? null : Number(year[0]) };
}

/** 完成 under a year is what was done in it; alone it may ask whether. */
function titleOfYear(base: string, ofResults: boolean): Omit<TableTitle, 'words'> | null {
  const year = /20\d{2}(?=年)/.exec(base);
  const [rest, of] = BEFORE.test(base)
    ? [base.replace(BEFORE, ''), OTHER_YEAR]
    : THIS.test(base)
      ? [base.replace(THIS, ''), null]
      : [base.replace(WHEN, ''), year === null ? null : Number(year[0])];
  if (rest === base) return null;
  const role = BY_WORD.get(rest) ?? (DONE.has(rest) || (rest === '' && ofResults) ? 'result' : undefined);
  return role === undefined || (of === null && year === null && BY_WORD.has(base)) ? null : { role, year: of };
}

const DONE: ReadonlySet<string> = new Set(['完成', '实际', '已完成', '完成结果', '结果', '实绩数', '任务完成']);
