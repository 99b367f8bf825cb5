import { describe, expect, it } from 'vitest';
import type { RowState, RuleCode } from '../../../../shared/domain/assessment/types.ts';
import type { TaskStatus } from '../../../../shared/domain/returns/types.ts';
import { insufficientText, ruleText, stateText, statusText, type TextParams } from '../../../../shared/text/score-text.ts';

/** One example of every code; a code without a sentence does not compile. */
const EXAMPLES: Record<RuleCode, [TextParams, string]> = {
  met: [
    { value: '37', target: '≤39', unit: '微克/立方米', reporter: '区生态环境局', percent: '100.00' },
    '完成值37微克/立方米，达到目标≤39微克/立方米，得满分。',
  ],
  proportional: [
    { value: '81.1', target: '≥81.3', unit: '%', reporter: '区经济信息委', insteadOf: '区生态环境局', percent: '99.75' },
    '完成值81.1%，未达到目标≥81.3%，按完成值÷目标值得本项分值的99.75%（区生态环境局没有可用的填报，采用区经济信息委所报）。',
  ],
  proportionalInverse: [
    { value: '40', target: '≤39', unit: '微克/立方米', percent: '97.50' },
    '完成值40微克/立方米，超出目标≤39微克/立方米，按目标值÷完成值得本项分值的97.5%。',
  ],
  zeroTargetExceeded: [{ value: '0.6', target: '0', unit: '%', percent: '0.00' }, '完成值0.6%，目标为0%，超出即不得分。'],
  noOccurrence: [{ target: '100', unit: '%' }, '全年没有发生此类情形（分母为0），视为完成，得满分。'],
  status: [{ status: 'behind', percent: '40.00' }, '完成状态为“进度滞后”，得本项分值的40%。'],
  onTime: [{ date: '2024-08-26', target: '在9月前', percent: '100.00' }, '2024年8月26日完成，在时限内（在9月前完成），得满分。'],
  late: [{ date: '2024-10-03', target: '在9月前', percent: '60.00' }, '2024年10月3日完成，晚于时限（在9月前完成），得本项分值的60%。'],
  missing: [{ reason: 'noReturn', reporter: '区商务委' }, '区商务委没有报送填报表，得0分；请催报，导入后重新计算。'],
  notApplicable: [
    { reason: 'consented', consentBy: '张三', consentReason: '辖区没有锅炉。' },
    '主管部门（张三）已同意不涉及：辖区没有锅炉；不计入满分，总分折算。',
  ],
  penaltyLate: [
    { reportedOn: '2025-01-21', due: '2025-01-15', points: '1.00' },
    '填报日期2025年1月21日，晚于报送截止日2025年1月15日，从总分中扣1分。',
  ],
  penaltyLateReceived: [
    { receivedOn: '2025-01-21', due: '2025-01-15', points: '1.00' },
    '收到日期2025年1月21日，晚于报送截止日2025年1月15日，从总分中扣1分。',
  ],
  penaltyWaived: [
    { day: '2025-01-21', due: '2025-01-15', points: '1.00', reason: '首次填报', by: '张三' },
    '2025年1月21日报送，晚于截止日2025年1月15日，本应扣1分；张三同意免于扣分（首次填报），不扣分。',
  ],
};

const missing = (reason: string, extra: TextParams = {}) => ruleText('missing', { reason, reporter: '区公安局', ...extra });

describe('the sentence of a rule', () => {
  it.each(Object.entries(EXAMPLES) as [RuleCode, [TextParams, string]][])('%s', (code, [params, sentence]) => {
    expect(ruleText(code, params)).toBe(sentence);
  });

  it('says what to do about each kind of missing value', () => {
    expect(missing('noAnswer')).toBe('区公安局的填报表中此项空白，得0分；请补填后重新导入。');
    expect(missing('partMissing')).toBe('区公安局只填了分子、分母中的一个，得0分；请补齐分子和分母。');
    expect(missing('zeroDenominator')).toBe('区公安局填的分母为0，无法计算比率，得0分；请核实分母或书面说明。');
    expect(missing('erroneous', { sheet: '任务填报', cell: 'H9', raw: '约1350', others: '0' })).toBe(
      '区公安局填报的任务填报!H9“约1350”有错误，本行未定，得0分；请改正后重新导入。',
    );
    expect(missing('erroneous', { sheet: '指标填报', cell: 'H5', raw: '无', others: '2' })).toContain('指标填报!H5“无”等3处有错误');
    expect(missing('exemptionAsked', { sheet: '任务填报', cell: 'F8', raw: '不涉及', others: '0' })).toBe(
      '区公安局申请不涉及（任务填报!F8“不涉及”），待主管部门同意；同意之前按缺数据处理，得0分。没有发生的请改填0。',
    );
    expect(missing('YEAR_DAYS_SHORT', { validDays: '300' })).toBe('区公安局：全年有效300天，少于324天，得0分。');
  });

  it('names the consent by which a rate without occasion counts as complete', () => {
    expect(ruleText('noOccurrence', { consentBy: '升级', consentReason: '迁移前已计入' })).toBe(
      '主管部门（升级）已同意不涉及：迁移前已计入；按全年没有发生此类情形，视为完成，得满分。',
    );
  });

  it('tells an unfinished dated item from one whose date was not written', () => {
    expect(ruleText('late', { status: 'onTrack', target: '在9月前', percent: '48.00' })).toBe(
      '时限（在9月前完成）已过，完成状态为“按序推进”，得本项分值的48%。',
    );
    expect(ruleText('late', { status: 'done', target: '在9月前', percent: '60.00' })).toContain('没有写完成日期');
    expect(ruleText('notApplicable', { reason: 'noTarget', year: '2026' })).toBe('没有2026年的目标，不计入满分。');
  });

  it('does not print the unit twice when the printed target names it, and drops trailing zeros only behind the point', () => {
    expect(ruleText('met', { value: '91.3', target: '90%以上', unit: '%' })).toBe('完成值91.3%，达到目标90%以上，得满分。');
    expect(ruleText('status', { status: 'onTrack', percent: '100.00' })).toBe('完成状态为“按序推进”，得满分。');
    expect(ruleText('penaltyLate', { reportedOn: '2025-01-21', due: '2025-01-15', points: '10' })).toContain('扣10分');
  });
});

describe('the words for states and data gaps', () => {
  it('are those of the tables', () => {
    const states: Record<RowState, string> = {
      met: '达标',
      unmet: '未达标',
      missing: '缺数据',
      notApplicable: '不涉及',
      noOccurrence: '无发生，视为完成',
    };
    for (const [state, text] of Object.entries(states) as [RowState, string][]) expect(stateText(state)).toBe(text);
    const statuses: Record<TaskStatus, string> = {
      done: '已完成',
      onTrack: '按序推进',
      behind: '进度滞后',
      notStarted: '未启动',
      notApplicable: '不涉及',
    };
    for (const [status, text] of Object.entries(statuses) as [TaskStatus, string][]) expect(statusText(status)).toBe(text);
  });

  it('name the gap', () => {
    expect(insufficientText('NO_DATA', {})).toBe('没有有效的PM2.5日均值');
    expect(insufficientText('MONTH_DAYS_SHORT', { month: '2024-05', validDays: '5', required: '27' })).toBe('5月有效5天，少于27天');
    expect(insufficientText('MONTH_DAYS_SHORT', { validDays: '310' })).toBe('有的月份有效天数不足27天（2月25天），全年有效310天');
    expect(insufficientText('SOMETHING_NEW', {})).toBe('有效监测数据不足（SOMETHING_NEW）');
  });
});
