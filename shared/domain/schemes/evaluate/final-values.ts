import { sumOf } from '../../numbers/rational.ts';
import { holds } from '../conditions/verdict.ts';
import type { CompiledScheme } from '../language/compile-scheme.ts';
import type { CompiledNode, World } from '../base/kinds.ts';
import { type YearEnd, periodsOfYear } from '../outputs/year-end.ts';
import { balanced, type ZeroSumSide } from '../outputs/zero-sum.ts';
import type { JudgedVeto } from '../outputs/veto.ts';
import type { Row } from '../base/data-source.ts';
import { type Draft, type Explained, gathered, lacking, lacksOf, unvalued, valued, valueOf } from '../base/explain.ts';
import { rowKey } from './world.ts';

type Values = ReadonlyMap<string, Explained>;

/** The value of the rule, after vetoes that give another, the balance of awards and payments, and the settling of the year. */
export function finalValues(
  scheme: CompiledScheme,
  rows: readonly Row[],
  vetoesOf: (row: Row) => readonly JudgedVeto[],
  body: CompiledNode,
  world: World,
): Values {
  const judged = new Map(rows.map((row) => [rowKey(row), vetoed(world.read(body, row), vetoesOf(row), row, world)]));
  const level = scheme.zeroSum === null ? judged : balancedValues(scheme, scheme.zeroSum, rows, judged);
  return scheme.yearEnd === null ? level : settledValues(scheme, scheme.yearEnd, rows, level, world);
}

const placed = (draft: Draft, path: string): Explained => ({ ...draft, path, clause: [] });

/** A veto that cannot be judged leaves the value open, since it may be the one that takes it away. */
function vetoed(value: Explained, vetoes: readonly JudgedVeto[], row: Row, world: World): Explained {
  let current = value;
  for (const { veto, verdict, state } of vetoes) {
    if (veto.give === null || state === 'not') continue;
    const children = [current, verdict];
    const given = world.read(veto.give, row);
    const amount = valueOf(given);
    if (state === 'open') current = placed(lacking('vetoOpen', lacksOf(verdict), { children }), verdict.path);
    else if (amount !== null) current = placed(valued('vetoGive', amount, { children }), verdict.path);
  }
  return current;
}

function balancedValues(scheme: CompiledScheme, side: ZeroSumSide, rows: readonly Row[], values: Values): Values {
  const result = new Map(values);
  for (const group of Map.groupBy(rows, (row) => `${row.period}\n${scheme.groupOf(row)}`).values()) {
    const entries = group.flatMap((row) => {
      const explained = values.get(rowKey(row));
      return explained === undefined ? [] : [{ row, explained, value: valueOf(explained) }];
    });
    const missing = entries.filter(({ explained }) => explained.outcome.state === 'missing').map(({ row }) => row.name);
    const known = entries.flatMap((entry) => (entry.value === null ? [] : [{ ...entry, value: entry.value }]));
    const amounts = balanced(
      known.map(({ value }) => value),
      side,
    );
    known.forEach(({ row, explained, value }, index) => {
      const children = [explained];
      const amount = amounts[index] ?? value;
      // What one is paid depends on everybody's payments.
      if (missing.length > 0) {
        const lack = { code: 'others', params: { names: missing.join('、') } } as const;
        result.set(rowKey(row), placed(lacking('zeroSumOpen', [lack], { children }), 'zeroSum'));
      } else if (amount.cmp(value) !== 0)
        result.set(rowKey(row), placed(valued('zeroSum', amount, { params: { before: value.text(), side }, children }), 'zeroSum'));
    });
  }
  return result;
}

function settledValues(scheme: CompiledScheme, rule: YearEnd, rows: readonly Row[], values: Values, world: World): Values {
  const result = new Map(values);
  for (const row of rows) {
    const own = values.get(rowKey(row));
    if (own === undefined || !/^\d{4}$/.test(row.period)) continue;
    result.set(rowKey(row), settled(scheme, rule, row, own, values, world));
  }
  return result;
}

function settled(scheme: CompiledScheme, rule: YearEnd, row: Row, own: Explained, values: Values, world: World): Explained {
  const periods = periodsOfYear(row.period, scheme.per, world.data.periods);
  const absent = periods.filter((period) => !values.has(rowKey({ ...row, period })));
  const parts = periods.length === 0 ? [own] : periods.flatMap((period) => values.get(rowKey({ ...row, period })) ?? []);
  const goal = world.read(rule.goal, row);
  const children = [...parts, goal];
  if (absent.length > 0) {
    const lack = { code: 'periodRow', params: { column: '', period: absent.join('、') } } as const;
    return placed(lacking('yearEndOpen', [lack], { children }), 'yearEnd');
  }
  const amounts = gathered(parts);
  if (!('values' in amounts)) return placed(unvalued('yearEndOpen', amounts, { children }), 'yearEnd');
  if (goal.outcome.state === 'missing') return placed(lacking('yearEndOpen', lacksOf(goal), { children }), 'yearEnd');
  const list = amounts.values.map(({ value }) => value);
  if (holds(goal)) return placed(valued('yearEndMet', sumOf(list), { children }), 'yearEnd');
  const factored = list.map((value) => value.times(value.sign > 0 ? rule.gain : rule.loss));
  const params = { gain: rule.gain.text(), loss: rule.loss.text(), before: sumOf(list).text() };
  return placed(valued('yearEndMissed', sumOf(factored), { params, children }), 'yearEnd');
}
