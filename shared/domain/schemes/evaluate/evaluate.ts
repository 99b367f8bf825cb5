import type { Rational } from '../../numbers/rational.ts';
import type { CompiledScheme } from '../language/compile-scheme.ts';
import type { Notice, OpenQuestion } from '../outputs/kind.ts';
import { dueNotices } from '../outputs/notices.ts';
import { passedOn } from '../outputs/pass.ts';
import { judgeVetoes, type JudgedVeto } from '../outputs/veto.ts';
import type { Lack, Row, SchemeData } from '../base/data-source.ts';
import { type Explained, lacksOf, type Place, valueOf } from '../base/explain.ts';
import { gradeRows, type GradedRow } from './grade-rows.ts';
import { withHeadFigures } from './head-figures.ts';
import { finalValues } from './final-values.ts';
import { bodyNode, rankedIn, schemeWorld } from './scheme-world.ts';
import { rowKey } from './world.ts';

/** What a scheme gives one subject in one period, with everything it was made from. */
export interface SubjectResult {
  readonly row: Row;
  readonly explanation: Explained;
  readonly points: Rational | null;
  /** 万元: + received, − paid. */
  readonly money: Rational | null;
  readonly grade: string | null;
  readonly gradeExplanation: Explained | null;
  readonly place: Place | null;
  readonly notices: readonly Notice[];
  /** Why there is no value. */
  readonly lacks: readonly Lack[];
  /** The subject is not concerned: not for it, or 不涉及 throughout. */
  readonly notApplicable: boolean;
  readonly open: readonly OpenQuestion[];
  /** What is missing and counts as 0 because the scheme says so. */
  readonly marked: readonly Explained[];
}

/** Every subject of every period of the data that the scheme is for, in the order of periods and subjects. */
export function evaluateScheme(scheme: CompiledScheme, data: SchemeData): readonly SubjectResult[] {
  const body = bodyNode(scheme);
  const world = schemeWorld(scheme, body, withHeadFigures(data, scheme.head));
  const rows = data.periods.flatMap((period) => data.rowsOf(period)).filter((row) => scheme.concerns(row));
  const vetoes = new Map(rows.map((row) => [rowKey(row), judgeVetoes(scheme.vetoes, row, world)]));
  const vetoesOf = (row: Row): readonly JudgedVeto[] => vetoes.get(rowKey(row)) ?? [];
  const values = finalValues(scheme, rows, vetoesOf, body, world);
  const graded = gradeRows(scheme, rows, (row) => values.get(rowKey(row)), vetoesOf);
  return rows.map((row) => {
    const explanation = values.get(rowKey(row)) ?? world.read(body, row);
    const value = valueOf(explanation);
    const grade = graded.get(rowKey(row));
    const noticed = dueNotices(scheme.notices, row, world);
    const passed =
      scheme.pass === null ? { due: [], open: [] } : passedOn(scheme.pass, scheme.out.kind === 'money' ? value : null, row, world);
    return {
      row,
      explanation,
      points: scheme.out.kind === 'points' ? value : null,
      money: scheme.out.kind === 'money' ? value : null,
      grade: grade?.grade ?? null,
      gradeExplanation: grade?.explanation ?? null,
      place: placeOf(scheme, explanation, row, world),
      notices: [...barred(vetoesOf(row)), ...noticed.due, ...passed.due],
      lacks: lacksOf(explanation),
      notApplicable: explanation.outcome.state === 'notApplicable',
      open: [...openVetoes(vetoesOf(row), grade), ...noticed.open, ...passed.open],
      marked: markedIn(explanation),
    };
  });
}

/** The place shown: of the ranking of the rule, where there is one and no second that says otherwise; of schemes of points by their points. */
function placeOf(scheme: CompiledScheme, explanation: Explained, row: Row, world: ReturnType<typeof schemeWorld>): Place | null {
  if (!scheme.ranks) return scheme.out.kind === 'points' ? world.standing(row).place : null;
  const places = rankedIn(explanation).flatMap(({ place }) => place ?? []);
  const [first] = places;
  return first !== undefined && places.every(({ place }) => place === first.place) && rankedIn(explanation).length === places.length
    ? first
    : null;
}

const markedIn = (explained: Explained): readonly Explained[] =>
  explained.code === 'figureZero' ? [explained] : explained.children.flatMap(markedIn);

const barred = (vetoes: readonly JudgedVeto[]): readonly Notice[] =>
  vetoes.flatMap(({ veto, verdict, state }): Notice[] =>
    state === 'holds' && veto.barHonour !== null ? [{ code: 'barred', params: { honour: veto.barHonour }, explanation: verdict }] : [],
  );

function openVetoes(vetoes: readonly JudgedVeto[], grade: GradedRow | undefined): readonly OpenQuestion[] {
  return vetoes.flatMap(({ veto, verdict, state }): OpenQuestion[] => {
    if (state !== 'open') return [];
    const subject = veto.barHonour ?? veto.barGrade ?? veto.grade ?? '';
    return [{ code: grade?.open === true ? 'grade' : 'veto', params: { text: subject }, lacks: lacksOf(verdict) }];
  });
}
