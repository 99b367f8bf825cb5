import type { MethodInput, MethodOutput } from '../../../shared/contract/contract.ts';
import type { SchemeTrialRow } from '../../../shared/contract/scheme-edit.ts';
import { Failure } from '../../../shared/domain/failure.ts';
import { Rational, ZERO } from '../../../shared/domain/numbers/rational.ts';
import type { SubjectResult } from '../../../shared/domain/schemes/evaluate/evaluate.ts';
import type { Per } from '../../../shared/domain/schemes/outputs/out.ts';
import type { ServiceContext } from '../context.ts';
import { versionData } from '../scheme-apply/applied-scheme.ts';
import { evaluated } from '../scheme-apply/apply-scheme.ts';
import { periodsWithin } from '../scheme-apply/periods.ts';

type Request = MethodInput<'schemes.trial'>;

/** 试算 of what was edited: a year by it beside the same year by the version it was made from; only what differs. */
export async function tryEdited(
  context: ServiceContext,
  { id, number, data, after, year }: Request,
): Promise<MethodOutput<'schemes.trial'>> {
  const db = context.work.handle;
  const old = versionData(db, id, number);
  const now = after === undefined ? data : versionData(db, id, after);
  if (now === undefined) throw new Failure('SCHEME_MISSING', { scheme: id, known: '' });
  const before = await evaluated(context, { source: { id, data: old }, file: null, subjects: undefined }, year, periodsFor(year));
  const later = await evaluated(context, { source: { id, data: now }, file: null, subjects: undefined }, year, periodsFor(year));
  const rows = rowsOf(before.results, later.results);
  const changed = rows.filter(differs).toSorted((one, other) => sizeOf(other).cmp(sizeOf(one)));
  const count = (of: (row: SchemeTrialRow) => boolean): number => changed.filter(of).length;
  return {
    year,
    out: later.common.scheme.out,
    computed: rows.length,
    rows: changed,
    changed: {
      amounts: count((row) => row.before.amount !== row.after.amount),
      grades: count((row) => row.before.grade !== row.after.grade),
      places: count((row) => row.before.place !== row.after.place),
    },
    missing: rows.filter(({ before: one, after: other }) => [one, other].every(({ amount, place }) => amount === null && place === null))
      .length,
  };
}

/** Each month or quarter of the year, where the scheme is computed by them; else the year. */
const periodsFor =
  (year: number) =>
  ({ scheme }: { readonly scheme: { readonly per: Per | null } }): readonly string[] => {
    const within = periodsWithin(year, scheme.per);
    return within.length === 0 ? [String(year)] : within;
  };

const keyOf = ({ row }: SubjectResult): string => `${row.subjectId}\n${row.period}`;

function rowsOf(before: readonly SubjectResult[], after: readonly SubjectResult[]): readonly SchemeTrialRow[] {
  const [old, now] = [before, after].map((results) => new Map(results.map((result) => [keyOf(result), result])));
  const keys = [...new Set([...(now?.keys() ?? []), ...(old?.keys() ?? [])])];
  return keys.flatMap((key) => {
    const [one, other] = [old?.get(key), now?.get(key)];
    const row = (other ?? one)?.row;
    if (row === undefined) return [];
    const [amount, next] = [amountOf(one), amountOf(other)];
    return [
      {
        subjectId: row.subjectId,
        subject: row.name,
        period: row.period,
        before: sideOf(one),
        after: sideOf(other),
        difference: amount === null || next === null ? null : next.minus(amount).text(),
      },
    ];
  });
}

const amountOf = (result: SubjectResult | undefined): Rational | null => result?.points ?? result?.money ?? null;

const sideOf = (result: SubjectResult | undefined): SchemeTrialRow['before'] => ({
  amount: amountOf(result)?.text() ?? null,
  grade: result?.grade ?? null,
  place: result?.place?.place ?? null,
  notices: (result?.notices ?? []).map(({ code, params }) => params['text'] ?? params['honour'] ?? code),
});

const differs = ({ before, after }: SchemeTrialRow): boolean => JSON.stringify(before) !== JSON.stringify(after);

/** Of points or money; where there are none, by how many places. */
function sizeOf({ before, after, difference }: SchemeTrialRow): Rational {
  if (difference !== null) return Rational.of(difference).abs();
  return before.place === null || after.place === null ? ZERO : Rational.of(after.place - before.place).abs();
}
