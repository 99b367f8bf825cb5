import type { MethodOutput } from '../../../shared/contract/contract.ts';
import type { AccountEntry, AccountRow } from '../../../shared/contract/scheme-apply.ts';
import { Failure } from '../../../shared/domain/failure.ts';
import { type Rational, sumOf } from '../../../shared/domain/numbers/rational.ts';
import type { SubjectResult } from '../../../shared/domain/schemes/evaluate/evaluate.ts';
import type { ServiceContext } from '../context.ts';
import { accountPeriods, evaluated, type SchemeSource } from './apply-scheme.ts';

interface Accounting extends SchemeSource {
  readonly year: number;
  readonly subjects: string | undefined;
}

/** 年度账: every period of the year with its sum; of a scheme that is cleared by the year (按年清算) also what the year itself comes to. */
export async function accountScheme(context: ServiceContext, request: Accounting): Promise<MethodOutput<'schemes.account'>> {
  const { year } = request;
  const run = await evaluated(context, request, year, ({ scheme, title, yearly }) => {
    if (scheme.out.kind === 'notice') throw new Failure('SCHEME_ACCOUNT_NOTHING', { scheme: title });
    const periods = accountPeriods(scheme, year);
    if (periods.length === 0) throw new Failure('SCHEME_ACCOUNT_PER', { scheme: title });
    return yearly ? [...periods, String(year)] : periods;
  });
  const cleared = run.applied.yearly;
  const own = run.results.filter(({ row }) => row.period.startsWith(String(year)));
  const bySubject = Map.groupBy(own, ({ row }) => row.subjectId);
  return {
    ...run.common,
    year,
    periods: run.periods.filter((period) => period.startsWith(`${year}-`)),
    cleared,
    rows: [...bySubject.values()].flatMap((results) => accountOf(results, String(year), cleared)),
  };
}

function accountOf(results: readonly SubjectResult[], year: string, cleared: boolean): AccountRow[] {
  const [first] = results;
  if (first === undefined) return [];
  const within = results.filter(({ row }) => row.period !== year);
  const whole = results.find(({ row }) => row.period === year);
  const amounts = within.flatMap((result) => amountOf(result) ?? []);
  const sum = amounts.length === 0 ? null : sumOf(amounts);
  const openPeriods = within.filter((result) => result.explanation.outcome.state === 'missing').map(({ row }) => row.period);
  const yearAmount = whole === undefined ? null : amountOf(whole);
  const settled = cleared && openPeriods.length === 0 && sum !== null && yearAmount !== null;
  const { subjectId, name, class: own } = first.row;
  return [
    {
      subjectId,
      subject: name,
      class: own,
      entries: within.map(entryOf),
      sum: sum?.text() ?? null,
      openPeriods,
      year: whole === undefined ? null : entryOf(whole),
      clearing: settled ? yearAmount.minus(sum).text() : null,
    },
  ];
}

const amountOf = ({ money, points }: SubjectResult): Rational | null => money ?? points;

const entryOf = (result: SubjectResult): AccountEntry => ({
  period: result.row.period,
  amount: amountOf(result)?.text() ?? null,
  state: result.explanation.outcome.state,
  lacks: [...result.lacks],
});
