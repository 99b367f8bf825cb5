import colors from 'picocolors';
import type { MethodOutput } from '../../../../shared/contract/contract.ts';
import { countedMax } from '../../../../shared/domain/assessment/score.ts';
import { placesOf } from '../../../../shared/domain/assessment/places.ts';
import type { SignedState } from '../../../../shared/contract/signed.ts';
import type { Provisional } from '../../../../shared/domain/assessment/provisional/range.ts';
import type { AssessmentResult, SubjectScore } from '../../../../shared/domain/assessment/types.ts';
import { wholeText } from '../../../../shared/text/plan-words.ts';
import { schemeText } from '../../../../shared/text/report-text.ts';
import { missingPartText, rangeText, whatIfCommandText } from '../../../../shared/text/what-if-text.ts';
import { unaskedText } from '../../../../shared/text/year-text.ts';
import { heading, textTable } from '../terminal/table.ts';
import { scoredSignedLines } from './signed.ts';

/** What is provisional of a subject; a stored result says nothing of it. */
type Scored = SubjectScore & Partial<Provisional>;

interface ScoreShown extends Pick<MethodOutput<'assessment.score'>, 'computedAt'> {
  readonly result: AssessmentResult & { readonly district: Scored; readonly units: readonly Scored[] };
  /** 示例数据 in it, where that is known. */
  readonly sample?: boolean;
  /** The signed run and what has moved since, of scores that are computed anew. */
  readonly signed?: SignedState;
  /** Units that are not asked to report, of scores that are computed anew. */
  readonly unasked?: readonly string[];
  /** Sentences about dust days and other events, of scores that are computed anew. */
  readonly air?: readonly string[];
}

/** score: totals, parts and grades. */
export function scoreText({ result, sample = false, computedAt, signed = null, unasked = [], air = [] }: ScoreShown): string {
  const { district } = result;
  const places = placesOf(result.units);
  const ranges = result.units.some((unit: Scored) => unit.range !== undefined);
  const table = (subjects: readonly Scored[]): string => {
    const partTitles = [...new Set(subjects.flatMap((subject) => subject.parts.map((part) => part.title)))];
    return textTable<Scored>(
      [
        { title: whatIfCommandText.columns.place, align: 'right', cell: (subject) => String(places.get(subject.subjectId) ?? '—') },
        { title: '单位', cell: (subject) => subject.name },
        ...partTitles.map((title) => ({ title, align: 'right' as const, cell: (subject: SubjectScore) => partText(subject, title) })),
        {
          title: '扣分',
          align: 'right',
          cell: (subject) => (subject.penalties.length === 0 ? '—' : subject.penalties.map((penalty) => penalty.points).join('、')),
        },
        { title: '总分', align: 'right', cell: (subject) => subject.total },
        ...(ranges
          ? [{ title: whatIfCommandText.columns.range, align: 'right' as const, cell: ({ range }: Scored) => rangeText(range ?? null) }]
          : []),
        { title: '等次', cell: gradeOf },
        { title: '备注', cell: remarkOf },
      ],
      subjects.toSorted((left, right) => Number(right.total) - Number(left.total)),
    );
  };
  return [
    `${result.year} 年度考核得分${sample ? colors.yellow('〔示例数据〕') : ''}　${schemeText(result.schemeTitle, result.demonstration)}　${colors.dim(computedAt)}`,
    ...scoredSignedLines(signed),
    heading(wholeText(district.name)),
    `  总分 ${colors.bold(district.total)}${provisionalText(district)}　${district.grade}　${district.parts.map((part) => `${part.title} ${part.points}/${part.max}`).join('，')}`,
    ...[...Map.groupBy(result.units, (unit) => unit.kindName)].flatMap(([kind, subjects]) => [heading(kind), table(subjects)]),
    ...missingLines(result),
    ...(unasked.length === 0 ? [] : [`\n  ${unaskedText(unasked)}。`]),
    ...air.map((sentence) => colors.dim(`  ${sentence}`)),
    colors.dim('\n  每一分的来源：explain WORK.sqlite --year 年度 --unit 单位'),
  ].join('\n');
}

/** 88.07（区间 86.20～91.40）; nothing more where it is final. */
const provisionalText = ({ range }: Scored): string =>
  range === undefined || range === null || range.low === range.high ? '' : `（${whatIfCommandText.columns.range} ${rangeText(range)}）`;

/** What is missing for final scores, each once, whoever else waits for it. */
function missingLines({ district, units }: ScoreShown['result']): string[] {
  const all = [...units, district].flatMap(({ missing = [] }) => missing);
  // The district waits for a return, or for a consent, in other rows than the unit itself: it is one all the same.
  const groups = Map.groupBy(all, ({ code, unitId, rows, figure, fields }) =>
    code === 'return' || code === 'air' ? `${code}|${unitId}` : JSON.stringify([code, unitId, code === 'consent' || rows, figure, fields]),
  );
  const lines = [...groups.values()].flatMap((group) =>
    group.slice(0, 1).map((first) => missingPartText({ ...first, rows: [...new Set(group.flatMap(({ rows }) => rows))] })),
  );
  return lines.length === 0
    ? []
    : [heading(`${whatIfCommandText.columns.missing}（${lines.length}）`), ...lines.map((line) => `  ${line}`)];
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
