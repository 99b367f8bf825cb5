import type { DecimalText } from '../numbers/decimal.ts';
import { placesOf } from './places.ts';
import { type Cause, rowCauses } from './row-causes.ts';
import type { AssessmentResult, RowState, ScorePart, ScorePenalty, ScoreRow, SubjectScore } from './types.ts';

/** By what a result was computed, as far as it does not stand in the result itself. */
export interface ResultHead {
  readonly schemeVersion: string;
  readonly planVersion: string;
}

export interface BeforeAfter<Value> {
  readonly before: Value | null;
  readonly after: Value | null;
}

/** A row that differs, or is only there before or after, and why. */
export interface RowDifference {
  readonly part: string;
  readonly rowId: string;
  readonly title: string;
  readonly points: BeforeAfter<DecimalText>;
  readonly max: BeforeAfter<DecimalText>;
  readonly state: BeforeAfter<RowState>;
  readonly causes: readonly Cause[];
}

/** A unit, or the district, of which something differs. */
export interface SubjectDifference {
  readonly subjectId: string;
  readonly kindName: string;
  readonly name: string;
  readonly total: BeforeAfter<DecimalText>;
  readonly grade: BeforeAfter<string>;
  /** Null without a place: the district, and a unit that has not reported. */
  readonly place: BeforeAfter<number>;
  readonly rows: readonly RowDifference[];
  /** What is not of one row: return, penalties, places moved by others. */
  readonly causes: readonly Cause[];
}

export interface ResultDifference {
  /** Versions that differ; blank where heads are not compared. */
  readonly versions: readonly Cause[];
  readonly subjects: readonly SubjectDifference[];
  /** Subjects of which nothing differs. */
  readonly same: number;
}

/**
 * 比较 of two results: what changed by unit and row, and why, from the results alone; they carry values with their cells, targets with their
 * statements, and rules. A difference that none of these explains is put down to the scheme where its version differs, else to the program.
 */
export function diffResults(
  before: AssessmentResult,
  after: AssessmentResult,
  heads?: { readonly before: ResultHead; readonly after: ResultHead },
): ResultDifference {
  const schemeDiffers = heads !== undefined && heads.before.schemeVersion !== heads.after.schemeVersion;
  const [then, now] = [before, after].map(subjectsOf) as [Known, Known];
  const ids = [...new Set([...then.subjects.keys(), ...now.subjects.keys()])];
  const found = ids.map((id) => subjectDifference(then.of(id), now.of(id), schemeDiffers));
  const subjects = found.filter((difference) => difference !== null);
  return { versions: heads === undefined ? [] : versionCauses(heads), subjects, same: found.length - subjects.length };
}

interface Known {
  readonly subjects: ReadonlyMap<string, SubjectScore>;
  of(id: string): Placed | null;
}

interface Placed {
  readonly score: SubjectScore;
  readonly place: number | null;
}

function subjectsOf({ district, units }: AssessmentResult): Known {
  const subjects = new Map([district, ...units].map((subject) => [subject.subjectId, subject]));
  const places = placesOf(units);
  return {
    subjects,
    of(id) {
      const score = subjects.get(id);
      return score === undefined ? null : { score, place: places.get(id) ?? null };
    },
  };
}

function versionCauses({ before, after }: { readonly before: ResultHead; readonly after: ResultHead }): Cause[] {
  return (['schemeVersion', 'planVersion'] as const).flatMap((code) =>
    before[code] === after[code] ? [] : [{ code, params: { before: before[code], after: after[code] } }],
  );
}

const changed = <Value>(before: Value | null, after: Value | null): BeforeAfter<Value> => ({ before, after });
const differs = ({ before, after }: BeforeAfter<unknown>): boolean => before !== after;

function subjectDifference(before: Placed | null, after: Placed | null, schemeDiffers: boolean): SubjectDifference | null {
  const either = after?.score ?? before?.score;
  if (either === undefined) return null;
  const difference: SubjectDifference = {
    subjectId: either.subjectId,
    kindName: either.kindName,
    name: either.name,
    total: changed(before?.score.total ?? null, after?.score.total ?? null),
    grade: changed(before?.score.grade ?? null, after?.score.grade ?? null),
    place: changed(before?.place ?? null, after?.place ?? null),
    rows: rowDifferences(before?.score, after?.score, schemeDiffers),
    causes: [],
  };
  const causes = subjectCauses(before, after, difference, schemeDiffers);
  const moved = differs(difference.total) || differs(difference.grade) || differs(difference.place);
  return moved || difference.rows.length > 0 || causes.length > 0 ? { ...difference, causes } : null;
}

function subjectCauses(before: Placed | null, after: Placed | null, difference: SubjectDifference, schemeDiffers: boolean): Cause[] {
  if (before === null || after === null) return [{ code: before === null ? 'subjectNew' : 'subjectGone', params: {} }];
  const [then, now] = [before.score, after.score];
  const causes: Cause[] = [
    ...(then.reported === now.reported ? [] : [{ code: now.reported ? 'returnNew' : 'returnGone', params: {} } as const]),
    ...penaltyCauses(then.penalties, now.penalties),
  ];
  if (causes.length > 0 || difference.rows.length > 0) return causes;
  if (differs(difference.total) || differs(difference.grade)) return [{ code: schemeDiffers ? 'scheme' : 'engine', params: {} }];
  return differs(difference.place) ? [{ code: 'others', params: {} }] : [];
}

function penaltyCauses(before: readonly ScorePenalty[], after: readonly ScorePenalty[]): Cause[] {
  const ids = [...new Set([...before, ...after].map(({ id }) => id))];
  return ids.flatMap((id): Cause[] => {
    const [then, now] = [before, after].map((penalties) => penalties.find((penalty) => penalty.id === id));
    if (then === undefined) return now === undefined ? [] : [{ code: 'penaltyNew', params: { after: now.points } }];
    if (now === undefined) return [{ code: 'penaltyGone', params: { before: then.points } }];
    return then.points === now.points ? [] : [{ code: 'penaltyChanged', params: { before: then.points, after: now.points } }];
  });
}

interface PlacedRow {
  readonly part: ScorePart;
  readonly row: ScoreRow;
}

function rowDifferences(before: SubjectScore | undefined, after: SubjectScore | undefined, schemeDiffers: boolean): RowDifference[] {
  const [then, now] = [before, after].map(rowsOf) as [ReadonlyMap<string, PlacedRow>, ReadonlyMap<string, PlacedRow>];
  return [...new Set([...now.keys(), ...then.keys()])].flatMap((key): RowDifference[] => {
    const [old, present] = [then.get(key), now.get(key)];
    const either = present ?? old;
    if (either === undefined) return [];
    const difference = {
      part: either.part.title,
      rowId: either.row.rowId,
      title: either.row.title,
      points: changed(old?.row.points ?? null, present?.row.points ?? null),
      max: changed(old?.row.max ?? null, present?.row.max ?? null),
      state: changed(old?.row.state ?? null, present?.row.state ?? null),
    };
    const causes = rowCauses(old?.row, present?.row, schemeDiffers);
    return causes.length === 0 ? [] : [{ ...difference, causes }];
  });
}

const rowsOf = (subject: SubjectScore | undefined): ReadonlyMap<string, PlacedRow> =>
  new Map((subject?.parts ?? []).flatMap((part) => part.rows.map((row) => [`${part.id} ${row.rowId}`, { part, row }] as const)));
