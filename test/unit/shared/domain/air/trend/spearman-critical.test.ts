import { expect, test } from 'vitest';
import { exact } from '../../../../../../shared/domain/numbers/decimal.ts';
import { spearman } from '../../../../../../shared/domain/air/trend/spearman.ts';

/** How many orders of 1 … n have each sum of squared differences from their places, counted over all n! of them. */
function ordersBySquares(count: number): Map<number, number> {
  let found = new Map<number, Map<number, number>>([[0, new Map([[0, 1]])]]);
  for (let place = 0; place < count; place += 1) {
    const next = new Map<number, Map<number, number>>();
    for (const [used, sums] of found) {
      for (let rank = 0; rank < count; rank += 1) {
        if ((used & (1 << rank)) !== 0) continue;
        const key = used | (1 << rank);
        const known = next.get(key) ?? new Map<number, number>();
        next.set(key, known);
        for (const [sum, orders] of sums) {
          const total = sum + (rank - place) ** 2;
          known.set(total, (known.get(total) ?? 0) + orders);
        }
      }
    }
    found = next;
  }
  return found.get(2 ** count - 1) ?? new Map();
}

/** The least rs that an order by chance reaches with a probability of at most 0.05, with three decimals. */
function criticalOf(count: number): string {
  const orders = [...ordersBySquares(count)].toSorted(([one], [other]) => one - other);
  const all = orders.reduce((sum, [, number]) => sum + number, 0);
  let [reached, last] = [0, 0];
  for (const [squares, number] of orders) {
    reached += number;
    if (reached * 20 > all) break;
    last = squares;
  }
  return exact(1)
    .minus(exact(6 * last).div(count ** 3 - count))
    .toFixed(3);
}

test.each([5, 6, 7, 8, 9, 10])('the critical value of %i years is that of all orders counted', (count) => {
  const years = Array.from({ length: count }, (_, index) => exact(index));
  expect(spearman(years)?.critical).toBe(criticalOf(count));
});
