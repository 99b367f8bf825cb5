import colors from 'picocolors';
import type { MethodOutput } from '../../../../shared/contract/contract.ts';
import { countedMax } from '../../../../shared/domain/assessment/score.ts';
import type { SubjectScore } from '../../../../shared/domain/assessment/types.ts';
import { wholeText } from '../../../../shared/text/plan-words.ts';
import { schemeText } from '../../../../shared/text/report-text.ts';
import { heading, textTable } from '../terminal/table.ts';

interface ScoreShown extends Pick<MethodOutput<'assessment.score'>, 'result' | 'computedAt'> {
  /** 示例数据 in it, where that is known. */
  readonly sample?: boolean;
}

/** score: totals, parts and grades. */
export function scoreText({ result, sample = false, computedAt }: ScoreShown): string {
  const { district } = result;
  const table = (subjects: readonly SubjectScore[]): string => {
    const partTitles = [...new Set(subjects.flatMap((subject) => subject.parts.map((part) => part.title)))];
    return textTable(
      [
        { title: '单位', cell: (subject) => subject.name },
        ...partTitles.map((title) => ({ title, align: 'right' as const, cell: (subject: SubjectScore) => partText(subject, title) })),
        {
          title: '扣分',
          align: 'right',
          cell: (subject) => (subject.penalties.length === 0 ? '—' : subject.penalties.map((penalty) => penalty.points).join('、')),
        },
        { title: '总分', align: 'right', cell: (subject) => subject.total },
        { title: '等次', cell: gradeOf },
        { title: '备注', cell: remarkOf },
      ],
      subjects.toSorted((left, right) => Number(right.total) - Number(left.total)),
    );
  };
  return [
    `${result.year} 年度考核得分${sample ? colors.yellow('〔示例数据〕') : ''}　${schemeText(result.schemeTitle, result.demonstration)}　${colors.dim(computedAt)}`,
    heading(wholeText(district.name)),
    `  总分 ${colors.bold(district.total)}　${district.grade}　${district.parts.map((part) => `${part.title} ${part.points}/${part.max}`).join('，')}`,
    ...[...Map.groupBy(result.units, (unit) => unit.kindName)].flatMap(([kind, subjects]) => [heading(kind), table(subjects)]),
    colors.dim('\n  每一分的来源：explain WORK.sqlite --year 年度 --unit 单位'),
  ].join('\n');
}

function partText(subject: SubjectScore, title: string): string {
  const part = subject.parts.find((candidate) => candidate.title === title);
  return part === undefined ? '—' : `${part.points}/${countedMax([part], decimalsOf(part.max))}`;
}

/** Points are printed with the scheme's decimals. */
const decimalsOf = (points: string): number => points.split('.')[1]?.length ?? 0;
const FULL_MARKS = 100;

/** Why the total is not the sum of the parts: rows that do not count (不涉及) and missing parts are folded away (缺项折算). */
function remarkOf(subject: SubjectScore): string {
  const counted = countedMax(subject.parts, decimalsOf(subject.exactTotal));
  const folded = Number(counted) === FULL_MARKS || Number(counted) === 0 ? '' : `${subject.exactTotal}÷${counted} 折算为百分制`;
  return [subject.reported ? '' : '未报送填报表', folded].filter((text) => text !== '').join('；');
}

/** Without a return there is nothing to grade, as on the page: the missing return is what has to be said. */
export const gradeOf = (subject: SubjectScore): string => (subject.reported ? subject.grade : '—');
