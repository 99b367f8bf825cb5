import colors from 'picocolors';
import type { MethodOutput } from '../../../../shared/contract/contract.ts';
import { deadlineKindText, receiptText, reviewActText, stateCountsText, unitStateText } from '../../../../shared/text/reporting-text.ts';

const done = colors.green('✓');

/** receipt: what was recorded, and what stood there before. */
export function receiptRecordedText({ unitName, year, version, before, receipt }: MethodOutput<'reporting.receipt'>): string {
  const was = before === null ? '此前没有登记' : `此前为 ${receiptText(before)}`;
  return `${done} ${unitName} ${year} 年第 ${version} 版收到日期 ${receiptText(receipt)}，${was}。是否迟报从此按收到日期判断，重新计算得分后生效。`;
}

/** deadline: until when the unit has time now. */
export function deadlineText({ unitName, year, kind, given, due }: MethodOutput<'reporting.deadline'>): string {
  const word = deadlineKindText(kind);
  const until = kind === 'extension' ? `，截止日 ${due ?? '未定'}` : '';
  return `${done} ${unitName} ${year} 年${given ? `已${word === '延期' ? '' : '同意'}${word}` : `已撤销${word}`}${until}。重新计算得分后生效。`;
}

/** review: each unit before and after, and where the year stands. */
export function reviewedText({ year, to, units, counts }: MethodOutput<'reporting.review'>): string {
  return [
    `${done} ${year} 年${reviewActText(to)} ${units.length} 个单位：`,
    ...units.map(({ unitName, before, after }) => `  ${unitName}　${unitStateText(before)} → ${unitStateText(after)}`),
    `  全部 ${counts.total} 个单位：${stateCountsText(counts)}`,
  ].join('\n');
}

/** sent: which form went to whom. */
export function sentText({ year, units, counts }: MethodOutput<'reporting.sent'>): string {
  return [
    `${done} ${year} 年填报表${units.every(({ form }) => form === null) ? '撤销发出' : '发出'} ${units.length} 个单位：`,
    ...units.map(({ unitName, form }) => `  ${unitName}${form === null ? '' : `　${form}`}`),
    `  全部 ${counts.total} 个单位，已发出 ${counts.sent}`,
  ].join('\n');
}
