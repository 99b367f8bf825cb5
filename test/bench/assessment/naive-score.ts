import type { ScoreInput } from '../../../shared/domain/assessment/context.ts';
import type { StoredAnswer, TownAir } from '../../../shared/domain/assessment/types.ts';
import type { Unit } from '../../../shared/domain/plan/schema.ts';

/** Totals and grades of towns the plain way: fractions of big integers, every answer looked for among the unit's own, nothing kept between rows. */
export function naiveTownScores(input: ScoreInput): Map<string, string> {
  const answers = Map.groupBy(input.answers, ({ unitId }) => unitId);
  const towns = input.plan.units.filter(({ kind }) => kind === 'town');
  return new Map(towns.map((town) => [town.id, naiveTown(town, answers.get(town.id) ?? [], input)]));
}

/** A fraction; null takes no part. */
type Share = readonly [bigint, bigint] | null;

function naiveTown(town: Unit, answers: readonly StoredAnswer[], input: ScoreInput): string {
  const { town: scheme, grades } = input.scheme;
  const air = input.townAir.find(({ unitId }) => unitId === town.id);
  const parts: [bigint, bigint[], Share[]][] = [
    [hundredths(scheme.air.max), [hundredths(scheme.air.pm25.max), hundredths(scheme.air.goodDays.max)], airShares(air, input)],
    [
      hundredths(scheme.items.max),
      input.plan.reporting.townItems.map(() => 1n),
      input.plan.reporting.townItems.map(({ item }) => itemShare(item, answers, town.id, input)),
    ],
  ];
  let [points, counted] = [0n, 0n];
  for (const [max, weights, shares] of parts) {
    const maxima = split(max, weights);
    for (const [index, share] of shares.entries()) {
      if (share === null) continue;
      points += round((maxima[index] ?? 0n) * share[0], share[1]);
      counted += maxima[index] ?? 0n;
    }
  }
  const late =
    (input.returns.find(({ unitId }) => unitId === town.id)?.reportedOn ?? '') > (input.plan.reporting.dueDates[String(input.year)] ?? '');
  const folded = counted === 0n ? 0n : round(points * 10_000n, counted);
  const total = folded - (late ? hundredths(input.scheme.lateReturnPenalty) : 0n);
  const shown = total < 0n ? 0n : total;
  const grade = counted === 0n ? input.scheme.ungraded : grades.find(({ from }) => shown >= hundredths(from))?.name;
  return `${shown / 100n}.${String(shown % 100n).padStart(2, '0')} ${grade}`;
}

function airShares(air: TownAir | undefined, { scheme, adopted, plan }: ScoreInput): Share[] {
  return (['pm25', 'goodDays'] as const).map((which) => {
    const { measure: id } = scheme.town.air[which];
    const target = adopted.get(id)?.target;
    const decimals = plan.annex1.rows.flatMap((row) => row.measures).find((measure) => measure.id === id)?.decimals ?? 0;
    if (target?.kind !== 'number') return null;
    if (air === undefined || air.insufficient !== null || air.pm25Mean === null) return [0n, 1n];
    const steps = 10n ** BigInt(decimals);
    const [num, den] = which === 'pm25' ? decimal(air.pm25Mean) : [BigInt(air.goodDays) * 100n, BigInt(air.validDays)];
    const judged = round(num * steps, den);
    const [limit, over] = decimal(target.value);
    const goal = limit * steps;
    if (target.operator === 'le') return judged * over <= goal ? [1n, 1n] : [goal, judged * over];
    return judged * over >= goal ? [1n, 1n] : [judged * over, goal];
  });
}

function itemShare(item: string, answers: readonly StoredAnswer[], unitId: string, { consents, scheme }: ScoreInput): Share {
  const own = answers.filter(({ rowId, field }) => rowId === item && (field === 'status' || field === 'date'));
  if (own.some(({ value }) => value.kind === 'rejected')) return [0n, 1n];
  const status = own.find(({ field }) => field === 'status')?.value;
  if (status?.kind !== 'status') return [0n, 1n];
  if (status.value !== 'notApplicable') return decimal(scheme.statusShares.annual[status.value]);
  return consents.some((consent) => consent.unitId === unitId && consent.rowId === item) ? null : [0n, 1n];
}

function decimal(text: string): readonly [bigint, bigint] {
  const [whole = '0', decimals = ''] = text.split('.');
  return [BigInt(whole + decimals), 10n ** BigInt(decimals.length)];
}

function hundredths(text: string): bigint {
  const [num, den] = decimal(text);
  return (num * 100n) / den;
}

/** Half-even. */
function round(num: bigint, den: bigint): bigint {
  const [floor, rest] = [num / den, num % den];
  return rest * 2n > den || (rest * 2n === den && floor % 2n === 1n) ? floor + 1n : floor;
}

/** 最大余数法. */
function split(max: bigint, weights: readonly bigint[]): bigint[] {
  const whole = weights.reduce((sum, weight) => sum + weight, 0n);
  const floors = weights.map((weight) => (max * weight) / whole);
  const order = weights.map((weight, index) => ({ index, rest: (max * weight) % whole }));
  order.sort((one, other) => (one.rest === other.rest ? one.index - other.index : other.rest > one.rest ? 1 : -1));
  const left = Number(max - floors.reduce((sum, floor) => sum + floor, 0n));
  for (const { index } of order.slice(0, left)) floors[index] = (floors[index] ?? 0n) + 1n;
  return floors;
}
