import { describe, expect, it } from 'vitest';
import { Rational, sumOf } from '../../../../../../shared/domain/numbers/rational.ts';
import {
  type FlipColumn,
  type FlipSubject,
  nearestFlips,
  type Standing,
  type SupposedNumber,
} from '../../../../../../shared/domain/schemes/runs/flips.ts';

type Table = Readonly<Record<string, Readonly<Record<string, string>>>>;

const rational = (text: string): Rational => Rational.of(text);

/** Totals are sums, 优秀 from 90, places by totals; `twice` counts its number twice. */
function evaluated(table: Table, supposed: readonly SupposedNumber[]): Map<string, Standing> {
  const totals = Object.entries(table).map(([id, numbers]): [string, Rational] => {
    const of = (column: string): Rational =>
      supposed.find((one) => one.id === id && one.column === column)?.value ?? rational(numbers[column] ?? '0');
    return [id, sumOf(Object.keys(numbers).flatMap((column) => (column === 'twice' ? [of(column), of(column)] : [of(column)])))];
  });
  return new Map(
    totals.map(([id, total]) => {
      const place = 1 + totals.filter(([, other]) => other.cmp(total) > 0).length;
      return [id, { total, grade: total.cmp(rational('90')) >= 0 ? '优秀' : '良好', place }];
    }),
  );
}

function flipsOf(table: Table, targets: Readonly<Record<string, string>> = {}, placed = true) {
  const columns = [...new Set(Object.values(table).flatMap((numbers) => Object.keys(numbers)))].map((column): FlipColumn => {
    const values = Object.entries(table).flatMap(([id, numbers]) =>
      numbers[column] === undefined || numbers[column] === '' ? [] : [[id, rational(numbers[column])] as const],
    );
    const target = targets[column];
    return {
      column,
      values: new Map(values),
      targets: new Map(target === undefined ? [] : Object.keys(table).map((id) => [id, rational(target)])),
    };
  });
  const asked: number[] = [];
  const now = evaluated(table, []);
  const subjects = [...now].map(([id, standing]): FlipSubject => ({ id, group: '', ...standing }));
  const flips = nearestFlips({
    subjects,
    columns,
    placed,
    evaluate: (supposed) => {
      asked.push(supposed.length);
      return evaluated(table, supposed);
    },
  });
  const shown = Object.fromEntries(
    [...flips].map(([id, { column, before, after, total, grade, place }]) => [
      id,
      [column, before?.text() ?? null, after.text(), total?.text() ?? null, grade, place],
    ]),
  );
  return { shown, asked };
}

describe('the nearest number that changes grade or place', () => {
  const TABLE = { a: { x: '60', y: '29.5' }, b: { x: '50', y: '35' }, c: { x: '10.25', y: '5' } };

  it('is found to its last decimal, and the total moves no more than it has to', () => {
    const { shown } = flipsOf(TABLE);
    // Half a point lifts a to 优秀; with 4.5 more b shares the first place.
    expect(shown['a']).toEqual(['y', '29.5', '30', '90', '优秀', 1]);
    expect(shown['b']).toEqual(['x', '50', '54.5', '89.5', '良好', 1]);
  });

  it('of a subject that no single number lifts or lowers is none', () => {
    expect(flipsOf(TABLE).shown['c']).toBeUndefined();
    expect(flipsOf({ a: { x: '10' }, b: { x: '10' } }).shown).toEqual({});
  });

  it('reaches to the target where nobody has as much', () => {
    const table = { a: { x: '80' }, b: { x: '85' } };
    expect(flipsOf(table, {}, false).shown).toEqual({});
    expect(flipsOf(table, { x: '95' }, false).shown).toEqual({
      a: ['x', '80', '90', '90', '优秀', 1],
      b: ['x', '85', '90', '90', '优秀', 1],
    });
  });

  it('counts only where it changes something when nothing else is supposed', () => {
    const table = { a: { x: '5.0', twice: '40.0' }, b: { x: '9.0', twice: '41.5' } };
    const { shown } = flipsOf(table);
    expect(Object.keys(shown).length).toBeGreaterThan(0);
    for (const [id, [column, , after, total, grade, place]] of Object.entries(shown) as [string, string[]][]) {
      const alone = evaluated(table, [{ id, column: column ?? '', value: rational(after ?? '0') }]).get(id);
      expect([alone?.total?.text(), alone?.grade, alone?.place]).toEqual([total, grade, place]);
      expect([grade, place]).not.toEqual([evaluated(table, []).get(id)?.grade, evaluated(table, []).get(id)?.place]);
    }
  });

  it('all subjects are tried together, so that the evaluations do not grow with them', () => {
    const many: Table = Object.fromEntries(
      Array.from({ length: 20 }, (_, index) => [`s${index}`, { x: `${40 + (index % 7)}.00`, y: `${(index * 13) % 50}.00` }]),
    );
    const { asked, shown } = flipsOf(many);
    expect(Object.keys(shown).length).toBeGreaterThan(10);
    const together = asked.filter((count) => count > 1).length;
    expect(together).toBeLessThan(2 * 2 * 16);
  });
});
