import type { Finding } from '../../findings.ts';
import { type ExactNumber, toText } from '../../numbers/decimal.ts';
import { quantityOf } from '../check-figures.ts';
import { comparableText } from '../cell-text.ts';
import { rowName } from '../layout-columns.ts';
import { issue } from '../reading.ts';
import { cellFinding, type ReadAnswer, type ReadRow } from '../read-rows.ts';

/** A number of a return under the name of what it counts. */
interface Counted {
  readonly row: ReadRow;
  readonly answer: ReadAnswer;
  readonly value: ExactNumber;
  readonly name: string;
}

/**
 * What was added in the year (新增) against all there is of it (总数), wherever in a sheet the two are asked: 当年新增的公交车 against 公交车总数. The new ones are
 * among all.
 */
export function newAboveTotal(rows: readonly ReadRow[], file: string): Finding[] {
  const counted = rows.flatMap(countedIn);
  const totals = Map.groupBy(
    counted.filter(({ name }) => !NEW.test(name)),
    ({ name, answer }) => keyOf(name, answer),
  );
  return counted.flatMap(({ row, answer, value, name }) => {
    if (!NEW.test(name)) return [];
    const all = totals.get(keyOf(name, answer))?.find((total) => total.answer !== answer && total.value.lt(value));
    if (all === undefined) return [];
    const params = { name, value: toText(value), otherName: all.name, otherCell: all.answer.address, other: toText(all.value) };
    return [cellFinding(row, answer, issue('NEW_ABOVE_TOTAL', params), file)];
  });
}

/** Parts of rates by what they count, and amounts by the name of their row; 当年新增 beside 累计 of one row has a check of its own. */
function countedIn(row: ReadRow): Counted[] {
  return (['numerator', 'denominator', 'value'] as const).flatMap((field): Counted[] => {
    const answer = row.answers.get(field);
    const value = quantityOf(answer);
    if (answer === undefined || value === null || answer.spec.percent === true) return [];
    if (field === 'value' && row.answers.has('denominator')) return [];
    return [{ row, answer, value, name: answer.spec.of ?? rowName(row.row).replace(/^＊/u, '') }];
  });
}

const NEW = /(?:当年|本年|年度|全年)?新增(?:加)?(?:的)?/u;
const ALL = /(?:保有|拥有)?(?:总数|总量|总计|数量|累计数|总)$/u;

const keyOf = (name: string, { spec }: ReadAnswer): string =>
  `${comparableText(name.replace(NEW, '').replace(ALL, ''))}|${spec.unit ?? ''}`;
