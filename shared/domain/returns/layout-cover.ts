import { type Unit, unitKindOf } from '../plan/unit-schema.ts';
import { actionName } from '../plan/plan-name.ts';
import type { YearPlan } from '../plan/years/plan-for-year.ts';
import { COVER_ANSWER } from './layout-columns.ts';
import { STATUS_WORDS } from './parse-status.ts';
import type { AnswerCell, AnswerField, LayoutRow, LayoutSheet } from './types.ts';

/** 填报说明: who reports what until when, how to fill in, and who has filled in. `others` are the sheets that follow. */
export function coverSheet(plan: YearPlan, unit: Unit, others: readonly LayoutSheet[]): LayoutSheet {
  const { year } = plan;
  return {
    kind: 'cover',
    name: '填报说明',
    title: `${actionName(plan)}${year}年度填报表`,
    notes: instructions(unitKindOf(plan, unit).leads, year, others).map((text, index) => `${index + 1}．${text}`),
    columns: [
      { key: 'id', title: '项目', width: 18, answer: null },
      { key: COVER_ANSWER, title: '内容', width: 72, answer: null },
    ],
    rows: [
      given('unit', '填报单位', unit.name),
      given('year', '考核年度', `${year}年`),
      given('dueDate', '报送截止', dueText(plan)),
      given('plan', '方案名称', plan.document.title.replaceAll('\n', '')),
      given('number', '方案文号', plan.document.number),
      given('sheets', '须填工作表', others.length === 0 ? '无' : others.map((sheet) => sheet.name).join('、')),
      asked('reporter', '填报人', { kind: 'text', required: true, prompt: '填写人姓名。' }),
      asked('reviewer', '审核人', { kind: 'text', required: true, prompt: '审核人（分管负责人）姓名。' }),
      asked('phone', '联系电话', { kind: 'text', required: true, prompt: '能联系到填报人的电话。' }),
      asked('reportedOn', '填报日期', { kind: 'date', required: true, prompt: '报送本表的日期，如 2025-01-10。' }),
    ],
  };
}

const given = (rowId: string, label: string, text: string): LayoutRow => ({
  rowId,
  kind: 'field',
  fixed: { id: label, [COVER_ANSWER]: text },
  answers: {},
});

const asked = (field: AnswerField, label: string, answer: AnswerCell): LayoutRow => ({
  rowId: field,
  kind: 'field',
  fixed: { id: label },
  answers: { [field]: answer },
});

function dueText(plan: YearPlan): string {
  const due = plan.reporting.dueDates[String(plan.year)];
  if (due === undefined) return '另行通知';
  const [inYear, month, day] = due.split('-').map(Number);
  return `${inYear}年${month}月${day}日`;
}

function instructions(leads: boolean, year: number, others: readonly LayoutSheet[]): string[] {
  const kinds = new Set(others.map((sheet) => sheet.kind));
  const figures = others.some((sheet) => sheet.rows.some((row) => row.kind === 'indicator' || row.kind === 'figure'));
  const rates = others.some((sheet) => sheet.rows.some((row) => row.answers.denominator !== undefined));
  const cumulative = others.some((sheet) => sheet.rows.some((row) => row.answers.increment !== undefined));
  return [
    '只填浅黄色单元格。白色单元格是方案内容，已锁定；灰色单元格不用填。单击单元格可看到填写提示。',
    ...(figures || kinds.has('air')
      ? [`数量只填数字，不写单位，不写“约”“左右”“以上”“余”。${figures ? '家、辆、台、个、天等填整数。' : ''}没有发生或没有新增的填 0。`]
      : []),
    ...(rates ? ['比率填分子和分母，完成值（完成率）可不填，由程序计算；填写时 85% 填 85。'] : []),
    ...(cumulative ? [`累计类指标填两个数：当年新增填${year}年的新增数，完成值填截至${year}年底的累计数，累计数不小于当年新增。`] : []),
    ...(kinds.has('tasks') ? [`任务填完成状态：${Object.values(STATUS_WORDS).join('、')}。完成日期写成 ${year}-08-31 的样子。`] : []),
    ...(kinds.has('air') ? ['空气监测每天一行，缺测留空或填“—”，不填 0。'] : []),
    '0 表示没有发生；空白表示没有报送，会列为缺报。数字格里不要填“无”“—”“/”。',
    `本项确实不涉及的，整行只填“不涉及”，并在备注中说明${leads ? '理由' : ''}：这是申请，主管部门同意后才不计入评分，同意之前按缺报处理。`,
    '请用 Excel 或 WPS 填写，保存为 .xlsx 格式。不要改工作表名称、编号和表头。',
    '以后更正时，改好本表整份重新报送，以最后一份为准。',
  ];
}
