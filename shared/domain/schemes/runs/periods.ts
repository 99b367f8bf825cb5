import { sumOf } from '../../numbers/rational.ts';
import type { Row } from '../base/data-source.ts';
import { drafted, type Explained, lacking, lacksOf, valued, valueOf } from '../base/explain.ts';
import type { SubjectResult } from '../evaluate/evaluate.ts';

/** Codes of what a year comes to by its periods. */
export const PERIOD_CODES: readonly string[] = ['periodsSum', 'periodsOpen', 'onePeriod'];

/**
 * 各期合计: what the periods of a year come to for one subject, for a scheme that is computed by month, quarter or half-year. Grades and places
 * are of the periods; the year has none. A period that is open leaves the year open.
 */
export function sumOfPeriods(results: readonly SubjectResult[], year: string): SubjectResult | null {
  const [first] = results;
  if (first === undefined) return null;
  const row: Row = { ...first.row, period: year };
  const children = results.map(onePeriod);
  const explanation = summed(children);
  const value = valueOf(explanation);
  const money = results.some((result) => result.money !== null);
  return {
    row,
    explanation,
    points: money ? null : value,
    money: money ? value : null,
    grade: null,
    gradeExplanation: null,
    place: null,
    notices: results.flatMap(({ row: { period }, notices }) =>
      notices.map((notice) => ({ ...notice, params: { ...notice.params, period } })),
    ),
    lacks: lacksOf(explanation),
    notApplicable: explanation.outcome.state === 'notApplicable',
    open: results.flatMap(({ row: { period }, open }) => open.map((one) => ({ ...one, params: { ...one.params, period } }))),
    marked: results.flatMap(({ marked }) => marked),
  };
}

/** One period with its grade and place, so that they are not lost in the sum. */
function onePeriod({ row, explanation, grade, place }: SubjectResult): Explained {
  const params = {
    period: row.period,
    ...(grade === null ? {} : { grade }),
    ...(place === null ? {} : { place: String(place.place) }),
    ...(explanation.outcome.state === 'value' ? { result: explanation.outcome.value.text() } : {}),
  };
  return { ...drafted('onePeriod', explanation.outcome, { params, children: [explanation] }), path: `period.${row.period}`, clause: [] };
}

function summed(children: readonly Explained[]): Explained {
  const lacks = children.flatMap(lacksOf);
  const values = children.flatMap((child) => valueOf(child) ?? []);
  const draft =
    lacks.length > 0
      ? lacking('periodsOpen', lacks, { children })
      : values.length === 0
        ? drafted(
            'periodsSum',
            { state: children.every(({ outcome }) => outcome.state === 'notApplicable') ? 'notApplicable' : 'none' },
            { children },
          )
        : valued('periodsSum', sumOf(values), { children });
  return { ...draft, path: 'periods', clause: [] };
}
