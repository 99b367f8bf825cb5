import colors from 'picocolors';
import type { MethodOutput } from '../../../../shared/contract/contract.ts';
import { checkProblemText, checkRemedyText } from '../../../../shared/text/check-text.ts';
import { otherEngineText } from '../../../../shared/text/engine-text.ts';
import { signedLines } from './signed.ts';

/** check: what was proved, and every problem with its place. */
export function checkText({ checked, lastEvent, problems, engines, signed }: MethodOutput<'work.check'>): string {
  const scope = `原件 ${checked.files} 份，数值 ${checked.values} 个，空气监测 ${checked.airDays} 天，计算结果 ${checked.runs} 次，操作记录 ${checked.events} 条`;
  const chain = `\n  操作记录末条校验值 ${lastEvent}（抄下备查，可发现末尾的记录被删除）`;
  const stale = checked.staleRuns === 0 ? '' : `\n  另有 ${checked.staleRuns} 次计算之后，填报、目标、认定数或办法有变动，请重新计算。`;
  const former = checked.formerReadings === 0 ? '' : `\n  其中 ${checked.formerReadings} 个单元格按导入时的读表规则计入，文字与原表相符。`;
  const other = engines.map((one) => `\n  ${otherEngineText(one)}`).join('');
  const moved = signed.flatMap((one) => [`  ${one.year} 年度`, ...signedLines(one)]);
  if (problems.length === 0)
    return `${colors.green('✓')} 核验通过：${scope}。哈希一致，每个数值都与原表单元格相符，重新计算结果相同。${former}${stale}${other}${chain}${moved.map((line) => `\n${line}`).join('')}`;
  return [
    `${colors.red('✗')} 核验发现 ${problems.length} 处问题（${scope}）：`,
    ...problems.map((problem) => `  ${checkProblemText(problem.kind)}　${problem.place}　${problem.detail}`),
    `  ${checkRemedyText}`,
    ...engines.map((one) => `  ${otherEngineText(one)}`),
    ...moved,
  ].join('\n');
}
