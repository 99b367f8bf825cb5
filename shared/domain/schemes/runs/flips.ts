import { greatest, least, Rational } from '../../numbers/rational.ts';

/** What a subject comes to; null total: it has no result. */
export interface Standing {
  readonly total: Rational | null;
  readonly grade: string | null;
  readonly place: number | null;
}

export interface FlipSubject extends Standing {
  readonly id: string;
  readonly group: string;
}

/** A number that is read of each subject, and the target it is held against. */
export interface FlipColumn {
  readonly column: string;
  readonly values: ReadonlyMap<string, Rational>;
  readonly targets: ReadonlyMap<string, Rational>;
}

export interface SupposedNumber {
  readonly id: string;
  readonly column: string;
  readonly value: Rational;
}

/** 最近的一个数: a number of the subject itself that alone changes its grade or its place. */
export interface Flip extends Standing {
  readonly column: string;
  readonly before: Rational | null;
  readonly after: Rational;
}

interface Flipping {
  readonly subjects: readonly FlipSubject[];
  readonly columns: readonly FlipColumn[];
  /** Places are by totals. */
  readonly placed: boolean;
  /** What everybody comes to with these numbers in place of the real ones. */
  evaluate(supposed: readonly SupposedNumber[]): ReadonlyMap<string, Standing>;
}

/**
 * The number whose change moves the total least and yet changes grade or place, within what other subjects have and what the targets ask. All
 * subjects are tried at once, each against the others as they are; what is found is then supposed alone, and counts only if it still changes.
 */
export function nearestFlips(flipping: Flipping): ReadonlyMap<string, Flip> {
  const { subjects, columns, evaluate } = flipping;
  const known = subjects.filter(({ total }) => total !== null);
  const changes = changesBy(known, flipping.placed);
  const found = columns.flatMap((column) => SIDES.flatMap((side) => [...flipsOf(column, side, known, evaluate, changes)]));
  return new Map(
    known.flatMap((subject) => {
      const own = found.filter(({ id }) => id === subject.id).toSorted((one, other) => one.moved.cmp(other.moved));
      const flip = confirmed(subject, own, columns, evaluate);
      return flip === null ? [] : [[subject.id, flip]];
    }),
  );
}

type Side = (values: readonly Rational[]) => Rational;
const SIDES: readonly Side[] = [(values) => values.reduce(least), (values) => values.reduce(greatest)];

/** Numbers between others are looked for with no more decimals. */
const MOST_DECIMALS = 2;
const TWO = Rational.of(2);

type Changes = (id: string, then: Standing | undefined) => boolean;

/** Whether a total of its own gives a subject another grade or another place among the others as they are. */
function changesBy(known: readonly FlipSubject[], placed: boolean): Changes {
  const groups = Map.groupBy(known, ({ group }) => group);
  const placeOf = ({ id, group }: FlipSubject, total: Rational): number =>
    placed ? (groups.get(group) ?? []).filter((other) => other.id !== id && isAbove(other, total)).length : 0;
  const now = new Map(
    known.map((subject) => [subject.id, { subject, place: subject.total === null ? 0 : placeOf(subject, subject.total) }]),
  );
  return (id, then) => {
    const own = now.get(id);
    const total = then?.total ?? null;
    return own !== undefined && total !== null && (then?.grade !== own.subject.grade || placeOf(own.subject, total) !== own.place);
  };
}

const isAbove = ({ total }: Standing, other: Rational): boolean => total !== null && total.cmp(other) > 0;

interface Found {
  readonly id: string;
  readonly column: string;
  readonly value: Rational;
  /** By how much the total moves. */
  readonly moved: Rational;
}

interface Span {
  /** Changes nothing; null where the subject has no number yet. */
  readonly near: Rational | null;
  /** Changes grade or place. */
  readonly far: Rational;
  readonly total: Rational | null;
}

/** On one side of its own number, the nearest of each subject that changes something: halved until no number lies between. */
function flipsOf(
  { column, values, targets }: FlipColumn,
  side: Side,
  known: readonly FlipSubject[],
  evaluate: Flipping['evaluate'],
  changes: Changes,
): readonly Found[] {
  const decimals = Math.min(MOST_DECIMALS, Math.max(0, ...[...values.values(), ...targets.values()].map(decimalsOf)));
  const asked = known.flatMap(({ id }) => {
    const [own, target] = [values.get(id), targets.get(id)];
    const bounds = [...values.values(), ...(target === undefined ? [] : [target])];
    if (bounds.length === 0) return [];
    const value = side(bounds).round(decimals);
    return own !== undefined && value.cmp(own) === 0 ? [] : [{ id, column, value }];
  });
  const first = asked.length === 0 ? new Map<string, Standing>() : evaluate(asked);
  let spans = new Map<string, Span>(
    asked
      .filter(({ id }) => changes(id, first.get(id)))
      .map(({ id, value }) => [id, { near: values.get(id) ?? null, far: value, total: first.get(id)?.total ?? null }]),
  );
  for (let halved = halvesOf(spans, column, decimals); halved.length > 0; halved = halvesOf(spans, column, decimals)) {
    const then = evaluate(halved);
    const at = new Map(halved.map(({ id, value }) => [id, value]));
    spans = new Map(
      [...spans].map(([id, span]) => {
        const value = at.get(id);
        if (value === undefined) return [id, span];
        return [id, changes(id, then.get(id)) ? { ...span, far: value, total: then.get(id)?.total ?? null } : { ...span, near: value }];
      }),
    );
  }
  const totals = new Map(known.map(({ id, total }) => [id, total]));
  return [...spans].flatMap(([id, { far, total }]) => {
    const before = totals.get(id) ?? null;
    return before === null || total === null ? [] : [{ id, column, value: far, moved: total.minus(before).abs() }];
  });
}

/** The number half way, where there still is one between. */
const halvesOf = (spans: ReadonlyMap<string, Span>, column: string, decimals: number): readonly SupposedNumber[] =>
  [...spans].flatMap(([id, { near, far }]) => {
    if (near === null) return [];
    const value = near.plus(far).div(TWO).round(decimals);
    const between = value.cmp(least(near, far)) > 0 && value.cmp(greatest(near, far)) < 0;
    return between ? [{ id, column, value }] : [];
  });

/** The first of them that changes grade or place when nothing else is supposed. */
function confirmed(
  subject: FlipSubject,
  found: readonly Found[],
  columns: readonly FlipColumn[],
  evaluate: Flipping['evaluate'],
): Flip | null {
  for (const { column, value } of found) {
    const then = evaluate([{ id: subject.id, column, value }]).get(subject.id);
    if (then === undefined || then.total === null || (then.grade === subject.grade && then.place === subject.place)) continue;
    const before = columns.find((one) => one.column === column)?.values.get(subject.id) ?? null;
    return { ...then, column, before, after: value };
  }
  return null;
}

const decimalsOf = (value: Rational): number => value.text().split('.')[1]?.length ?? 0;
